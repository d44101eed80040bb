"""An invented comparison: places that do not exist, money that nobody pays with, birds. Every shape once."""

from __future__ import annotations

from tests.pages.fake_ways import Ways
from tests.pages.invented import LABELS, TOGETHER, Facts, money, perils, text, weeks
from vyrai.choose.model import (
    Basis,
    Change,
    Comparison,
    Danger,
    EventOn,
    FirstStep,
    ItemOn,
    Known,
    Language,
    Link,
    Mark,
    Money,
    Person,
    Question,
    Range,
    Shut,
)


def comparison(closed: int = 6, perhaps: int = 5) -> Comparison:
    f = Facts()
    made = Ways(f)
    link, row, right, opened = made.link, made.row, made.right, made.opened

    asks = [
        opened("stork.passport", "When does the passport of Stork run out?", "not_asked", "family"),
        opened("xa.threat", "Whether being dismissed counts as a threat", "needs_judgement", "person"),
        opened("fact:xa.queue", "How long the queue at the visa centre is now", "fact_too_old", "atlas"),
        opened("fact:xa.quota", "Whether the yearly quota is drawn again", "decided_later", "time"),
        opened(
            "stork.consent",
            "Does the other parent of Swift agree that Swift leaves?",
            "does_not_know",
            "family",
        ),
    ]

    insure = Change(
        items=tuple(
            ItemOn(item=f"{who}.insured", label=f"{who}.insured", text=text(f"Is {who} insured?"), value=None)
            for who in ("lark", "swift")
        ),
        becomes=("yes", "yes"),
    )
    stay = link(
        "XB", "stay", text("Visa-free stay, up to one year", "Пребывание без визы до года"), "met", "open"
    )
    rows = [
        row(
            "XB",
            "open",
            (stay,),
            unbeaten=True,
            weeks_to_safety=weeks(1, 3),
            weeks_to_work=right("work", "limited", weeks(0, 0), "xb.stay"),
            weeks_to_profession=right("practise", "unknown", None, None),
            danger_way=Danger(level=Range(lo=1, hi=3, unit="level"), facts=f("xb.way")),
            money=Money(
                fees=money(0, 0),
                rent_until_work=money(0, 0),
                needs_until_work=money(0, 0),
                needed=money(0, 0),
                savings=money(2000, 2000),
                spare=money(2000, 2000),
            ),
            school=(),
        ),
        row(
            "XC",
            "open",
            (
                link(
                    "XC",
                    "kin",
                    text(
                        "Citizenship through a grandmother who lives there",
                        "Гражданство через бабушку, которая там живёт",
                    ),
                    "met",
                    "open",
                    "narrow",
                ),
            ),
            mark=Mark(mark="pocket", keeps_open="the visa", until="2027-03-01", stands="2027-02-11"),
            weeks_to_safety=weeks(26, None),
            renew_papers=Known(facts=f("xc.renew", "The consulate renews passports there.")),
            language=(
                Language(
                    language="yy",
                    title=text("Birdish"),
                    speaks=("stork", "lark"),
                    level=(),
                    nearest=None,
                    nearest_title=None,
                    band="known",
                    new_script=None,
                ),
            ),
        ),
        row(
            "XA",
            "perhaps",
            (
                link(
                    "XA",
                    "visa",
                    text("Visa on grounds of conscience", "Виза по соображениям совести"),
                    "unknown",
                    "perhaps",
                    "narrow",
                    open=tuple(asks[:3]),
                    unsure=("swift",),
                    covered=("stork",),
                ),
                link(
                    "XA",
                    "card",
                    text("Residence card for those who hold it", "Карта пребывания для тех, у кого она есть"),
                    "unknown",
                    "perhaps",
                    "open",
                    after="xa.visa",
                    open=(asks[3],),
                ),
            ),
            unbeaten=True,
        ),
        row(
            "XA",
            "perhaps",
            (
                link(
                    "XA",
                    "protection",
                    text("International protection"),
                    "unknown",
                    "perhaps",
                    "open paused unknown",
                    open=(asks[1],),
                ),
            ),
            danger_way=Danger(
                level=Range(lo=3, hi=4, unit="level"),
                texts=(text("Going back closes for years."),),
                who_learns=(text("the border guard"),),
                facts=f("xa.guard"),
            ),
            money=Money(
                fees=money(None, None),
                rent_until_work=money(None, None),
                needs_until_work=money(None, None),
                needed=money(0, None),
                savings=money(2000, 2000),
                spare=money(None, 2000),
                missing=("rent", "xa.insurance"),
            ),
            red_lines=(TOGETHER.title,),
            crosses=(TOGETHER,),
        ),
        row(
            "XD",
            "perhaps",
            (
                link(
                    "XD",
                    "blue",
                    text("Card for people with a degree"),
                    "unknown",
                    "perhaps",
                    "unknown",
                    open=tuple(asks),
                ),
            ),
            weeks_to_safety=weeks(None, None),
            weeks_to_work=right("work", "unknown", None, None),
            weeks_to_profession=right("practise", "no", None, None),
            danger_way=Danger(level=Range(lo=None, hi=None, unit="level")),
            rents=(),
            pays=(),
            language=(),
            profession_wanted=Known(facts=()),
        ),
    ]
    rows += [
        row(
            "XA",
            "perhaps",
            (
                link(
                    "XA",
                    f"more-{n}",
                    text(f"Permit of the {n} kind, for a job that an employer offers"),
                    "unknown",
                    "perhaps",
                    open=(asks[n % 5],),
                    to_do=None if n else insure,
                ),
            ),
        )
        for n in range(perhaps - 3)
    ]
    rows += [
        row(
            "XB",
            "perhaps" if n < 2 else "closed",
            (
                stay,
                link(
                    "XB",
                    f"later-{n}",
                    text(f"Leave and come back, kind {n}"),
                    "unknown" if n < 2 else "not met",
                    "perhaps" if n < 2 else "closed",
                    after="xb.card",
                    open=(asks[1],) if n < 2 else (),
                    blockers=()
                    if n < 2
                    else (
                        Shut(
                            requirement="later",
                            wording=text("Nobody reads why a later way is closed"),
                            member=None,
                            items=(),
                            facts=f("xb.later.why"),
                        ),
                    ),
                ),
            ),
            later=True,
        )
        for n in range(4)
    ]
    for n in range(closed):
        cc = ("XA", "XB", "XD")[n % 3]
        shut = Shut(
            requirement=f"x{n}",
            wording=text("A grandparent was a citizen of the place before the war"),
            member="stork" if n % 2 else None,
            items=(),
            facts=f(f"{cc.lower()}.kin.{n}"),
        )
        rows.append(
            row(
                cc,
                "closed",
                (
                    link(
                        cc,
                        f"shut-{n}",
                        text(f"Permit for descendants, kind {n}"),
                        "not met",
                        "closed",
                        "closed" if n % 2 else "open",
                        blockers=() if n == 1 else (shut,),
                    ),
                ),
            )
        )
    f("xa.wait.observed")
    f.rival(
        "xa.wait.observed",
        statement=text("The ministry says sixty days."),
        publisher="Ministry of Nests",
        kind="official",
        value="60",
        unit="days",
    )
    f.rival(
        "xa.wait.observed",
        statement=text("A bird waited a year."),
        publisher="Chat of doctors",
        kind="peer",
        standing="excluded",
        confidence="low",
        as_of_unknown=True,
    )
    f("xa.event")
    leaving: tuple[Link, ...] = (
        link(
            "XZ",
            "out",
            text("By land to a neighbour", "По земле к соседу"),
            "unknown",
            "perhaps",
            "narrow",
            kind="leaving",
            open=(asks[4],),
            gives=None,
            gives_title=None,
            lasts=None,
        ),
        link(
            "XZ",
            "fly",
            text("By air", "По воздуху"),
            "met",
            "open",
            kind="leaving",
            gives=None,
            gives_title=None,
            lasts=None,
            weeks=weeks(0, None),
        ),
        link(
            "XZ",
            "passport",
            text("A new passport", "Новый паспорт"),
            "met",
            "open",
            kind="travel-document",
            gives=None,
            gives_title=None,
            lasts=None,
        ),
        link(
            "XZ",
            "papers",
            text("Papers that only exist before you leave"),
            "not met",
            "closed",
            "closed",
            kind="leaving",
            blockers=(
                Shut(
                    requirement="x",
                    wording=text("The passport is in hand"),
                    member="wren",
                    items=(),
                    facts=f("xz.pass"),
                ),
            ),
        ),
    )
    road = Shut(
        requirement="road",
        wording=text("Everybody has a paper to enter"),
        member="stork",
        items=(),
        facts=f("xz.road"),
    )
    leaving += tuple(
        link(
            "XZ",
            f"road-{name}",
            text(f"By road to {name}", f"По дороге в {name}"),
            "not met",
            "closed",
            "unknown",
            kind="leaving",
            blockers=(road,),
            gives=None,
            gives_title=None,
            lasts=None,
            weeks=weeks(0, None),
        )
        for name in ("Elmland", "Firland", "Gorseland")
    )
    first = FirstStep(
        step="xz.passports",
        title=text("Ask for passports for the three children", "Подать на паспорта для троих детей"),
        route="xa.visa",
        danger=2,
        who_learns=(text("the passport office", "паспортный стол"),),
        closes="2027-01-31",
        facts=f("xz.passport"),
    )
    question = Question(
        item="relatives",
        question="relatives",
        label="relatives",
        text=text(
            "Does a relative of yours live in another country, and with which citizenship?",
            "Живёт ли кто-то из ваших родных в другой стране, и с каким гражданством?",
        ),
        why=text(
            "Some places open through a parent or grandparent.",
            "Некоторые страны открываются через родителей или бабушек и дедушек.",
        ),
        settles=7,
        matters=("xa.visa", "xb.stay"),
        burden=1,
        danger=0,
        sensitive=False,
    )
    return Comparison(
        basis=Basis(
            on="2026-11-20", known=None, atlas="4c1f09ab77d20e6b", newest="2026-11-18", oldest="2015-06"
        ),
        people=(
            Person(alias="stork", group="adult", age=None),
            *(
                Person(alias=a, group="child", age=Range(lo=n, hi=n, unit="years"))
                for a, n in (("lark", 12), ("swift", 7), ("wren", 5))
            ),
        ),
        rows=tuple(rows),
        next=question,
        first=first,
        leaving=leaving,
        also={
            "XA": (
                link(
                    "XA",
                    "exam",
                    text("Exam for doctors trained elsewhere"),
                    "unknown",
                    "perhaps",
                    open=(asks[2],),
                ),
            )
        },
        perils=perils(f),
        sources=f.made,
        events={
            "xa.pause": EventOn(
                event="xa.pause", title=text("Visas paused"), begin="2023-09", end=None, fact="xa.event"
            )
        },
        labels=LABELS,
    )
