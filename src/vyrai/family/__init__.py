"""The family: the form it is asked by, its case file, and the flat answers that rules are decided on."""

from vyrai.family._bare import bare
from vyrai.family._case import REASONS, Answer, Case, Many, Record, Span, Unknown
from vyrai.family._dump import dump
from vyrai.family._error import CaseError, Where
from vyrai.family._flat import Answers, Bound, Value, flatten
from vyrai.family._form import ROOT, Field, Form
from vyrai.family._load import load, loads, of_data
from vyrai.family._schema import schema

__all__ = [
    "REASONS",
    "ROOT",
    "Answer",
    "Answers",
    "Bound",
    "Case",
    "CaseError",
    "Field",
    "Form",
    "Many",
    "Record",
    "Span",
    "Unknown",
    "Value",
    "Where",
    "bare",
    "dump",
    "flatten",
    "load",
    "loads",
    "of_data",
    "schema",
]
