"""Addresses of a document's page, with what is carried along from one view of it to the next."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from web.views.parts import part_of


@dataclass(frozen=True, slots=True)
class DocumentAddress:
    """Where a document is shown, for whom.

    Attributes:
        document_id: of the document.
        cited: the span that is marked; None for none.
        asked: names and values that ask the question again from which somebody came; () for none.
        find: what is looked for in it; "" for nothing.
    """

    document_id: str
    cited: tuple[int, int] | None = None
    asked: tuple[tuple[str, str], ...] = ()
    find: str = ""

    @property
    def carried(self) -> tuple[tuple[str, str], ...]:
        """The names and values that every view of it has, but for what is looked for."""
        span = (("start", str(self.cited[0])), ("end", str(self.cited[1]))) if self.cited else ()
        return (*span, *self.asked)

    @property
    def path(self) -> str:
        """The address without any name and value."""
        return f"/documents/{quote(self.document_id, safe='')}"

    def to(self, anchor: str = "", **view: int) -> str:
        """The address of one view of it.

        Args:
            anchor: the place on the page; "" for its start.
            view: what is shown, such as the number of a part, a page or a match.
        """
        pairs = [*self.carried, *([("find", self.find)] if self.find else []), *view.items()]
        return self.path + (f"?{urlencode(pairs)}" if pairs else "") + (f"#{anchor}" if anchor else "")

    @property
    def to_page(self) -> str:
        """The address of the view of a page, as far as its number, which follows."""
        return self.to(page=0).removesuffix("0")

    def of_offset(self, offset: int, part_starts: tuple[int, ...], anchor: str) -> str:
        """The address of the part that holds an offset, at a place on its page."""
        view = {"part": part_of(part_starts, offset)} if len(part_starts) > 1 else {}
        return self.to(anchor, **view)

    def page_image(self, page: int, boxed: tuple[int, int] | None) -> str:
        """Where a page is served as a picture, with a span boxed."""
        span = {"start": boxed[0], "end": boxed[1]} if boxed else {}
        return f"/page-images/{quote(self.document_id, safe='')}?{urlencode({'page': page, **span})}"

    @property
    def original(self) -> str:
        """Where the file is served that it was read from."""
        return f"/originals/{quote(self.document_id, safe='')}"


@dataclass(frozen=True, slots=True)
class Steps:
    """Going through numbered things: which one is shown, of how many, and where its neighbours are, "" for none."""

    at: int
    count: int
    before: str
    after: str
