"""Called: whether words stand in a document of what a question names, or in that of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.language.codes import OF_PAPERS, codes, lettered
from corpus.language.names import CONNECTORS, WORD, bare, bare_words
from corpus.language.vocabulary import load
from corpus.language.words import stems
from index.seams import FIELDS, DocumentMeta
from index.snapshot import Snapshot
from qa.memo import once_a_document
from qa.passages.asked import Asked
from qa.query.entities import Name
from qa.query.periods import CALENDAR
from qa.query.tokens import ORGANISATION, SMALL_WORDS

_OPENING = 20
"""So many blocks at the beginning of a document may say what it is of."""
_LABEL_CHARS = 40
_HEAD = 6
_HEAD_CHARS = 80
"""A line of so many characters in so many of its first blocks may have the number that a paper goes by."""
_OF_BODIES = ORGANISATION.union(load("questions")["names"]["local"]) - CONNECTORS


@once_a_document
def own_references(snapshot: Snapshot, document_id: str) -> str:
    """The lines at the beginning of a document that give its own reference or number.

    Such as "Application number: 26/00318/FUL" and "Bulletin 009".
    """
    document = snapshot.document(document_id)
    if document is None:
        return ""
    opening = (document.text[block.start : block.end] for block in document.blocks[:_OPENING])
    lines = [(place < _HEAD, line) for place, text in enumerate(opening) for line in text.split("\n")]
    return "\n".join(line for is_head, line in lines if _is_reference(line) or (is_head and _is_numbered(line)))


def _is_numbered(line: str) -> bool:
    is_short = len(line) <= _HEAD_CHARS and not line.rstrip().endswith(".")
    return is_short and any(code.noun in OF_PAPERS for code in codes(line))


def _is_reference(line: str) -> bool:
    label, colon, value = line.partition(":")
    found = codes(value.strip()) if colon and len(label) <= _LABEL_CHARS else ()
    return len(found) == 1 and not found[0].noun and (found[0].start, found[0].end) == (0, len(value.strip()))


def is_of_another(asked: Asked, document_id: str, said: str) -> bool:
    """Whether a document is called by another name than those that a question has, and has nothing on these.

    So is a guide to Port Amber where the question is about Wick, of which other documents are, and the guide does not
    speak; and the minutes of the Upper School Board for the Lower School Board, wherever they mention that, unless
    what is quoted does.

    Args:
        asked: the question.
        document_id: of the document.
        said: the words that may answer, with their sentence and what they stand under.
    """
    meta = asked.snapshot.find_document(document_id)
    named = [name for name in asked.query.interpretation.names if name.documents]
    if meta is None or not named or meta.document_index in _called(asked, named):
        return False
    if any(says_name(said, name) for name in named):
        return False
    return all(_is_sibling(asked, meta, name) or _is_elsewhere(asked, meta, name) for name in named)


def says_name(said: str, name: Name) -> bool:
    """Whether words have all of a name, or of one with a letter the range that it lies in: "Grade A to C" for B."""
    code = lettered(name.text)
    return set(stems(said)).issuperset(_words_of(name)) and (code is None or code.stands_in(said))


def names_absent(asked: Asked, document_id: str) -> float:
    """The share of a question's known names that stand nowhere in a document nor in what it is called."""
    meta = asked.snapshot.find_document(document_id)
    names = [name for name in asked.query.interpretation.names if name.known]
    if meta is None or not names:
        return 0.0
    return sum(_is_absent(asked, meta, name) for name in names) / len(names)


def _called(asked: Asked, names: Sequence[Name]) -> set[int]:
    """The documents that are called by any of some names."""
    documents_named = asked.snapshot.catalogue.documents_named
    return {document for name in names for document in documents_named(bare_words(name.text))}


def _other_names(asked: Asked, meta: DocumentMeta) -> Iterator[str]:
    """The words in a document's title and publisher that are names, tell it from others, and are not in a question."""
    catalogue, own = asked.snapshot.catalogue, set(bare_words(asked.query.question))
    for word in WORD.findall(f"{meta.title} {meta.source or ''}"):
        plain = bare(word)
        if (
            word[0].isupper()
            and plain not in own | CONNECTORS | ORGANISATION | SMALL_WORDS | CALENDAR
            and asked.is_proper_noun(word)
            and not catalogue.is_common(len(catalogue.documents_named([plain])))
        ):
            yield word


def _is_absent(asked: Asked, meta: DocumentMeta, name: Name) -> bool:
    """Whether a word of a name stands nowhere in a document nor in what it is called."""
    return any(not _has(asked, meta, stem) for stem in _words_of(name))


def _words_of(name: Name) -> list[str]:
    """The stems of a name, without a letter that may stand within a range."""
    code = lettered(name.text)
    return stems(f"{name.text[: code.start]} {code.noun} {name.text[code.end :]}" if code else name.text)


def _has(asked: Asked, meta: DocumentMeta, stem: str) -> bool:
    """Whether a stem stands in a document, or in what it is called."""
    for field in FIELDS:
        rows = asked.snapshot.lexical_index.rows(stem, field)
        first = int(rows.searchsorted(rows.dtype.type(meta.first_row)))
        if first < len(rows) and rows[first] < meta.end_row:
            return True
    return False


def _is_elsewhere(asked: Asked, meta: DocumentMeta, name: Name) -> bool:
    """Whether a document has nothing on a name, and is called by another; a body's own papers need not name it."""
    is_body = not _OF_BODIES.isdisjoint(_with_body(asked, name))
    return not is_body and any(_other_names(asked, meta)) and _is_absent(asked, meta, name)


def _is_sibling(asked: Asked, meta: DocumentMeta, name: Name) -> bool:
    """Whether a document is called as a name is but for what tells it apart: "Hartley Depot" for "Stoke Depot"."""
    own = _with_body(asked, name)
    run: list[str] = []
    for word in WORD.findall(f"{meta.title} & {meta.source or ''}"):
        run = [*run, bare(word)] if word[0].isupper() else []
        if len(own) > 1 and run[-1:] == own[-1:] and own[0] not in run:
            return any(other not in _OF_BODIES | CONNECTORS | {*own} for other in run)
    return False


def _with_body(asked: Asked, name: Name) -> list[str]:
    """The words of a name, with those of a body that follow it in the question: "Wick" of "Wick Town Council"."""
    own = bare_words(name.text)
    for word in bare_words(asked.query.question[name.end :]):
        if word not in _OF_BODIES:
            break
        own.append(word)
    return own
