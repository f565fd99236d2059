"""The source that a reference names, however it is written, found again in the documents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from pathlib import PurePosixPath
from typing import Final
from weakref import WeakKeyDictionary

from corpus.document import Document
from corpus.language.kinds import Span
from corpus.language.times.dates import times_with_days
from corpus.language.vocabulary import alternatives, load
from corpus.language.wording import day_in_words
from corpus.language.words import stems
from corpus.metadata.days import file_name_day
from corpus.structure import is_heading
from index.seams import DocumentMeta
from index.snapshot import Snapshot
from qa.citing.citation import COLUMNS, NO_DAY, POINTS, Place, place_in_words, place_of, reference
from qa.citing.pasted import plain, seen_alike

_WORDS = load("citation")["reference"]
_BESIDE = frozenset[str](_WORDS["beside"])
_PAGE = re.compile(
    rf"(?<!\w){alternatives(_WORDS['pages'])}\.?\s{{0,3}}(?P<first>\d{{1,5}})(?:(?:\s?-\s?|\s(?:to|and)\s)(?P<last>\d{{1,5}}))?(?!\w)",
    re.I,
)
_PAGE_AFTER_YEAR = re.compile(r"(?<=\d{4})\s?[:,]\s?(?P<first>\d{1,3})(?:\s?-\s?(?P<last>\d{1,3}))?(?=\W{0,9}$)")
"""A page without a word for it, as in "(Ofsted 2023: 9)"."""
_NUMBER = r"\d{1,5}(?:\.\d{1,5}){0,5}(?:\s?\([a-z0-9]{1,4}\)){0,3}[a-z]?"
_PARAGRAPH = re.compile(
    rf"(?<!\w){alternatives(_WORDS['paragraphs'])}\.?\s{{0,3}}"
    rf"(?P<first>{_NUMBER})(?:(?:\s?-\s?|\s(?:to|and)\s)(?P<last>{_NUMBER}))?(?!\w)",
    re.I,
)
_NAMED_PARTS = alternatives(load("lists")["numbered_parts"])
_PART = re.compile(
    rf"(?<!\w)(?P<first>{_NAMED_PARTS}\s{{1,3}}{_NUMBER})"
    rf"(?:(?:\s?-\s?|\s(?:to|and)\s)(?P<last>{_NAMED_PARTS}\s{{1,3}}{_NUMBER}))?(?!\w)",
    re.I,
)
"""A number with the word that is printed before it: "Minute 41", "Section 2 to Section 3"."""
_PART_NAME = re.compile(rf"{_NAMED_PARTS}\s+", re.I)
_PARAGRAPH_WORD = re.compile(rf"{alternatives(_WORDS['paragraphs'])}\.?\s+", re.I)
_MINUTE = re.compile(r"(?<!\d)\d{2,4}:\d{2}:\d{2}(?!\d)")
_OF_POINTS = re.escape(POINTS).replace(re.escape("{}"), "[0-9]{1,5}")
_BESIDE_IT = re.compile(rf"https?://\S+|/documents/\S+|{_OF_POINTS}|;\s*{re.escape(COLUMNS)}.*", re.DOTALL)
_PARTING = re.compile(r"[,;:()\[\]]|\.\s|\s-\s")
_WORD = re.compile(r"\w+")
_LONGEST = 600
_TITLE_LEAST_CHARS = 4
_SUFFIX: Final = re.compile(r"\.[a-z]\w{1,5}$", re.I)
_DOCUMENTS = 20
_BLOCKS = 20_000
_PUBLISHER_WORDS = 4
_LEAST_WORDS = 2
"""So many words of a title that is shortened name a document; one does beside a page, a paragraph or a day."""


@dataclass(frozen=True, slots=True)
class Amended:
    """A part of a reference that says otherwise than its document: where it stands, and what is right, if anything."""

    start: int
    end: int
    right: str


@dataclass(frozen=True, slots=True)
class Referred:
    """What a reference names.

    Attributes:
        document: which it means.
        reference: how that document, or the paragraph that is meant, is referred to in full.
        amended: the parts that say otherwise, in their order; () where all that it says is right.
        span: the place in the document that is meant; None for the document.
    """

    document: Document
    reference: str
    amended: tuple[Amended, ...]
    span: Span | None

    @property
    def is_exact(self) -> bool:
        """Whether all that the reference says is right."""
        return not self.amended


@dataclass(frozen=True, slots=True)
class _Told:
    """A reference as it was read: what it tells, each with where it stands, and the rest of it, as long as all.

    Of pages and paragraphs it tells the first and, where it names several, the last.
    """

    pages: tuple[tuple[Span, int], ...]
    paragraphs: tuple[tuple[Span, str], ...]
    days: tuple[tuple[Span, tuple[date, date]], ...]
    rest: str

    @property
    def names_a_place(self) -> bool:
        """Whether it names a page or a paragraph."""
        return bool(self.pages or self.paragraphs)


@dataclass(frozen=True, slots=True)
class _Place:
    """A place that may be meant: pages on which it stands, the numbers of its paragraphs, and where it is."""

    stands: Place
    span: Span

    @property
    def pages(self) -> range:
        """The pages from the first to the last."""
        first = self.stands.page
        return range(first, (self.stands.last_page or first) + 1) if first else range(0)

    @property
    def numbers(self) -> tuple[str | None, str | None]:
        """The number of the first paragraph and of the last."""
        return self.stands.paragraph, self.stands.last_paragraph or self.stands.paragraph


@dataclass(frozen=True, slots=True)
class _Titles:
    """What the documents of a snapshot are called.

    Attributes:
        documents: the ids of the documents of each title and file name, as these are compared.
        by_title, by_name: for each stem the ids of the documents that have it in their title, and in their title or
            publisher.
    """

    documents: Mapping[str, Collection[str]]
    by_title: Mapping[str, Set[str]]
    by_name: Mapping[str, Set[str]]

    def shortened(self, words: str) -> frozenset[str]:
        """The ids of the documents whose title and publisher have all of some words, and the title one of them."""
        wanted = set(stems(words))
        if not wanted:
            return frozenset()
        having = frozenset.intersection(*(frozenset(self.by_name.get(stem, ())) for stem in wanted))
        return having.intersection(chain.from_iterable(self.by_title.get(stem, ()) for stem in wanted))


_TITLES: Final[WeakKeyDictionary[Snapshot, _Titles]] = WeakKeyDictionary()
"""The titles of each snapshot that was asked, as long as it is open."""


def without_place(referred: str) -> str:
    """A reference without its page, paragraph or minute."""
    for pattern in (_PAGE, _PAGE_AFTER_YEAR, _MINUTE, _PARAGRAPH, _PART):
        referred = pattern.sub("", referred)
    return referred.strip(" ,;:")


def titles_in(snapshot: Snapshot, referred: str, least_words: int = _LEAST_WORDS) -> frozenset[str]:
    """The ids of the documents that a reference names.

    Their titles stand in it, and not within a longer one; or else have all of its words that tell no publisher, day,
    page or paragraph.

    Args:
        snapshot: which holds the documents.
        referred: the reference.
        least_words: how many words of a shortened title name a document where no page, paragraph or day stands beside.
    """
    if whole := whole_titles_in(snapshot, referred):
        return whole
    told = _read(plain(referred)[0])
    words = [word.group() for word in _telling(told.rest, 0, len(told.rest))]
    is_named = any(letter.isalpha() for word in words for letter in word)
    if not is_named or len(words) < (1 if told.names_a_place or told.days else least_words):
        return frozenset()
    return _titles_of(snapshot).shortened(" ".join(words))


def whole_titles_in(snapshot: Snapshot, said: str) -> frozenset[str]:
    """The ids of the documents whose title stands in some words, and not within a longer one."""
    titles, small = _titles_of(snapshot).documents, _small(plain(said)[0])
    found = [title for title in titles if title in small]
    whole = [title for title in found if not any(title in other for other in found if other != title)]
    return frozenset(chain.from_iterable(titles[title] for title in whole))


def documents_named(snapshot: Snapshot, referred: str) -> frozenset[str]:
    """The ids of the documents that a reference names: of those of its title those of its publisher and day, if any."""
    titled = titles_in(snapshot, referred, 1)
    said = plain(referred)[0]
    wrong = {meta.id: _wrong_origin(meta, said)[1] for meta in snapshot.metadata if meta.id in titled}
    return frozenset(name for name, amended in wrong.items() if amended == ()) or titled


def names_a_source(snapshot: Snapshot, referred: str) -> bool:
    """Whether words that stand beside a quotation are a reference: they name a page, a paragraph or a document."""
    return len(referred) <= _LONGEST and (
        _read(plain(referred)[0]).names_a_place or bool(titles_in(snapshot, referred))
    )


def is_title(snapshot: Snapshot, words: str) -> bool:
    """Whether words are the title of a document, and not its words."""
    return _compared(words) in _titles_of(snapshot).documents


def find_reference(snapshot: Snapshot, pasted: str) -> Referred | None:
    """The document, and the paragraph, that a reference names; None for words that are no reference to a document.

    Parts may stand in any order and be left out. Of documents of one title the one is meant of which most is right.
    """
    if len(pasted) > _LONGEST:
        return None
    likely: list[tuple[int, int, Referred]] = []
    for name in islice(sorted(titles_in(snapshot, pasted)), _DOCUMENTS):
        document = snapshot.document(name)
        found = compare_reference(document, pasted) if document else None
        if document and found:
            day = document.published or document.dated
            likely.append((-len(found.amended), day.toordinal() if day else 0, found))
    return max(likely, key=lambda one: one[:2])[2] if likely else None


def compare_reference(document: Document, referred: str, span: Span | None = None) -> Referred | None:
    """What a reference says of a document, beside what is so; None where it says other things too.

    Args:
        document: which it means.
        referred: the reference.
        span: the place in the document that it is said to be of; None for the place that it names.
    """
    said, places = plain(referred)
    told, origin = _wrong_origin(document, said)
    if origin is None:
        return None
    place = _place(document, told, span)
    amended = (*origin, *_wrong_place(document, told, place))
    named = reference(document, document.title, _in_words(document, place))
    return Referred(
        document,
        named,
        tuple(
            Amended(places[one.start], places[one.end - 1] + 1, one.right)
            for one in sorted(amended, key=lambda one: one.start)
        ),
        place.span if place else None,
    )


def _wrong_origin(source: Document | DocumentMeta, said: str) -> tuple[_Told, tuple[Amended, ...] | None]:
    """What a reference tells, and its publisher and days that are not those of a document; None for other words."""
    small = _small(said)
    at, name = next(((at, name) for name in _names(source) if (at := small.find(name)) >= 0), (-1, ""))
    told = _read(_without(said, (at, at + len(name))) if name else said)
    publisher = _wrong_publisher(told.rest, source, at)
    return told, None if publisher is None else (*publisher, *_wrong_days(told, source))


def _titles_of(snapshot: Snapshot) -> _Titles:
    """What the documents of a snapshot are called, gathered once."""
    if found := _TITLES.get(snapshot):
        return found
    documents: dict[str, list[str]] = defaultdict(list)
    by_title: dict[str, set[str]] = defaultdict(set)
    by_name: dict[str, set[str]] = defaultdict(set)
    for meta in snapshot.metadata:
        for name in _names(meta):
            documents[name].append(meta.id)
        for stem in (in_title := set(stems(meta.title))):
            by_title[stem].add(meta.id)
        for stem in in_title | set(stems(meta.source or "")):
            by_name[stem].add(meta.id)
    return _TITLES.setdefault(snapshot, _Titles(dict(documents), dict(by_title), dict(by_name)))


def _small(text: str) -> str:
    """A text in small letters, of which there are as many."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _names(source: Document | DocumentMeta) -> tuple[str, ...]:
    """What a document may be called, as it is compared: its title, its id and the name of its file, none too short."""
    names = (source.title, *((source.id, PurePosixPath(source.id).name) if _SUFFIX.search(source.id) else ()))
    return tuple(dict.fromkeys(name for name in map(_compared, names) if len(name) >= _TITLE_LEAST_CHARS))


def _compared(words: str) -> str:
    """Words in small letters, as `plain` and `_small` give them."""
    return " ".join(_small(seen_alike(words)).split()).replace(" |", "|").replace("|", ";")


def _read(said: str) -> _Told:
    """What a reference tells, apart from publisher and title."""
    rest = _BESIDE_IT.sub(lambda match: " " * len(match.group()), said)
    page, minute = _PAGE.search(rest) or _PAGE_AFTER_YEAR.search(rest), _MINUTE.search(rest)
    paragraph = _PARAGRAPH.search(rest) or _PART.search(rest)
    pages = tuple((span, int(said)) for span, said in _ends(page))
    numbers = ((minute.span(), minute.group()),) if minute else tuple(_ends(paragraph))
    for match in filter(None, (page, paragraph, minute)):
        rest = _without(rest, match.span())
    days = tuple(((time.start, time.end), days) for time, days in times_with_days(rest))
    for span, _ in days:
        rest = _without(rest, span)
    return _Told(pages, numbers, days, _small(rest))


def _ends(match: re.Match[str] | None) -> Iterator[tuple[Span, str]]:
    """The first and the last of several numbers, or the one, each with where it stands."""
    for name in ("first", "last") if match else ():
        if match and match[name]:
            yield match.span(name), match[name]


def _without(text: str, span: Span) -> str:
    return text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]


def _telling(rest: str, start: int, end: int) -> list[re.Match[str]]:
    """The words in a part of a reference that tell more than that it is one."""
    return [word for word in _WORD.finditer(rest, start, end) if word.group() not in _BESIDE]


def _wrong_publisher(rest: str, document: Document | DocumentMeta, title_at: int) -> tuple[Amended, ...] | None:
    """The part of a reference that names another publisher; None where it has words that are of no reference."""
    publisher = set(stems(document.source or ""))
    known = {*stems(document.title), *publisher}
    is_named = publisher <= set(stems(rest))
    wrong: list[Amended] = []
    for start, end in _parts(rest):
        words = [word for word in _telling(rest, start, end) if not set(stems(word.group())) <= known]
        if not words:
            continue
        if is_named or wrong or start <= title_at < end or len(words) > _PUBLISHER_WORDS:
            return None
        wrong.append(Amended(words[0].start(), words[-1].end(), document.source or ""))
    return tuple(wrong)


def _parts(text: str) -> Iterator[Span]:
    """The parts of a reference between its commas and brackets."""
    start = 0
    for match in _PARTING.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _wrong_days(told: _Told, document: Document | DocumentMeta) -> Iterator[Amended]:
    """The days of a reference that are none of its document, each with that which is."""
    own = [day for day in (document.published, document.dated, file_name_day(document.id)) if day]
    in_title = [days for _, days in times_with_days(document.title)]
    for span, (first, last) in told.days:
        if not any(first <= day <= last for day in own) and (first, last) not in in_title:
            yield Amended(*span, day_in_words(own[0]) if own else NO_DAY)


def _place(document: Document, told: _Told, span: Span | None) -> _Place | None:
    """The place that a reference means: the one it is said to be of, or the one of which most is as it says."""
    if span:
        return _place_at(document, span)
    if not told.names_a_place:
        return None
    first = _fitting(document, told.pages[:1], told.paragraphs[:1])
    last = _fitting(document, told.pages[1:], told.paragraphs[1:])
    if not first or not last or last.span[0] < first.span[0]:
        return first
    return _place_at(document, (first.span[0], last.span[1]))


def _fitting(
    document: Document, pages: Sequence[tuple[Span, int]], paragraphs: Sequence[tuple[Span, str]]
) -> _Place | None:
    """The first block of which most is as it is told: its number before its page."""
    best: tuple[int, _Place] | None = None
    for place in _places(document) if pages or paragraphs else ():
        on_page = any(page in place.pages for _, page in pages)
        is_number = any(_is_number(number, place.numbers[0]) for _, number in paragraphs)
        fits = 2 * is_number + on_page
        if fits and (best is None or fits > best[0]):
            best = (fits, place)
    return best[1] if best else None


def _squeezed(number: str) -> str:
    return number.replace(" ", "").rstrip(".").casefold()


def _is_number(told: str, printed: str | None) -> bool:
    return printed is not None and _squeezed(told) in (_squeezed(printed), _squeezed(_PARAGRAPH_WORD.sub("", printed)))


def _places(document: Document) -> Iterator[_Place]:
    for block in islice(document.blocks, _BLOCKS):
        yield _place_at(document, (block.start, block.end))


def _place_at(document: Document, span: Span) -> _Place:
    return _Place(place_of(document, *span), span)


def _is_below(document: Document, place: _Place, told: str) -> bool:
    """Whether a place is below a heading that begins with a number: "section 3.3" below "3.3 Sick pay"."""
    number = re.escape(_PART_NAME.sub("", told))
    begins = re.compile(rf"(?:{_NAMED_PARTS}\s+)?{number}(?!\w|[./]\d)", re.I)
    index = document.block_at(place.span[0])
    return index is not None and any(
        is_heading(one) and begins.match(document.text, one.start, one.end) for one in document.above(index)
    )


def _wrong_place(document: Document, told: _Told, place: _Place | None) -> Iterator[Amended]:
    """Page and paragraph of a reference where they are not those of the place, each with the right one."""
    pages = place.pages if place else range(0)
    first_page, last_page = (told.pages[0][1], told.pages[-1][1]) if told.pages else (0, 0)
    for (span, _), is_right, right in zip(
        told.pages,
        (any(first_page <= page <= last_page for page in pages), bool(pages) and last_page >= pages[-1]),
        (pages[:1], pages[-1:]),
        strict=False,
    ):
        if not is_right:
            yield Amended(*span, str(right[0]) if right else "")
    for (span, number), printed in zip(told.paragraphs, place.numbers if place else (None, None), strict=False):
        if not _is_number(number, printed) and not (place and _is_below(document, place, number)):
            yield Amended(*span, printed or "")


def _in_words(document: Document, place: _Place | None) -> tuple[str, ...]:
    return place_in_words(document, place.stands if place else Place())
