"""The answer model: of the first passages the one is answered from whose words are likeliest right."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import qa.choosing.answer_model
from index.encoder import HashingEncoder
from index.seams import RerankOutput
from index.snapshot import Snapshot
from qa.choosing.answer_model import (
    CONSIDERED,
    AnswerModel,
    Chosen,
    choose,
    likeliest,
    load_answer_model,
    rival_scores,
    shown_words,
    words_features,
)
from qa.extraction.extract import extract
from qa.features import FEATURES, featurize
from qa.features.confidence import CONFIDENCE_FEATURES, INTERCEPT, RERANKED_CONFIDENCE_FEATURES, Confidence
from qa.features.feature import FeatureSet
from qa.features.interactions import INTERACTIONS
from qa.features.reranker import RERANK_FEATURES
from qa.features.shown import LIST_ASKED, READ_WORDS_FEATURES, WORDS_FEATURES, ShownWords
from qa.passages.asked import Asked
from qa.passages.quoted import AnswerSpan
from qa.ranking.rank import Ranking, rank
from qa.ranking.ranker import Ranker, Stage
from qa.ranking.retrieve import retrieve
from tests.words_shown import asked_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
QUESTION = "When did the pool open?"
PLAIN = "The pool was open daily."
DATED = "The pool did open in May 1901."


def stage(names: Iterable[str], judged: Iterable[str]) -> Stage:
    """A stage that goes by the words of texts alone, and is never sure."""
    order = dict.fromkeys(names, 0.0) | {"bm25_text": 1.0}
    return Stage(order, {each.name: {} for each in INTERACTIONS}, dict.fromkeys((*judged, INTERCEPT), 0.0), 1.0)


RANKER = Ranker(
    stage(FEATURES.names, CONFIDENCE_FEATURES.names),
    stage((*FEATURES.names, *RERANK_FEATURES.names), RERANKED_CONFIDENCE_FEATURES.names),
    {"read": 8},
)


def weights(declared: FeatureSet[ShownWords, float], own: Mapping[str, float]) -> dict[str, float]:
    return dict.fromkeys((*declared.names, INTERCEPT), 0.0) | dict(own)


def model(read: Mapping[str, float] | None = None, **own: float) -> AnswerModel:
    """A model that knows nothing but these weights, for what a reranker has read and for what it has not."""
    return AnswerModel(weights(WORDS_FEATURES, own), weights(READ_WORDS_FEATURES, own if read is None else read), {})


def ranked(
    snapshot_of: Made, texts: Iterable[str], said: Sequence[tuple[float, float]] = (), question: str = QUESTION
) -> tuple[Asked, Ranking, list[AnswerSpan]]:
    """A question with these texts as its candidates in this order, and what may be shown of each.

    A reranker has said so much of the first ones.
    """
    snapshot = snapshot_of({"title": f"Page {place}", "text": text} for place, text in enumerate(texts))
    asked = asked_of(snapshot, question)
    found = rank(asked, featurize(asked, retrieve(asked, HashingEncoder())), RANKER, None, 0)
    in_order = sorted(found.candidates, key=lambda each: each.row)
    nothing = np.empty((0, 2), dtype=np.int64), np.empty((0, 0), dtype=np.float32)
    read = [RerankOutput(logit, *nothing, margin) for logit, margin in said]
    candidates = tuple(
        replace(
            each, score=-0.5 * place, probability=0.9 - place / 16, rerank=read[place] if place < len(read) else None
        )
        for place, each in enumerate(in_order)
    )
    return asked, replace(found, candidates=candidates), extract(asked, candidates, None)


def chosen_of(
    snapshot_of: Made,
    model: AnswerModel,
    texts: Iterable[str],
    said: Sequence[tuple[float, float]] = (),
    question: str = QUESTION,
) -> tuple[list[str], Chosen]:
    """The texts in the order that a model puts them in, with all of the choice."""
    asked, ranking, spans = ranked(snapshot_of, texts, said, question)
    chosen = choose(asked, ranking, spans, model)
    return [candidate.passage.text for candidate in chosen.ranking.candidates], chosen


def words_first(chosen: Chosen) -> str:
    return chosen.ranking.candidates[0].passage.text[slice(*chosen.spans[0].quote)]


def test_the_passage_whose_words_are_likeliest_right_comes_first_and_the_others_stay_in_order(
    snapshot_of: Made,
) -> None:
    texts = [f"{PLAIN} It is warm.", "The pool is open at noon.", f"It is warm. {DATED}", f"{DATED} It is cold."]
    asked, ranking, spans = ranked(snapshot_of, texts)
    chosen = choose(asked, ranking, spans, model(value_given=3.0, intercept=-1.0))
    assert [each.passage.text for each in chosen.ranking.candidates] == [texts[place] for place in (2, 0, 1, 3)]
    assert chosen.spans == (spans[2], spans[0], spans[1], spans[3]) and words_first(chosen) == DATED
    assert chosen.confidence.probability == pytest.approx(1 / (1 + math.exp(-2)))
    assert [each.probability for each in chosen.ranking.candidates] == [0.9, 0.9, 0.9 - 1 / 16, 0.9 - 3 / 16]
    assert replace(chosen.ranking, candidates=ranking.candidates) == ranking
    assert chosen.confidence.log_odds["value_given"] == 3.0 and chosen.confidence.features["behind"] == -1.0


@pytest.mark.parametrize("own", [{}, {"behind": 0.1}, {"value_given": 0.5, "behind": 1.5}])
def test_what_is_not_surer_than_the_first_stays_behind_it(snapshot_of: Made, own: dict[str, float]) -> None:
    texts = [PLAIN, DATED]
    assert chosen_of(snapshot_of, AnswerModel(weights(WORDS_FEATURES, own), {}, {}), texts)[0] == texts


@pytest.mark.parametrize(("place", "comes_first"), [(4, True), (5, False)])
def test_only_the_words_of_the_first_passages_may_be_the_answer(
    snapshot_of: Made, place: int, comes_first: bool
) -> None:
    assert CONSIDERED == 5
    texts = [f"{PLAIN} It is {number} metres long." for number in range(7)]
    texts[place] = DATED
    found, chosen = chosen_of(snapshot_of, model(value_given=3.0), texts)
    assert (found[0] == DATED) is comes_first and len(found) == len(chosen.spans) == 7
    assert sorted(found) == sorted(texts)


def test_words_that_cannot_be_the_answer_are_not_shown_however_sure_the_model_is(snapshot_of: Made) -> None:
    sure = model(value_given=9.0)
    texts = ["Did the pool of section 47 open in May 1901?", "The pool of section 47 did open."]
    question = "When did the pool of section 47 open?"
    found, chosen = chosen_of(snapshot_of, sure, texts, question=question)
    assert found == texts[::-1] and chosen.confidence.probability == 0.5
    none, nothing = chosen_of(snapshot_of, sure, [DATED, texts[0]], question=question)
    assert none == [DATED, texts[0]] and nothing.confidence.probability == 0.0
    assert nothing.confidence.features["value_given"] == 1.0


def test_what_a_reranker_has_read_is_weighed_by_what_it_says(snapshot_of: Made) -> None:
    trusting = model({"reranker_probability": 4.0, "intercept": -2.0}, value_given=9.0)
    texts = [PLAIN, f"{PLAIN} It is warm.", DATED]
    found, chosen = chosen_of(snapshot_of, trusting, texts, ((-2.0, 0.0), (2.0, 0.0), (1.0, 0.0)))
    assert found == [texts[place] for place in (1, 0, 2)]
    assert tuple(chosen.confidence.features) == READ_WORDS_FEATURES.names
    assert chosen.confidence.probability == pytest.approx(1 / (1 + math.exp(2 - 4 / (1 + math.exp(-2)))))
    found, chosen = chosen_of(snapshot_of, trusting, texts)
    assert found[0] == DATED and tuple(chosen.confidence.features) == WORDS_FEATURES.names


def test_what_a_reranker_had_no_time_for_is_not_shown_before_what_it_has_read(snapshot_of: Made) -> None:
    texts = [PLAIN, f"{PLAIN} It is warm.", DATED]
    found, chosen = chosen_of(snapshot_of, model(value_given=9.0), texts, ((1.0, 0.0), (0.5, 0.0)))
    assert found == texts and chosen.confidence.probability == 0.5 and len(chosen.spans) == 3


def test_words_are_known_with_what_their_passage_was_ranked_by(snapshot_of: Made) -> None:
    said = ((2.0, 3.0), (4.0, -1.0))
    asked, ranking, spans = ranked(snapshot_of, [PLAIN, DATED, "The pool."], said)
    first, second = shown_words(asked, ranking.candidates, spans)
    assert [words.quote for words in (first, second)] == [PLAIN, DATED]
    assert [words.title for words in (first, second)] == ["Page 0", "Page 1"]
    assert (first.placed.score, second.placed.score) == (0.0, -0.5)
    for words, candidate in zip((first, second), ranking.candidates, strict=False):
        placed = words.placed
        assert placed.asked is asked and not placed.of_series and placed.scores.tolist() == [0.0, -0.5]
        assert placed.said is not None and placed.said.tolist() == [list(each) for each in said]
        assert {name: placed.features[name] for name in FEATURES.names} == candidate.features
    assert [words.placed.features["reranker_logit"] for words in (first, second)] == pytest.approx([0.2, 0.4])
    assert [words.placed.features["reader_margin"] for words in (first, second)] == pytest.approx([0.3, -0.1])
    assert words_features(second, read=True)["reader_margin"] == pytest.approx(-0.1)
    assert tuple(words_features(second, read=False)) == WORDS_FEATURES.names


def test_of_unread_passages_all_are_rivals_and_only_those_with_words_are_shown(snapshot_of: Made) -> None:
    asked, ranking, spans = ranked(snapshot_of, [PLAIN, DATED, "The pool."])
    [first, second] = shown_words(asked, ranking.candidates, spans[:2])
    assert first.placed.scores.tolist() == second.placed.scores.tolist() == [0.0, -0.5, -1.0]
    assert first.placed.said is None and not first.placed.of_series
    assert dict(first.placed.features) == ranking.candidates[0].features


def test_the_shipped_model_has_a_weight_for_all_that_is_known_with_the_sign_it_may_have() -> None:
    shipped = load_answer_model()
    written = json.loads(
        Path(qa.choosing.answer_model.__file__).with_name("answer_model.json").read_text(encoding="utf-8")
    )
    assert written["fast"].keys() == {*WORDS_FEATURES.names, INTERCEPT}, "fit anew: a feature has no weight"
    assert written["read"].keys() == {*READ_WORDS_FEATURES.names, INTERCEPT}, "fit anew: a feature has no weight"
    for fitted, declared in ((shipped.fast, WORDS_FEATURES), (shipped.read, READ_WORDS_FEATURES)):
        assert set(fitted) == {*declared.names, INTERCEPT}
        for each in declared:
            least, most = each.bounds
            assert (least is None or fitted[each.name] >= least) and (most is None or fitted[each.name] <= most)
        assert any(fitted[each.name] for each in declared)
    assert shipped.training["considered"] == CONSIDERED
    assert load_answer_model() is shipped


def test_passages_that_tell_the_same_are_no_rivals(snapshot_of: Made) -> None:
    scores = np.array([3.0, 2.0, 1.0, 0.0])
    assert rival_scores(scores, ["7", "8", "7"], 0).tolist() == [3.0, 2.0, 0.0]
    assert rival_scores(scores, ["7", "8", "7"], 1).tolist() == scores.tolist()
    shares = model(share=4.0)
    texts = ["The pool did open in May 1901.", "In May 1901 the pool was open.", "The pool was open in June 1950."]
    _, agreed = chosen_of(snapshot_of, shares, texts)
    _, alone = chosen_of(snapshot_of, shares, [texts[0], texts[2].replace("1950", "1940"), texts[2]])
    assert agreed.confidence.probability > alone.confidence.probability


def test_editions_are_no_rivals_and_the_newest_is_shown(snapshot_of: Made) -> None:
    made = [
        {"title": "Fees", "published": f"{year}-04-01", "text": f"The pool costs {fee} a day."}
        for year, fee in ((2019, "£4"), (2023, "£5"))
    ]
    other = {"title": "Hall", "text": "The hall costs £9 a day."}
    for documents, newest in (((made[0], made[1], other), "£5"), ((made[0], other), "£4")):
        snapshot = snapshot_of(documents)
        asked = asked_of(snapshot, "What does the pool cost?")
        candidates = featurize(asked, retrieve(asked, HashingEncoder()))
        ranking = rank(asked, candidates, RANKER, None, 0)
        chosen = choose(asked, ranking, extract(asked, ranking.candidates, None), model(share=9.0, intercept=-4.0))
        assert newest in words_first(chosen)
        assert chosen.confidence.features["share"] > 0.6
        assert len(chosen.others) == (newest == "£5")


@pytest.mark.parametrize(
    ("words", "listed", "share", "weight", "is_list"),
    [
        (0.8, 0.71, 1.0, 2.0, True),
        (0.8, 0.71, 0.95, 2.0, True),
        (0.8, 0.71, 0.94, 2.0, False),
        (0.8, 0.69, 1.0, 2.0, False),
        (0.8, 0.71, 1.0, 0.0, False),
        (0.6, 0.7, 0.5, 2.0, True),
        (0.0, 0.0, 1.0, 2.0, False),
    ],
)
def test_a_list_that_has_all_that_is_asked_comes_before_words_that_are_hardly_surer(
    words: float, listed: float, share: float, weight: float, *, is_list: bool
) -> None:
    sure = [
        Confidence(words, {LIST_ASKED: 0.0}, {LIST_ASKED: weight}),
        Confidence(listed, {LIST_ASKED: share}, {LIST_ASKED: weight}),
    ]
    assert likeliest(sure) == int(is_list)
