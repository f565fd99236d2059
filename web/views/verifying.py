"""The page on which a quotation or a reference is checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from corpus.document import BlockKind
from qa.answer import IndexInfo
from qa.citing.citation import flattened, quoted
from qa.citing.nearest_words import Difference
from qa.citing.omitted import Omission
from qa.citing.verdict import Verdict
from qa.citing.verify import QUOTE_MAX_CHARS
from web.views.blocks import STACKED_COLUMNS, Group
from web.views.citing import Cite
from web.views.frame import Frame, frame

_HEADINGS = {
    "exact": "These words stand in the document exactly",
    "with_omissions": "Exact, with words left out",
    "elsewhere": "Not in the document named; stands in {title}",
    "changed": "The document has other words",
    "not_found": "These words stand in none of the documents",
}
_UNHELD = "No document held goes by this reference"
_OF_UNHELD = "It may be of a document that is not held here."
_PERHAPS = "Perhaps you mean"
_PUT_IN = "Exact, but for the words in square brackets"
_TURNED = "Exact, but what is left out or put in may change the sense"
_WRONG_REFERENCE = "The words are exact, the reference is not"
_DENIED = "These words stand there, but after “{after}”"
_CHECKED = "{count} quotations were checked; of these the one that is worst is shown first: “{cited}”."
_ALSO_IN = "They stand in at least {count} other {documents}, too; name the one you mean."
_UNCHECKED = "Not checked, as of few words or behind many others: {words}."
_NEARLY_ELSEWHERE = "Not in the document named; nearly stands in {title}"
_OTHER_CAPITALS = "The same words, with other capitals"
_IN_PIECES = "No document was found that has all these pieces in this order"
_NAMED = {
    "changed": "The document named has these words instead",
    "not_found": "Nothing in the document named comes near to these words",
}
_OF_ANOTHER = "is not of this document."
_PAGE_EDGES = "A page ends within these words; what stands at its edge is not compared: {lines}."
_TOO_LONG = "Too long to be checked at once"
_SHORTEN = (
    "You pasted {length:,} letters; at most {longest:,} are checked at a time. All of it is still in the box: shorten "
    "it, or check it part by part."
)
_BOX_FITS = 20_000
"""So much can be pasted, and so much fits into an address; no more than `QUOTE_MAX_CHARS` of it are checked."""
_SHOWN_WORDS = 40
GONE: Final = "gone"
"""What stands in an address before the id of a document that a link was made to and that is not there any more."""
_REFERENCE_HEADINGS = {
    "exact": "This reference is right",
    "changed": "Part of this reference is wrong",
}
_SENTENCES = {
    "exact": "Spaces, signs before the items of a list, and the form of quotation marks and dashes, are not compared.",
    "with_omissions": "All pieces stand in the document, in this order. What the marks stand for:",
    "elsewhere": "",
    "changed": "What you pasted is struck out where it differs, and what the document says is underlined.",
    "not_found": "No passage comes near to them. They may be of a document that is not held here.",
}


@dataclass(frozen=True, slots=True)
class Put:
    """What a mark in a quotation stands for, such as "[…]".

    Attributes:
        mark: as it was pasted.
        counted: how many words of the document are left out; "" for none.
        left_out: these words, or the first and the last of many.
        turns: whether the sense may be another without them.
    """

    mark: str
    counted: str
    left_out: str
    turns: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """What was pasted beside what a document has: items of a list, rows of a table, or a paragraph.

    Attributes:
        kind: what the lines are.
        lines: each in its cells, of which what is no row has one, and these in runs of words.
        columns: the names of the columns; () where they are not known, and for what is no row.
    """

    kind: BlockKind
    lines: tuple[tuple[tuple[Difference, ...], ...], ...]
    columns: tuple[str, ...] = ()

    @property
    def is_stacked(self) -> bool:
        """Whether on a narrow screen the cells of its rows stand one below the other."""
        return max(map(len, self.lines)) >= STACKED_COLUMNS


@dataclass(frozen=True, slots=True)
class Shown:
    """A verdict's words as their document has them, laid out.

    Attributes:
        cite: how to cite them.
        words: in items, rows and paragraphs.
        whole: likewise the sentence that they stand in, where the verdict has one; otherwise ().
    """

    cite: Cite
    words: tuple[Group, ...] = ()
    whole: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What became of a piece of a quotation, or of all of it in the document that its reference names.

    Attributes:
        heading: what to say of it.
        cited: the piece; "" for all of the quotation.
        differences: where it was changed.
        reference, link: of the words or the document, as on the page; "" for none.
        whole: the sentence that the piece stands in, where something before it denies it; "" otherwise.
        page_edges: what was not compared, as of the edge of a page; "" for nothing.
        reference_note, reference_differences: what of a reference that was pasted with it says otherwise; "" for none.
    """

    heading: str
    cited: str
    differences: tuple[Compared, ...]
    reference: str
    link: str
    whole: str
    page_edges: str
    reference_note: str
    reference_differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class VerifyPage:
    """The page on which a quotation or a reference is checked.

    Attributes:
        pasted: what was pasted.
        longest: how many characters are checked.
        fits: how many the box takes.
        heading, sentence: what became of it; "" where nothing was pasted.
        status: see `qa.citing.verify.Verdict`; "" where nothing was pasted.
        is_good: whether the words may be used as they were pasted, with the reference that was.
        differences: where it was changed.
        written: the words as they stand in the document.
        title: of the document; "" for none.
        reference: how the words are referred to.
        reference_note: whether the reference that was pasted with the words is right; "" where none was.
        reference_differences: where that is wrong.
        link: where the document is shown with the words marked; "" for nowhere.
        cite: how to cite the words that stand there; None for none.
        omissions: what marks in the quotation stand for.
        whole: the sentence that the words stand in, where an omission may change its sense, or something before them
            denies them; "" otherwise.
        after: what denies them, such as "not"; "" for nothing.
        named: what the document has that the reference names, where the words stand in another, or the document that
            may be meant by a reference by which none goes; None otherwise.
        checked: how many quotations were checked, which were not, and in how many other documents this one stands.
        others: what became of the other quotations.
        page_edges: what was not compared, as of the edge of a page; "" for nothing.
        pieces: what became of each piece between such marks, where they do not stand together.
        gone: the id of the document that a link was made to, which is not there any more; "" for none.
    """

    frame: Frame
    pasted: str
    longest: int = QUOTE_MAX_CHARS
    fits: int = _BOX_FITS
    heading: str = ""
    sentence: str = ""
    status: str = ""
    is_good: bool = False
    differences: tuple[Compared, ...] = ()
    written: tuple[Group, ...] = ()
    title: str = ""
    reference: str = ""
    reference_note: str = ""
    reference_differences: tuple[Difference, ...] = ()
    link: str = ""
    cite: Cite | None = None
    omissions: tuple[Put, ...] = ()
    whole: tuple[Group, ...] = ()
    after: str = ""
    named: Part | None = None
    pieces: tuple[Part, ...] = ()
    checked: str = ""
    others: tuple[Part, ...] = ()
    page_edges: str = ""
    gone: str = ""


def show_verdict(
    pasted: str,
    verdict: Verdict | None,
    shown: Shown | None = None,
    index: IndexInfo | None = None,
    gone: str = "",
    site: str = "",
) -> VerifyPage:
    """The page with what became of the words that were pasted.

    Args:
        pasted: what was pasted.
        verdict: what became of it; None where nothing was pasted.
        shown: the words that stand there, laid out, and how to cite them; None for none.
        index: what is searched; None where that is not known.
        gone: the id of the document that a link was made to, which is not there any more; "" for none.
        site: the address of the service, which goes before links in citations, without a stroke at its end.
    """
    surrounding = frame("Check a quotation", index, site)
    if len(pasted.strip()) > QUOTE_MAX_CHARS:
        told = _SHORTEN.format(length=len(pasted.strip()), longest=QUOTE_MAX_CHARS)
        return VerifyPage(surrounding, pasted, heading=_TOO_LONG, sentence=told)
    if verdict is None:
        return VerifyPage(surrounding, pasted)
    is_reference = verdict.status != "not_found" and not verdict.written and not verdict.pieces
    note = "" if is_reference else _reference_note(verdict)
    return VerifyPage(
        surrounding,
        pasted,
        QUOTE_MAX_CHARS,
        _BOX_FITS,
        _REFERENCE_HEADINGS[verdict.status] if is_reference else _heading(verdict),
        _sentence(verdict, is_reference=is_reference),
        verdict.status,
        verdict.status in ("exact", "with_omissions")
        and not verdict.sentence
        and verdict.reference_status != "changed",
        compared_in_lines(verdict.differences, verdict.columns),
        () if verdict.differences or verdict.omissions or not shown else shown.words,
        verdict.title or "",
        verdict.reference,
        note,
        () if is_reference else verdict.reference_differences,
        verdict.link or "",
        shown.cite if shown else None,
        tuple(map(_put, verdict.omissions)),
        shown.whole if shown else (),
        verdict.after,
        _beside(verdict),
        tuple(_part(piece, _heading(piece), piece.cited) for piece in verdict.pieces),
        _checked(verdict),
        tuple(_part(one, _heading(one), one.cited) for one in verdict.quotations if not _is_first(one, verdict)),
        _page_edges(verdict),
        gone,
    )


def _sentence(verdict: Verdict, *, is_reference: bool) -> str:
    """What to say below the heading; "" for nothing."""
    if verdict.pieces or (is_reference and verdict.status == "exact"):
        return ""
    return _OF_UNHELD if verdict.is_reference else _SENTENCES[verdict.status]


def _beside(verdict: Verdict) -> Part | None:
    """What another document than that of the words has to do with them; None where there is none."""
    if verdict.perhaps:
        return _part(verdict.perhaps, _PERHAPS)
    return _part(verdict.named, _NAMED[verdict.named.status]) if verdict.named else None


def _is_first(one: Verdict, verdict: Verdict) -> bool:
    """Whether one of several quotations is that which is shown first."""
    return one == replace(verdict, quotations=(), unchecked=())


def _checked(verdict: Verdict) -> str:
    """How many of several quotations were checked, which were not, and where else this one stands."""
    said = []
    if verdict.quotations:
        said.append(_CHECKED.format(count=len(verdict.quotations), cited=verdict.cited))
    if verdict.unchecked:
        said.append(_UNCHECKED.format(words=", ".join(f"“{words}”" for words in verdict.unchecked)))
    if count := verdict.also_in:
        said.append(_ALSO_IN.format(count=count, documents="document" if count == 1 else "documents"))
    return " ".join(said)


def _heading(verdict: Verdict) -> str:
    """What became of words, in a line."""
    heading = _HEADINGS[verdict.status]
    if verdict.pieces:
        heading = _IN_PIECES
    elif verdict.is_reference:
        heading = _UNHELD
    elif verdict.status == "changed" and verdict.named:
        heading = _NEARLY_ELSEWHERE
    elif verdict.status == "with_omissions" and any(one.turns for one in verdict.omissions):
        heading = _TURNED
    elif verdict.status in ("exact", "with_omissions") and verdict.after:
        heading = _DENIED
    elif verdict.is_in_other_capitals:
        heading = _OTHER_CAPITALS
    elif verdict.status == "exact" and verdict.reference_status == "changed":
        heading = _WRONG_REFERENCE
    elif verdict.status == "with_omissions" and not any(one.left_out for one in verdict.omissions):
        heading = _PUT_IN
    return heading.format(title=verdict.title, after=verdict.after)


def compared_in_lines(runs: Sequence[Difference], columns: tuple[str, ...]) -> tuple[Compared, ...]:
    """Runs of words in the lines and cells that they are of, with items and rows that stand together.

    Args:
        runs: the words side by side.
        columns: the names of the columns of the row that they begin with; () where they are not known.
    """
    lines: list[tuple[BlockKind, list[list[Difference]]]] = []
    for run in runs:
        if run.begins == "table_cell" and lines:
            lines[-1][1].append([])
        elif run.begins != "table_cell" and (run.begins or not lines):
            lines.append((run.begins or "paragraph", [[]]))
        lines[-1][1][-1].append(run)
    return tuple(
        _together(kind, tuple(said for _, said in group), () if place else columns)
        for place, (kind, group) in enumerate(groupby(lines, lambda line: line[0]))
    )


def _together(kind: BlockKind, lines: Sequence[Sequence[Sequence[Difference]]], columns: tuple[str, ...]) -> Compared:
    """Lines of one kind; the cells of rows without the sign that stands between them where they are quoted."""
    if kind != "table_row":
        return Compared(kind, tuple(tuple(map(tuple, cells)) for cells in lines))
    rows = tuple(tuple(tuple(_without_parting(cell)) for cell in cells) for cells in lines)
    return Compared(kind, rows, columns if all(len(row) == len(columns) for row in rows) else ())


def _without_parting(cell: Sequence[Difference]) -> Iterator[Difference]:
    """The runs of a cell without a semicolon at its end; none without words."""
    for place, run in enumerate(cell, start=1):
        cited, written = (
            words.strip().removesuffix(";").rstrip() if place == len(cell) else words
            for words in (run.cited, run.written)
        )
        if cited or written:
            yield replace(run, cited=cited, written=written)


def _part(verdict: Verdict, heading: str, cited: str = "") -> Part:
    sentence, edges = flattened(verdict.sentence), _page_edges(verdict)
    note = _reference_note(verdict) if verdict.reference_status == "changed" else ""
    wrong = verdict.reference_differences if note else ()
    link = verdict.link or ""
    lines = compared_in_lines(verdict.differences, verdict.columns)
    return Part(heading, cited, lines, verdict.reference, link, sentence, edges, note, wrong)


def _reference_note(verdict: Verdict) -> str:
    """Whether the reference that was pasted with some words is right; "" where none was, or it names another source."""
    if not verdict.reference_status or verdict.named:
        return ""
    if verdict.reference_status == "exact":
        return "The reference is right."
    return f"The reference that you pasted {'says otherwise:' if verdict.reference_differences else _OF_ANOTHER}"


def _page_edges(verdict: Verdict) -> str:
    """What was not compared, as of the edge of a page; "" for nothing."""
    lines = ", ".join(f"“{line}”" for line in dict.fromkeys(verdict.page_edges))
    return _PAGE_EDGES.format(lines=lines) if lines else ""


def _put(omission: Omission) -> Put:
    """What a mark stands for, of many words the first and the last."""
    words = omission.left_out.split()
    half = _SHOWN_WORDS // 2
    shown = words if len(words) <= _SHOWN_WORDS else [*words[:half], "…", *words[-half:]]
    counted = f"{len(words):,} {'word' if len(words) == 1 else 'words'}" if words else ""
    return Put(omission.mark, counted, quoted(" ".join(shown)), omission.turns)
