"""Languages: in which one each document is written, told by some of its passages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from corpus.language.other_languages import text_language
from index.seams import DocumentMeta
from index.snapshot import Snapshot

_READ = 6
"""So many passages of a document are read, spread over it."""


def document_languages(snapshot: Snapshot, is_wanted: Callable[[], bool]) -> Mapping[str, str]:
    """The language of each document where that can be told, by the document's id.

    Args:
        snapshot: the documents.
        is_wanted: whether to go on; it is asked before each document.

    Returns:
        The names of languages, in English; of a document in several languages, or too short to tell, there is none.
    """
    found: dict[str, str] = {}
    for document in snapshot.metadata:
        if not is_wanted():
            break
        passages = snapshot.passages(_spread(document))
        if language := text_language("\n".join(passage.text for passage in passages)):
            found[document.id] = language
    return found


def _spread(document: DocumentMeta) -> list[int]:
    """Rows of a document's passages, from the first to the last, at even distances."""
    last = len(document.rows) - 1
    places = dict.fromkeys(round(last * place / (_READ - 1)) for place in range(_READ))
    return [document.rows[place] for place in places] if last >= 0 else []
