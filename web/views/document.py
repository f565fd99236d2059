"""The page of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.document import Document
from corpus.labels.table import IN_FORCE, IN_FORCE_UNTIL, YEAR
from corpus.language.wording import day_in_words
from index.seams import DocumentMeta
from qa.address import own_address
from qa.answer import IndexInfo
from qa.citing.citation import capitalised, days_in_words, place_of, within_in_words
from qa.citing.verify import QUOTE_MAX_CHARS
from web.views.addresses import DocumentAddress, Steps
from web.views.blocks import Group, Mark, Segment, group_blocks, stepped
from web.views.citing import Cite, cite_span
from web.views.contents import Contents, show_contents
from web.views.finding import Match, find_question, find_words
from web.views.frame import Frame, frame
from web.views.parts import part_of, part_starts
from web.views.recalling import Recalled

_LONG_TITLE = 90
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class View:
    """What an address asks to see of a document.

    Attributes:
        cited: the span to mark, or None.
        find: what is looked for; "" for nothing.
        part, page, match: the number of the part, the page or the match to show, from 1; None where it is not said.
        question: the one that was asked; "" for none.
        asked: names and values that ask it again.
        back: where its results are; "" for none.
        recalled: what became of the words that a permanent link cites; None for any other address.
    """

    cited: tuple[int, int] | None = None
    find: str = ""
    part: int | None = None
    page: int | None = None
    match: int | None = None
    question: str = ""
    asked: tuple[tuple[str, str], ...] = ()
    back: str = ""
    recalled: Recalled | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What is looked for in a document.

    Attributes:
        typed: in the field.
        carried: names and values that the field sends along.
        matches: the places that hold it; None where nothing is looked for.
        of_question: whether these are words of the question.
        first: where the first place is shown.
        onward: what leads on from the place that is looked at, in words, and where; () where there is no other.
    """

    typed: str
    carried: tuple[tuple[str, str], ...]
    matches: Steps | None
    of_question: bool
    first: str
    onward: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choosing:
    """How words of a document are chosen, to be cited.

    Attributes:
        carried: names and values that the field sends along.
        longest: how many characters they may have.
    """

    carried: tuple[tuple[str, str], ...]
    longest: int


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page of the original file, shown as a picture.

    Attributes:
        pages: going through them.
        image: where the picture is.
        is_boxed: whether words stand on it that are boxed: those of the match that is looked at, or the cited ones.
        with_text: going through them where the picture stands beside the text, which goes along.
        of: the address of the picture of a page beside its text, as far as the number of the page.
    """

    pages: Steps
    with_text: Steps
    image: str
    is_boxed: bool
    of: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document, or a part of a long one, with the cited words marked.

    Attributes:
        heading: its title, as the document itself writes it where it does.
        long_title: the title again, where it may be too long for its line; otherwise "".
        back: where the results are from which somebody came; "" for none.
        source: its publisher.
        days: the day of its publication and the day that it is of, in words; "" where neither is known.
        labels: what the table of labels calls it, each with its name.
        sha256: of its file.
        url: its own address, when a browser may follow it.
        pages: the pages that are shown, in words; "" where there are none.
        page_count: how many there are to go to; 0 where there are not several.
        parts: going through its parts; None where it has one.
        contents: its headings.
        finding: what is looked for in it.
        original: where its file is offered; "" for nowhere.
        printed: a page of that file; None where it has none that can be shown.
        groups: its text.
        cite: how to cite the marked words.
        cited_at: where in it they stand: page and paragraph, as far as there are any.
        choosing: how other words are chosen, to be cited.
        recalled: what became of the words that a permanent link cites; None where they stand as they were cited.
        copies: other documents of the same file, by their ids, each with where it is shown.
        editions: other editions of it: title, day and whether it is in force in words, each with where it is shown.
    """

    frame: Frame
    heading: tuple[Segment, ...]
    long_title: str
    back: str
    source: str | None
    days: str
    labels: tuple[tuple[str, str], ...]
    sha256: str
    url: str | None
    pages: str
    page_count: int
    parts: Steps | None
    contents: Contents
    finding: Finding
    original: str
    printed: PrintedPage | None
    groups: tuple[Group, ...]
    cite: Cite | None
    cited_at: str
    choosing: Choosing
    recalled: Recalled | None
    copies: tuple[tuple[str, str], ...]
    editions: tuple[tuple[str, str], ...]


def show_document(
    document: Document,
    view: View,
    index: IndexInfo,
    *,
    has_original: bool = False,
    copies: Sequence[str] = (),
    editions: Sequence[tuple[DocumentMeta, str]] = (),
    site: str = "",
) -> DocumentPage:
    """A document's page.

    Args:
        document: the document.
        view: what to show of it.
        index: what is being searched.
        has_original: whether its file can be served.
        copies: the ids of other documents of the same file.
        editions: its other editions, each with what it is beside it.
        site: the address of the service, which goes before links in citations, without a stroke at its end.
    """
    at = DocumentAddress(document.id, view.cited, view.asked, view.find)
    starts = part_starts(document)
    matches = find_words(document, view.find) if view.find else find_question(document, view.question)
    match = min(view.match, len(matches)) if view.match and matches else 0
    part = _part(document, view, starts, matches[match - 1] if match else None)
    first, last = (*starts, len(document.text))[part - 1 : part + 1]
    groups = list(group_blocks(document, first, last, _marks(view, matches, match), page_starts=True))
    heading = _own_heading(document.title, groups) if part == 1 else ()
    stands = within_in_words(place_of(document, *view.cited)) if view.cited else ()
    return DocumentPage(
        frame(document.title, index, site),
        heading or (Segment(document.title),),
        document.title if len(document.title) > _LONG_TITLE else "",
        view.back,
        document.source,
        "; ".join(capitalised(days)) if (days := days_in_words(document)) else "",
        tuple((name.capitalize(), _label_in_words(name, value)) for name, value in document.labels if name != YEAR),
        document.sha256,
        own_address(document.url),
        _pages_in_words(document, first, last),
        len(document.pages) if len(document.pages) > 1 else 0,
        _steps(part, len(starts), at, "part", "text") if len(starts) > 1 else None,
        show_contents(document, at, starts),
        _finding(view, at, matches, match),
        at.original if has_original else "",
        _printed(document, view, at, first, matches[match - 1] if match else None) if has_original else None,
        stepped(groups),
        cite_span(document, *view.cited) if view.cited else None,
        ", ".join(capitalised(stands)) if stands else "",
        Choosing((("document", document.id), *view.asked), QUOTE_MAX_CHARS),
        view.recalled if view.recalled and view.recalled.sentence else None,
        tuple((copy, DocumentAddress(copy).to()) for copy in copies),
        tuple(
            (f"{one.title}, {day_in_words(date.fromordinal(one.day))} ({called})", DocumentAddress(one.id).to())
            for one, called in editions
        ),
    )


def _own_heading(title: str, groups: list[Group]) -> tuple[Segment, ...]:
    """Take the title from the beginning of a document's text, where it stands as its heading; () where it does not."""
    if len(groups) < 2 or not _is(title, groups[0]):
        return ()
    own = groups.pop(0)
    groups[0] = replace(groups[0], pages=own.pages + groups[0].pages)
    return own.blocks[0].segments


def _label_in_words(name: str, value: str) -> str:
    """What a label says, a day in words."""
    return day_in_words(date.fromisoformat(value)) if name in (IN_FORCE, IN_FORCE_UNTIL) else value


def _part(document: Document, view: View, starts: tuple[int, ...], match: Match | None) -> int:
    """Which part is shown: that of a match, of a page, the one asked for, or that of the cited words."""
    if match:
        return part_of(starts, match.start)
    if view.page and view.page <= len(document.pages):
        return part_of(starts, document.pages[view.page - 1])
    if view.part:
        return min(view.part, len(starts))
    return part_of(starts, view.cited[0]) if view.cited else 1


def _marks(view: View, matches: tuple[Match, ...], match: int) -> list[Mark]:
    """What to mark: the cited words, the words of all matches outside them, and the match that is looked at."""
    first, last = view.cited or (0, 0)
    marks = [mark for found in matches for mark in found.marks if mark.end <= first or last <= mark.start]
    if match:
        marks.append(Mark(matches[match - 1].start, matches[match - 1].end, "match"))
    if view.cited:
        marks.append(Mark(*view.cited, "cited"))
    return marks


def _steps(number: int, count: int, at: DocumentAddress, name: str, anchor: str) -> Steps:
    before = at.to(anchor, **{name: number - 1}) if number > 1 else ""
    return Steps(number, count, before, at.to(anchor, **{name: number + 1}) if number < count else "")


def _finding(view: View, at: DocumentAddress, matches: tuple[Match, ...], match: int) -> Finding:
    steps = _steps(match, len(matches), at, "match", "match") if view.find or matches else None
    first = at.to("match", match=1) if matches else ""
    onward: tuple[str, ...] = ()
    if len(matches) > 1:
        onward = ("Next match", steps.after) if steps and steps.after else ("Back to the first match", first)
    return Finding(view.find, at.carried, steps, not view.find, first, onward)


def _printed(
    document: Document, view: View, at: DocumentAddress, first: int, match: Match | None
) -> PrintedPage | None:
    """The page to show of a PDF: the one asked for, that of a match or of the cited words, or the first of the part."""
    if document.media_type != PDF or not document.pages:
        return None
    boxed = (match.start, match.end) if match else view.cited
    shown = boxed[0] if boxed and not (view.part and not match) else first
    asked = view.page if view.page and view.page <= len(document.pages) else None
    page = asked or document.page_at(shown) or 1
    begins, ends = (document.page_at(boxed[0]) or 1, document.page_at(boxed[1] - 1) or 1) if boxed else (0, 0)
    steps = _steps(page, len(document.pages), at, "page", "printed")
    with_text = Steps(
        page,
        len(document.pages),
        f"{at.to_page}{page - 1}#page-{page - 1}" if page > 1 else "",
        f"{at.to_page}{page + 1}#page-{page + 1}" if page < len(document.pages) else "",
    )
    return PrintedPage(steps, with_text, at.page_image(page, boxed), begins <= page <= ends, at.to_page)


def _pages_in_words(document: Document, first: int, last: int) -> str:
    """The pages that a part of a document stands on, such as "pages 3 to 5 of 13"."""
    count = len(document.pages)
    begin, end = document.page_at(first), document.page_at(max(last - 1, first))
    if not count or begin is None or end is None:
        return ""
    if begin == end:
        return f"page {begin} of {count}"
    is_whole = last - first == len(document.text)
    return f"{count} pages" if is_whole else f"pages {begin} to {end} of {count}"


def _is(title: str, group: Group) -> bool:
    """Whether a group says nothing but the title."""
    said = "".join(part.text for block in group.blocks for part in block.segments)
    return said.casefold().split() == title.casefold().split()
