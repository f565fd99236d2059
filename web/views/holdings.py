"""The page of what the documents are: browsed, filtered, and what the last build said of files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlencode

from corpus.document import Document
from corpus.errors import ReadError, ReadWarning
from corpus.language.other_languages import ENGLISH
from corpus.language.wording import day_in_words
from index.last_build import LastBuild
from index.seams import DocumentMeta
from qa.answer import IndexInfo
from qa.citing.citation import capitalised, days_in_words
from qa.request import type_of
from qa.wording import kind_in_words, kinds_in_words
from web.views.addresses import DocumentAddress, Steps
from web.views.frame import Frame, frame

PAGE_DOCUMENTS = 50
UNDATED: Final = "undated"
NO_LANGUAGES: Final[Mapping[str, str]] = MappingProxyType({})
_FACET_CHOICES = 12
_YEARS = 40
_TOLD_MOST = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """What documents are chosen by; "" chooses all.

    Attributes:
        title: words that stand in the title, the publisher or the id.
        source, kind, year: the publisher, the kind, and the year, or `UNDATED`.
        language: the language, by its English name.
        page: which page of them is shown, from 1.
    """

    title: str = ""
    source: str = ""
    kind: str = ""
    year: str = ""
    page: int = 1
    language: str = ""

    @property
    def address(self) -> str:
        """Where the documents so chosen are shown."""
        given = {"title": self.title, "source": self.source, "type": self.kind, "year": self.year}
        given |= {"language": self.language}
        pairs = [(name, value) for name, value in given.items() if value]
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        return f"/documents?{urlencode(pairs)}" if pairs else "/documents"

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the page is chosen."""
        return replace(self, page=1) != Choice()


@dataclass(frozen=True, slots=True)
class FacetChoice:
    """A value by which documents may be chosen: how many have it, whether it is chosen, and where that is changed."""

    name: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True, slots=True)
class Facet:
    """What documents may be chosen by, with its values; of many the most frequent."""

    name: str
    choices: tuple[FacetChoice, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document in the list.

    Attributes:
        title: of the document.
        link: where it is shown.
        source: its publisher; "" where it is not known.
        kind: of the document.
        days: its days, in words.
        copies: links to other documents of the same file, by their ids.
        language: another than English in which it is written; "" where that is not so, or not known.
    """

    title: str
    link: str
    source: str
    kind: str
    days: str
    copies: tuple[tuple[str, str], ...]
    language: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a build said of some files: in a few words, and of each file."""

    words: str
    files: tuple[tuple[str, str], ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class HoldingsPage:
    """What the documents are.

    Attributes:
        choice: by what they are chosen.
        count: how many are chosen.
        documents: those that are shown.
        facets: what else they may be chosen by.
        pages: going through them; None where they fit one page.
        built: when the index was built, in words; "" where it is not known.
        told: what the build said of files.
        notes: what else it said.
    """

    frame: Frame
    choice: Choice
    count: int
    documents: tuple[ShownDocument, ...]
    facets: tuple[Facet, ...]
    pages: Steps | None
    built: str
    told: tuple[Told, ...]
    notes: tuple[str, ...]


def chosen(
    metadata: Iterable[DocumentMeta], choice: Choice, languages: Mapping[str, str] = NO_LANGUAGES
) -> list[DocumentMeta]:
    """The documents that are chosen, the newest first, and by title among those of one day.

    Args:
        metadata: of all documents.
        choice: by what they are chosen.
        languages: the language of each document of which it is told, by its id.
    """
    return sorted(_passing(metadata, choice, languages), key=lambda meta: (-meta.day, meta.title.casefold(), meta.id))


def _passing(metadata: Iterable[DocumentMeta], choice: Choice, languages: Mapping[str, str]) -> list[DocumentMeta]:
    words = choice.title.casefold().split()
    return [
        meta
        for meta in metadata
        if (not words or all(word in f"{meta.title} {meta.source or ''} {meta.id}".casefold() for word in words))
        and choice.source.casefold() in ("", (meta.source or "").casefold())
        and (not choice.kind or choice.kind == kind_of(meta))
        and (not choice.year or choice.year == year_of(meta))
        and (not choice.language or choice.language == languages.get(meta.id))
    ]


def kind_of(meta: DocumentMeta) -> str:
    """What kind of document it is."""
    return type_of(meta.id, dict(meta.labels))


def year_of(meta: DocumentMeta) -> str:
    """The year of its day, or `UNDATED`."""
    day = meta.published or meta.dated
    return str(day.year) if day else UNDATED


def copies_of(
    documents: Iterable[Document | DocumentMeta], metadata: Iterable[DocumentMeta], files: Container[str]
) -> dict[str, tuple[str, ...]]:
    """For each of some documents that is all of a file, the ids of others whose files hold the same bytes.

    Args:
        documents: these documents.
        metadata: of all documents.
        files: the ids of files.
    """
    wanted = {document.sha256 for document in documents if document.id in files}
    held: dict[str, list[str]] = {}
    for meta in metadata:
        if meta.sha256 in wanted and meta.id in files:
            held.setdefault(meta.sha256, []).append(meta.id)
    return {
        document.id: tuple(other for other in held[document.sha256] if other != document.id)
        for document in documents
        if document.id in files and len(held.get(document.sha256, ())) > 1
    }


def show_holdings(
    metadata: Sequence[DocumentMeta],
    choice: Choice,
    index: IndexInfo,
    build: LastBuild | None,
    languages: Mapping[str, str] = NO_LANGUAGES,
) -> HoldingsPage:
    """The page of what the documents are.

    Args:
        metadata: of all documents.
        choice: by what they are chosen.
        index: what is being searched.
        build: what the last build found; None where it is not known.
        languages: the language of each document of which it is told, by its id.
    """
    found = chosen(metadata, choice, languages)
    pages = max(-(-len(found) // PAGE_DOCUMENTS), 1)
    page = min(choice.page, pages)
    shown = found[(page - 1) * PAGE_DOCUMENTS : page * PAGE_DOCUMENTS]
    copies = copies_of(shown, metadata, build.files) if build else {}
    before = replace(choice, page=page - 1).address if page > 1 else ""
    after = replace(choice, page=page + 1).address if page < pages else ""
    return HoldingsPage(
        frame("Documents", index),
        choice,
        len(found),
        tuple(_shown(meta, copies.get(meta.id, ()), languages.get(meta.id, "")) for meta in shown),
        tuple(_facets(metadata, choice, languages)),
        Steps(page, pages, before, after) if pages > 1 else None,
        _when(build.ended) if build else "",
        tuple(_told(build)) if build else (),
        build.notes if build else (),
    )


def _shown(meta: DocumentMeta, copies: Sequence[str], language: str) -> ShownDocument:
    days = days_in_words(meta) or ("date not known",)
    return ShownDocument(
        meta.title,
        DocumentAddress(meta.id).to(),
        meta.source or "",
        kind_in_words(kind_of(meta)),
        "; ".join(days if meta.source else capitalised(days)),
        tuple((copy, DocumentAddress(copy).to()) for copy in copies),
        language if language != ENGLISH else "",
    )


def _facets(metadata: Sequence[DocumentMeta], choice: Choice, languages: Mapping[str, str]) -> Iterable[Facet]:
    """What documents may be chosen by, counted among those that the other choices leave."""
    publishers = in_one_spelling(meta.source for meta in metadata if meta.source)
    ways: tuple[tuple[str, str, Callable[[DocumentMeta], str]], ...] = (
        ("source", "Publisher", lambda meta: publishers.get(meta.source or "", "")),
        ("kind", "Kind", kind_of),
        ("year", "Year", year_of),
        ("language", "Language", lambda meta: languages.get(meta.id, "")),
    )
    for field, name, value_of in ways:
        others: Any = {field: ""}
        counts = Counter(value_of(meta) for meta in _passing(metadata, replace(choice, **others), languages))
        counts.pop("", None)
        own = publishers.get(choice.source, choice.source) if field == "source" else getattr(choice, field)
        most = [value for value, _ in counts.most_common(_YEARS if field == "year" else _FACET_CHOICES)]
        listed = {*most, *([own] if own else [])}
        called = kinds_in_words({*counts, *listed}) if field == "kind" else {value: value for value in listed}
        shown = []
        for words, value in sorted(((called[value], value) for value in listed), reverse=field == "year"):
            changed: Any = {field: "" if value == own else value}
            address = replace(choice, page=1, **changed).address
            shown.append(FacetChoice(words, counts[value], value == own, address))
        yield Facet(name, tuple(shown), len(counts.keys() - listed))


def in_one_spelling(names: Iterable[str]) -> dict[str, str]:
    """For each name how it is shown: of those that differ by capitals alone as most have it, if not in capitals."""
    counts = Counter(names)
    shown = {
        name.casefold(): name for name in sorted(counts, key=lambda name: (not name.isupper(), counts[name], name))
    }
    return {name: shown[name.casefold()] for name in counts}


def _when(ended: str) -> str:
    """A time in words; "" for what is none."""
    try:
        at = datetime.fromisoformat(ended)
    except ValueError:
        return ""
    return f"{day_in_words(at.date())} at {at:%H:%M} {at.tzname() or ''}".strip()


def _told(build: LastBuild) -> Iterable[Told]:
    """What a build said of files, where it said anything."""
    kinds: tuple[tuple[str, str, Sequence[ReadError | ReadWarning]], ...] = (
        ("could not be read", "could not be read", build.failed),
        ("held nothing to read", "held nothing to read", build.empty),
        ("is of a kind that is not read", "are of a kind that is not read", build.skipped),
        ("was read, with something to look at", "were read, with something to look at", build.warnings),
    )
    for of_one, of_several, errors in kinds:
        if errors:
            told = tuple(
                (PurePosixPath(error.where).name if error.where.startswith("/") else error.where, error.reason)
                for error in errors[:_TOLD_MOST]
            )
            words = f"1 item {of_one}" if len(errors) == 1 else f"{len(errors):,} items {of_several}"
            yield Told(words, told, max(len(errors) - _TOLD_MOST, 0))
