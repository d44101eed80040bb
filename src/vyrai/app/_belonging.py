"""The screen that says what opens for whom in a country, by a way that the family may choose."""

from __future__ import annotations

from starlette.responses import Response

from vyrai.app._visit import Screen, Visit
from vyrai.choose import Abreast, Around, Belongs, abreast, around, belongs, leading, unasked
from vyrai.pages import opens


def show_opening(visit: Visit) -> str | Response:
    """What opens for this family in one country; all ways or all places side by side if asked."""
    case, book, country = visit.book.case, visit.book, visit.path["country"]
    if case is None:
        return visit.to("ask")
    routes = leading(book.law, country)
    home = any(one.home for one in visit.atlas.countries if one.id == country)
    if not routes and not home:
        return visit.to("compare")
    asked = visit.query.get("route")
    route = asked if asked in routes else None

    def found() -> Belongs:
        return belongs(book.law, case, country, book.on, route=route)

    def beside() -> Abreast:
        return abreast(book.law, case, country, book.on, route=route)

    def placed() -> Around:
        return around(book.law, case, country, book.on, route=route, ways=all_ways)

    all_ways = bool(routes and visit.query.get("ways"))
    asks_places = visit.query.get("places") and visit.atlas.places_of(country)
    ways = [(one, visit.words.text(visit.atlas.route(one).title)) for one in routes]
    return opens(
        visit.frame,
        visit.words,
        visit.atlas,
        book.once(f"belong {country} {route}", found),
        sorted(ways, key=lambda pair: visit.words.order(pair[1])),
        book.once(f"beside {country} {route}", beside) if all_ways else None,
        unasked(visit.atlas, case),
        book.once(f"around {country} {route} {all_ways}", placed) if asks_places else None,
    )


SCREENS = (Screen("GET", "belong/{country}", show_opening),)
