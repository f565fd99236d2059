"""What became of words that somebody cites."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from qa.citing.listed import Line, listed
from qa.citing.nearest_words import Difference
from qa.citing.omitted import Omission
from qa.citing.pasted import are_in_capitals, plain

Status = Literal["exact", "with_omissions", "elsewhere", "changed", "not_found"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of some cited words.

    Attributes:
        status: whether they stand in a document exactly, but for spaces, the form of quotation marks and dashes, and
            capitals that they are typed in throughout; so with omissions of their own; elsewhere than in the document
            that their reference names; changed; or not at all.
        cited: the words, as they were cited.
        document_id, title: of the document; null where they were not found.
        start, end: where the words stand, or those that come nearest; half-open offsets into the document's text.
        written: what stands there.
        differences: the two side by side; empty unless changed.
        reference: how they are referred to.
        reference_status: whether a reference that was given with them says the same; null where none was given.
        link: where the document is shown with the words marked; of a reference to no place in it, where it is shown.
        reference_differences: a reference that was given with them, beside what is right; empty where it is right, or
            has words that no reference to this document has.
        omissions: what the quotation leaves out or puts in by its own marks.
        sentence: what the words stand in, whole, where an omission turns what is said, or something before them denies
            it; otherwise "".
        quotations: what became of each of several quotations in somebody's own words, of which this is the worst.
        unchecked: what else stands in quotation marks: of so few words that it may be a name or a term, or one of more
            quotations than are checked.
        also_in: in how many other documents they are known to stand, where nothing tells which is meant.
        after: what denies the words before them in their sentence, such as "not"; "" for nothing.
        pieces: what became of each of the first pieces between such marks, where they do not all stand in one document
            in this order.
        named: what became of the words in the document that their reference names, where they stand in another.
        perhaps: the document that may be meant by a reference alone by which none goes; null for none.
        is_reference: whether it is a reference alone by which no document goes.
        page_edges: what a page has at its edge between the words that was left out, or was copied with them: running
            headers and footers, notes, its number.
        lines: the items, rows and paragraphs of the document that the words stand in; empty where all stand in one.
        columns: the names of the columns of the row that the words stand in or begin with, one for each of its cells
            that they have; empty for what is no row, and where nothing names its columns.
    """

    status: Status
    cited: str
    document_id: str | None = None
    title: str | None = None
    start: int | None = None
    end: int | None = None
    written: str = ""
    differences: tuple[Difference, ...] = ()
    reference: str = ""
    reference_status: Literal["exact", "changed"] | None = None
    link: str | None = None
    reference_differences: tuple[Difference, ...] = ()
    omissions: tuple[Omission, ...] = ()
    sentence: str = ""
    pieces: tuple[Verdict, ...] = ()
    named: Verdict | None = None
    after: str = ""
    quotations: tuple[Verdict, ...] = ()
    unchecked: tuple[str, ...] = ()
    also_in: int = 0
    page_edges: tuple[str, ...] = ()
    perhaps: Verdict | None = None
    is_reference: bool = False
    lines: tuple[Line, ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def is_as_cited(self) -> bool:
        """Whether the words stand in a document as they were cited, but perhaps for capitals."""
        return self.status in ("exact", "with_omissions") or self.is_in_other_capitals

    @property
    def is_in_other_capitals(self) -> bool:
        """Whether they stand there with other capitals, and are all that is otherwise."""
        if self.status == "changed":
            cited, written = (
                plain(listed(words, with_numbers=True).words)[0].strip() for words in (self.cited, self.written)
            )
            return cited.casefold() == written.casefold()
        stands_there = self.status in ("exact", "with_omissions") and bool(self.written)
        return stands_there and are_in_capitals(self.cited) and not are_in_capitals(self.written)
