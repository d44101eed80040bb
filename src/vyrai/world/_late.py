"""Parts of a compiled atlas that are decoded only when somebody looks into them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

import msgspec

from vyrai.world._model import Fact

T = TypeVar("T")


class Late(Sequence[T]):
    """A tuple that is made when it is first looked into."""

    def __init__(self, make: Callable[[], tuple[T, ...]]) -> None:
        self._make = make

    @cached_property
    def _all(self) -> tuple[T, ...]:
        return self._make()

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[T]:
        return iter(self._all)

    def __getitem__(self, place: Any) -> Any:
        return self._all[place]

    def __eq__(self, other: object) -> bool:
        return self._all == (other._all if isinstance(other, Late) else other)

    __hash__ = None  # type: ignore[assignment]  # like any sequence that is compared by what it holds


class Facts(Late[Fact]):
    """The facts; `by_id` decodes only those that are asked for: most answers need but a part of them."""

    def __init__(self, raw: msgspec.Raw) -> None:
        """`raw`: each fact under its id."""
        self.by_id: Mapping[str, Fact] = _ById(raw)
        super().__init__(lambda: tuple(self.by_id.values()))


class _ById(Mapping[str, Fact]):
    def __init__(self, raw: msgspec.Raw) -> None:
        self._whole, self._made = raw, dict[str, Fact]()

    @cached_property
    def _raw(self) -> dict[str, msgspec.Raw]:
        return msgspec.json.decode(self._whole, type=dict[str, msgspec.Raw])

    def __getitem__(self, name: str) -> Fact:
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = _FACT.decode(self._raw[name])
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


_FACT = msgspec.json.Decoder(Fact)
