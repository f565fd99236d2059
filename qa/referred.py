"""The source that a reference names, found again in the documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from corpus.document import Document
from corpus.structure import paragraph_at
from index.snapshot import Snapshot
from qa.citation import place_in_words, reference

SEEN_ALIKE = str.maketrans("‘’ʼ`´“”„‐‑‒–—−\u00a0", "'''''\"\"\"------ ", "\u00ad\u200b\u2060\ufeff")
"""Signs that are taken for one another where words are compared."""
_TITLE_LEAST_CHARS = 4
_DOCUMENTS = 20
_BLOCKS = 20_000


@dataclass(frozen=True, slots=True)
class Referred:
    """What a reference names.

    Attributes:
        document: whose title stands in it.
        reference: how that document, or the paragraph that comes nearest, is referred to.
        is_exact: whether the reference says just that.
        span: the paragraph; None for the document.
    """

    document: Document
    reference: str
    is_exact: bool
    span: tuple[int, int] | None


def plain(text: str, shift: int = 0) -> tuple[str, list[int]]:
    """A text as it is compared: one space for several, semicolons between cells, plain quotation marks and dashes.

    Args:
        text: the text.
        shift: the offset of its first character.

    Returns:
        The plain text, and the offset of each of its characters.
    """
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text, start=shift):
        written = " " if letter.isspace() else ";" if letter == "|" else letter.translate(SEEN_ALIKE)
        if written == " " and (not letters or letters[-1] == " "):
            continue
        if letter == "|" and letters and letters[-1] == " ":
            letters.pop()
            places.pop()
        if written:
            letters.append(written)
            places.append(place)
    return "".join(letters), places


def titles_in(snapshot: Snapshot, referred: str) -> frozenset[str]:
    """The ids of the documents whose titles stand in a reference, of those with the longest titles."""
    said = plain(referred)[0].casefold()
    titles = ((meta.id, " ".join(meta.title.translate(SEEN_ALIKE).casefold().split())) for meta in snapshot.metadata)
    found = [(len(title), name) for name, title in titles if len(title) >= _TITLE_LEAST_CHARS and title in said]
    longest = max(found, default=(0, ""))[0]
    return frozenset(name for length, name in found if length == longest)


def find_reference(snapshot: Snapshot, pasted: str) -> Referred | None:
    """The document, and the paragraph, that a reference names; None where it does not begin like one to a document."""
    referred = pasted.strip().removeprefix("(").removesuffix(")")
    said = plain(referred)[0].casefold()
    best: tuple[float, Referred] | None = None
    for name in islice(sorted(titles_in(snapshot, referred)), _DOCUMENTS):
        document = snapshot.document(name)
        for named, span in _references(document) if document and _begins(said, document) else ():
            written = plain(named)[0].casefold()
            alike = 1.0 if written == said else SequenceMatcher(None, written, said, autojunk=False).quick_ratio() * 0.9
            if document and (best is None or alike > best[0]):
                best = (alike, Referred(document, named, written == said, span))
            if written == said:
                break
    return best[1] if best else None


def _begins(said: str, document: Document) -> bool:
    """Whether a reference begins with the publisher and the title of a document."""
    publisher = (document.source,) if document.source else ()
    begun = plain(reference(document, document.title, publisher))[0].casefold()
    return said == begun or said.startswith(f"{begun},")


def _references(document: Document) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """Every way in which a document and its paragraphs are referred to, each once."""
    whole = reference(document, document.title, place_in_words(document, None, None))
    seen = {whole}
    yield whole, None
    for block in islice(document.blocks, _BLOCKS):
        page, paragraph = document.page_at(block.start), paragraph_at(document, block.start)
        sure = document.certainty_of(block.start, block.end)
        for place in ((page, None), (page, paragraph)):
            named = reference(document, document.title, place_in_words(document, *place, sure))
            if named not in seen:
                seen.add(named)
                yield named, (block.start, block.end)
