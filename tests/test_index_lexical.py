"""Postings: what counts as a word, and scores a reader can check."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from corpus.language.words import stems, words
from index.lexical import BM25Index, BM25Indexes, write_postings
from index.rows import RowTable
from index.seams import EVERYTHING, FIELDS, Field, Hits, LexicalIndex, Rows, Scope, Scores, TermPositions


@given(
    st.lists(st.text(alphabet="ab 12\n'é-.\u00ad\u0301\ufb01", max_size=60), min_size=1, max_size=6),
    st.text(alphabet="ab 12c", max_size=20),
    st.data(),
)
def test_what_is_kept_of_passages_is_what_their_texts_say(texts: list[str], question: str, data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.integers(0, len(texts) - 1), min_size=1))
    wanted = set(stems(question))
    with tempfile.TemporaryDirectory() as folder:
        write_postings(Path(folder) / "text", texts)
        kept = BM25Index(Path(folder) / "text").positions(np.array(rows), wanted)
    for row, found in zip(rows, kept, strict=True):
        own = words(texts[row])
        assert (found.words, found.numerals) == (len(own), sum(word.stem.isdecimal() for word in own))
        assert found.places == [(place, word.stem, word.start) for place, word in enumerate(own) if word.stem in wanted]


def test_words_far_into_a_long_passage_are_kept(tmp_path: Path) -> None:
    text = " ".join(f"w{number}" for number in range(70_000))
    write_postings(tmp_path / "text", [text])
    (found,) = BM25Index(tmp_path / "text").positions(np.array([0]), {"w69999"})
    assert found.places == [(69_999, "w69999", text.index("w69999"))]


def test_the_passage_with_the_rarer_word_scores_higher(tmp_path: Path) -> None:
    write_postings(tmp_path / "text", ["inspection of services", "inspection rated inadequate", "inspection"])
    postings = BM25Index(tmp_path / "text")
    scores = postings.scores(stems("inadequate inspection"))
    assert int(np.argmax(scores)) == 1
    assert scores.shape == (3,) and (scores >= 0).all()
    assert [postings.frequency(stem) for stem in stems("inspection inadequate absent")] == [3, 1, 0]


def test_unknown_words_score_nothing(tmp_path: Path) -> None:
    write_postings(tmp_path / "text", ["one", "two"])
    assert not BM25Index(tmp_path / "text").scores(["zzz"]).any()


def test_passages_with_no_words_at_all_can_be_indexed(tmp_path: Path) -> None:
    write_postings(tmp_path / "text", ["…", "!"])
    assert not BM25Index(tmp_path / "text").scores(stems("anything")).any()


TEXTS = [
    "inspection of services",
    "inspection rated inadequate, an inspection of note",
    "inspection",
    "the council met",
    "services services services",
    "nothing of note",
]
HEADERS = ["Report. Vale", "Report. Vale", "Report. Vale", "Minutes. 4 May 2021", "Report on services", "Minutes"]
TABLE = RowTable([0, 3, 5, 6])


class CountedIndex:
    """Words counted passage by passage, by the formula alone: as plain as an index can be."""

    def __init__(self, table: RowTable) -> None:
        self._table = table
        self._stems = {
            field: [stems(text) for text in texts] for field, texts in (("text", TEXTS), ("identity", HEADERS))
        }

    def query(self, wanted: Sequence[str]) -> CountedQuery:
        return CountedQuery(self._table, {field: self._scores(field, wanted) for field in FIELDS})

    def _scores(self, field: Field, wanted: Sequence[str]) -> Scores:
        held = self._stems[field]
        mean = sum(map(len, held)) / len(held)
        scores = np.zeros(len(held), dtype=np.float32)
        for stem in wanted:
            idf = math.log1p((len(held) - self.frequency(stem, field) + 0.5) / (self.frequency(stem, field) + 0.5))
            for row, own in enumerate(held):
                times = own.count(stem)
                scores[row] += idf * times / (times + 1.2 * (1 - 0.75 + 0.75 * len(own) / mean)) if times else 0.0
        return scores

    def idf(self, stem: str) -> float:
        frequency = self.frequency(stem)
        return math.log1p((len(self._stems["text"]) - frequency + 0.5) / (frequency + 0.5))

    def frequency(self, stem: str, field: Field = "text") -> int:
        return len(self.rows(stem, field))

    def rows(self, stem: str, field: Field | None = None) -> NDArray[np.int32]:
        fields = [field] if field else FIELDS
        rows = {row for name in fields for row, own in enumerate(self._stems[name]) if stem in own}
        return np.array(sorted(rows), dtype=np.int32)

    def rows_spelling(self, letters: str) -> NDArray[np.int64]:
        initials = ["".join(word.stem[0] for word in words(text)) for text in TEXTS]
        return np.array([row for row, own in enumerate(initials) if letters in own], dtype=np.int64)

    def positions(self, rows: Rows, wanted: Collection[str]) -> list[TermPositions]:
        own = [words(TEXTS[row]) for row in rows]
        return [
            TermPositions(
                len(held),
                sum(word.stem.isdecimal() for word in held),
                [(place, word.stem, word.start) for place, word in enumerate(held) if word.stem in wanted],
            )
            for held in own
        ]


class CountedQuery:
    def __init__(self, table: RowTable, by_field: Mapping[Field, Scores]) -> None:
        self._table = table
        self._by_field = by_field

    def search(self, k: int, scope: Scope = EVERYTHING) -> Hits:
        rows = self._table.rows(scope)
        scores = self.scores(rows)
        order = np.argsort(-scores, kind="stable")
        order = order[scores[order] > 0][:k]
        return Hits(rows[order], scores[order])

    def scores(self, rows: Rows, field: Field | None = None) -> Scores:
        total: Scores = self._by_field[field] if field else self._by_field["text"] + self._by_field["identity"]
        return total[rows]

    def plus(self, other: CountedQuery, weight: float) -> CountedQuery:
        return CountedQuery(
            self._table, {field: own + weight * other._by_field[field] for field, own in self._by_field.items()}
        )


def indexed(folder: Path) -> BM25Indexes:
    folders: dict[Field, Path] = {field: folder / field for field in FIELDS}
    for field, texts in zip(FIELDS, (TEXTS, HEADERS), strict=True):
        write_postings(folders[field], texts)
    return BM25Indexes(folders, TABLE)


@pytest.fixture(params=["bm25s", "counted"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> LexicalIndex:
    """Every lexical index there is: what follows must hold of each."""
    return indexed(tmp_path) if request.param == "bm25s" else CountedIndex(TABLE)


ROWS = np.arange(len(TEXTS))
QUESTIONS = ["inspection services", "inspection inspection note", "report on the services in Vale", "4 May", "absent"]


def scope(*documents: int) -> Scope:
    return Scope(np.array(documents, dtype=np.int64))


@pytest.mark.parametrize("question", QUESTIONS)
def test_scores_are_those_of_the_formula(index: LexicalIndex, question: str) -> None:
    query, counted = index.query(stems(question)), CountedIndex(TABLE).query(stems(question))
    for field in (None, *FIELDS):
        assert query.scores(ROWS, field) == pytest.approx(counted.scores(ROWS, field), rel=1e-5)
        assert query.scores(ROWS, field).dtype == np.float32
    assert query.scores(ROWS[[4, 0]]) == pytest.approx(query.scores(ROWS)[[4, 0]])


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_search_finds_what_holds_a_word_best_first(index: LexicalIndex, question: str) -> None:
    query = index.query(stems(question))
    scores = query.scores(ROWS)
    for within in (EVERYTHING, scope(0), scope(2), scope(0, 2), scope(1, 2), scope()):
        rows = [row for row in TABLE.rows(within).tolist() if scores[row] > 0]
        best = sorted(rows, key=lambda row: (-scores[row], row))
        for k in (0, 1, 2, 100):
            hits = query.search(k, within)
            assert hits.rows.tolist() == best[:k] or hits.scores.tolist() == scores[best[:k]].tolist()
            assert hits.scores.tolist() == scores[hits.rows].tolist()


def test_a_query_may_be_added_to_another_with_a_weight(index: LexicalIndex) -> None:
    one, two, three = (index.query(stems(question)) for question in ("services", "Vale inspection", "note"))
    added = one.plus(two, 0.001).plus(three, 2.0)
    for field in (None, *FIELDS):
        expected = one.scores(ROWS, field) + 0.001 * two.scores(ROWS, field) + 2.0 * three.scores(ROWS, field)
        assert added.scores(ROWS, field) == pytest.approx(expected, rel=1e-5)
    best = added.search(3)
    assert best.scores.tolist() == sorted(added.scores(ROWS).tolist(), reverse=True)[:3]
    assert one.scores(ROWS) == pytest.approx(index.query(stems("services")).scores(ROWS)), "it stays as it was"


def test_a_stem_is_counted_in_a_field_and_found_in_any(index: LexicalIndex) -> None:
    (service,) = stems("services")
    assert (index.frequency(service), index.frequency(service, "identity"), index.frequency("absent")) == (2, 1, 0)
    assert index.rows(service).tolist() == [0, 4] and index.rows(service, "identity").tolist() == [4]
    assert index.rows("vale").tolist() == [0, 1, 2] and index.rows("vale", "text").tolist() == []
    assert index.rows("absent").tolist() == index.rows("absent", "text").tolist() == []
    assert index.idf(service) == index.idf(service) == pytest.approx(math.log1p(4.5 / 2.5))
    assert index.idf("absent") == pytest.approx(math.log1p(6.5 / 0.5))


def test_positions_tell_where_stems_stand_in_texts(index: LexicalIndex) -> None:
    inspection, note = stems("inspection note")
    first, second = index.positions(np.array([1, 5]), {inspection, note, "absent"})
    assert first.places == [(0, inspection, 0), (3, inspection, 32), (4, note, 46)]
    assert (second.words, second.places) == (2, [(1, note, 11)])
    assert index.positions(np.empty(0, dtype=np.int64), {inspection}) == []


def test_words_that_spell_letters_are_found_within_one_passage(tmp_path: Path) -> None:
    texts = ["the youth engagement panel met", "young", "eager people", "yes", "years ended; panels, and yet"]
    write_postings(tmp_path / "text", texts)
    index = BM25Index(tmp_path / "text")
    assert index.rows_spelling("yep").tolist() == [0, 4]
    assert index.rows_spelling("ep").tolist() == [0, 2, 4]
    assert index.rows_spelling("zz").tolist() == index.rows_spelling("y" * 40).tolist() == []


def test_an_index_without_passages_spells_nothing() -> None:
    assert BM25Indexes({}, RowTable([0])).rows_spelling("yep").tolist() == []
