"""What shows who somebody is and what they need, without telling what is nobody's business there."""

from vyrai.prove._allowed import ALLOWED, AUDIENCES, CHILDREN, Audience
from vyrai.prove._board import first_words, meanings
from vyrai.prove._drawn import DRAWN, drawing
from vyrai.prove._obz import MOST as MOST_BYTES
from vyrai.prove._obz import BoardError, Boards, package, read, together, write
from vyrai.prove.model import Goal, Held, Member, NeedTold, Pack, PaperTold, Saying, Spoken
from vyrai.prove.pack import members, others, pack

__all__ = [
    "ALLOWED",
    "AUDIENCES",
    "CHILDREN",
    "DRAWN",
    "MOST_BYTES",
    "Audience",
    "BoardError",
    "Boards",
    "Goal",
    "Held",
    "Member",
    "NeedTold",
    "Pack",
    "PaperTold",
    "Saying",
    "Spoken",
    "drawing",
    "first_words",
    "meanings",
    "members",
    "others",
    "pack",
    "package",
    "read",
    "together",
    "write",
]
