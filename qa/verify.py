"""Whether words that somebody cites stand in the documents: exactly, in other words, or not at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest
from itertools import chain, islice, pairwise
from typing import Literal

from corpus.document import Document
from corpus.language.kinds import Span
from corpus.language.words import stems
from index.seams import EVERYTHING, Scope
from index.snapshot import Snapshot
from qa.citation import citation_link, document_link, place_in_words, place_of, quoted, reference
from qa.pasted import Pasted, quotations_within, unbroken, ways_to_read
from qa.referred import (
    SEEN_ALIKE,
    Referred,
    compare_reference,
    find_reference,
    is_title,
    names_a_source,
    plain,
    titles_in,
)

Status = Literal["exact", "changed", "not_found"]
QUOTE_MAX_CHARS = 4_000
_PASSAGES = 60
_COMPARED = 8
_AROUND_CHARS = 1_500
_BEFORE_CHARS = 2
"""Whoever counts the characters before some words on a page may be out by so many."""
_LEAST_ALIKE = 0.6
_OWN_SENTENCE = 0.8
"""A sentence of which no document has so much is somebody's own, and the quotation within it is what is checked."""
_TOKEN = re.compile(r"\w+|[^\w\s]")
_Token = tuple[str, int, int]
"""A word or sign as it is compared, and where it stands."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of words that is alike, or not.

    Attributes:
        cited: as it was cited; "" where the document has more.
        written: as the document has it; "" where more was cited.
    """

    cited: str
    written: str

    @property
    def is_same(self) -> bool:
        """Whether both say the same."""
        return self.cited == self.written


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of some cited words.

    Attributes:
        status: whether they stand in a document exactly, but for spaces and the form of quotation marks and dashes;
            changed; or not at all.
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


def verify(snapshot: Snapshot, pasted: str, document_id: str | None = None, near: int | None = None) -> Verdict:
    """Look for cited words, or for the source that a reference names, in the documents.

    Args:
        snapshot: what is searched.
        pasted: the words, with quotation marks and their reference or without; or a reference alone.
        document_id: the document they are said to stand in; None for any.
        near: the offset in that document at or after which they are said to stand; None where that is not known.
    """
    ways = [way for way in ways_to_read(pasted) if _is_read_so(snapshot, way)]
    for way in ways:
        if verdict := _exactly(snapshot, way, document_id, near):
            return verdict
    way = ways[0]
    if not way.reference and (source := find_reference(snapshot, pasted)):
        return _verdict_on_reference(pasted, source)
    likeliest = chain.from_iterable(
        _likeliest(way.words, places) for places in _in_scopes(snapshot, way, document_id, near)
    )
    like = [found for place in islice(likeliest, _COMPARED) if (found := _nearest(way.words, *place))]
    nearest = max(like, key=lambda found: found.share, default=None)
    quotations = list(quotations_within(way.words))
    if quotations and (nearest is None or nearest.share < _OWN_SENTENCE or _is_own(way.words, quotations, nearest)):
        verdicts = [
            _exactly(snapshot, quotation, document_id, near) or verify(snapshot, quotation.words, document_id, near)
            for quotation in quotations
        ]
        wrong = [one for one in verdicts if one.cited.casefold() != one.written.casefold() and one.status != "exact"]
        if len(wrong) < len(verdicts):
            right = next((one for one in verdicts if one.status == "exact"), verdicts[0])
            return wrong[0] if wrong else right
    return _verdict("changed", way, nearest.document, nearest.span) if nearest else Verdict("not_found", way.words)


def find_exactly(text: str, words: str, first: int, last: int) -> Span | None:
    """Where words stand in a part of a text, but for spaces and the form of quotation marks and dashes; None if not.

    Words that a line breaks, with a hyphen at its end, are whole words. Cells of a row may have a semicolon or a colon
    between them, or nothing.
    """
    has_cells = "|" in words or "|" in text[first:last]
    for between_cells in (";", ":", " ") if has_cells else (";",):
        written, places = plain(text[first:last], first, between_cells)
        sought, _ = plain(unbroken(words.translate(SEEN_ALIKE), written).strip(), 0, between_cells)
        at = written.find(sought) if sought else -1
        if at >= 0:
            return places[at], places[at + len(sought) - 1] + 1
    return None


def differences(cited: str, written: str) -> tuple[Difference, ...]:
    """Two versions of some words side by side, run by run."""
    one, other = _tokens(cited), _tokens(written)
    matched = SequenceMatcher(None, [token for token, _, _ in one], [token for token, _, _ in other], autojunk=False)
    runs = [
        Difference(_between(cited, one, a, b), _between(written, other, c, d))
        for _, a, b, c, d in matched.get_opcodes()
    ]
    return tuple(
        Difference(run.written, run.written) if kind[0] == "equal" else run
        for run, kind in zip(runs, matched.get_opcodes(), strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Near:
    """Words that come near to those that were cited, and what share of these they hold."""

    document: Document
    span: Span
    share: float


def _is_own(pasted: str, quotations: Sequence[Pasted], nearest: _Near) -> bool:
    """Whether the words around quotations are somebody's own: most of them do not stand where these nearly do."""
    around = pasted
    for quotation in quotations:
        around = around.replace(quotation.words, " ")
    written = {word for word, _, _ in _tokens(nearest.document.text[slice(*nearest.span)])}
    own = [word for word, _, _ in _tokens(around) if word.isalnum()]
    return 2 * sum(word in written for word in own) < len(own)


def _is_read_so(snapshot: Snapshot, way: Pasted) -> bool:
    """Whether what stands beside the words is a reference, and they are not its title."""
    if not way.reference:
        return True
    return (way.is_marked or names_a_source(snapshot, way.reference)) and not is_title(snapshot, way.words)


def _in_scopes(
    snapshot: Snapshot, way: Pasted, document_id: str | None, near: int | None
) -> Iterator[list[tuple[Document, int, int]]]:
    """Where the words may stand: where it is told, then in the documents that a reference names, then anywhere."""
    told = snapshot.document(document_id) if document_id is not None and near is not None else None
    if told:
        yield [(told, *_around(told, way.words, near or 0))]
    if titled := titles_in(snapshot, way.reference) if way.reference else frozenset():
        yield list(_places(snapshot, way.words, snapshot.scope(lambda meta: meta.id in titled)))
    scope = EVERYTHING if document_id is None else snapshot.scope(lambda meta: meta.id == document_id)
    yield list(_places(snapshot, way.words, scope))


def _exactly(snapshot: Snapshot, way: Pasted, document_id: str | None, near: int | None) -> Verdict | None:
    """That the words stand exactly in a document; None where they do not."""
    for document, first, last in chain.from_iterable(_in_scopes(snapshot, way, document_id, near)):
        if (span := find_exactly(document.text, way.words, first, last)) is not None:
            return _verdict("exact", way, document, span)
    return None


def _places(snapshot: Snapshot, words: str, scope: Scope) -> Iterator[tuple[Document, int, int]]:
    """Where the words may stand: documents, each with a part of its text, the likeliest first."""
    wanted = stems(words)
    if not wanted or not snapshot.manifest.passages:
        return
    rows = snapshot.lexical_index.query(wanted).search(_PASSAGES, scope).rows
    read: dict[str, Document | None] = {}
    for passage in snapshot.passages(int(row) for row in rows):
        if passage.document_id not in read:
            read[passage.document_id] = snapshot.document(passage.document_id)
        if document := read[passage.document_id]:
            around = _AROUND_CHARS + len(words)
            yield document, max(passage.start - around, 0), min(passage.end + around, len(document.text))


def _likeliest(words: str, places: Sequence[tuple[Document, int, int]]) -> list[tuple[Document, int, int]]:
    """Of some places those few that hold most pairs of the words side by side, however common each word is."""
    wanted = _pairs(words)
    return nlargest(_COMPARED, places, key=lambda place: len(wanted & _pairs(place[0].text[place[1] : place[2]])))


def _pairs(text: str) -> set[tuple[str, str]]:
    """The words of a text that stand side by side, small letters for capitals."""
    return set(pairwise(token for token, _, _ in _uncapitalised(text)))


def _uncapitalised(text: str) -> list[_Token]:
    """The words and signs of a text, with small letters for capitals."""
    return [(token.lower(), start, end) for token, start, end in _tokens(text)]


def _around(document: Document, words: str, near: int) -> tuple[int, int]:
    """The part of a text in which words stand that begin at an offset or soon after it."""
    last = len(document.text)
    return min(max(near - _BEFORE_CHARS, 0), last), min(near + 2 * len(words) + _AROUND_CHARS, last)


def _nearest(words: str, document: Document, first: int, last: int) -> _Near | None:
    """The run of a text that holds most of the words, as long as they are; None where it holds too few."""
    text = document.text[first:last]
    cited, written = _uncapitalised(unbroken(words, text)), _uncapitalised(text)
    length = min(len(cited), len(written))
    if not length:
        return None
    wanted = Counter(token for token, _, _ in cited)
    held = {
        start: (Counter(token for token, _, _ in written[start : start + length]) & wanted).total()
        for start in range(0, len(written) - length + 1, max(length // 8, 1))
    }
    most = [start for start, count in held.items() if count == max(held.values())]
    margin = length // 4 + 2
    windows = (written[max(start - margin, 0) : start + length + margin] for start in {most[0], most[-1]})
    like = [found for window in windows if (found := _compared(cited, window))]
    if not like:
        return None
    share, start, end = max(like)
    return _Near(document, (first + start, first + end), share)


def _compared(cited: Sequence[_Token], window: Sequence[_Token]) -> tuple[float, int, int] | None:
    """What share of some words stands in others in their order, and where; None where that is too small."""
    blocks = SequenceMatcher(
        None, [token for token, _, _ in cited], [token for token, _, _ in window], autojunk=False
    ).get_matching_blocks()[:-1]
    share = sum(block.size for block in blocks) / len(cited)
    if share < _LEAST_ALIKE:
        return None
    start = max(blocks[0].b - blocks[0].a, 0)
    end = min(blocks[-1].b + len(cited) - blocks[-1].a, len(window))
    return share, window[start][1], window[end - 1][2]


def _verdict(status: Status, way: Pasted, document: Document, span: Span) -> Verdict:
    start, end = span
    written = document.text[start:end]
    place = place_in_words(document, place_of(document, start, end))
    named = reference(document, document.title, place)
    compared = compare_reference(document, way.reference, span) if way.reference else None
    words = unbroken(way.words, written)
    return Verdict(
        status,
        way.words,
        document.id,
        document.title,
        start,
        end,
        written,
        differences(quoted(words), quoted(written)) if status == "changed" else (),
        named,
        None if not way.reference else "exact" if compared and compared.is_exact else "changed",
        citation_link(document.id, start, end, written),
        differences(way.reference, _amended(way.reference, compared)) if compared and compared.amended else (),
    )


def _verdict_on_reference(cited: str, source: Referred) -> Verdict:
    span = source.span
    return Verdict(
        "exact" if source.is_exact else "changed",
        cited,
        source.document.id,
        source.document.title,
        start=span[0] if span else None,
        end=span[1] if span else None,
        differences=() if source.is_exact else differences(cited, _amended(cited, source)),
        reference=source.reference,
        reference_status="exact" if source.is_exact else "changed",
        link=citation_link(source.document.id, *span, source.document.text[slice(*span)])
        if span
        else document_link(source.document.id),
    )


def _amended(cited: str, source: Referred) -> str:
    """A reference with what is right in place of what it says otherwise."""
    for one in reversed(source.amended):
        cited = cited[: one.start] + one.right + cited[one.end :]
    return cited


def _tokens(text: str) -> list[_Token]:
    """The words and signs of a text as they are compared, each with where it stands."""
    return [(match.group().translate(SEEN_ALIKE), *match.span()) for match in _TOKEN.finditer(text)]


def _between(text: str, tokens: Sequence[_Token], first: int, last: int) -> str:
    return text[tokens[first][1] : tokens[last - 1][2]] if first < last else ""
