"""Codes that answers use, in words: message ids, translated where they are drawn."""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a message for the catalogues; it is translated later."""
    return message


def both(one: str, many: str) -> tuple[str, str]:
    """Mark a message that has a singular and a plural."""
    return (one, many)


REASONS = {
    "not_asked": N_("you have not been asked yet"),
    "does_not_know": N_("you do not know it yet"),
    "will_not_say": N_("you prefer not to say it"),
    "needs_judgement": N_("a person has to judge it"),
    "sources_conflict": N_("the sources contradict each other"),
    "fact_missing": N_("no source that can be leaned on was found"),
    "fact_too_old": N_("what the sources say is too old to lean on"),
    "not_known_in_force": N_("it is not known whether this was in force on that day"),
    "not_known_on_that_date": N_("nobody could know it yet on that day"),
    "decided_later": N_("only a later decision settles it"),
    "perhaps_more": N_("you have named some, but not said whether that is all"),
    "too_coarse": N_("it is known only within bounds, and that is not exact enough"),
}
WHO = {
    "family": N_("you can answer it"),
    "person": N_("a person decides it"),
    "atlas": N_("a better source could settle it"),
    "time": N_("only time will tell"),
}
LACKING = {
    "family": both("{n} answer of yours", "{n} answers of yours"),
    "person": both("{n} decision by a person", "{n} decisions by people"),
    "atlas": both("{n} thing not in the sources", "{n} things not in the sources"),
    "time": both("{n} thing that only time will tell", "{n} things that only time will tell"),
}
"""By who could settle it, how many things are unknown."""
KEEPERS = {
    "you": N_("Only answers or papers of yours are missing"),
    "person": N_("A person decides, or a later day"),
    "sources": N_("Not known in the sources"),
}
"""What a country that is perhaps open hangs on, by its best way."""
KINDS = {
    "law": N_("law"),
    "official": N_("an office"),
    "igo": N_("an organisation of states"),
    "ngo": N_("an independent organisation"),
    "media": N_("the press"),
    "peer": N_("what people lived through"),
}
CONFIDENCE = {"high": N_("high trust"), "medium": N_("medium trust"), "low": N_("low trust")}
STANDINGS = {
    "surely": N_("counts on this day"),
    "perhaps": N_("perhaps in force on this day"),
    "excluded": N_("shown, never decides"),
    "not_that_day": N_("not in force on this day"),
    "seen_later": N_("known only from a later day"),
    "not_yet_known": N_("not known yet on this day"),
    "too_old": N_("too old to lean on"),
}
WAYS = {"open": N_("open"), "perhaps": N_("perhaps"), "closed": N_("closed")}
VERDICTS = {"met": N_("met"), "not met": N_("not met"), "unknown": N_("unknown")}
DOORS = {
    "open": N_("takes people"),
    "narrow": N_("takes some people only"),
    "paused": N_("takes papers, decides nothing"),
    "closed": N_("takes nobody"),
    "unknown": N_("not known"),
}
BANDS = {
    "known": N_("somebody of you speaks it"),
    "same_group": N_("near"),
    "same_family": N_("same family of languages, not near"),
    "unrelated": N_("unrelated"),
}
DANGERS = (N_("no danger was reported"), N_("a little"), N_("some"), N_("great"), N_("danger to life"))
STATES = {
    "yes": N_("opens"),
    "limited": N_("opens in part"),
    "no": N_("stays closed"),
    "unknown": N_("unknown"),
}
MARKS = {"keep": N_("you keep it"), "pocket": N_("in your pocket"), "crossed": N_("you crossed it out")}
BURDENS = (
    N_("easy to answer"),
    N_("easy to answer"),
    N_("takes a moment"),
    N_("takes some looking up"),
    N_("hard to answer"),
    N_("very hard to answer"),
)
SHARES = {
    "none": N_("for none"),
    "hardly": N_("for hardly any"),
    "few": N_("for few"),
    "some": N_("for some"),
    "half": N_("for about half"),
    "most": N_("for most"),
    "nearly": N_("for nearly all"),
}
"""For how many ways of weighing something is so."""
CRITERIA = {
    "safety": N_("to be safe soon"),
    "work": N_("lawful work soon"),
    "profession": N_("work in your own profession soon"),
    "money": N_("little money for fees, and for rent until work is lawful"),
    "danger": N_("little danger on the way"),
    "language": N_("a language that you know, or a near one"),
    "school": N_("school soon, for the child who waits longest"),
    "sure": N_("a way that is open for sure today"),
}
"""What is weighed: each as something that may matter."""
BRIEFLY = {
    "safety": N_("safety"),
    "work": N_("lawful work"),
    "profession": N_("own profession"),
    "money": N_("money"),
    "danger": N_("danger on the way"),
    "language": N_("language"),
    "school": N_("school"),
    "sure": N_("how sure the way is"),
}
"""The same in a word or two, for lists."""
IN_WORDS_ONLY = {
    "danger_there": N_("danger in the place itself"),
    "sent_back": N_("whether people are sent back"),
    "wanted": N_("whether your profession is wanted"),
    "rent_and_pay": N_("what life costs and what is paid"),
    "support": N_("support for a child at school"),
    "relatives": N_("relatives who are near"),
}
"""What matters and is not weighed, because it is told in words only."""
UNITS = {
    "minutes": both("minute", "minutes"),
    "hours": both("hour", "hours"),
    "days": both("day", "days"),
    "working-days": both("working day", "working days"),
    "weeks": both("week", "weeks"),
    "months": both("month", "months"),
    "years": both("year", "years"),
    "years-of-age": both("year of age", "years of age"),
    "pages": both("page", "pages"),
    "generations": both("generation", "generations"),
    "kilometres": both("kilometre", "kilometres"),
    "kilograms": both("kilogram", "kilograms"),
    "points": both("point", "points"),
    "percent": both("percent", "percent"),
    "persons": both("person", "persons"),
    "times": both("time", "times"),
    "base-units": both("base unit", "base units"),
    "mci": both("monthly calculation index", "monthly calculation indices"),
    "average-wages": both("average wage", "average wages"),
    "minimum-wages": both("minimum wage", "minimum wages"),
    "subsistence-minimums": both("subsistence minimum", "subsistence minimums"),
}
OF_ONE = {
    "hours": N_("of an hour"),
    "days": N_("of a day"),
    "weeks": N_("of a week"),
    "months": N_("of a month"),
    "years": N_("of a year"),
    "kilometres": N_("of a kilometre"),
    "kilograms": N_("of a kilogram"),
    "points": N_("of a point"),
    "percent": N_("of one percent"),
    "base-units": N_("of a base unit"),
    "mci": N_("of a monthly calculation index"),
    "average-wages": N_("of an average wage"),
    "minimum-wages": N_("of a minimum wage"),
    "subsistence-minimums": N_("of a subsistence minimum"),
}
"""One unit in the genitive: a fraction takes it, and "about" before a number that ends in one."""
NOT_NEW = both(
    "Of {n} fact that a verdict leans on {old} was last spoken of more than 12 months before.",
    "Of {n} facts that a verdict leans on {old} were last spoken of more than 12 months before.",
)
PER = {
    "person": N_("{unit} a person"),
    "family": N_("{unit} a family"),
    "adult": N_("{unit} an adult"),
    "child": N_("{unit} a child"),
    "application": N_("{unit} an application"),
    "page": N_("{unit} a page"),
    "document": N_("{unit} a document"),
    "night": N_("{unit} a night"),
    "hour": N_("{unit} an hour"),
    "day": N_("{unit} a day"),
    "week": N_("{unit} a week"),
    "month": N_("{unit} a month"),
    "year": N_("{unit} a year"),
    "person-day": N_("{unit} a person and day"),
    "person-month": N_("{unit} a person and month"),
    "child-month": N_("{unit} a child and month"),
    "m2-month": N_("{unit} a square metre and month"),
}
SILENT = ("count", "cefr", "date", "countries", "occupations", "languages", "currencies", "month-of-year")
"""Units that are not said beside their value."""
DAYS = (
    N_("{day} January {year}"),
    N_("{day} February {year}"),
    N_("{day} March {year}"),
    N_("{day} April {year}"),
    N_("{day} May {year}"),
    N_("{day} June {year}"),
    N_("{day} July {year}"),
    N_("{day} August {year}"),
    N_("{day} September {year}"),
    N_("{day} October {year}"),
    N_("{day} November {year}"),
    N_("{day} December {year}"),
)
MONTHS = (
    N_("January {year}"),
    N_("February {year}"),
    N_("March {year}"),
    N_("April {year}"),
    N_("May {year}"),
    N_("June {year}"),
    N_("July {year}"),
    N_("August {year}"),
    N_("September {year}"),
    N_("October {year}"),
    N_("November {year}"),
    N_("December {year}"),
)
