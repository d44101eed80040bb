"""The atlas: read, checked, compiled; and World, the facts in force on a day as known on a day."""

from vyrai.world._atlas import Atlas, OpenQuestion, Unused, Use, decode
from vyrai.world._built import Country, Door, Event, Right, Route, Status, Step
from vyrai.world._expressions import signature
from vyrai.world._load import build, compile_atlas, load_atlas
from vyrai.world._model import Claim, Fact, For, Requirement, Source, Span
from vyrai.world._problems import AtlasError, Problem
from vyrai.world._standing import Standing
from vyrai.world._world import DoorOn, FactValue, World

__all__ = [
    "Atlas",
    "AtlasError",
    "Claim",
    "Country",
    "Door",
    "DoorOn",
    "Event",
    "Fact",
    "FactValue",
    "For",
    "OpenQuestion",
    "Problem",
    "Requirement",
    "Right",
    "Route",
    "Source",
    "Span",
    "Standing",
    "Status",
    "Step",
    "Unused",
    "Use",
    "World",
    "build",
    "compile_atlas",
    "decode",
    "load_atlas",
    "signature",
]
