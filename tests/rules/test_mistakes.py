"""Every mistake that a writer of rules can make, with the place and the words of the answer."""

from __future__ import annotations

import pytest

from tests.rules.small import FORM, PERSON
from vyrai.rules import RuleError, parse

NO_QUESTION = "\nA rule can only ask what atlas/questions.yaml lists."
NO_CONDITION = (
    ", but a condition is needed here\nOnly yes or no can be met or not met.\n"
    "Compare it with something, for example >= fact('...')."
)
NO_NUMBER = (
    " stands in a rule\nA number in a rule has no source and no date; the reader cannot check it.\n"
    "Make it a fact and write fact('its.id'). Only 0 and 1 may be written."
)
NO_LEVEL = (
    " stands in a rule\nA level that an office asks for has a source and a date.\n"
    "Make it a fact and write fact('its.id')."
)
UNITS = "\nComparing them would give a certain but wrong answer.\nUse a fact in the same unit."
NEVER = "\nThey can never be compared."
NO_MEANING = " has no meaning\nThe units do not fit together."
COUNTED = "\nYes and no are not added; count(...) counts them."
NOT_A_PART = (
    " is not part of the rule language\n"
    "Use and, or, not, comparisons, in, + - *, and the functions listed in docs/rules.md."
)
UNREADABLE = "this cannot be read as a rule\nSomething is missing, for example a bracket or a quote."
ONE_PERSON = "a person is needed here\nWrite the name of a person, for example p."


MISTAKES = [
    ("sponsr", "1:1: there is no question family.sponsr" + NO_QUESTION + "\nDid you mean 'sponsor'?"),
    ("p.brith >= on", "1:1: there is no question person.brith" + NO_QUESTION + "\nDid you mean 'birth'?"),
    ("happend", "1:1: there is no question family.happend" + NO_QUESTION + "\nDid you mean 'happened'?"),
    (
        "q.birth <= on",
        "1:1: 'q' is not known here\np is known where the requirement says `for: {each: ...}`.",
    ),
    ("family", "1:1: there is no question family.family" + NO_QUESTION),
    ("p", "1:1: p alone is a whole record\nName one answer: p.something."),
    ("p.languages", "1:1: this is a list of language" + NO_CONDITION),
    ("sponsor and p.birth", "1:13: this is a date" + NO_CONDITION),
    ("age(p) >= 18", "1:11: the number 18" + NO_NUMBER),
    ("age(p) >= 1.5", "1:11: the number 1.5" + NO_NUMBER),
    ("age(p) >= -1", "1:11: UnaryOp" + NOT_A_PART),
    ("level(p, 'aa') >= 'B1'", "1:19: the level 'B1'" + NO_LEVEL),
    ("'B1' <= level(p, 'aa')", "1:1: the level 'B1'" + NO_LEVEL),
    (
        "level(p, 'aa') >= fact('other-scale')",
        "1:1: a level on the scale cefr is compared with a level on the scale stars\nThe scales differ.",
    ),
    ("p.occupation == 'nurs'", "1:17: 'nurs' is not in the list occupations\nDid you mean 'nurse'?"),
    (
        "p.occupation in ('cook', 'nurze')",
        "1:26: 'nurze' is not in the list occupations\nDid you mean 'nurse'?",
    ),
    ("'nurz' in fact('jobs')", "1:1: 'nurz' is not in the list occupations\nDid you mean 'nurse'?"),
    (
        "p.occupation in fact('places')",
        "1:17: a code of the list occupations is looked for in a set of codes of the list countries\n"
        "It can never be found there.",
    ),
    (
        "p.occupation == p.residence",
        "1:1: a code of the list occupations is compared with a code of the list countries" + NEVER,
    ),
    ("p.occupation in 'cook'", "1:17: this is a code, but codes is needed here"),
    ("p.occupation in ('cook', sponsor)", "1:26: a code in quotes is needed here"),
    ("age(p) in ('cook',)", "1:1: this is a number of years, but code or codes is needed here"),
    (
        "p.occupation >= fact('years')",
        "1:1: a code of the list occupations is compared with a number of years" + NEVER,
    ),
    ("p.occupation < 'nurse'", "1:1: a code of the list occupations is compared with a code" + NEVER),
    ("money('XXA') >= fact('foreign')", "1:1: the units differ: XXA against XXB" + UNITS),
    ("money('EUR') >= fact('price')", "1:7: 'EUR' is not in the list currencies"),
    ("fact('price') >= fact('wage')", "1:1: the units differ: XXA against XXA/month" + UNITS),
    ("age(p) >= fact('months')", "1:1: the units differ: years against months" + UNITS),
    ("p.birth + years(fact('months')) <= on", "1:17: the units differ: years of a number of months"),
    ("on + fact('days') >= on", "1:1: a date + a number of days" + NO_MEANING),
    ("p.birth >= fact('years')", "1:1: a date is compared with a number of years" + NEVER),
    ("sponsor + host > 0", "1:1: yes or no + yes or no" + NO_MEANING + COUNTED),
    ("sponsor == host", "1:1: yes or no is compared with yes or no" + NEVER),
    ("sponsor * fact('count') > 1", "1:1: yes or no * a number of count" + NO_MEANING + COUNTED),
    ("on + on > on", "1:1: a date + a date" + NO_MEANING),
    ("fact('price') * fact('wage') > 0", "1:1: a number of XXA * a number of XXA/month" + NO_MEANING),
    ("fact('price') + fact('wage') > 0", "1:1: a number of XXA + a number of XXA/month" + NO_MEANING),
    ("years(fact('years')) + on >= on", "1:1: a duration in years + a date" + NO_MEANING),
    ("sponsor is host", "1:1: `is` is not part of the rule language\nWrite ==."),
    ("True", "1:1: True and False are not written in rules\nName the answer itself."),
    ("p.wanted == False", "1:13: True and False are not written in rules\nName the answer itself."),
    ("lambda: sponsor", "1:1: Lambda" + NOT_A_PART),
    ("sponsor if host else sponsor", "1:1: IfExp" + NOT_A_PART),
    ("sponsor[0]", "1:1: Subscript" + NOT_A_PART),
    ("fact('price') / fact('count') > 0", "1:1: BinOp" + NOT_A_PART),
    ("not on", "1:5: this is a date" + NO_CONDITION),
    ("+ fact('count') > 0", "1:1: UnaryOp" + NOT_A_PART),
    ("age(p, day=on) >= 0", "1:1: nothing in the brackets has a name here\nWrite age(p, ...)."),
    ("age(p, on, on) >= 0", "1:1: age takes 1 to 2 part(s) in its brackets, not 3"),
    ("age() >= 0", "1:1: age takes 1 to 2 part(s) in its brackets, not 0"),
    ("held(p) ", "1:1: held takes 2 to 3 part(s) in its brackets, not 1"),
    ("relative('parent')", "1:1: relative takes 2 part(s) in its brackets, not 1"),
    ("fact() > 0", "1:1: fact takes 1 part(s) in its brackets, not 0"),
    ("fact('adult', 'years') > 0", "1:1: fact takes 1 part(s) in its brackets, not 2"),
    (
        "(sponsor)(p)",
        "1:1: sponsor is not a function of the rule language\nThe functions are listed in docs/rules.md.",
    ),
    ("agge(p) >= 0", "1:1: agge is not a function of the rule language\nDid you mean 'age'?"),
    ("eval('1')", "1:1: eval is not a function of the rule language\nDid you mean 'level'?"),
    ("p.birth.year > 0", "1:1: only one step is read here\nWrite record.field, with one dot."),
    ("sponsor and (host", "1:13: " + UNREADABLE),
    ("sponsor and 'host", "1:13: " + UNREADABLE),
    ("sponsor ==", "1:1: " + UNREADABLE),
    ("sponsor host", "1:9: " + UNREADABLE),
    (
        "fact('adlut') <= age(p)",
        "1:6: there is no fact 'adlut'\n"
        "A rule leans on facts that have a source and a date.\n"
        "Did you mean 'adult'?",
    ),
    (
        "fact('words-only') > 0",
        "1:6: no claim of 'words-only' has a value\n"
        "A claim without a value may be cited, not computed with.\n"
        "Give the claim a value and a unit, or cite the fact under `source`.",
    ),
    ("fact(adult) > 0", "1:6: an id in quotes is needed here"),
    ("fact(1) > 0", "1:6: an id in quotes is needed here"),
    ("age(happened) > 0", "1:5: " + ONE_PERSON),
    ("age(h) > 0", "1:5: " + ONE_PERSON),
    ("any(age(h) > 0 for h in happened)", "1:9: " + ONE_PERSON),
    ("any(sponsor)", "1:5: one `for` is needed here\nWrite any(CONDITION for x in LIST)."),
    (
        "any(sponsor for h in happened for k in happened)",
        "1:4: one `for` is needed here\nWrite any(CONDITION for x in LIST).",
    ),
    ("any(sponsor for h in sponsor)", "1:22: a list is needed here, this is yes or no"),
    ("any(sponsor for h in p)", "1:22: p alone is a whole record\nName one answer: p.something."),
    ("any(h.kind for h in happened)", "1:5: this is a code of the list happenings" + NO_CONDITION),
    (
        "any(h.for_views for h in happened if h.kind)",
        "1:38: this is a code of the list happenings" + NO_CONDITION,
    ),
    (
        "any(h.for_views for on in happened)",
        "1:21: 'on' already names something else\nChoose another letter.",
    ),
    ("any(p.for_views for p in happened)", "1:21: 'p' already names something else\nChoose another letter."),
    (
        "all(any(k.for_views for h in happened) for h in happened)",
        "1:25: 'h' already names something else\nChoose another letter.",
    ),
    (
        "any(sponsor for a, b in happened)",
        "1:17: one name is needed here\nWrite any(CONDITION for x in LIST).",
    ),
    (
        "count(h.kind for h in happened) > 0",
        "1:7: count counts records\nWrite count(x for x in LIST if CONDITION).",
    ),
    (
        "count(p for h in happened) > 0",
        "1:7: count counts records\nWrite count(x for x in LIST if CONDITION).",
    ),
    ("sum(h.for_views for h in happened) > 0", "1:5: this is yes or no, but number is needed here"),
    ("sum(h.date for h in happened) > 0", "1:5: this is a date, but number is needed here"),
    (
        "latest(c.free_pages for c in p.citizenships) > 0",
        "1:8: this is a number of pages, but date is needed here",
    ),
    (
        "min(h.kind for h in happened) > 0",
        "1:5: this is a code of the list happenings, but number or date or level is needed here",
    ),
    ("held(p, 'viza')", "1:9: 'viza' is not in the list statuses\nDid you mean 'visa'?"),
    ("held(p, visa)", "1:9: a code in quotes is needed here"),
    ("held(on, 'visa')", "1:6: " + ONE_PERSON),
    ("ever(p, 'permitt')", "1:9: 'permitt' is not in the list statuses\nDid you mean 'permit'?"),
    ("present(p, 'XC')", "1:12: 'XC' is not in the list countries"),
    ("present(p, 'XA', fact('years'))", "1:18: this is a number of years, but date is needed here"),
    ("citizen(p, 'XQ')", "1:12: 'XQ' is not in the list countries"),
    ("relative('patent', 'XA')", "1:10: 'patent' is not in the list kin\nDid you mean 'parent'?"),
    ("months_in(p, 'XA', 'then') >= fact('months')", "1:20: this is a code, but date is needed here"),
    ("level(p, 'cc') >= fact('level')", "1:10: 'cc' is not in the list languages"),
    (
        "level(p, 'aa', 'speking') >= fact('level')",
        "1:16: 'speking' is not a part of a language level\nDid you mean 'speaking'?",
    ),
    ("level(p, 'aa', speaking) >= fact('level')", "1:16: an id in quotes is needed here"),
    (
        "level(p, 'aa', 'certificate') >= fact('level')",
        "1:16: 'certificate' is not a part of a language level",
    ),
    ("during('strom')", "1:8: there is no event 'strom'\nDid you mean 'storm'?"),
    ("during('storm', fact('years'))", "1:17: this is a number of years, but date is needed here"),
    ("during(storm)", "1:8: an id in quotes is needed here"),
    ("judged('feer')", "1:8: there is no judgement 'feer'\nDid you mean 'fear'?"),
    ("judged('round')", "1:8: there is no judgement 'round'"),
    ("decided_later('runde')", "1:15: there is no coming decision 'runde'\nDid you mean 'round'?"),
    ("worth(p.birth, 'XXA') > 0", "1:7: this is a date, but number is needed here"),
    ("worth(fact('price'), 'XXA') > 0", "1:7: an amount with a currency of its own is needed here"),
    (
        "any(worth(c.free_pages, 'XXA') > 0 for c in p.citizenships)",
        "1:11: an amount with a currency of its own is needed here",
    ),
    (
        "any(worth(s.amount, 'XXC') > fact('price') for s in savings)",
        "1:21: 'XXC' is not in the list currencies\nDid you mean 'XXB'?",
    ),
    (
        "any(s.amount >= fact('price') for s in savings)",
        "1:5: the units differ: @currency against XXA" + UNITS,
    ),
    ("fact('flag') >= 1", "1:1: yes or no is compared with a number" + NEVER),
    ("p.birth in ('cook',)", "1:1: this is a date, but code or codes is needed here"),
    ("p.descent == 'lark'", "1:1: a set of codes of the list ethnicities is compared with a code" + NEVER),
    ("b'x'", "1:1: Constant" + NOT_A_PART),
    ("None", "1:1: Constant" + NOT_A_PART),
    ("[sponsor]", "1:1: List" + NOT_A_PART),
    ("'cook'", "1:1: this is a code" + NO_CONDITION),
    ("on", "1:1: this is a date" + NO_CONDITION),
    ("1", "1:1: this is a number" + NO_CONDITION),
    ("sponsor and\n  hst", "1:12: " + UNREADABLE),
    (
        "sponsor and(\n  host and\n  p.brith <= on)",
        "3:3: there is no question person.brith" + NO_QUESTION + "\nDid you mean 'birth'?",
    ),
    ("sponsor &(host)", "1:1: BinOp" + NOT_A_PART),
    ("print('x')", "1:1: print is not a function of the rule language\nDid you mean 'present'?"),
]


@pytest.mark.parametrize(("rule", "message"), MISTAKES)
def test_a_mistake_is_shown_where_it_stands(rule: str, message: str) -> None:
    with pytest.raises(RuleError) as error:
        parse(rule, FORM, PERSON)
    assert str(error.value) == message
    assert message.startswith(f"{error.value.line}:{error.value.column}: ")


def test_p_is_only_known_where_a_member_is_asked() -> None:
    with pytest.raises(RuleError, match="'p' is not known here"):
        parse("p.wanted", FORM)


def test_a_rule_of_any_depth_is_read_or_refused() -> None:
    deep = "sponsor"
    for letter in "abcdef":
        deep = f"any({deep} for {letter} in happened)"
    parse(deep, FORM, PERSON)
    with pytest.raises(RuleError, match="too many lists are opened inside each other"):
        parse(f"any({deep} for g in happened)", FORM, PERSON)
    with pytest.raises(RuleError, match="cannot be read"):
        parse("not " * 5_000 + "sponsor", FORM, PERSON)


@pytest.mark.parametrize(
    "rule",
    [
        "family.sponsor",
        "any(s.from_ <= on for s in p.statuses)",
        "fact('price-each') * count(m for m in members) >= fact('price')",
        "count(m for m in members) * fact('price-each') <= fact('price-family')",
        "fact('price-each') * fact('factor') <= fact('price-each')",
        "1 * fact('price') >= fact('price')",
        "age(p) >= fact('adult') and age(p) >= fact('years')",
        "any(worth(f.amount, 'XXA') >= fact('wage') for f in income)",
        "any(money('XXA') > 0 for s in savings)",
        "fact('job') == 'nurse'",
        "p.occupation == fact('job')",
        "'cook' in fact('jobs')",
        "'cook' == 'nurse'",
        "p.occupation in fact('jobs')",
        "p.descent in ('lark',)",
        "fact('day') + years(1) >= on",
        "on - p.birth >= fact('days')",
        "0 <= age(p) <= fact('adult')",
    ],
)
def test_what_may_be_written(rule: str) -> None:
    assert parse(rule, FORM, PERSON).type.kind == "yesno"


@pytest.mark.parametrize(
    "rule",
    [
        "1 * count(m for m in members) >= fact('price')",
        "count(m for m in members) * 1 >= fact('price')",
        "fact('price-each') * fact('factor') >= fact('price')",
        "fact('price') - 1 >= fact('foreign')",
    ],
)
def test_a_number_without_unit_takes_no_unit_away(rule: str) -> None:
    with pytest.raises(RuleError, match="the units differ"):
        parse(rule, FORM, PERSON)
