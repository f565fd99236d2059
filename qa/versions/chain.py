"""The chain of a document's editions: which are there, which of them is in force, and what changed between two."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from weakref import WeakKeyDictionary

from corpus.language.names import bare
from corpus.language.rows import is_row
from corpus.language.vocabulary import alternatives, load
from corpus.language.wording import day_in_words
from corpus.metadata.dating import states_edition_day
from corpus.metadata.in_force import day_in_force
from corpus.metadata.shape import is_called_inspection
from index.seams import DocumentMeta
from index.snapshot import Snapshot
from qa.answer import Notice, Quote
from qa.citing.citation import flattened
from qa.memo import once_a_snapshot
from qa.passages.asked import Asked
from qa.passages.editions import (
    called,
    day_told,
    held_since,
    in_force_from,
    in_force_until,
    is_not_in_force,
    is_over,
    is_to_come,
    name_of,
    of_whom,
    sentence_keys,
    tells_events,
)
from qa.versions.counterpart import Compared, compared

SHARED: Final = 0.5
"""Documents of one name are editions of each other when the shorter has so much of its sentences in common with the
other, but for numbers; set by hand."""
_CHAINS: Final[WeakKeyDictionary[Snapshot, dict[str, Chain | None]]] = WeakKeyDictionary()
"""The chains of the documents that were asked for, as long as their snapshot is open."""
_MOST_CHANGES: Final = 3
_MOST_COMPARED: Final = 12
"""Of documents with one name so many are compared, those nearest in time."""
_MARKS: Final = ".,;:|"
_PIECE = re.compile(rf"[^\s{_MARKS}]+(?:[.,:](?=\d)[^\s{_MARKS}]+)*|[{_MARKS}]")
_BEFORE_MARK = re.compile(rf" (?=[{_MARKS}])")
_RULE = re.compile(rf"\b{alternatives(load('editions')['rules'])}\b", re.I)
_EDITIONS = load("editions")
_CALLED = alternatives([*_EDITIONS["papers"], *_EDITIONS["documents"], *_EDITIONS["referred"]])
_PRINTED = re.compile(
    rf"(?i:\b{_CALLED}\b)"
    rf"[\s:.]+(?i:no\.?\s*|number\s+)?(?P<code>[A-Z]{{1,6}}[-/ ]?\d[\w/-]{{0,12}})\b[^\n]{{0,40}}?"
    rf"(?i:\b{alternatives(_EDITIONS['numbered'])})\s*(?P<number>\d[\d.]*\d|\d)"
)
"""How a paper goes by its own first lines: "Leaflet PI-0031, version 4"."""
_HEAD_CHARS: Final = 1000
_REPLACES = re.compile(rf"\b{alternatives(load('editions')['replaces'])}\b", re.I)


@dataclass(frozen=True, slots=True)
class Chain:
    """The editions of a document, two at least.

    Attributes:
        editions: those that hold last first, the document itself among them.
    """

    editions: tuple[DocumentMeta, ...]

    def in_force(self, by: date) -> DocumentMeta:
        """The newest that is no draft, not withdrawn and holds by a day; where none is so, the next, or the newest."""
        held = (one for one in self.editions if not is_not_in_force(one) and held_since(one) <= by.toordinal())
        return next(held, None) or self.to_come(by) or self.editions[0]

    def to_come(self, by: date) -> DocumentMeta | None:
        """The next edition to hold after a day; None where none is there."""
        coming = [one for one in self.editions if is_to_come(one, by) and not is_not_in_force(one)]
        return min(coming, key=in_force_from, default=None)

    def before(self, document: DocumentMeta) -> DocumentMeta | None:
        """The last edition before one that was in force; None where none is there."""
        earlier = (one for one in self.editions if held_since(one) < held_since(document))
        return next((one for one in earlier if not is_not_in_force(one)), None)


def chain_of(snapshot: Snapshot, document: DocumentMeta) -> Chain | None:
    """The chain that a document is of; None where it has no day, or no other edition is there.

    Editions have one publisher and one name and are of different days; they share their sentences but for numbers, or
    one is a draft, or says that it replaces another, or they are policies, rules or prices, or say from when they are
    in force. Those that print one reference with another version may be called by more or fewer words. The minutes of
    several meetings are none, whatever they share, nor are the reports of inspections or of a series.

    Args:
        snapshot: the documents.
        document: one of them.
    """
    known = _CHAINS.setdefault(snapshot, {})
    if document.id not in known:
        known[document.id] = _found(snapshot, document)
    return known[document.id]


def _found(snapshot: Snapshot, document: DocumentMeta) -> Chain | None:
    """The same, found anew."""
    if not _is_of_chain(snapshot, document):
        return None
    name, held = called(document), held_since(document)
    alike = (snapshot.document_meta(index) for index in _called_alike(snapshot, document))
    others = [
        one
        for one in alike
        if held_since(one) not in (0, held) and of_whom(one) == of_whom(document) and called(one) == name
    ]
    others = sorted(others, key=lambda one: abs(held_since(one) - held))[:_MOST_COMPARED]
    own = _text(snapshot, document) if others else ""
    is_rule = bool(others) and _is_rule(snapshot, document)
    is_dated = bool(in_force_from(document)) and _is_known(snapshot, document)
    found = [
        one
        for one in others
        if is_rule or (is_dated and in_force_from(one)) or _is_edition(own, _text(snapshot, one), (document, one))
    ]
    found += [one for one in _numbered_otherwise(snapshot, document) if one not in found]
    return Chain(tuple(sorted((document, *found), key=lambda one: -held_since(one)))) if found else None


def _is_of_chain(snapshot: Snapshot, document: DocumentMeta) -> bool:
    """Whether a document may have other editions: it has a day and a name, and is no report or minutes of that day."""
    is_of_its_day = tells_events(document) or _is_inspection(document)
    is_known = bool(held_since(document) and called(document))
    return is_known and not snapshot.catalogue.is_series and not is_of_its_day


def _numbered_otherwise(snapshot: Snapshot, document: DocumentMeta) -> Iterator[DocumentMeta]:
    """The papers of its publisher that print its reference with another version, and whose titles say more or less."""
    printed = _PRINTED.search(_text(snapshot, document)[:_HEAD_CHARS])
    if printed is None:
        return
    name, named = called(document), snapshot.catalogue.documents_named
    words = re.findall(r"[^\W_]+", document.title)
    for index in sorted({index for word in words if name_of(word) & name for index in named((bare(word),))}):
        one = snapshot.document_meta(index)
        is_placed = held_since(one) not in (0, held_since(document)) and of_whom(one) == of_whom(document)
        if is_placed and (called(one) < name or name < called(one)):
            other = _PRINTED.search(_text(snapshot, one)[:_HEAD_CHARS])
            if other and other["code"] == printed["code"] and other["number"] != printed["number"]:
                yield one


def _is_inspection(document: DocumentMeta) -> bool:
    """Whether a document is the report of an inspection, which the next one takes no place of."""
    return document.dated_basis == "inspection" or is_called_inspection(document.title)


def newer_edition(snapshot: Snapshot, document: DocumentMeta, by: date) -> DocumentMeta | None:
    """The edition of a document that is in force by a day and newer than it; None where there is none.

    Args:
        snapshot: the documents.
        document: one of them.
        by: the day.
    """
    chain = chain_of(snapshot, document)
    current = chain.in_force(by) if chain else document
    return current if held_since(current) > held_since(document) else None


def rule_then(snapshot: Snapshot, document_id: str, day: date) -> DocumentMeta | None:
    """The edition of a policy, rule or the like that was in force on a day; None where none is known.

    Args:
        snapshot: the documents.
        document_id: one of its editions.
        day: the day.
    """
    one = snapshot.find_document(document_id)
    chain = chain_of(snapshot, one) if one else None
    edition = chain.in_force(day) if chain else one if one and _is_rule(snapshot, one) and one.day else None
    is_held = edition is not None and held_since(edition) <= day.toordinal() and not is_not_in_force(edition)
    return edition if is_held else None


@once_a_snapshot
def holds_rules(snapshot: Snapshot) -> bool:
    """Whether any document is a policy, rule or the like, or may be one of several editions; see `rule_then`."""
    return any(_is_of_chain(snapshot, one) or (_is_rule(snapshot, one) and one.day) for one in snapshot.metadata)


def held_then(document: DocumentMeta, time: str) -> Notice:
    """That a document was in force in a time that is asked about.

    Args:
        document: whose words answer.
        time: as it is asked.
    """
    return Notice("held", f"This is what the paper of {day_told(document)} says, which was in force in {time}.")


def _called_alike(snapshot: Snapshot, document: DocumentMeta) -> Iterator[int]:
    """The documents whose titles have the words that name a document."""
    own = called(document)
    words = [word for word in re.findall(r"[^\W_]+", document.title) if name_of(word) and name_of(word) <= own]
    found = [set(snapshot.catalogue.documents_named((bare(word),))) for word in words]
    yield from sorted(set.intersection(*found)) if found else ()


def _text(snapshot: Snapshot, document: DocumentMeta) -> str:
    stored = snapshot.document(document.id)
    return stored.text if stored else ""


def _is_rule(snapshot: Snapshot, document: DocumentMeta) -> bool:
    """Whether a document is one that a later one of its name takes the place of, and it is known whose it is."""
    return _RULE.search(document.title) is not None and _is_known(snapshot, document)


def _is_known(snapshot: Snapshot, document: DocumentMeta) -> bool:
    """Whether it is known whose a document is: by its publisher, or by a name in its title."""
    return document.source is not None or any(
        bare(word) in snapshot.catalogue.proper_nouns for word in re.findall(r"[^\W_]+", document.title)
    )


def _is_edition(text: str, other: str, documents: tuple[DocumentMeta, DocumentMeta]) -> bool:
    """Whether two documents of one name are editions of each other, by their texts and what they are called."""
    one, two = set(sentence_keys(text)), set(sentence_keys(other))
    if len(one & two) >= SHARED * max(1, min(len(one), len(two))):
        return True
    return any(map(is_not_in_force, documents)) or any(map(_REPLACES.search, (text, other)))


def edition_notice(asked: Asked, quote: Quote, document: DocumentMeta, *, is_beside: bool = False) -> Iterator[Notice]:
    """Which edition answers: what it replaces and what changed here, what is to come, or that a newer one is in force.

    Args:
        asked: the question.
        quote: the words that answer.
        document: theirs.
        is_beside: whether words of another edition on the same matter are shown with them.
    """
    snapshot, by, today = asked.snapshot, asked.in_force_by, asked.query.today
    chain = chain_of(snapshot, document)
    if chain is None:
        return
    current, now, own = chain.in_force(by), chain.in_force(today), day_told(document)
    in_force = "The newest one here" if is_over(now, today) else "The edition in force"
    if document.id != current.id:
        kind = "a draft" if is_not_in_force(document) else "an earlier edition"
        in_force = f"This is {kind}, of {own}. {in_force}"
    elif before := chain.before(document):
        changed = _changed(_compared(snapshot, quote, before), is_beside=is_beside)
        told = f"This is the edition of {own}. It replaces that of {day_told(before)}{changed}."
        yield Notice("superseded", told + _ended(document, today))
    if document.id != now.id:
        says = _says(_compared(snapshot, quote, now), day_told(now))
        yield Notice("superseded", f"{in_force}{says}.{_ended(now, today)}")
    elif coming := chain.to_come(today):
        since = day_in_words(date.fromordinal(in_force_from(coming)))
        says = _says(_compared(snapshot, quote, coming), day_told(coming))
        yield Notice("superseded", f"The edition that holds from {since}{says}.")


def _ended(edition: DocumentMeta, today: date) -> str:
    """That an edition is over, after what is said of it; "" where it is not."""
    return f" It held until {_last(edition)}." if is_over(edition, today) else ""


def _last(edition: DocumentMeta) -> str:
    return day_in_words(date.fromordinal(in_force_until(edition)))


def _compared(snapshot: Snapshot, quote: Quote, edition: DocumentMeta) -> Compared | None:
    own, other = snapshot.document(quote.document_id), snapshot.document(edition.id)
    return compared(own, (quote.sentence.start, quote.sentence.end), other) if own and other else None


def _changed(beside: Compared | None, *, is_beside: bool) -> str:
    """What changed since the edition before, after its day; "" where the two cannot be compared."""
    if beside and beside.is_new:
        return "" if is_beside else ", which has no sentence like this"
    if not beside or not beside.other or tells_own_day(beside.own):
        return ""
    changed = changes(beside.other, beside.own)
    if changed and is_row(beside.own) != is_row(beside.other):
        return f", which says here: “{_said(beside.other)}”"
    changed = changed or ("nothing changed here" if beside.is_one else "")
    return f": {changed}" if changed else ""


def _says(beside: Compared | None, day: str) -> str:
    """What another edition says in this place, with its day."""
    if beside and beside.is_new:
        return f", of {day}, has no sentence like this"
    if not beside or not beside.other or tells_own_day(beside.own):
        return f" is that of {day}"
    if changes(beside.own, beside.other):
        return f", of {day}, says here: “{_said(beside.other)}”"
    return f", of {day}, says the same here" if beside.is_one else f" is that of {day}"


def _said(sentence: str) -> str:
    """A sentence as it is quoted within another, without its full stop."""
    return flattened(sentence).removesuffix(".")


def tells_own_day(sentence: str) -> bool:
    """Whether a sentence says of which day its edition is, or from when it holds, which differs with the edition."""
    return states_edition_day(sentence) or day_in_force(sentence) is not None


def changes(old: str, new: str) -> str:
    """What changed between two wordings of a sentence, such as "“45p” became “52p”"; "" where nothing did.

    Marks that only end or part words are not told of.
    """
    one, two = _PIECE.findall(old), _PIECE.findall(new)
    parts = (
        (_joined(one[first:last]), _joined(two[start:end]))
        for _, first, last, start, end in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    )
    told = [_change(*part) for part in parts if part[0] != part[1]]
    more = [f"and {len(told) - _MOST_CHANGES} more"] if len(told) > _MOST_CHANGES else []
    return "; ".join([*told[:_MOST_CHANGES], *more])


def _joined(pieces: Sequence[str]) -> str:
    return _BEFORE_MARK.sub("", " ".join(pieces)).strip(_MARKS + " ")


def _change(old: str, new: str) -> str:
    if old and new:
        return f"“{old}” became “{new}”"
    return f"“{new}” was added" if new else f"“{old}” was left out"


def other_editions_of(
    snapshot: Snapshot, document: DocumentMeta | None, today: date
) -> Sequence[tuple[DocumentMeta, str]]:
    """The other editions of a document, the newest first, each with what it is beside it.

    Args:
        snapshot: the documents.
        document: one of them; None where there is none, and then it has no editions.
        today: the day it is.
    """
    chain = chain_of(snapshot, document) if document else None
    if document is None or chain is None:
        return ()

    current = chain.in_force(today)

    def standing(one: DocumentMeta) -> str:
        if is_not_in_force(one):
            return "not in force"
        if is_to_come(one, today):
            return f"in force from {day_in_words(date.fromordinal(in_force_from(one)))}"
        if one.id == current.id:
            return f"in force until {_last(one)}" if is_over(one, today) else "in force"
        return "earlier" if held_since(one) < held_since(current) else "newer"

    return tuple((one, standing(one)) for one in chain.editions if one.id != document.id)
