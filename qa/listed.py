"""Lists in a passage: what a sentence leads into, and the list in which words stand."""

from __future__ import annotations

from corpus.document import Part, Passage
from corpus.language.kinds import Span
from corpus.language.sentences import sentences


def led_list(passage: Passage, lead: Span) -> Span | None:
    """A sentence with the list that it leads into.

    Args:
        passage: with both.
        lead: the sentence.

    Returns:
        Where both stand; None where the sentence does not end its block with a colon, or no item follows.
    """
    if not _opens_list(passage.text[slice(*lead)]):
        return None
    place = _part_at(passage.parts, lead[0])
    if place is None or passage.text[lead[1] : passage.parts[place].end].strip():
        return None
    last = _last_item(passage.parts, place + 1)
    return None if last is None else (lead[0], passage.parts[last].end)


def list_of(passage: Passage, words: Span) -> Span | None:
    """The list in which words stand, with the sentence that leads into it where that is in the passage.

    Args:
        passage: with the words.
        words: of an item, or of several.

    Returns:
        None where they are of no item, or of the only one.
    """
    parts = passage.parts
    first = _part_at(parts, words[0])
    if first is None or parts[first].kind != "list_item":
        return None
    while first and parts[first - 1].kind == "list_item":
        first -= 1
    last = _last_item(parts, first)
    start = parts[first].start
    if first and _opens_list(passage.text[parts[first - 1].start : parts[first - 1].end]):
        lead = parts[first - 1]
        start = lead.start + sentences(passage.text[lead.start : lead.end])[-1][0]
    return None if last is None or (last == first and start == parts[first].start) else (start, parts[last].end)


def _part_at(parts: tuple[Part, ...], offset: int) -> int | None:
    """The place of the part in which an offset lies; None where none does."""
    return next((place for place, part in enumerate(parts) if part.start <= offset < part.end), None)


def _last_item(parts: tuple[Part, ...], place: int) -> int | None:
    """The place of the last item of a list that begins at a place; None where no item stands there."""
    last = None
    while place < len(parts) and parts[place].kind == "list_item":
        last = place
        place += 1
    return last


def _opens_list(words: str) -> bool:
    return words.rstrip("*_ \n").endswith(":")
