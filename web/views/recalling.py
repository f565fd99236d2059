"""What became of the words that a permanent link cites."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import Document
from index.snapshot import Snapshot
from qa.address import find_checked
from qa.citing.nearest_words import Difference, find_exactly
from qa.citing.pasted import plain
from qa.citing.verify import verify
from qa.tables.named_rows import with_semicolons
from web.views.verifying import Compared, compared_in_lines

_LOOKED_THROUGH_CHARS = 2_000_000
_CHANGED = "This document has changed since these words were cited."
_MOVED = "{} They stand here now."


@dataclass(frozen=True, slots=True)
class Recalled:
    """What became of cited words.

    Attributes:
        span: where they stand now, or those that come nearest; None for nowhere.
        sentence: what to tell of them; "" where they stand as they were cited.
        words: as they were cited, where they no longer stand so; otherwise "".
        differences: beside what stands there now.
        columns: the names of the columns, where that is a row.
    """

    span: tuple[int, int] | None
    sentence: str = ""
    words: str = ""
    differences: tuple[Difference, ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def compared(self) -> tuple[Compared, ...]:
        """The words beside what stands there now, in the lines that they are of."""
        return compared_in_lines(self.differences, self.columns)


def recall_checked(document: Document, cited: tuple[int | None, int | None], check: str) -> Recalled:
    """Look for the words that a short link cites where they stood, and then around that place.

    Args:
        document: the document.
        cited: where the words stood.
        check: what `check_of` gave for them.
    """
    start, end = cited
    found = None if start is None or end is None else find_checked(document.text, start, end, check)
    if found is None:
        return Recalled(None, "This document has changed since it was cited: the cited words are not found in it.")
    return Recalled(found, "" if found == cited else _MOVED.format(_CHANGED))


def recall(
    snapshot: Snapshot, document: Document, cited: tuple[int | None, int | None], words: str, sha256: str
) -> Recalled:
    """Look for cited words in their document: where they stood, then anywhere, then those that come nearest.

    Args:
        snapshot: which holds the document.
        document: the document.
        cited: where the words stood.
        words: what was cited.
        sha256: of the file, as far as the link tells it; "" where it does not.
    """
    start, end = cited
    if start is not None and end is not None and plain(document.text[start:end])[0] == plain(words)[0]:
        return Recalled((start, end))
    since = (
        "The file is the same as when these words were cited, but it is read in another way now."
        if sha256 and document.sha256.startswith(sha256)
        else _CHANGED
    )
    span = find_exactly(document.text, words, 0, min(len(document.text), _LOOKED_THROUGH_CHARS))
    if span:
        return Recalled(span, _MOVED.format(since))
    found = verify(snapshot, words, document.id)
    if found.start is None or found.end is None or found.document_id != document.id:
        return Recalled(None, f"{since} The link cites words that no longer stand in it:", with_semicolons(words))
    return Recalled(
        (found.start, found.end),
        f"{since} What comes nearest is marked; what the link cites is struck out where it differs:",
        words,
        found.differences,
        found.columns,
    )
