"""Changed rules: what the editions of a policy, a price list or the like say otherwise of what is asked about."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np

from corpus.language.lasting.holding import verb_forms
from corpus.language.sentences import sentences
from corpus.language.times.parts import years_in
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from index.seams import DocumentMeta, Rows
from index.snapshot import Snapshot
from qa.answer import Notice
from qa.choosing.answer_model import Chosen, Other
from qa.passages.candidates import Candidate
from qa.passages.editions import Found, called, day_told, in_force_from, is_not_in_force
from qa.passages.quoted import AnswerSpan
from qa.query import Query
from qa.ranking.rank import Ranking
from qa.versions.chain import Chain, chain_of, tells_own_day
from qa.versions.counterpart import Difference, Statement, differences

SURE_OF_DIFFERENCE: Final = 0.8
"""So sure is what two editions say otherwise with the words that are asked about; set by hand."""
_LEAST_SHARED: Final = 2
_UNLIKE: Final = (False, 0)
_EDITIONS: Final = load("editions")
_WORDS: Final = _EDITIONS["changes"]
_HOW: Final = rf"{alternatives(_WORDS['how'])}\b.*\b{alternatives(_WORDS['changed'])}"
_ASKS: Final = re.compile(rf"^\W*(?:{alternatives(_WORDS['asks'])}|{_HOW})\b", re.I)
_SINCE: Final = re.compile(rf"\b{alternatives(_WORDS['since'])}\b", re.I)
_GOES_ON: Final = re.compile(rf"\W*{alternatives(load('examples')['headings']['leaning'])}\b", re.I)
_PRICES: Final = frozenset(stem for word in load("tables")["paying"] for stem in stems(word))
"""What prices are called is what is asked about, though papers are called so, too."""
_NO_MATTER: Final = (
    frozenset(stem for words in (*_WORDS.values(), _EDITIONS["papers"]) for phrase in words for stem in stems(phrase))
    - _PRICES
)


@dataclass(frozen=True, slots=True)
class Changed:
    """Two editions, and what they say otherwise of what is asked about.

    Attributes:
        older, newer: the editions.
        found: what differs, with the words that are asked about in its sentence first; none where nothing does.
        matter: the words that are asked about.
    """

    older: DocumentMeta
    newer: DocumentMeta
    found: tuple[Difference, ...]
    matter: tuple[str, ...]

    @property
    def rows(self) -> Rows:
        """The passages of both."""
        return np.array(sorted({*self.older.rows, *self.newer.rows}), dtype=np.int64)


def changed_between(query: Query, snapshot: Snapshot) -> Changed | None:
    """What differs between the two editions that a question asks about; None where it does not ask for that.

    It does by words such as "What changed about flats between the 2022 and 2025 pet policies?"; the editions are those
    of its years, or the one in force and the one before.

    Args:
        query: the question.
        snapshot: the documents.
    """
    asked = frozenset(stems(query.question))
    chain = _chain(asked, snapshot) if _ASKS.search(query.question) else None
    two = _editions(chain, query) if chain else None
    if two is None:
        return None
    old, new = (snapshot.document(one.id) for one in two)
    if old is None or new is None:
        return None
    no_matter = _NO_MATTER | frozenset(stems(f"{new.title} {new.source or ''} {old.title}"))
    words = dict.fromkeys(word for word in query.interpretation.terms if no_matter.isdisjoint(stems(word)))
    matter = tuple(word for word in words if not any(map(str.isdigit, word)))
    wanted = [verb_forms(stems(word)) for word in matter]
    found = [
        one
        for one in differences(old, new)
        if not any(tells_own_day(words) for each in one.told for words in (each.text, each.paragraph))
        and any(_holds(f"{each.above}\n{_with_what_it_leans_on(each)}", wanted) for each in one.told)
    ]
    found.sort(key=lambda one: not any(_holds(each.place, wanted) for each in one.told))
    return Changed(*two, tuple(_side_by_side(found) if matter else found), matter)


def of_change(changed: Changed, ranking: Ranking) -> Chosen:
    """The first of what two editions say otherwise, the newer one's words first; of nothing, with no confidence.

    Args:
        changed: what they say.
        ranking: of the passages of both.
    """
    days = f"the editions of {day_told(changed.older)} and {day_told(changed.newer)}"
    known = {(one.document.document_index, one.row): one for one in ranking.candidates}
    shown = [placed for one in changed.found[:1] for placed in _placed(changed, one, known.values())]
    if not shown:
        first, matter = ranking.candidates[0], " ".join(changed.matter)
        whole = (0, len(first.passage.text))
        told = f"Nothing that differs between {days} speaks of “{matter}”." if matter else f"Nothing differs in {days}."
        return Chosen(
            ranking, (AnswerSpan(whole, whole, None),), replace(ranking.confidence, probability=0.0), unchanged=told
        )
    (first, span), *others = shown
    candidates = (first, *(one for one in ranking.candidates if one.row != first.row))
    more = len(changed.found) - 1
    places = "place" if more == 1 else "places"
    return Chosen(
        replace(ranking, candidates=candidates),
        (span,),
        replace(ranking.confidence, probability=SURE_OF_DIFFERENCE),
        tuple(Other(*one, "edition") for one in others),
        notices=(Notice("partial", f"In {more} more {places} {days} differ on this."),) if more else (),
    )


def _side_by_side(found: Sequence[Difference]) -> Sequence[Difference]:
    """Differences; where the first is new, and something of the matter was left out, that stands beside it."""
    left = next((one for one in found if one.new is None), None)
    if not found or found[0].old or left in (None, found[0]):
        return found
    return [Difference(left.old, found[0].new), *(one for one in found[1:] if one is not left)]


def _chain(asked: Collection[str], snapshot: Snapshot) -> Chain | None:
    """The editions of the one document that a question names, best by its whole name; None for none, or several."""
    named = [(_likeness(one, frozenset(asked)), one) for one in snapshot.metadata]
    best = max((likeness for likeness, _ in named), default=_UNLIKE)
    chains = [chain_of(snapshot, one) for likeness, one in named if likeness == best > _UNLIKE]
    found = {chain.editions[0].id: chain for chain in chains if chain}
    return next(iter(found.values())) if len(found) == 1 else None


def _likeness(document: DocumentMeta, asked: frozenset[str]) -> tuple[bool, int]:
    """How well some stems name a document: whether its whole name is among them, and how many of it and of whose."""
    name = called(document)
    shared = len((name | frozenset(stems(document.source or ""))) & asked)
    is_named = bool(name & asked) and (shared >= _LEAST_SHARED or name <= asked)
    return (name <= asked, shared) if is_named else _UNLIKE


def _editions(chain: Chain, query: Query) -> tuple[DocumentMeta, DocumentMeta] | None:
    """The older and the newer edition that a question asks about; None where its years tell of none, or of several."""
    years, today = sorted(years_in(query.question)), query.today
    held = [one for one in chain.editions if not is_not_in_force(one)]
    of_years = [[one for one in held if year in _years(one)] for year in years]
    if any(len(found) != 1 for found in of_years):
        return None
    named = [found[0] for found in of_years]
    if len(named) == 1 and _SINCE.search(query.question):
        named.append(chain.in_force(today))
    newer = named[-1] if named else chain.in_force(today)
    older = named[0] if len(named) > 1 else chain.before(newer)
    return (older, newer) if older and older.id != newer.id else None


def _years(edition: DocumentMeta) -> frozenset[int]:
    """The years by which an edition may be called: of its day, or those in its title."""
    told = years_in(edition.title)
    day = edition.day or in_force_from(edition)
    return told or frozenset({date.fromordinal(day).year} if day else ())


def _holds(text: str, wanted: Collection[Collection[str]]) -> bool:
    """Whether a text has some form of each of some words."""
    told = frozenset(stems(text))
    return all(not told.isdisjoint(forms) for forms in wanted)


def _with_what_it_leans_on(told: Statement) -> str:
    """A statement, with the sentence before it in its paragraph where it goes on from that by "they" or "it"."""
    before = told.paragraph.partition(told.text)[0].strip()
    if told.is_row or not before or not _GOES_ON.match(told.text):
        return told.text
    start, end = sentences(before)[-1]
    return f"{before[start:end]} {told.text}"


def _placed(changed: Changed, one: Difference, candidates: Collection[Candidate]) -> list[Found]:
    """The passages of the two editions with a difference, the newer first, each with its statement in it."""
    pairs = ((changed.newer, one.new), (changed.older, one.old))
    return [found for edition, told in pairs if told for found in _in_passage(edition, told, candidates)][:2]


def _in_passage(edition: DocumentMeta, told: Statement, candidates: Collection[Candidate]) -> list[Found]:
    for one in candidates:
        start = one.passage.start
        if one.document.id == edition.id and start <= told.start and told.end <= one.passage.end:
            text = one.passage.text[told.start - start : told.end - start]
            span = (told.start - start + len(text) - len(text.lstrip()), told.end - start)
            return [(one, AnswerSpan(span, span, None))]
    return []
