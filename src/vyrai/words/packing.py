"""What every face says of packs: for whom, what stands in them, the communication passport."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vyrai.words._codes import N_
from vyrai.words._people import Goal, Held, Need, Spoken, Told
from vyrai.words._words import LANGUAGES, Words

_FOR = {
    "anyone": N_("For whoever meets the child"),
    "school": N_("For the school"),
    "health": N_("For the doctor"),
    "benefit": N_("For the office that decides on support and money"),
    "status": N_("For the office that decides on visas and permits"),
}
_ABOUT = {
    "anyone": N_("How the child talks and what helps. Nothing else: no age, no name, no diagnosis."),
    "school": N_(
        "How the child talks, what is hard and what helps, goals, languages, the last school. Nothing of "
        "papers, money, medicine or why you came."
    ),
    "health": N_(
        "How the child talks, what is hard, medicine, the last doctor, whether there is a medical paper. "
        "Nothing of school, money or why you came."
    ),
    "benefit": N_(
        "What is hard, whether there is a medical paper, and the permits of this country. Nothing of money, "
        "of other countries or of why you came."
    ),
    "status": N_(
        "Citizenship, permits of this country, who decides for a child. Nothing of health, needs or money. "
        "What happened to you is not in it: tell that yourself, with a lawyer."
    ),
}
_USES = {
    "asked": N_("Asked for"),
    "helps": N_("Of help"),
    "useless": N_("Of no use there"),
}
_SKILLS = {
    "level": N_("all in all"),
    "speaking": N_("speaking"),
    "listening": N_("understanding"),
    "reading": N_("reading"),
    "writing": N_("writing"),
}

_BOARDS = {
    "too_big": N_("it is too big for a set of boards"),
    "not_a_package": N_("it is broken, or locked with a password"),
    "no_manifest": N_("it is a zip file, but holds no boards (manifest.json is missing)"),
    "not_json": N_("a part of it cannot be read"),
    "no_board": N_("it names a board that is not in it"),
    "wrong_format": N_("it is not in the Open Board Format"),
    "twice": N_("a board in it has the name of a board that would be added"),
}


class Entry(NamedTuple):
    """A line of a pack: what it is, what is said. own: in the words of the family, as they wrote it."""

    label: str
    said: tuple[str, ...]
    own: bool = False


def whom(w: Words, audience: str) -> str:
    """For whom a pack is."""
    return w(_FOR[audience])


def beside(lang: str, audience: str, spoken: Sequence[str]) -> str | None:
    """The second language of a pack where nobody chose one: that of the country, for its school.

    spoken: the languages of the country. English where there is no catalogue of them; None: none is needed.
    """
    if audience != "school" or lang in spoken:
        return None
    host = next((one for one in spoken if one in LANGUAGES), "en")
    return None if host == lang else host


class Pair(NamedTuple):
    """A line of a pack in one language or two; the words of the family stand once, as they wrote them."""

    label: str
    said: tuple[str, ...]
    own: bool
    label2: str
    said2: tuple[str, ...]


def pairs(w: Words, second: Words | None, one: Told) -> Iterator[Pair]:
    """The lines of a pack, with the same in a second language."""
    first = list(entries(w, one))
    other = first if second is None else list(entries(second, one))
    for line, twin in zip(first, other, strict=True):
        label2 = "" if twin.label == line.label else twin.label
        yield Pair(line.label, line.said, line.own, label2, () if line.own or second is None else twin.said)


def about(w: Words, audience: str) -> str:
    """What a pack holds, and what it never does."""
    return w(_ABOUT[audience])


def use(w: Words, code: str) -> str:
    """What a paper is worth."""
    return w(_USES[code])


def board_problem(w: Words, code: str, part: str) -> str:
    """What is wrong with a file of boards. part: in which of its files; empty for the whole."""
    text = w("these boards cannot be taken: {why}", why=w(_BOARDS[code]))
    return f"{text} ({part})" if part else text


def own_name(code: str) -> Mapping[str, str]:
    """What the board of first words is called, by language; `own`: the button to the child's own board."""
    texts = {"first": N_("First words"), "own": N_("My own board")}
    return {lang: Words(lang)(texts[code]) for lang in LANGUAGES}


def passport(w: Words, one: Told) -> Iterator[Entry]:
    """The communication passport, as if the child said it; what nobody said is left out."""
    if one.talks_by:
        yield Entry(w("This is how I talk"), tuple(map(w.text, one.talks_by)))
    for label, text in (
        (w("What calms me"), one.calms),
        (w("What frightens or upsets me"), one.upsets),
        (w("What I like and do well"), one.likes),
    ):
        if text is not None:
            yield Entry(label, (text,), True)


def entries(w: Words, one: Told) -> Iterator[Entry]:
    """Everything else that a pack says of a member; what nobody said is left out."""
    yield from _listed(w("Born"), [] if one.birth is None else [w.date(one.birth)])
    yield from _listed(w("Languages"), [_language(w, spoken) for spoken in one.languages])
    yield from _listed(w("What is hard"), [_need(w, need) for need in one.needs])
    yield from _goals(w, one.goals)
    for label, own in (
        (w("School until now"), one.school_now),
        (w("Doctor until now"), one.doctor_now),
        (w("Medicine"), one.medicine),
    ):
        if own is not None:
            yield Entry(label, (own,), True)
    for label, so in (
        (w("Medical paper about it"), one.diagnosis_paper),
        (w("Health insurance for abroad"), one.insured),
    ):
        if so is not None:
            yield Entry(label, (w("yes") if so else w("no"),))
    yield from _listed(w("Lives in"), [] if one.residence is None else [w.text(one.residence)])
    yield from _listed(w("Citizenship"), [_held(w, held) for held in one.citizenships])
    yield from _listed(w("Permits of this country"), [_permit(w, held) for held in one.statuses])
    yield from _listed(w("Who decides for the child"), [] if one.custody is None else [w.text(one.custody)])
    if one.consent is not None:
        yield Entry(w("The other parent agrees to the move"), (w("yes") if one.consent else w("no"),))


def _listed(label: str, said: Sequence[str]) -> Iterator[Entry]:
    if said:
        yield Entry(label, tuple(said))


def _language(w: Words, one: Spoken) -> str:
    levels = "; ".join(f"{w(_SKILLS[skill])} {w.text(level)}" for skill, level in one.levels.items())
    return f"{w.text(one.language)}: {levels}" if levels else w.text(one.language)


def _need(w: Words, one: Need) -> str:
    return f"{w.text(one.title)} ({w.text(one.much).lower()})" if one.much else w.text(one.title)


def _goals(w: Words, goals: Sequence[Goal]) -> Iterator[Entry]:
    """Goals with whose voice they are: what a child wants and what others want are two things."""
    said = []
    for one in goals:
        head = "" if one.area is None else w.text(one.area)
        words = ": ".join(part for part in (head, one.words or "") if part)
        voice = "" if one.voice is None else w("whose voice: {who}", who=w.text(one.voice))
        said.append(f"{words} ({voice})" if words and voice else words or voice)
    if said:
        yield Entry(w("What should come true"), tuple(said), True)


def _held(w: Words, one: Held) -> str:
    parts = [w.text(one.country), w.text(one.title)]
    if one.ends is not None:
        parts.append(w("valid until {date}", date=w.within(one.ends)))
    return ", ".join(part for part in parts if part)


def _permit(w: Words, one: Held) -> str:
    ends = w("no end known") if one.ends in (None, "open") else w.date(one.ends)
    begins = w("beginning unknown") if one.begins is None else w.date(one.begins)
    return f"{w.text(one.title)}: {begins} – {ends}"
