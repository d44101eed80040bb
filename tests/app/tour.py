"""One screen of each kind, for whatever looks at all of them. A new kind of screen is one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from tests.app.caller import HOST, Reply, Visitor
from tests.app.family import enter, entries
from vyrai.world import Atlas

if TYPE_CHECKING:
    from playwright.sync_api import Route

EMPTY = {
    "start": "",
    "first-question": "ask?q=members",
    "nothing-answered": "answers",
}
"""Of a notebook in which nothing is answered yet: name of the screen, and where it is."""
BROWSED = {
    "countries": "countries",
    "country": "country/KZ",
    "routes": "routes",
    "route": "route/pl.humanitarian-visa",
    "recipes": "recipes",
    "recipe": "recipes/BY",
    "facts": "facts",
    "shelf": "facts/AM-entry",
    "fact": "fact/{fact}",
    "changes": "changes?from=2026-06-01&to=2026-11-20",
    "people": "people",
    "about": "about",
}
"""Of the same: pages that ask nothing."""
BEGUN = {
    "question-of-several": "ask",
    "hides": "hides",
    "open": "open",
    "forget": "forget",
}
"""Of a notebook that only knows who goes."""
FULL = {
    "start-again": "",
    "question": "ask?q=members/0.occupation",
    "question-list": "ask?q=members/0.qualifications",
    "question-sensitive": "ask?q=happened",
    "answers": "answers",
    "compare": "compare",
    "place": "place/KZ",
    "place-closed": "place/PK",
    "why": "why/pl.humanitarian-visa",
    "question-needs": "ask?q=members/2.needs",
    "belong": "belong/PL",
    "belong-ways": "belong/GE?ways=yes",
    "plan": "plan/PL",
    "first": "first",
    "home": "home",
    "home-in-two-languages": "home?with=ru",
    "helps": "helps",
    "needs-talk": "needs/Swift",
    "needs-daily": "needs/Swift?part=daily",
    "needs-goals": "needs/Swift?part=goals",
    "needs-told": "needs/Swift?part=told&icf=yes",
    "pack-school": "pack/school?to=PL&with=pl",
    "pack-benefit": "pack/benefit?to=PL",
    "pack-anyone": "pack/anyone",
    "weigh": "weigh",
    "keep": "keep",
    "keep-plain": "keep/plain",
    "keep-text": "keep/text",
}
"""Of the notebook of the example family."""
REFUSED = {
    "answer-refused": ("ask", {"q": "savings", "how": "add", "savings.amount": "two thousand"}),
    "mark-refused": ("mark", {"what": "KZ", "from": "place/KZ", "mark": "pocket", "until": "soon"}),
}
"""Of the same, where something was written that cannot be taken: the form, and what was sent."""


class Shown(NamedTuple):
    """A screen: its name here, the address it is shown under, its page."""

    name: str
    address: str
    html: str


class Tour:
    """The notebooks whose screens are looked at."""

    def __init__(self, atlas: Atlas) -> None:
        said = entries(atlas)
        self._fact = sorted(fact.id for fact in atlas.facts if fact.id.startswith("kz."))[0]
        people = [one for one in said if one.key == "members"]
        self.empty, self.begun, self.full = (Visitor(atlas) for _ in range(3))
        enter(self.begun, people)
        enter(self.full, said)
        _skip_to_a_question_of_several(self.begun)
        self.full.send("hides", {"how": "read"})

    def screens(self, lang: str) -> Iterator[Shown]:
        """All of them, in one language."""
        ways = ((self.empty, EMPTY), (self.empty, BROWSED), (self.begun, BEGUN), (self.full, FULL))
        for somebody, links in ways:
            for name, place in links.items():
                link = place.format(fact=self._fact)
                yield _shown(name, somebody, lang, link, somebody.get(at(somebody, lang, link)))
        for name, (link, form) in REFUSED.items():
            self.full.at = at(self.full, lang, "")
            yield _shown(name, self.full, lang, link, self.full.send(link, form))

    def serving(self, screens: Iterable[Shown]) -> Callable[[Route], None]:
        """What answers a browser in the place of a socket: these screens, and whatever else they ask for."""
        pages = {one.address: one.html for one in screens}

        def answer(route: Route) -> None:
            url = route.request.url
            if url in pages:
                route.fulfill(body=pages[url], content_type="text/html; charset=utf-8")
            else:
                reply = self.full.get(url)
                route.fulfill(status=reply.status, headers=dict(reply.headers), body=reply.body)

        return answer


def _skip_to_a_question_of_several(somebody: Visitor) -> None:
    page = somebody.get(at(somebody, "en", "ask")).text
    while page.count('name="path"') == 1:
        key = page.partition('name="q" value="')[2].partition('"')[0]
        page = somebody.send("ask", {"q": key, "path": key, "how": "not_asked"}).text


def at(somebody: Visitor, lang: str, link: str) -> str:
    """The path of a screen in a language."""
    return f"/{somebody.at.split('/')[1]}/{lang}/{link}"


def _shown(name: str, somebody: Visitor, lang: str, link: str, reply: Reply) -> Shown:
    assert reply.status == 200, f"{name}: {reply.status}"
    return Shown(name, urljoin(f"http://{HOST}", at(somebody, lang, link)), reply.text)
