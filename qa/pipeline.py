"""The pipeline: one question in, one answer out, by way of stages that each have a name and a file."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Final

import numpy as np

from corpus.language.folding import searchable
from corpus.language.words import stems
from index.encoder import load_encoder, whole_words
from index.reader import NAME as READER
from index.reranker import load_reranker
from index.seams import DocumentMeta, Encoder, Reranker
from index.snapshot import Snapshot
from qa.abstaining.reasons import HELD_UNTIL, NOTHING_CHANGED, before_search
from qa.across.tabulating import Tabulated, tabulate
from qa.answer import Answer, Quote
from qa.checks.own_years import is_of_another_own_year
from qa.choosing.answer_model import CONSIDERED, AnswerModel, Chosen, choose, load_answer_model
from qa.choosing.course import Course
from qa.deciding.decide import decide, least_confidence, unsearched_answer
from qa.deciding.halved import joined, saying_both, says_both, taken_by_other
from qa.explain import Outcome, Search, trace, trace_unsearched
from qa.extraction.answer_extractor import AnswerExtractor, load_answer_extractor
from qa.extraction.extract import extract
from qa.extraction.reread import reread
from qa.features import featurize
from qa.judged.answering import judged
from qa.judged.confidence import FactModel, load_fact_model
from qa.passages.asked import Asked, Taken
from qa.passages.candidates import Candidate, Candidates
from qa.passages.quoted import AnswerSpan
from qa.query import Query, understand
from qa.query.asking import understand_asking
from qa.query.halves import Half, halves
from qa.query.holding import HeldQuestion, read_held_question, rule_asked
from qa.query.side_by_side import side_by_side
from qa.ranking.rank import Ranking, rank
from qa.ranking.ranker import Ranker, load_ranker
from qa.ranking.retrieve import retrieve, retrieve_rows, scope_of
from qa.request import AskRequest
from qa.settings import LEAST_CONFIDENCE, Settings
from qa.stages import StageClock
from qa.versions.chain import held_then, holds_rules, rule_then
from qa.versions.changed_rules import Changed, changed_between, of_change

_SHORT: Final = 3
"""Words of so few letters may stand nowhere in a rule that is asked about, as "per" does."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found for a question: its candidates, their order, what may be shown of the first, and the best."""

    candidates: Candidates
    ranking: Ranking
    spans: Sequence[AnswerSpan]
    chosen: Chosen


@dataclass(frozen=True, slots=True)
class Assistant:
    """The models by which questions are answered; it holds no documents, so it outlives snapshots.

    A question is understood, passages that may answer it are retrieved, and a small fitted model weighs the features of
    each, first without a reranker and then, for the best of them, with what it says. The question is answered only when
    the probability that the words shown are right reaches `answer_confidence`.

    Attributes:
        encoder: the one the snapshots are built with.
        reranker: reads the best passages together with the question; None to go without.
        answer_confidence: the least confidence for an answer, 0 to 1.
        reranked_passages: how many passages the reranker may read for a question.
        reranking_budget_ms: it begins no further passage so many milliseconds after the candidates were found.
        ranker: the fitted model that puts passages in order.
        answer_extractor: the fitted model that finds the words to quote where the reader has read.
        answer_model: the fitted model that chooses among these words, and says how likely they are right.
        fact_model: how often answers from the judgements that documents state are right.
    """

    encoder: Encoder
    reranker: Reranker | None = None
    answer_confidence: float = LEAST_CONFIDENCE
    reranked_passages: int = 8
    reranking_budget_ms: int = 1000
    ranker: Ranker = field(default_factory=load_ranker)
    answer_extractor: AnswerExtractor = field(default_factory=load_answer_extractor)
    answer_model: AnswerModel = field(default_factory=load_answer_model)
    fact_model: FactModel = field(default_factory=load_fact_model)

    def ask(self, snapshot: Snapshot, request: AskRequest) -> Answer:
        """Answer a question from a snapshot, or say that its sources do not.

        Args:
            snapshot: what to search.
            request: the question and how to answer it.

        Returns:
            The answer; abstained when nothing answers, and then `passages` holds the nearest ones.
        """
        started, clock = time.perf_counter(), StageClock()
        question = searchable(request.question)
        search = Search(snapshot, scope_of(snapshot, request.filters), request.expect)
        if unsearched := before_search(question, snapshot, search.is_any_allowed, request.filters):
            answer = unsearched_answer(request, snapshot, *unsearched)
            outcome = Outcome(self.answer_confidence, unsearched[0])
            told = trace_unsearched(search, outcome) if request.explain else None
            return replace(answer, explanation=told, took_ms=_since(started))
        understood = partial(self._understood, search=search, request=request, clock=clock)
        asking, query = understand_asking(question, understood)
        if table := clock.run(tabulate, query, snapshot, search.scope):
            answer = self._answered(search, request, query, clock, table=table)
        elif changed := clock.run(changed_between, query, snapshot):
            answer = self._of_change(search, request, query, changed, clock)
        elif two := halves(asking, query.interpretation):
            answer = self._in_halves(search, request, query, two)
        else:
            answer = self._as_it_held(search, request, query, asking) or self._answered(search, request, query, clock)
            answer = self._with_both(search, request, query, asking, answer)
            answer = self._by_rules_then(search, request, query, asking, answer)
        return replace(answer, took_ms=_since(started))

    def _understood(self, question: str, search: Search, request: AskRequest, clock: StageClock) -> Query:
        """A question, or one half of it, as it is understood."""
        return clock.run(
            understand,
            question,
            search.snapshot,
            today=request.today or date.today(),
            as_typed=request.as_typed,
            plain=request.plain,
            is_word=whole_words(self.encoder),
        )

    def _of_change(
        self, search: Search, request: AskRequest, query: Query, changed: Changed, clock: StageClock
    ) -> Answer:
        """The answer to what two editions say otherwise, or that they do not differ in what is asked about."""
        asked = Asked(search.snapshot, query, search.scope, request.k)
        candidates = clock.run(featurize, asked, retrieve_rows(asked, self.encoder, changed.rows))
        ranking = clock.run(rank, asked, candidates, self.ranker, None, 0)
        return self._decided(search, request, asked, candidates, of_change(changed, ranking), clock)

    def _as_it_held(self, search: Search, request: AskRequest, query: Query, asking: str) -> Answer | None:
        """The answer to what held at the time asked about, from what is said of it at any time.

        None where no such thing is asked, or nothing is known of that time.
        """
        wanted = read_held_question(query, asking)
        is_held = wanted is not None and wanted.when != "now" and not _of_facts(query, search)
        if wanted is None or not is_held:
            return None
        clock = StageClock()
        timeless = self._understood(wanted.timeless, search, request, clock)
        answer = self._answered(search, request, timeless, clock, wanted)
        told, today = answer.answer, request.today or date.today()
        if told and is_of_another_own_year(
            search.snapshot, told.document_id, told.sentence.text, query.question, today
        ):
            return None
        is_told = told is not None or answer.reason in (HELD_UNTIL, NOTHING_CHANGED)
        return replace(answer, interpretation=query.interpretation) if is_told else None

    def _by_rules_then(self, search: Search, request: AskRequest, query: Query, asking: str, answer: Answer) -> Answer:
        """An answer; where nothing answers what was so in a time, what the rules that answer now said then."""
        is_open = answer.answer is None and answer.reason not in (HELD_UNTIL, NOTHING_CHANGED)
        wanted = rule_asked(query, asking) if is_open and holds_rules(search.snapshot) else None
        today, clock = request.today or date.today(), StageClock()
        if wanted is None or wanted.last >= today.toordinal() or _of_facts(query, search):
            return answer
        now = self._answered(search, request, self._understood(wanted.timeless, search, request, clock), clock)
        then = date.fromordinal(wanted.last)
        rule = rule_then(search.snapshot, now.answer.document_id, then) if now.answer else None
        if rule is None or not self._has_all_terms(search, rule, query):
            return answer
        of_rule, as_then = (
            replace(search, scope=search.scope.within([rule.document_index])),
            replace(request, today=then),
        )
        timeless = self._understood(wanted.timeless, of_rule, as_then, clock)
        found = self._answered(of_rule, as_then, timeless, clock, now=now)
        told = held_then(rule, query.interpretation.periods[0].text)
        others = (notice for notice in found.notices if notice.kind != "as_of")
        notices = (told, *others)
        return replace(found, interpretation=query.interpretation, notices=notices) if found.answer else answer

    def _has_all_terms(self, search: Search, rule: DocumentMeta, query: Query) -> bool:
        """Whether a document has all words of more than a few letters that a question asks about."""
        document = search.snapshot.document(rule.id)
        told = frozenset(stems(f"{document.title}\n{document.text}")) if document else frozenset[str]()
        return told.issuperset(term for term in query.terms if len(term) > _SHORT)

    def _answered(
        self,
        search: Search,
        request: AskRequest,
        query: Query,
        clock: StageClock,
        wanted: HeldQuestion | None = None,
        table: Tabulated | None = None,
        taken: Taken | None = None,
        now: Answer | None = None,
    ) -> Answer:
        """The answer to a question that asks one thing, or for a table.

        Args:
            search: what is searched.
            request: the question as it was put.
            query: what is searched for it.
            clock: times the stages.
            wanted: of what held at some time, which time that is; only what is known to have held then answers.
            table: what the facts say to it, where it asks over many documents.
            taken: the words that answer the other half of the question.
            now: what answers of a newer edition, where an older one is asked alone.
        """
        asked = Asked(search.snapshot, query, search.scope, request.k, taken)
        until = time.perf_counter() + self.reranking_budget_ms / 1000
        found = self._found(asked, request, until, clock)
        course = Course(
            asked,
            found.ranking,
            found.spans,
            candidate_of=partial(self._candidate, asked, found.ranking),
            within=partial(self._within, asked, request, until),
            answer_model=self.answer_model,
            fact_model=self.fact_model,
            least=least_confidence(asked, self.answer_confidence),
            table=table,
            facts=None if table else clock.run(judged, query, search.snapshot, search.scope),
            wanted=wanted,
            now=now,
        )
        return self._decided(search, request, asked, found.candidates, clock.refine(course, found.chosen), clock)

    def _found(self, asked: Asked, request: AskRequest, until: float, clock: StageClock) -> _Found:
        """What the stages from `retrieve` to `choose` make of a question; the reader begins nothing after a time."""
        candidates = clock.run(featurize, asked, clock.run(retrieve, asked, self.encoder))
        reranker = None if request.fast else self.reranker
        ranking = clock.run(rank, asked, candidates, self.ranker, reranker, self.reranked_passages, until)
        extractor = self.answer_extractor if reranker and reranker.name == READER else None
        spans = clock.run(extract, asked, ranking.candidates[: max(request.quoted or request.k, CONSIDERED)], extractor)
        spans = clock.run(reread, asked, ranking.candidates[:CONSIDERED], spans, reranker if extractor else None, until)
        return _Found(candidates, ranking, spans, clock.run(choose, asked, ranking, spans, self.answer_model))

    def _within(self, asked: Asked, request: AskRequest, until: float, documents: Collection[int]) -> Chosen | None:
        """What is chosen of some documents when they are asked alone; None where the filters let none through."""
        scope = asked.scope.within(documents)
        if scope.is_empty:
            return None
        alone = Asked(asked.snapshot, asked.query, scope, asked.k, asked.taken)
        return self._found(alone, request, until, StageClock()).chosen

    def _decided(
        self,
        search: Search,
        request: AskRequest,
        asked: Asked,
        candidates: Candidates,
        chosen: Chosen,
        clock: StageClock,
    ) -> Answer:
        """The answer, with its trace where that is wanted."""
        answer = clock.run(decide, request, asked, chosen, self.answer_confidence)
        if not request.explain:
            return answer
        quoted = (answer.answer.start, answer.answer.end) if answer.answer else None
        outcome = Outcome(least_confidence(asked, self.answer_confidence), answer.reason, quoted)
        return replace(answer, explanation=trace(search, candidates, chosen, outcome, clock))

    def _in_halves(self, search: Search, request: AskRequest, query: Query, two: Sequence[Half]) -> Answer:
        """The answer to a question that asks two things, each asked by itself.

        A half that has only the words of the other one is asked once more without them, and it or one that nothing
        answers without the subject of the other one.
        """
        queries, halved = [], []
        for half in two:
            clock = StageClock()
            queries.append(self._understood(half.question, search, request, clock))
            halved.append((half, self._answered(search, request, queries[-1], clock)))
        place, taken = taken_by_other(halved) or (len(two) - 1, None)
        half, answer = halved[place]
        again = [self._answered(search, request, queries[place], StageClock(), taken=taken)] if taken else []
        other = halved[1 - place][1].answer
        if half.alone and (taken or not answer.answer) and (other or not queries[1 - place].interpretation.names):
            again.append(self._alone(search, request, half, other, taken))
        if answered := [each for each in again if each.answer]:
            halved[place] = half, max(answered, key=lambda each: each.confidence)
        return joined(request, query.interpretation, halved)

    def _alone(
        self, search: Search, request: AskRequest, half: Half, other: Quote | None, taken: Taken | None
    ) -> Answer:
        """The answer to a half without the subject of the other one, in the document that answers that."""
        of_other = search.snapshot.find_document(other.document_id) if other else None
        scope = search.scope.within([of_other.document_index]) if of_other else search.scope
        clock = StageClock()
        query = self._understood(half.alone, search, request, clock)
        return self._answered(replace(search, scope=scope), request, query, clock, taken=taken)

    def _with_both(self, search: Search, request: AskRequest, query: Query, asking: str, whole: Answer) -> Answer:
        """The answer to two things named side by side, each asked by itself where no one sentence tells of both."""
        sides = side_by_side(asking, query.interpretation.names)
        is_list = whole.answer is not None and whole.answer.counted is not None
        if not sides or is_list:
            return whole
        if says_both(whole, sides.halves):
            return saying_both(whole, sides.halves)
        answer = self._in_halves(search, request, query, sides.halves)
        answered = [part for part in answer.answer.halves if part.quote] if answer.answer else []
        may_be_half = not sides.needs_both and (whole.answer or not sides.are_of_one)
        is_answered = len(answered) == len(sides.halves) or (answered and may_be_half)
        return answer if is_answered else whole

    def _candidate(self, asked: Asked, ranking: Ranking, row: int) -> Candidate:
        """The candidate in a row of the snapshot, whether a search has found it or not."""
        if found := next((candidate for candidate in ranking.candidates if candidate.row == row), None):
            return found
        candidates = featurize(asked, retrieve_rows(asked, self.encoder, np.array([row])))
        return rank(asked, candidates, self.ranker, None, 0).candidates[0]


def load_assistant(settings: Settings) -> Assistant:
    """The assistant the settings describe.

    Raises:
        ModelError: a model is not there yet; the message says how to fetch it.
    """
    encoder = load_encoder(settings.encoder, settings.models)
    reranker = None if settings.reranker == "none" else load_reranker(settings.reranker, settings.models)
    return Assistant(
        encoder, reranker, settings.answer_confidence, settings.reranked_passages, settings.reranking_budget_ms
    )


def _of_facts(query: Query, search: Search) -> bool:
    """Whether a question asks for a judgement that documents state as a fact, which has its own time."""
    return judged(query, search.snapshot, search.scope) is not None


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)
