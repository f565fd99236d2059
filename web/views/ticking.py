"""What was ticked for an evidence pack, kept while somebody looks through what was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from qa.pack import PASSAGES_MAX, NotChosen, read_chosen
from web.pack_address import ITEM
from web.views.answer import ShownAnswer


@dataclass(frozen=True, slots=True)
class Ticks:
    """What was ticked.

    Attributes:
        chosen: what names the words, as `qa.pack.Chosen` is written.
        elsewhere: those that do not stand on this page.
    """

    chosen: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()

    @property
    def kept(self) -> str:
        """What an address has at its end that keeps them; "" for none."""
        return f"&{urlencode(pairs)}" if (pairs := tick_pairs(self.chosen)) else ""


NO_TICKS: Final = Ticks()


def read_ticks(values: Iterable[str]) -> tuple[str, ...]:
    """What an address says was ticked, each once, without what names no words; no more than a pack holds."""
    return tuple(dict.fromkeys(filter(_is_chosen, values)))[:PASSAGES_MAX]


def tick_pairs(chosen: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The names and values by which an address says what was ticked."""
    return tuple((ITEM, one) for one in chosen)


def show_ticks(chosen: tuple[str, ...], answer: ShownAnswer) -> Ticks:
    """What was ticked, with what of it is not on a page.

    Args:
        chosen: as `read_ticks` gives it.
        answer: as the page shows it.
    """
    quote = answer.quote
    here = {passage.chosen for passage in answer.passages}
    here |= {row.chosen for row in answer.table.rows} if answer.table else set()
    if quote and not answer.table:
        here |= {quote.chosen, *(half.chosen for half in quote.halves)}
    return Ticks(chosen, tuple(one for one in chosen if one not in here))


def _is_chosen(written: str) -> bool:
    try:
        read_chosen(written)
    except NotChosen:
        return False
    return True
