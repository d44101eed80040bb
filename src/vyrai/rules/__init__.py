"""The rule language: read and check a condition, decide it with its reasons, say until when it stands."""

from vyrai.rules._intervals import SURE, SURELY_NOT, UNKNOWN
from vyrai.rules._parse import parse
from vyrai.rules.breaks import breakpoints
from vyrai.rules.closures import condition
from vyrai.rules.env import Env, Known
from vyrai.rules.nodes import Node
from vyrai.rules.points import Entry, Points, points
from vyrai.rules.support import irredundant, read_once
from vyrai.rules.types import RuleError, Signature, Type

__all__ = [
    "SURE",
    "SURELY_NOT",
    "UNKNOWN",
    "Entry",
    "Env",
    "Known",
    "Node",
    "Points",
    "RuleError",
    "Signature",
    "Type",
    "breakpoints",
    "condition",
    "irredundant",
    "parse",
    "points",
    "read_once",
]
