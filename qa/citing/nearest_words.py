"""Where cited words stand in documents: exactly, or the run of words that comes nearest to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache, reduce
from heapq import nlargest
from itertools import islice, pairwise
from types import MappingProxyType
from typing import Final

import numpy as np

from corpus.document import Block, Document, Passage
from corpus.language.kinds import Span
from corpus.language.rows import CELL_END
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from index.seams import Rows, Scope
from index.snapshot import Snapshot
from qa.citing.listed import EDGES, Begun, listed, without_markers
from qa.citing.omitted import Piece, find_in_order
from qa.citing.pasted import SOFT_HYPHENS, are_in_capitals, edges, plain, seen_alike, unbroken
from qa.tables.named_rows import barred

_PASSAGES: Final = 60
_HOLDING: Final = 300
_HAVING: Final = 600
_COMPARED: Final = 8
_AROUND_CHARS: Final = 1_500
_EDGE_CHARS: Final = 2
"""So much before some words tells whether they begin within a word or number."""
_BEFORE_CHARS: Final = 2
"""Whoever counts the characters before some words on a page may be out by so many."""
_LEAST_ALIKE: Final = 0.6
_TOKEN = re.compile(r"\w+|[^\w\s]")
_BARE_WORD = re.compile(r"\w+")
_PARTED: Final = str.maketrans(dict.fromkeys(SOFT_HYPHENS, " "))
_BETWEEN_CELLS: Final = str.maketrans("|:", ";;")
_ENDING: Final = re.compile(r"[.;:!?](?=\s|$)|\n|\s[|]")
_FURTHER: Final = 6
"""So few words more are shown of a sentence or an item that ends otherwise."""
_BESIDE_EDGE = re.compile(r"\S+")
_BESIDE_WORDS: Final = 2
_BESIDE_CHARS: Final = 100
_LINES_TO: Final = 4
"""Lines with others of their list between them stand within so many times their length."""
_KEPT: Final = 256
"""Of so many words is kept how they are compared; the same are looked for in many places."""
_UNNUMBERED: Final = 2
"""So many pages at the front may have no number."""
_PAGE_WORD: Final = alternatives(load("pages")["page"])
_OF_A_PAGE: Final = re.compile(f"{_PAGE_WORD}|of", re.I)
_SCANNED: Final = 20_000
"""In so many passages are words looked for that are common in all of them."""
_NONE_BEGUN: Final[Mapping[int, Begun]] = MappingProxyType({})
Token = tuple[str, int, int]
"""A word or sign as it is compared, and where it stands."""
PlaceIn = tuple[Document, int, int]
"""A part of a document in which words may stand."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of words that is alike, or not.

    Attributes:
        cited: as it was cited; "" where the document has more.
        written: as the document has it; "" where more was cited.
        begins: of which kind the block is of the document that begins with it, such as an item of a list, or a cell of
            a row behind its first; null where it goes on in one, and where all words stand in one that is no row.
    """

    cited: str
    written: str
    begins: Begun | None = None

    @property
    def is_same(self) -> bool:
        """Whether both say the same."""
        return self.cited == self.written


@dataclass(frozen=True, slots=True)
class Near:
    """Words that come near to those that were cited, and what share of these they hold."""

    document: Document
    span: Span
    share: float


def find_exactly(text: str, words: str, first: int, last: int) -> Span | None:
    """Where words stand in a part of a text, but for spaces and the form of quotation marks and dashes; None if not.

    They are whole words there. Words that a line breaks, with a hyphen at its end, are whole words. Cells of a row may
    have a semicolon or a colon between them, or nothing. Capitals throughout are not compared.
    """
    before = max(first - _EDGE_CHARS, 0)
    if not _in_a_row(words).search(seen_alike(text[before:last])):
        return None
    looked_in = barred(text[before:last])
    for between_cells in (";", ":", " ") if "|" in words or "|" in looked_in else (";",):
        written, places = plain(looked_in, before, between_cells)
        sought, _ = plain(unbroken(words, written).strip(), 0, between_cells)
        begins, ends = edges(sought) if sought else ("", "")
        pattern = re.compile(f"{begins}{re.escape(sought)}{ends}", re.I if are_in_capitals(words) else re.NOFLAG)
        for found in pattern.finditer(written) if sought else ():
            if places[found.start()] >= first:
                return places[found.start()], places[found.end() - 1] + 1
    return None


@lru_cache(maxsize=_KEPT)
def _in_a_row(words: str) -> re.Pattern[str]:
    """What finds words one after the other, whatever stands between them that is no word."""
    in_a_row = r"\W*".join(map(re.escape, _BARE_WORD.findall(seen_alike(words.translate(_PARTED)))))
    return re.compile(in_a_row, re.I if are_in_capitals(words) else re.NOFLAG)


def without_edges(document: Document, first: int, last: int, text: str | None = None) -> str:
    """A document's text of the same length, with spaces for the running lines and notes of a part of it.

    Args:
        document: the document.
        first, last: the part.
        text: its text, where that is looked at without the signs of items.
    """
    text = document.text if text is None else text
    for block in _blocks_in(document, first, last):
        if block.kind in EDGES:
            text = f"{text[: block.start]}{' ' * (block.end - block.start)}{text[block.end :]}"
    return text


def edges_in(document: Document, first: int, last: int) -> tuple[str, ...]:
    """The running lines and notes of a part of a document, one line each."""
    found = (
        document.text[block.start : block.end] for block in _blocks_in(document, first, last) if block.kind in EDGES
    )
    return tuple(" ".join(text.split()) for text in found)


def find_over_edges(
    document: Document, words: str, first: int, last: int, text: str | None = None
) -> tuple[Span, tuple[str, ...]] | None:
    """Where words stand in a part of a document but for what its pages have at their edges, and what that is.

    Running lines and notes may stand in the document between them. Where a page ends, these and its number may have
    been copied with the words.

    Args:
        document: the document.
        words: the words.
        first, last: the part.
        text: its text, where that is looked at without the signs of items.

    Returns:
        None where the words do not stand so, or with nothing of this kind between them.
    """
    seen = document.text if text is None else text
    text = without_edges(document, first, last, seen)
    if not _may_hold(document, text[first:last], words):
        return None
    said, copied = _compared_as(words), []
    for page, start in enumerate(document.pages[1:], start=2):
        if first < start < last:
            before = _BESIDE_EDGE.findall(text[max(start - _BESIDE_CHARS, 0) : start])[-_BESIDE_WORDS:]
            after = _BESIDE_EDGE.findall(text[start : start + _BESIDE_CHARS])[:_BESIDE_WORDS]
            ends = [[_compared_as(word) for word in words] for words in (before, after)]
            if all(ends) and ends[0][-1] in said and ends[1][0] in said:
                match = _copied_edge(document, page, *ends).search(said)
                copied += [match["edge"].strip()] if match else []
                said = f"{said[: match.start('edge')]} {said[match.end('edge') :]}" if match else said
    if not copied and text == seen:
        return None
    span = find_exactly(text, said, first, last)
    between = (*edges_in(document, *span), *copied) if span else ()
    return (span, between) if span and between else None


@lru_cache(maxsize=_KEPT)
def _compared_as(words: str) -> str:
    """Words as they are compared with a text."""
    return plain(seen_alike(words))[0]


def _may_hold(document: Document, text: str, words: str) -> bool:
    """Whether each of some words is in a part of a document or may be of a page's edge, which is soon told."""
    seen = seen_alike(text).casefold()
    sought = _BARE_WORD.findall(unbroken(seen_alike(words).casefold(), seen))
    others = {word for word in sought if word not in seen and not word.isdigit() and not _OF_A_PAGE.fullmatch(word)}
    edges_of_it = seen_alike(" ".join(edges_in(document, 0, len(document.text)))).casefold() if others else ""
    return all(word in edges_of_it for word in others)


def _copied_edge(document: Document, page: int, before: Sequence[str], after: Sequence[str]) -> re.Pattern[str]:
    """What finds, in a text as it is compared, the edges of two pages that were copied between some words of these.

    Args:
        document: of which the pages are.
        page: the number of the second of them.
        before, after: the words, of which the text may begin or end with one.
    """
    running = {plain(line)[0] for line in edges_in(document, 0, len(document.text))}
    numbers = "|".join(str(number) for number in range(max(page - _UNNUMBERED - 1, 1), page + 1))
    number = rf"(?<!\w)(?:{_PAGE_WORD}\.?\s)?(?:{numbers})(?:\s?(?:of|/)\s?\d{{1,5}})?(?!\w)"
    edge = "|".join([*map(re.escape, sorted(running, key=len, reverse=True)), number, r"[|;–-]"])
    one, other = re.escape(before[-1]), re.escape(after[0])
    return re.compile(
        rf"(?:{re.escape(' '.join(before))}|^\W*{one})(?P<edge>\s?(?:(?:{edge})\s?){{1,8}})"
        rf"(?={re.escape(' '.join(after))}|{other}\W*$)",
        re.I,
    )


def _blocks_in(document: Document, first: int, last: int) -> Iterator[Block]:
    """The blocks of a document that begin in a part of it."""
    for block in islice(document.blocks, document.block_at(first) or 0, None):
        if block.start >= last:
            return
        if block.start >= first:
            yield block


def nearest_of(words: str, places: Iterable[PlaceIn]) -> Near | None:
    """Of some places the words that come nearest to others; None where none comes near."""
    like = (_nearest(words, *place) for place in _likeliest(words, list(places)))
    return max(filter(None, like), key=lambda found: found.share, default=None)


def places_of(snapshot: Snapshot, words: str, scope: Scope) -> Iterator[PlaceIn]:
    """Where the words may stand: documents, each with a part of its text, the likeliest first."""
    wanted = stems(words)
    if not wanted or not snapshot.manifest.passages:
        return
    rows = snapshot.lexical_index.query(wanted).search(_PASSAGES, scope).rows
    yield from _around_passages(snapshot, words, snapshot.passages(int(row) for row in rows))


def holding(snapshot: Snapshot, words: str, scope: Scope) -> Iterator[PlaceIn]:
    """Where words may stand exactly: parts of documents that have all of them in one passage, the likeliest first.

    Of the many that have words as common as "that they are", those that have them one after the other.
    """
    in_a_row = _in_a_row(words)
    if not in_a_row.pattern or not snapshot.manifest.passages:
        return
    wanted = stems(words)
    rows = (snapshot.lexical_index.rows(stem, "text").astype(np.int64) for stem in set(wanted))
    having: Rows = reduce(np.intersect1d, rows) if wanted else np.arange(snapshot.manifest.passages)
    inside = having[[index in scope for index in snapshot.document_index_of(having)]]
    if wanted:
        scores = snapshot.lexical_index.query(wanted).scores(inside)
        inside = inside[np.argsort(-scores, kind="stable")]
    best, others = inside[: _HOLDING if wanted else 0], inside[_HOLDING if wanted else 0 : _SCANNED]
    yield from _around_passages(snapshot, words, snapshot.passages(int(row) for row in best))
    further = (one for one in snapshot.passages(int(row) for row in others) if in_a_row.search(seen_alike(one.text)))
    yield from _around_passages(snapshot, words, further)


def having_most(snapshot: Snapshot, words: str, scope: Scope) -> Iterator[PlaceIn]:
    """Where most of the words stand, however common: parts of documents, those with most pairs side by side first.

    An altered word that is rare outweighs all the others in a search.
    """
    wanted = set(stems(words))
    if not wanted or not snapshot.manifest.passages:
        return
    having, counts = np.unique(
        np.concatenate([snapshot.lexical_index.rows(stem, "text").astype(np.int64) for stem in wanted]),
        return_counts=True,
    )
    likely = having[np.argsort(-counts, kind="stable")][: int(np.sum(2 * counts >= len(wanted)))]
    of_document = zip(likely, snapshot.document_index_of(likely), strict=True)
    inside = islice((int(row) for row, index in of_document if index in scope), _HAVING)
    pairs = _pairs(words)
    best = nlargest(_COMPARED, snapshot.passages(inside), key=lambda passage: len(pairs & _pairs(passage.text)))
    yield from _around_passages(snapshot, words, best)


def _around_passages(snapshot: Snapshot, words: str, passages: Iterable[Passage]) -> Iterator[PlaceIn]:
    """Parts of documents around some passages, with room for words."""
    read: dict[str, Document | None] = {}
    for passage in passages:
        if passage.document_id not in read:
            read[passage.document_id] = snapshot.document(passage.document_id)
        if document := read[passage.document_id]:
            margin = _AROUND_CHARS + len(words)
            yield document, max(passage.start - margin, 0), min(passage.end + margin, len(document.text))


def _likeliest(words: str, places: Sequence[PlaceIn]) -> list[PlaceIn]:
    """Of some places those few that hold most pairs of the words side by side, however common each word is."""
    wanted = _pairs(words)
    return nlargest(_COMPARED, places, key=lambda place: len(wanted & _pairs(place[0].text[place[1] : place[2]])))


def _pairs(text: str) -> set[tuple[str, str]]:
    """The words of a text that stand side by side, small letters for capitals."""
    return set(pairwise(_TOKEN.findall(seen_alike(text).lower().translate(_BETWEEN_CELLS))))


def _uncapitalised(text: str) -> list[Token]:
    """The words and signs of a text, with small letters for capitals, and one sign for those between cells of a row."""
    return [(token.lower().translate(_BETWEEN_CELLS), start, end) for token, start, end in tokens(text)]


def around(document: Document, words: str, near: int) -> tuple[int, int]:
    """The part of a text in which words stand that begin at an offset or soon after it."""
    last = len(document.text)
    return min(max(near - _BEFORE_CHARS, 0), last), min(near + 2 * len(words) + _AROUND_CHARS, last)


def _nearest(words: str, document: Document, first: int, last: int) -> Near | None:
    """The run of a text that holds most of the words, as long as they are; None where it holds too few."""
    text = without_edges(document, first, last, without_markers(document, first, last))[first:last]
    if whole := _some_lines(words, text):
        return Near(document, (first + whole[0], first + whole[1]), 1.0)
    cited, written = _uncapitalised(barred(unbroken(listed(words).words, text))), _uncapitalised(text)
    length = min(len(cited), len(written))
    if not length:
        return None
    wanted = Counter(token for token, _, _ in cited)
    held = {
        start: (Counter(token for token, _, _ in written[start : start + length]) & wanted).total()
        for start in range(0, len(written) - length + 1, max(length // 8, 1))
    }
    best = max(held.values())
    most = [start for start, count in held.items() if count == best]
    margin = length // 4 + 2
    windows = (written[max(start - margin, 0) : start + length + margin] for start in {most[0], most[-1]})
    like = [found for window in windows if (found := _compared(cited, window))]
    if not like:
        return None
    share, start, end, is_cut = max(like)
    last_of_it = _sentence_end(text, end) if is_cut else end
    return Near(document, (first + start, first + _whole_cell(text, start, last_of_it)), share)


def _some_lines(words: str, text: str) -> Span | None:
    """Where the lines of some words stand one after the other in a text, with not too much left out between them."""
    lines = [line for line in listed(words).words.split("\n") if len(line.split()) > 1]
    spans = find_in_order(text, [Piece(line) for line in lines], 0, len(text)) if len(lines) > 1 else ()
    return (spans[0][0], spans[-1][1]) if spans and spans[-1][1] - spans[0][0] < _LINES_TO * len(words) else None


def _sentence_end(text: str, end: int) -> int:
    """Where the sentence or item ends in which words end, without its last sign; where these end if that is far off."""
    rest = _ENDING.split(text[end:], maxsplit=1)[0].rstrip()
    return end + len(rest) if len(rest.split()) <= _FURTHER else end


def _whole_cell(text: str, start: int, end: int) -> int:
    """Where words of a row end, with the whole of their last cell; of other words, where these end."""
    row = text[start:end] + text[end:].partition("\n")[0]
    if CELL_END not in row[: end - start] or "\n" in row[: end - start]:
        return end
    return end + len(row[end - start :].split(CELL_END)[0].rstrip())


def _compared(cited: Sequence[Token], window: Sequence[Token]) -> tuple[float, int, int, bool] | None:
    """What share of some words stands in others in their order, where, and whether these end otherwise.

    Returns:
        None where the share is too small.
    """
    blocks = SequenceMatcher(
        None, [token for token, _, _ in cited], [token for token, _, _ in window], autojunk=False
    ).get_matching_blocks()[:-1]
    share = sum(block.size for block in blocks) / len(cited)
    if share < _LEAST_ALIKE:
        return None
    start = max(blocks[0].b - blocks[0].a, 0)
    end = min(blocks[-1].b + len(cited) - blocks[-1].a, len(window))
    is_cut = any(token[:1].isalnum() for token, _, _ in cited[blocks[-1].a + blocks[-1].size :])
    return share, window[start][1], window[end - 1][2], is_cut


def tokens(text: str) -> list[Token]:
    """The words and signs of a text as they are compared, each with where it stands; none that are not seen."""
    return [(seen, *match.span()) for match in _TOKEN.finditer(text) if (seen := _seen(match.group()))]


def _seen(token: str) -> str:
    """A word or sign as it is compared; no sign is taken for a letter or digit of ASCII."""
    return token if token.isascii() and token.isalnum() else seen_alike(token)


def differences(cited: str, written: str, begun: Mapping[int, Begun] = _NONE_BEGUN) -> tuple[Difference, ...]:
    """Two versions of some words side by side, run by run; capitals throughout are not compared.

    Args:
        cited: as they were cited.
        written: as a document has them.
        begun: where in these a block of the document, or a cell of one, begins, and of which kind; a run ends there.
    """
    one, other = tokens(cited), tokens(written)
    compared = str.upper if are_in_capitals(cited) else str
    said, has = ([compared(token) for token, _, _ in each] for each in (one, other))
    first = {bisect_left(other, start, key=lambda token: token[1]): kind for start, kind in begun.items()}
    found: list[Difference] = []
    for tag, a, b, c, d in SequenceMatcher(None, said, has, autojunk=False).get_opcodes():
        for left, right in pairwise((c, *(place for place in sorted(first) if c < place < d), d)):
            run = _between(written, other, left, right)
            says = run if tag == "equal" else _between(cited, one, a, b) if left == c else ""
            found.append(Difference(says, run, first.get(left) if left < right else None))
    return tuple(found)


def _between(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    return text[tokens[first][1] : tokens[last - 1][2]] if first < last else ""
