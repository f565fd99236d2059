"""Evidence: what speaks for each passage that may answer a question, as numbers that a model weighs."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from corpus.document import Passage
from corpus.language.date_parts import years_in
from corpus.language.kinds import TEXTS_KEPT, AnswerType
from corpus.language.statements import asked_rating, pairs, same_rating, statements
from corpus.language.values import holds, value_spans
from corpus.language.wording import day_in_words
from corpus.language.words import stems
from index.encoder import Encoder
from index.lexical import BM25Index, TermPositions
from index.snapshot import Snapshot
from qa.query import Query
from qa.query.coverage import of_period

LEXICAL = 40
DENSE = 24
MEANT = 30
MEANT_DOCUMENTS = 3
"""How many candidates BM25 may bring, and vectors, and BM25 within each of so many of the documents that are meant."""
HEAD = 5
HEAD_DOCUMENTS = 6
"""So many passages at the beginning of each of so many documents that are meant are candidates too: there a document says what it is about."""
NEAR_WORDS = 20
"""A question's words stand near each other within so many words."""
COVERING = 0.8
"""A passage that holds this share of what the best one holds of a question's terms is as good as it."""
_TYPED: tuple[AnswerType, ...] = ("date", "person", "number", "rating", "list")

AROUND_CHARS = 100
"""What stands at most so far before or after a value stands near it."""
HEADING_CHARS = 60
"""A longer line is taken for no heading."""
_RUNS_ON = re.compile(r"[a-zß-ÿ]")
"""What the next line begins with where a sentence runs on into it."""
_LIKELY_YEARS = range(1900, 2100)
_BULLET = re.compile(r"(?:^|\n)[ \t]*[•◼▪●○■◦‣⁃·–—\uf02d\uf06e\uf0b7\uf0a7*-][ \t\n]")
_WHOLE = frozenset(stems("overall effectiveness judgement rating grade"))
"""What is said of these is said of the whole."""
_RATED = frozenset({"rating", "date"})
"""What kinds of question may ask for a rating, or for when one was given."""

FEATURES = (
    "text",
    "text_identity",
    "terms",
    "text_absolute",
    "dense",
    "dense_absolute",
    "covers_question",
    "covers_terms",
    "near_terms",
    "heading_holds_terms",
    "heading_in_question",
    "line_in_question",
    "pair_holds_terms",
    "says_rating",
    "states",
    "states_terms",
    "value_near_terms",
    "called",
    "called_otherwise",
    "names_in_passage",
    "published_then",
    "head_names_year",
    "passage_names_year",
    "passage_names_other_year",
    "of_another_time",
    "in_order",
    "in_order_covering",
    "newest",
    *(f"holds_{kind}" for kind in _TYPED),
    "lacks_value",
    "beginning",
    "length",
    "digits",
    "rarest_missing",
)
"""What is known of a candidate before a reranker has read it; see `gather`."""
INTERACTIONS = ("series", "series_rating", "series_list", "series_rated_when")
"""Kinds of question for which evidence weighs otherwise; see `Evidence.gates`."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The candidates for a question with what speaks for each.

    Attributes:
        rows: of the candidates in the snapshot, ascending.
        passages: the candidates.
        features: float32 of shape (candidates, features), in the order of `FEATURES`; each about 0 to 1.
        found: how many candidates each way of finding brought.
        gates: which of `GATES` are open: other weights are added for questions that name documents of a series, which are alike in
            their words while names and times tell them apart, and for those of them that ask for a rating, for a list, or when a rating was given.
        of_series: whether the documents are a series (see `Catalogue.is_series`).
    """

    rows: NDArray[np.int64]
    passages: tuple[Passage, ...]
    features: Floats
    found: Mapping[str, int]
    interactions: tuple[str, ...]
    of_series: bool


def gather(
    snapshot: Snapshot, encoder: Encoder, query: Query, allowed: NDArray[np.bool_] | None, least: int = DENSE
) -> Evidence:
    """Find the passages that may answer a question, and what speaks for each.

    Candidates are the best by BM25 over text and identity, the nearest by vectors, and of the documents that the question's
    names and times mean the best by its terms, the nearest, and those at the beginning. Filters hold in each of these searches.

    Args:
        snapshot: holds at least one passage.
        encoder: the one the snapshot was built with.
        reading: of the question.
        allowed: which passages may be found, bool of shape (passages,); None for all.
        least: at least so many candidates are found, where so many passages may be.
    """
    asked, terms = stems(query.question), list(query.terms)
    lexical = {field: postings.scores(asked) for field, postings in snapshot.postings.items()}
    by_terms = snapshot.postings["text"].scores(terms) + snapshot.postings["identity"].scores(terms)
    both = lexical["text"] + lexical["identity"]
    vector = encoder.encode_question(query.question)
    meant = _meant(snapshot, query, allowed)
    within = np.zeros(len(both), dtype=bool)
    for number in meant:
        within[snapshot.first_row[number] : snapshot.first_row[number + 1]] = True
    open_rows = np.ones(len(both), dtype=bool) if allowed is None else allowed
    found = {
        "lexical": _best(np.where(open_rows, both, 0), LEXICAL),
        "dense": snapshot.vectors.search(vector, max(DENSE, least), allowed)[0],
        "meant": np.concatenate(
            [
                np.empty(0, dtype=np.int64),
                *_best_within(snapshot, meant, np.where(open_rows, by_terms + 1e-3 * both, 0)),
            ]
        ),
        "meant_dense": _nearest_within(snapshot, vector, np.flatnonzero(open_rows & within)),
        "heads": _heads(snapshot, query, meant, open_rows),
    }
    rows = np.unique(np.concatenate(list(found.values()))).astype(np.int64)
    passages = tuple(snapshot.passages([int(row) for row in rows]))
    dense = np.clip(snapshot.vectors.vectors(rows) @ vector, 0, 1) if len(rows) else np.empty(0, dtype=np.float32)
    weight = weights(snapshot.postings["text"], asked)
    columns: dict[str, Sequence[float] | Floats] = {
        "text": _of_greatest(lexical["text"][rows]),
        "text_identity": _of_greatest(both[rows]),
        "terms": _of_greatest(by_terms[rows]),
        "text_absolute": lexical["text"][rows] / max(sum(weight[stem] for stem in asked), 1e-6),
        "dense": _of_greatest(dense),
        "dense_absolute": dense,
        **_words(snapshot, query, rows, passages, weight),
        **_documents(snapshot, query, rows, passages, meant),
    }
    rated = asked_rating(query.question) is not None
    says = columns["states"] if rated else np.maximum(columns["near_terms"], columns["pair_holds_terms"])
    columns["in_order_covering"] = _in_order_covering(
        snapshot, query, rows, says, columns["called"] if query.documents else [1.0] * len(rows)
    )
    if (rated or not query.documents) and any(columns["in_order_covering"]):
        columns["in_order"] = columns["in_order_covering"]
    features = np.stack([np.asarray(columns[name], dtype=np.float32) for name in FEATURES], axis=1)
    kind = (
        "series_rated_when"
        if rated and query.interpretation.answer_type == "date"
        else f"series_{query.interpretation.answer_type}"
    )
    interactions = (
        ("series", *(interaction for interaction in INTERACTIONS if interaction == kind))
        if query.documents and snapshot.catalogue.is_series
        else ()
    )
    return Evidence(
        rows,
        passages,
        features,
        {name: len(each) for name, each in found.items()},
        interactions,
        snapshot.catalogue.is_series,
    )


def _nearest_within(snapshot: Snapshot, vector: Floats, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Of some rows those nearest to a vector."""
    if not len(rows):
        return rows
    order = np.argsort(-(snapshot.vectors.vectors(rows) @ vector), kind="stable")
    return rows[order[:DENSE]]


def _best_within(snapshot: Snapshot, meant: Sequence[int], scores: Floats) -> Iterator[NDArray[np.int64]]:
    """The best rows of each of the documents that are meant, the best such documents first."""
    stretches = [slice(int(snapshot.first_row[number]), int(snapshot.first_row[number + 1])) for number in meant]
    stretches.sort(key=lambda stretch: -float(scores[stretch].max(initial=0.0)))
    for stretch in stretches[:MEANT_DOCUMENTS]:
        yield stretch.start + _best(scores[stretch], MEANT)


def _heads(snapshot: Snapshot, query: Query, meant: Sequence[int], open_rows: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The first rows of the documents that are meant: of the newest, or of the oldest where the question asks for the first."""
    day = snapshot.catalogue.day
    chosen = sorted(meant, key=lambda number: int(day[number]), reverse=query.interpretation.order != "first")[
        :HEAD_DOCUMENTS
    ]
    rows = [
        row
        for number in chosen
        for row in range(
            snapshot.first_row[number], min(snapshot.first_row[number] + HEAD, snapshot.first_row[number + 1])
        )
    ]
    found = np.array(rows, dtype=np.int64)
    return found[open_rows[found]]


def weights(postings: BM25Index, asked: Sequence[str]) -> dict[str, float]:
    """How much each of a question's stems tells: its inverse document frequency, as in BM25."""
    return {stem: postings.weight(stem) for stem in asked}


def covered(weight: Mapping[str, float], present: Collection[str]) -> float:
    """The share, 0 to 1, of the question's weight whose stems are present."""
    if weight.keys().isdisjoint(present):
        return 0.0
    return sum([value for stem, value in weight.items() if stem in present]) / sum(weight.values())


def _meant(snapshot: Snapshot, query: Query, allowed: NDArray[np.bool_] | None) -> list[int]:
    """The documents that a question's names and times mean, of those with a passage that may be found; none where no name calls any of these."""
    if not query.documents:
        return []
    count = len(snapshot.document_ids)
    is_open = (
        np.ones(count, dtype=bool)
        if allowed is None
        else np.bincount(snapshot.passage_document[allowed], minlength=count) > 0
    )
    times: dict[int, int] = {}
    for called in query.documents:
        for number in called:
            if is_open[number]:
                times[number] = times.get(number, 0) + 1
    most = max(times.values(), default=0)
    named = [number for number, count in times.items() if count == most]
    periods = query.interpretation.periods
    of_time = [number for number in named if any(of_period(snapshot.catalogue, number, period) for period in periods)]
    return sorted(of_time or named)


def _documents(
    snapshot: Snapshot, query: Query, rows: NDArray[np.int64], passages: Sequence[Passage], meant: Sequence[int]
) -> dict[str, Sequence[float]]:
    """What speaks for a passage by the document it stands in: its names, its time, its place in their order."""
    catalogue, asked = snapshot.catalogue, query.interpretation
    numbers = [int(number) for number in snapshot.passage_document[rows]]
    called = {
        number: sum(number in each for each in query.documents) / len(query.documents) if query.documents else 0.0
        for number in set(numbers)
    }
    exact = {
        number: any(_published_in(catalogue.entries[number].day, each.first, each.last) for each in asked.periods)
        for number in set(numbers)
    }
    named = {number: any(of_period(catalogue, number, each) for each in asked.periods) for number in set(numbers)}
    years = {year for each in asked.periods for year in _years(each.first, each.last)}
    in_text = [_years_named(passage.text) if years else frozenset() for passage in passages]
    names_year = [not years.isdisjoint(each) for each in in_text]
    order = (
        _order(snapshot, query, {number for number in set(numbers) if called[number]} | set(meant))
        if query.documents
        else {}
    )
    newest = (
        max(meant, key=lambda number: int(catalogue.day[number]), default=-1)
        if not asked.order and not asked.periods and len(meant) > 1
        else -1
    )
    first = snapshot.first_row[numbers]
    return {
        "called": [called[number] for number in numbers],
        "called_otherwise": [float(bool(query.documents) and not called[number]) for number in numbers],
        "published_then": [float(exact[number]) for number in numbers],
        "head_names_year": [float(named[number] and not exact[number]) for number in numbers],
        "passage_names_year": [float(each) for each in names_year],
        "passage_names_other_year": [
            float(bool(years) and not asked_year and any(year in _LIKELY_YEARS for year in each))
            for each, asked_year in zip(in_text, names_year, strict=True)
        ],
        "of_another_time": [
            float(bool(asked.periods) and not named[number] and not exact[number] and not year)
            for number, year in zip(numbers, names_year, strict=True)
        ],
        "in_order": [order.get(number, 0.0) for number in numbers],
        "newest": [float(number == newest) for number in numbers],
        "beginning": [1 / (1 + row - start) for row, start in zip(rows, first, strict=True)],
    }


def _order(snapshot: Snapshot, query: Query, numbers: set[int]) -> dict[int, float]:
    """How near each of some documents comes to the one that "latest", "first" or "previous" means: 1 for that, then 1/2, 1/3 and so on.

    Where no name says which documents are meant, "latest" alone means one of them; and none in a series, where each place has a latest one.
    """
    asked = query.interpretation.order
    if not asked or (not query.documents and (asked != "latest" or snapshot.catalogue.is_series)):
        return {}
    alike = {
        number: _words_in_title(snapshot, query, number) if query.documents else 0.0
        for number in numbers
        if snapshot.catalogue.day[number]
    }
    dated = sorted(
        (number for number in alike if alike[number] >= max(alike.values()) - 1e-6),
        key=lambda number: int(snapshot.catalogue.day[number]),
    )
    if not dated:
        return {}
    wanted = {"latest": len(dated) - 1, "first": 0, "previous": max(len(dated) - 2, 0)}[asked]
    return {number: 1 / (1 + abs(place - wanted)) for place, number in enumerate(dated)}


def _words_in_title(snapshot: Snapshot, query: Query, number: int) -> float:
    """How many of the question's words stand in a document's title."""
    return float(len(set(stems(query.question)) & set(stems(snapshot.catalogue.entries[number].title))))


def _in_order_covering(
    snapshot: Snapshot,
    query: Query,
    rows: NDArray[np.int64],
    says: Sequence[float] | Floats,
    called: Sequence[float] | Floats,
) -> list[float]:
    """The same among the documents with a passage that holds (nearly) all terms that any of them holds."""
    best = max((each for each, own in zip(says, called, strict=True) if own), default=0.0)
    full = [bool(own and best and each >= COVERING * best) for each, own in zip(says, called, strict=True)]
    numbers = [int(number) for number in snapshot.passage_document[rows]]
    order = _order(snapshot, query, {number for number, covers in zip(numbers, full, strict=True) if covers})
    return [order.get(number, 0.0) for number in numbers]


def _words(
    snapshot: Snapshot,
    query: Query,
    rows: NDArray[np.int64],
    passages: Sequence[Passage],
    weight: Mapping[str, float],
) -> dict[str, Sequence[float]]:
    """What speaks for a passage by its words, its headings, and what its document is called."""
    postings = snapshot.postings["text"]
    of_terms = weights(postings, query.terms)
    kind = query.interpretation.answer_type
    wanted = asked_rating(query.question)
    names = [frozenset(stems(name.text)) for name in query.interpretation.names]
    numbers = snapshot.passage_document[rows].tolist()
    identities = {number: _identity_stems(snapshot, number) for number in set(numbers)}
    abouts = {number: _WHOLE.union(weight, identity) for number, identity in identities.items()}
    terms = frozenset(of_terms)
    telling = terms.union(weight, *names)

    def asked_share(heading: Collection[str], asked: frozenset[str] = terms) -> float:
        """The share of a heading's weight that is among the question's terms."""
        if asked.isdisjoint(heading):
            return 0.0
        found = {stem: postings.weight(stem) for stem in heading}
        held = math.fsum([value for stem, value in found.items() if stem in asked])
        return held / math.fsum(found.values())

    stated: AnswerType = "rating" if wanted else kind
    rating = frozenset(stems(wanted or ""))
    years = {year for each in query.interpretation.periods for year in _years(each.first, each.last)}
    rarest = max(of_terms, key=lambda stem: of_terms[stem], default="")
    columns: list[dict[str, float]] = []
    for number, passage, own in zip(numbers, passages, postings.found(rows, telling) if passages else (), strict=True):
        last = _distinct(passage.heading.rpartition(" > ")[2])
        headed = {stem for _, stem, _ in own.places} | telling & _distinct(passage.heading)
        everything = headed | telling & identities[number]
        said = [
            each
            for each in statements(passage.text, stated)
            if (not wanted or same_rating(each.value, wanted))
            and not (years and each.years and each.years.isdisjoint(years))
        ]
        shares = [asked_share(each.subject, abouts[number]) for each in said]
        has = float(kind not in _TYPED or bool(value_spans(passage.text, kind)))
        if kind == "list" and has:
            has = 1.0 if len(_BULLET.findall(passage.text)) > 1 else 0.5
        columns.append(
            {
                "covers_question": covered(weight, everything),
                "covers_terms": covered(of_terms, headed),
                "near_terms": near(of_terms, own),
                "heading_holds_terms": covered(of_terms, last),
                "heading_in_question": asked_share(last),
                "line_in_question": max(
                    (asked_share(line) * covered(of_terms, line) for line in _lines(passage.text, terms, own)),
                    default=0.0,
                ),
                "pair_holds_terms": max(
                    (
                        held
                        for both, value in _paired(passage.text, kind in _RATED)
                        if (held := covered(of_terms, both)) and holds(value, kind)
                    ),
                    default=0.0,
                ),
                "states": max(shares, default=0.0),
                "states_terms": max(
                    (
                        share * covered(of_terms, each.subject | rating)
                        for share, each in zip(shares, said, strict=True)
                    ),
                    default=0.0,
                ),
                "says_rating": _says(passage.text, wanted, of_terms) if wanted else 0.0,
                "value_near_terms": _value_near(passage.text, own, kind, of_terms),
                "names_in_passage": sum(name <= everything for name in names) / len(names) if names else 0.0,
                "lacks_value": 1.0 - has,
                "length": math.log1p(own.words) / 5,
                "digits": own.numerals / max(own.words, 1),
                "rarest_missing": float(bool(rarest) and rarest not in everything),
            }
        )
    found: dict[str, Sequence[float]] = {
        name: [each[name] for each in columns] for name in (columns[0] if columns else ())
    }
    holding = [1.0 - lacks for lacks in found["lacks_value"]] if columns else []
    return found | {f"holds_{each}": holding if each == kind else [0.0] * len(rows) for each in _TYPED}


def _lines(text: str, terms: Collection[str], own: TermPositions) -> Iterator[tuple[str, ...]]:
    """The stems, without numbers, of each line that holds a term and could be a heading: it has more than one, is short and does not run on."""
    at = [start for _, stem, start in own.places if stem in terms]
    for start, end in _headings(text) if at else ():
        if bisect_left(at, start) < bisect_left(at, end) and len(line := _without_numbers(text[start:end])) > 1:
            yield line


@lru_cache(maxsize=TEXTS_KEPT)
def _headings(text: str) -> tuple[tuple[int, int], ...]:
    """Where the lines of a text stand that are short and do not run on."""
    found = []
    start = 0
    for line, after in pairwise([*text.split("\n"), ""]):
        end = start + len(line)
        if len(line) <= HEADING_CHARS and not line.endswith((".", ",", ";", ":")) and not _RUNS_ON.match(after):
            found.append((start, end))
        start = end + 1
    return tuple(found)


@lru_cache(maxsize=TEXTS_KEPT)
def _years_named(text: str) -> frozenset[int]:
    """What could be years in a text, by their four digits."""
    return years_in(text)


@lru_cache(maxsize=TEXTS_KEPT)
def _without_numbers(line: str) -> tuple[str, ...]:
    """The stems of a line but for its numbers."""
    return tuple(stem for stem in stems(line) if not stem.isdecimal())


@lru_cache(maxsize=TEXTS_KEPT)
def _distinct(text: str) -> frozenset[str]:
    """The stems of a heading or the like."""
    return frozenset(stems(text))


@lru_cache(maxsize=TEXTS_KEPT)
def _paired(text: str, rated: bool) -> tuple[tuple[frozenset[str], str], ...]:
    """For each pair of a text (see `pairs`) the stems of both, and the value."""
    return tuple((frozenset(stems(f"{each.label} {each.value}")), each.value) for each in pairs(text, rated))


def _identity_stems(snapshot: Snapshot, number: int) -> frozenset[str]:
    """The stems of a document's title, publisher and day of publication."""
    each = snapshot.catalogue.entries[number]
    day = day_in_words(date.fromordinal(int(snapshot.published[number]))) if snapshot.published[number] else ""
    return _distinct(f"{each.title} {each.source} {day}")


def _says(text: str, rating: str, of_terms: Mapping[str, float]) -> float:
    """How well a text says that a rating was given: 0 where it does not, 1/2 or more where it does, 1 with all the question's terms by it."""
    others = {stem: value for stem, value in of_terms.items() if stem not in stems(rating)}
    best = 0.0
    paired = [each for each in pairs(text, rated=True) if value_spans(each.value, "rating")]
    for each in paired:
        if same_rating(each.value, rating):
            best = max(best, 0.5 + 0.5 * covered(others, stems(each.label)))
    for start, end in () if paired else value_spans(text, "rating"):
        if same_rating(text[start:end], rating):
            around = stems(text[max(0, start - AROUND_CHARS) : end + AROUND_CHARS])
            best = max(best, 0.5 + 0.5 * covered(others, around))
    return best


def _value_near(text: str, own: TermPositions, kind: AnswerType, of_terms: Mapping[str, float]) -> float:
    """The greatest share of the terms' weight that stands near a value of the kind that is asked after."""
    best = 0.0
    for start, end in value_spans(text, kind):
        best = max(
            best,
            covered(of_terms, [stem for _, stem, at in own.places if start - AROUND_CHARS <= at < end + AROUND_CHARS]),
        )
    return best


def near(weight: Mapping[str, float], own: TermPositions) -> float:
    """The greatest share, 0 to 1, of the question's weight that stands within `NEAR_WORDS` words of a text."""
    whole = sum(weight.values())
    if not whole:
        return 0.0
    places = [(place, stem) for place, stem, _ in own.places if stem in weight]
    best = total = 0.0
    count: dict[str, int] = {}
    left = 0
    for place, stem in places:
        count[stem] = count.get(stem, 0) + 1
        if count[stem] == 1:
            total += weight[stem]
        while place - places[left][0] >= NEAR_WORDS:
            gone = places[left][1]
            count[gone] -= 1
            if not count[gone]:
                total -= weight[gone]
            left += 1
        best = max(best, total)
    return best / whole


def _published_in(day: int, first: date | None, last: date | None) -> bool:
    return bool(day) and (first or date.min).toordinal() <= day <= (last or date.max).toordinal()


def _years(first: date | None, last: date | None) -> list[int]:
    """The years a text may name for a period; for one that is open, the year it starts or ends with."""
    if first and last:
        return list(range(first.year, min(last.year, first.year + 10) + 1))
    return [each.year for each in (first, last) if each]


def _best(scores: Floats, k: int) -> NDArray[np.int64]:
    k = min(k, len(scores))
    best = np.argpartition(-scores, k - 1)[:k]
    return best[scores[best] > 0]


def _of_greatest(scores: Floats) -> Floats:
    greatest = float(scores.max(initial=0.0))
    return scores / greatest if greatest > 0 else np.zeros_like(scores)
