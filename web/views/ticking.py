"""What was ticked for an evidence pack, kept while somebody looks through what was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from urllib.parse import urlencode

from qa.citing.pack import PASSAGES_MAX, NotChosen, read_chosen
from qa.request import AskRequest
from web.pack_address import ITEM, KEPT, PackAddress, Part, read_kept
from web.request_models import RequestSchema
from web.views.answer import ShownAnswer
from web.views.form import Parameters


@dataclass(frozen=True, slots=True)
class Ticks:
    """What was ticked.

    Attributes:
        chosen: what names the words, as `qa.citing.pack.Chosen` is written.
        elsewhere: those that do not stand on this page.
        earlier: what was ticked for questions before, as the address of a pack; "" for nothing.
        earlier_count: how much that is.
        onward: all of it, for the next question; "" for nothing.
    """

    chosen: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    earlier: str = ""
    earlier_count: int = 0
    onward: str = ""

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The names and values by which an address of the same question says what was ticked."""
        return (*((ITEM, one) for one in self.chosen), *(((KEPT, self.earlier),) if self.earlier else ()))

    @property
    def kept(self) -> str:
        """What an address of the same question has at its end that keeps them; "" for none."""
        return f"&{urlencode(self.pairs)}" if self.pairs else ""

    @property
    def kept_onward(self) -> str:
        """What an address of another question has at its end that keeps them; "" for none."""
        return f"&{urlencode({KEPT: self.onward})}" if self.onward else ""


NO_TICKS: Final = Ticks()


def read_ticks(values: Iterable[str]) -> tuple[str, ...]:
    """What an address says was ticked, each once, without what names no words; no more than a pack holds."""
    return tuple(dict.fromkeys(filter(_is_chosen, values)))[:PASSAGES_MAX]


def ticks_of(parameters: Parameters, asked: AskRequest, schema: RequestSchema) -> Ticks:
    """What an address says was ticked for a question, and for others before it.

    Args:
        parameters: of the address.
        asked: the question; what is kept of the same one is what was ticked for it.
        schema: what a request may hold.
    """
    today = date.today()
    kept = read_kept(parameters.get(KEPT) or "", schema, today).parts
    own = [str(chosen) for part in kept if part.request == asked for chosen in part.chosen]
    chosen = read_ticks([*own, *parameters.getlist(ITEM)])
    others = PackAddress(tuple(part for part in kept if part.request != asked))
    part = Part(asked, today, tuple(map(read_chosen, chosen)))
    onward = PackAddress((*others.parts, part)) if chosen else others
    earlier, all_kept = (urlencode(address.pairs(schema)) for address in (others, onward))
    return Ticks(chosen, (), earlier, others.count, all_kept)


def show_ticks(ticks: Ticks, answer: ShownAnswer) -> Ticks:
    """What was ticked, with what of it is not on a page.

    Args:
        ticks: as `ticks_of` gives it.
        answer: as the page shows it.
    """
    quote = answer.quote
    here = {passage.chosen for passage in answer.passages}
    here |= {row.chosen for row in answer.table.rows} if answer.table else set()
    if quote and not answer.table:
        here |= {quote.chosen, *(half.chosen for half in quote.halves)}
    return replace(ticks, elsewhere=tuple(one for one in ticks.chosen if one not in here))


def _is_chosen(written: str) -> bool:
    try:
        read_chosen(written)
    except NotChosen:
        return False
    return True
