"""The atlas: read, checked, compiled; and World, the facts in force on a day as known on a day."""

from vyrai.world._atlas import Atlas, OpenQuestion, Unused, Use, decode
from vyrai.world._built import (
    Bridge,
    Codes,
    Country,
    Document,
    Door,
    Event,
    Judgement,
    Language,
    Provision,
    Question,
    Right,
    Route,
    Status,
    Step,
    Unit,
)
from vyrai.world._expressions import fact_type, prior_rule, signature, tree_key
from vyrai.world._folder import cache_of
from vyrai.world._load import build, check, compile_atlas, load_atlas
from vyrai.world._model import Claim, Example, Fact, For, Points, Requirement, Shown, Source, Span
from vyrai.world._passports import EntrySeen, EntryWay, Passports, Seen, entry_seen
from vyrai.world._problems import AtlasError, Problem
from vyrai.world._standing import Standing
from vyrai.world._stats import CountryStats, CountryUse, FactView, Stats, show, stats, use
from vyrai.world._world import DoorOn, FactValue, World

__all__ = [
    "Atlas",
    "AtlasError",
    "Bridge",
    "Claim",
    "Codes",
    "Country",
    "CountryStats",
    "CountryUse",
    "Document",
    "Door",
    "DoorOn",
    "EntrySeen",
    "EntryWay",
    "Event",
    "Example",
    "Fact",
    "FactValue",
    "FactView",
    "For",
    "Judgement",
    "Language",
    "OpenQuestion",
    "Passports",
    "Points",
    "Problem",
    "Provision",
    "Question",
    "Requirement",
    "Right",
    "Route",
    "Seen",
    "Shown",
    "Source",
    "Span",
    "Standing",
    "Stats",
    "Status",
    "Step",
    "Unit",
    "Unused",
    "Use",
    "World",
    "build",
    "cache_of",
    "check",
    "compile_atlas",
    "decode",
    "entry_seen",
    "fact_type",
    "load_atlas",
    "prior_rule",
    "show",
    "signature",
    "stats",
    "tree_key",
    "use",
]
