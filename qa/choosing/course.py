"""The course of a question: all that the stages after `choose` may need, beside what was chosen so far."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from qa.across.tabulating import Tabulated
from qa.answer import Answer
from qa.choosing.answer_model import AnswerModel, Chosen, choose, confidences
from qa.features.confidence import Confidence
from qa.judged.answering import Judged
from qa.judged.confidence import FactModel
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan
from qa.query.holding import HeldQuestion, now_asked
from qa.ranking.rank import Ranking


@dataclass(frozen=True, slots=True)
class Course:
    """A question on its way from the words that were found to its answer.

    Attributes:
        asked: the question.
        ranking: of its candidates, as `choose` was given it.
        spans: what may be shown of the first of these.
        candidate_of: the candidate in a row of the snapshot, whether a search has found it or not.
        within: what is chosen of some documents, by their indexes, when they are asked alone; None where the filters
            let none of them through.
        answer_model: how likely words are right.
        fact_model: how often answers from facts are right.
        least: the least confidence of an answer.
        table: what facts say to a question over many documents; None for others.
        facts: what they say to one for a judgement; None for others.
        wanted: of what held at some time, which time that is; None where no other time than now is asked about.
        now: what answers of a newer edition, where an older one is asked alone.
    """

    asked: Asked
    ranking: Ranking
    spans: Sequence[AnswerSpan]
    candidate_of: Callable[[int], Candidate]
    within: Callable[[Collection[int]], Chosen | None]
    answer_model: AnswerModel
    fact_model: FactModel
    least: float
    table: Tabulated | None = None
    facts: Judged | None = None
    wanted: HeldQuestion | None = None
    now: Answer | None = None

    @property
    def held(self) -> HeldQuestion | None:
        """Which time is asked about, of what holds; None where that is not asked."""
        return None if self.facts else self.wanted or now_asked(self.asked.query)

    @property
    def is_of_now(self) -> bool:
        """Whether no other time than now is known to be asked about."""
        return self.held is None or self.held.when == "now"

    def choose(self, ranking: Ranking, spans: Sequence[AnswerSpan]) -> Chosen:
        """The passages with the one first whose words are likeliest right; see `qa.choosing.answer_model.choose`."""
        return choose(self.asked, ranking, spans, self.answer_model)

    def weigh(self, ranking: Ranking, spans: Sequence[AnswerSpan], alike: Collection[int] = ()) -> list[Confidence]:
        """How likely the words of each of the first passages are right; see `qa.choosing.answer_model.confidences`.

        Args:
            ranking: of the passages.
            spans: what may be shown of each.
            alike: the places of those that are no rivals of each other, as those of different times.
        """
        return confidences(self.asked, ranking, spans, self.answer_model, alike)
