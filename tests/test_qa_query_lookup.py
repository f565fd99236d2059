"""What the index knows of a word: the documents called by it, and the passages that hold it."""

from __future__ import annotations

import pytest

from corpus.language.words import stems
from index.snapshot import Snapshot
from qa.query.lookup import Lookup, frequency, texts_with_stems
from tests.query_corpora import Made


def test_documents_are_found_by_the_words_of_their_titles_one_after_the_other(articles: Snapshot) -> None:
    lookup = Lookup(articles)
    titles = [[articles.catalogue.metadata[index].title for index in lookup.documents(*words)] for words in (
        ("normandy",), ("normandy", "landings"), ("landings", "normandy"), ("london",), ("paris",),
    )]  # fmt: skip
    assert titles == [["Normandy", "Normandy landings"], ["Normandy landings"], [], ["London"], []]
    assert lookup.documents("normandy") is lookup.documents("normandy"), "looked up once"


def test_a_name_tells_documents_apart_unless_most_are_called_by_it(reports: Snapshot) -> None:
    lookup = Lookup(reports)
    names = ("sutton", "ofsted", "nowhere")
    assert [lookup.tells_apart(name) for name in names] == [True, False, False]
    assert [lookup.is_common(name) for name in names] == [False, True, False]
    assert [lookup.is_proper(name) for name in (*names, "reading")] == [True, True, False, False]
    assert [lookup.written(name) for name in (*names, "send")] == ["Sutton", "Ofsted", "nowhere", "SEND"]


@pytest.mark.parametrize(
    ("word", "times"), [("Normandy", 4), ("abbey", 1), ("abbeys", 1), ("skelmersdale", 0), ("the", 0), ("", 0)]
)
def test_the_passages_that_hold_a_word_are_counted_by_text_and_title(articles: Snapshot, word: str, times: int) -> None:
    lookup = Lookup(articles)
    assert [frequency(articles, word), lookup.frequency(word), lookup.frequency(word)] == [times] * 3


@pytest.mark.parametrize(
    ("words", "rows"),
    [(("Normandy",), 2), (("dukes", "Normandy"), 1), (("Dukes", "of", "London"), 0), (("of",), 0), ((), 0)],
)
def test_passages_hold_all_words_wherever_they_stand(articles: Snapshot, words: tuple[str, ...], rows: int) -> None:
    assert Lookup(articles).rows_with(words).size == rows


def test_texts_are_found_by_stems(articles: Snapshot) -> None:
    assert len(texts_with_stems(articles, stems("Normandy"))) == 2
    assert texts_with_stems(articles, stems("Dukes London")) == []


@pytest.mark.parametrize(
    ("words", "adjoin"),
    [
        (("tidal", "river"), True),
        (("Tidal", "River"), True),
        (("river", "tidal"), False),
        (("port", "london"), False),
        (("tidal", "river", "brick"), True),
        (("tidal", "river", "trams"), False),
    ],
)
def test_two_words_adjoin_only_in_their_order(articles: Snapshot, words: tuple[str, ...], adjoin: bool) -> None:
    assert Lookup(articles).first_two_adjoin(words) == adjoin


@pytest.mark.parametrize(
    ("name", "is_held"),
    [
        ("Mrs Moor", True),
        ("Mrs Ada Moor", True),
        ("Professor Hale", True),
        ("Mr Hale", False),
        ("Mr Kent", False),
        ("Mrs Reed", False),
        ("Mrs Eve Moor", False),
        ("Ada Moor", False),
        ("Mrs", False),
    ],
)
def test_a_title_may_stand_before_the_name_of_somebody_who_is_named_without_one(
    snapshot_of: Made, name: str, is_held: bool
) -> None:
    text = "Ada Moor came to us in May. Prof Hale left. The bus goes on to Kent. We thank the reed cutters."
    assert Lookup(snapshot_of([{"title": "News", "text": text}])).has_person_titled(name) is is_held


@pytest.mark.parametrize(
    ("name", "is_held"),
    [
        ("Ada Moor", True),
        ("Bea Moor", False),
        ("Ada Hale", False),
        ("Cora Reed", False),
        ("Moor", False),
    ],
)
def test_somebody_may_be_named_whose_first_name_is_only_an_initial(snapshot_of: Made, name: str, is_held: bool) -> None:
    text = "Present: Cllrs A Moor, B. Hale and C Reed. Clara Reed spoke of the weir."
    assert Lookup(snapshot_of([{"title": "News", "text": text}])).has_person_titled(name) is is_held
