"""On top of the law: the comparison, one route explained, the next best question."""

from vyrai.choose._words import claims, event
from vyrai.choose.abreast import Abreast, abreast
from vyrai.choose.around import Around, PlaceOn, Settling, around
from vyrai.choose.ask import ask
from vyrai.choose.belonging import Belongs, belongs, leading
from vyrai.choose.compare import compare
from vyrai.choose.drafting import drafting
from vyrai.choose.explained import Why
from vyrai.choose.helps import Helps, helps
from vyrai.choose.home import AtHome, at_home
from vyrai.choose.model import Comparison, Question
from vyrai.choose.news import news
from vyrai.choose.news_model import News
from vyrai.choose.plan_on import Planning
from vyrai.choose.planning import planning
from vyrai.choose.published import published
from vyrai.choose.starting import Starting, destinations, starting
from vyrai.choose.unasked import unasked
from vyrai.choose.why import why
from vyrai.law.form import form_of

__all__ = [
    "Abreast",
    "Around",
    "AtHome",
    "Belongs",
    "Comparison",
    "Helps",
    "News",
    "PlaceOn",
    "Planning",
    "Question",
    "Settling",
    "Starting",
    "Why",
    "abreast",
    "around",
    "ask",
    "at_home",
    "belongs",
    "claims",
    "compare",
    "destinations",
    "drafting",
    "event",
    "form_of",
    "helps",
    "leading",
    "news",
    "planning",
    "published",
    "starting",
    "unasked",
    "why",
]
