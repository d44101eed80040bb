"""Signs of an error that only a person can judge: what a blind re-read of facts found wrong most often.

"Today" is the newest day the atlas speaks of, so that the same files always give the same warnings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from vyrai.world._atlas import Atlas
from vyrai.world._dates import interval, plain
from vyrai.world._model import Claim, Fact, Source
from vyrai.world._problems import Problem

LEANS_ON = frozenset({"rule", "fee", "lasts", "step", "provision", "seen"})
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_COMING = re.compile(
    r"\bwill (?:be|come|enter|start|begin|open|close|end|apply|take)\b|\bafter ratification\b"
    r"|\b(?:is|are) (?:planned|announced|expected) to\b|\bplans to\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    rf"\b(?:from|on|by|until|since|starting|as of)\s+(?:(\d{{1,2}})\s+)?({_MONTHS})\s+(\d{{4}})\b"
    r"|\b(?:from|on|by|starting)\s+(\d{4}(?:-\d{2}(?:-\d{2})?)?)\b",
    re.IGNORECASE,
)
_DIGIT, _YEAR = re.compile(r"\d"), re.compile(r"\d{4}")
_PARTS = re.compile(r"\b(?:quarters?|half-years?|first half|second half|Q[1-4])\b", re.IGNORECASE)
_NUMBERS = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)*(?!\w)")
_MIRROR = re.compile(
    r"cloudfront\.net|//amp[.-]|/amp/?$|[?&]amp\b|translate\.goog|webcache\.|page\.space|nummin\.pics"
    r"|mstagmanager|analytics-ga|fantasticsearch|true-ua\.com"
)
_NOT_LAW = re.compile(
    r"\b(?:law firm|attorneys?|lawyers?|solicitors?|legal (?:blog|portal|adviser)|consult\w*|news\w*|blog"
    r"|wiki\w*|forum|relocation)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:within|no later than|up to|at most|not longer than)\b", re.IGNORECASE)
_ADOPTED = re.compile(
    r"\b(?:adopted|signed|registered|published|decision of|order of|decree of)\b", re.IGNORECASE
)


def warnings(atlas: Atlas) -> list[Problem]:
    """What deserves a second look in each fact."""
    currencies = _currencies(atlas)
    old = _procedures(atlas)
    said = [(fact, claim, claim.shown) for fact in atlas.facts for claim in fact.claims]
    found = []
    for fact, claim, shown in said:
        statement = shown.statement["en"]
        for what, why, todo in (
            *_stale(atlas, fact, claim, statement, old),
            *_wording(statement, currencies),
            *_source(claim, shown.source, statement),
        ):
            found.append(Problem(fact.file, claim.line, what, why, todo, grave=False))
    for fact in atlas.facts:
        for what, why, todo in _whole(atlas, fact):
            found.append(Problem(fact.file, fact.line, what, why, todo, grave=False))
    timed = {one.takes.law for one in atlas.steps} | {one.takes.law for one in atlas.provisions}
    found += [one for fact, claim, _ in said if fact.id in timed for one in _limits(fact, claim)]
    return [*found, *_sources([(fact, claim, shown.source) for fact, claim, shown in said])]


Words = Iterator[tuple[str, str, str]]


def _currencies(atlas: Atlas) -> re.Pattern[str] | None:
    listed = atlas.codes.get("currencies")
    if listed is None or not listed.codes:
        return None
    codes = "|".join(map(re.escape, listed.codes))
    return re.compile(rf"\b({codes})\s?\d|\d[\d,. ]*\s?({codes})\b")


def _procedures(atlas: Atlas) -> tuple[frozenset[str], int]:
    """The topics whose procedures change, and after how many days they want a new look."""
    listed = atlas.codes.get("horizons")
    data = {} if listed is None else listed.codes.get("waits", {})
    return frozenset(data.get("topics", ())), round(data.get("months", 24) * 30.44)


def _stale(atlas: Atlas, fact: Fact, claim: Claim, statement: str, old: tuple[frozenset[str], int]) -> Words:
    said = claim.as_of[1]
    seen = said if fact.reviewed is None else max(said, fact.reviewed[0])
    coming = [day for day in _days(statement) if seen < day <= atlas.newest]
    if coming:
        day = plain(min(coming), min(coming))
        yield (
            f"the statement speaks of {day}, which had not come when it was said and has passed since",
            "What was announced may have been changed, put off or dropped.",
            "Look up whether it came, and write what holds now with its own source.",
        )
    elif atlas.newest - seen > 365 and _COMING.search(statement):
        yield (
            "the statement tells what was to come, and is more than a year old",
            "What was announced may have been changed, put off or dropped.",
            "Look up whether it came, and write what holds now with its own source.",
        )
    topics, days = old
    open_end = claim.valid is not None and claim.valid.end_lo is None
    procedure = open_end and claim.kind != "law" and fact.topic in topics and fact.reviewed is None
    if procedure and atlas.newest - said > days:
        yield (
            f"a procedure without an end, last seen on {plain(*claim.as_of)}",
            "Procedures, remedies and time limits change; an old page in the present tense hides that.",
            "Look it up again and add reviewed: DAY, or its end, or the claim that follows it.",
        )


def _days(statement: str) -> Iterator[int]:
    if _YEAR.search(statement) is None:  # most have none, and to look for a whole day takes much longer
        return
    names = _MONTHS.split("|")
    for day, month, year, iso in _WRITTEN.findall(statement):
        text = iso or f"{year}-{names.index(month.lower()) + 1:02}" + (f"-{int(day):02}" if day else "")
        try:
            yield interval(text)[0]
        except ValueError:
            continue


def _wording(statement: str, currencies: re.Pattern[str] | None) -> Words:
    if _DIGIT.search(statement) is None:
        return
    if _PARTS.search(statement) and len(_NUMBERS.findall(statement)) >= 4:
        yield (
            "the statement lists numbers by quarter or half-year",
            "Such lists had been read wrongly: a later number may hold the earlier ones.",
            "Test whether the parts add up to one of the numbers, and write one fact for each number used.",
        )
    sums = () if currencies is None else currencies.findall(statement)
    named = {before or after for before, after in sums}
    if len(named) > 1:
        yield (
            f"the statement gives one sum in several currencies: {', '.join(sorted(named))}",
            "An equivalent is only right on the day it was reckoned.",
            "Keep the sum of the source; the program converts by dated rates.",
        )


def _source(claim: Claim, source: Source, statement: str) -> Words:
    if claim.kind == "law" and _NOT_LAW.search(source.publisher):
        yield (
            f"the kind is law, and the publisher is `{source.publisher}`",
            "A page about a law is not the law; it may leave out an exception.",
            "Cite the law itself, or write the kind of this page: media, ngo, official.",
        )
    if _MIRROR.search(source.url):
        yield (
            "the address is a copy of the page, not the publisher's own",
            "A copy may be changed or vanish, and hides who says it.",
            "Write the publisher's own address of the same page.",
        )
    valid, said = claim.valid, claim.as_of
    if claim.kind in ("law", "igo") and valid is not None and valid.begin_lo is not None:
        that_day = (valid.begin_lo, valid.begin_hi) == said and said[0] == said[1]
        if that_day and _ADOPTED.search(f"{statement} {source.title}"):
            yield (
                "`valid.from` is the very day the source speaks of, and the source speaks of adoption",
                "A law is often in force only some days or months after it was adopted or registered.",
                "Look up the day of entry into force and write it as valid.from.",
            )


def _whole(atlas: Atlas, fact: Fact) -> Words:
    if any(claim.valid is not None for claim in fact.claims) and any(claim.observed for claim in fact.claims):
        yield (
            f"`{fact.id}` mixes a rule and an observation",
            "What the law says and what was seen are kept apart; rules would only use the rule.",
            "Make the observation a fact of its own.",
        )
    leans = [use for use in atlas.used_by(fact.id) if use.use in LEANS_ON]
    if not leans:
        return
    used = f"{leans[0].kind} `{leans[0].id}`"
    deciding = [claim for claim in fact.claims if claim.decides]
    if not deciding:
        yield (
            f"{used} leans on `{fact.id}`, whose claims are all of low confidence or from peers",
            "Such claims are shown beside and never decide, so the answer stays unknown.",
            "Find a source that can decide, or cite the fact under `observed:`.",
        )
    if fact.title is None:
        yield (
            f"`{fact.id}` is used by {used} and has no title",
            "A reader is shown the title where there is no room for the statement.",
            "Add title: {en: ..., ru: ...}, a few words.",
        )


def _limits(fact: Fact, claim: Claim) -> Iterator[Problem]:
    match claim.value:
        case ["number", lo, hi] if lo == hi and _WITHIN.search(claim.shown.statement["en"]):
            yield Problem(
                fact.file,
                claim.line,
                "a time of the law is exact, and the statement says that it is the most",
                "The least of a time is reckoned with: nobody could be answered sooner than on the last day.",
                "Write value: {hi: N}.",
                grave=False,
            )


def _sources(said: list[tuple[Fact, Claim, Source]]) -> Iterator[Problem]:
    first: dict[str, tuple[str, str]] = {}
    places: dict[str, str] = defaultdict(str)
    for fact, claim, source in said:
        named = (source.publisher, source.title)
        if first.setdefault(source.url, named)[0] != named[0]:
            yield Problem(
                fact.file,
                claim.line,
                f"the same address has another publisher elsewhere: `{first[source.url][0]}`",
                f"One page has one publisher ({places[source.url]} names the other).",
                "Write the publisher in the same words in both places.",
                grave=False,
            )
        places[source.url] = places[source.url] or f"{fact.file}:{claim.line}"
