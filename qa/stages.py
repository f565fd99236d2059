"""Stages: what a question goes through, declared once in order; the pipeline runs them, `explain` tells of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, Literal, ParamSpec, TypeVar

from qa.across.tabulating import tabulate
from qa.choosing.answer_model import Chosen, choose
from qa.choosing.course import Course
from qa.deciding.decide import decide
from qa.extraction.extract import extract
from qa.extraction.reread import reread
from qa.features import featurize
from qa.held.amended import of_amended
from qa.held.answering import in_force
from qa.held.careers import of_careers
from qa.held.coming import of_coming_dates
from qa.held.ended import of_ended
from qa.held.later import of_later
from qa.held.moved import of_first_plan, of_moved
from qa.held.next_event import of_next_events
from qa.held.other_year import of_other_year
from qa.held.overtaken import of_overtaken
from qa.held.proposed import of_plan, of_proposal
from qa.held.standing import of_edition_then, of_standing
from qa.held.terms_of_office import of_terms_of_office
from qa.held.vacant import of_vacancy
from qa.judged.answering import judged
from qa.otherwise.conflicting import conflicting
from qa.otherwise.one_of_all import of_one_of_all
from qa.otherwise.other_bodies import of_other_bodies
from qa.otherwise.other_dates import other_dates
from qa.placing.across import from_rows
from qa.placing.extremes import extremes_first
from qa.placing.imprint import of_imprint
from qa.placing.judged import from_facts
from qa.placing.longer_tables import of_longer_tables
from qa.placing.steps import of_steps
from qa.placing.whose_judged import of_another
from qa.query import understand
from qa.query.holding import asks_of_now
from qa.ranking.rank import rank
from qa.ranking.retrieve import retrieve
from qa.versions.changed_rules import changed_between

Part = Literal["reading", "evidence", "ranking", "passages"]
Given = ParamSpec("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Stage:
    """One thing that is done with a question.

    Attributes:
        run: the function that does it, whose name is the stage's.
        makes: what it makes, in words.
        part: under which name of `took_ms`, as /ask has published them, its time is told.
    """

    run: Callable[..., Any]
    makes: str
    part: Part = "passages"

    @property
    def name(self) -> str:
        """The name of its function."""
        return self.run.__name__


@dataclass(frozen=True, slots=True)
class Refinement(Stage):
    """A stage that may put other words in the place of those that were chosen, or tell more of them.

    Attributes:
        when: whether it is for a question at all.
    """

    run: Callable[[Course, Chosen], Chosen]
    when: Callable[[Course], bool] = lambda course: course.table is None


def _always(course: Course) -> bool:
    return True


def _of_no_time(course: Course) -> bool:
    return not (course.wanted or course.table)


def _of_words(course: Course) -> bool:
    return not (course.table or course.facts)


def _of_now(course: Course) -> bool:
    return course.table is None and course.is_of_now and asks_of_now(course.asked.query)


REFINEMENTS: Final = (
    Refinement(
        of_longer_tables,
        "of a row of another time than is asked about, that of the time in another passage of its table",
        when=_always,
    ),
    Refinement(
        of_steps, "of numbered steps, where the one after or before a step is asked for, that one", when=_always
    ),
    Refinement(
        of_imprint,
        "where it is asked of a paper itself when it was approved or reviewed, by whom, or which version it is, what "
        "its own first or last lines tell",
        when=_always,
    ),
    Refinement(
        of_edition_then,
        "where an older edition is asked what the newer one answers, the sentence in the place of that",
        when=_always,
    ),
    Refinement(
        of_standing,
        "where these are of a draft, a withdrawn document or one that holds only from a day to come, what those in "
        'force say, or no confidence; the other way round for "the old policy"',
        when=_of_no_time,
    ),
    Refinement(from_rows, "the passage of the first of the rows of a table over documents, put first", when=_always),
    Refinement(
        from_facts, "the passage that states the judgement asked for, put first, with the timeline", when=_always
    ),
    Refinement(
        of_another,
        "where no fact is asked for, what was chosen; words that tell how another was judged than the question names "
        "lose their confidence",
        when=_of_words,
    ),
    Refinement(
        in_force,
        "where the question asks who holds a post, what something costs or what a rule is, the statement in force at "
        "its time, put first",
    ),
    Refinement(
        of_overtaken,
        "what a later paper of the same body tells in other words by another value, first, with the answer that it "
        "overtakes",
        when=_of_now,
    ),
    Refinement(
        of_moved,
        "of a day that lay ahead when its paper was written, the day that later papers of the same body give when they "
        "are asked alone, first, with the one that it overtakes",
        when=_of_now,
    ),
    Refinement(
        of_first_plan,
        "where it is asked when something was to be before it was moved, the day that the oldest paper gives when it "
        "is asked alone",
        when=_of_words,
    ),
    Refinement(
        of_terms_of_office,
        "where it is asked when or how long somebody held a post, what a register of the post tells of that one",
    ),
    Refinement(of_next_events, "where it is asked what is next, the first line of a list of events that is to come"),
    Refinement(
        of_coming_dates,
        "of a question when something is, the next day that is told of it, or a notice that the last has passed",
    ),
    Refinement(other_dates, "the other dates that the passages give for an event"),
    Refinement(conflicting, "what is said otherwise of the same thing, of the same day"),
    Refinement(
        of_other_bodies, "what papers of other bodies say otherwise of their own, where the question names none"
    ),
    Refinement(
        of_one_of_all,
        "where all of a kind are asked for and the words are of one, a notice, and what is said of the others",
    ),
    Refinement(
        extremes_first,
        "where the most or the fewest is asked for and no passage says it, those that state the highest or lowest "
        "numbers first",
    ),
    Refinement(of_other_year, "a notice where the words are of a year that has only a part of the time asked about"),
    Refinement(of_proposal, "a notice where the words only put forward or promise what is asked about"),
    Refinement(of_plan, "where nothing tells when something was done, when it was to be as the reason"),
    Refinement(
        of_ended,
        "the words first of a later paper which says that the rule asked about was ended, or a notice that the time of "
        "the words is over",
        when=_of_now,
    ),
    Refinement(
        of_amended,
        "where brackets beside the words say that the rule holds no more or was worded so once, the whole with them",
        when=_of_now,
    ),
    Refinement(
        of_vacancy,
        "where a later paper calls the post vacant that is asked about, that as the reason for no answer",
        when=_of_now,
    ),
    Refinement(
        of_later,
        "a notice where a later paper has an item of the name that answers, or tells of the state asked about",
        when=_of_now,
    ),
    Refinement(
        of_careers,
        "where it is asked for whom, where or as what somebody was at a time, what a document about that one tells",
        when=_of_words,
    ),
)
"""What becomes of the words that were chosen, each of what the one before it made."""

STAGES: Final[tuple[Stage, ...]] = (
    Stage(understand, "a `Query`: spelling corrected, names, times, order, kind of answer, terms", "reading"),
    Stage(
        tabulate,
        "where the question asks for a list, a count or a comparison over documents, the rows that their facts give",
        "reading",
    ),
    Stage(
        changed_between,
        "where it is asked what changed between two editions, their sentences that differ; no other stage but those "
        "for candidates and `decide` follows",
        "reading",
    ),
    Stage(
        retrieve,
        "`Retrieved`: passages by words, by vectors and of the documents that are meant, with their scores",
        "evidence",
    ),
    Stage(featurize, "`Candidates`: the same with a column for each declared feature", "evidence"),
    Stage(rank, "a `Ranking`: the order before and after the reranker, probabilities, confidence", "ranking"),
    Stage(extract, "an `AnswerSpan` for each of the first passages: quote, sentence, value"),
    Stage(reread, "the same, with what the reader makes of each sentence without what stands beside it"),
    Stage(
        choose,
        "a `Chosen`: the passages with the one first whose words are likeliest right, and how likely that is",
    ),
    Stage(judged, "where the question asks for a judgement and nothing else, what documents state of it", "reading"),
    *REFINEMENTS,
    Stage(decide, "the `Answer`, or a reason to abstain"),
)


@dataclass(slots=True)
class StageClock:
    """Runs stages and keeps how many milliseconds each takes, by the stage's own name.

    Attributes:
        took_ms: how many each took.
        changed: the refinements that changed what was chosen, in order.
    """

    took_ms: dict[str, float] = field(default_factory=dict)
    changed: list[Stage] = field(default_factory=list)

    def run(self, stage: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made:
        """What a stage makes of what it is given."""
        started = time.perf_counter()
        made = stage(*given, **named)
        self.took_ms[stage.__name__] = 1000 * (time.perf_counter() - started)
        return made

    def refine(self, course: Course, chosen: Chosen) -> Chosen:
        """What all refinements that are for a question make of what was chosen."""
        for stage in REFINEMENTS:
            if not stage.when(course):
                continue
            before, chosen = chosen, self.run(stage.run, course, chosen)
            if chosen is not before:
                self.changed.append(stage)
        return chosen

    @property
    def published(self) -> dict[str, float]:
        """The milliseconds by the names that /ask tells them under."""
        told = [(stage.part, self.took_ms[stage.name]) for stage in STAGES if stage.name in self.took_ms]
        published = dict.fromkeys((part for part, _ in told), 0.0)
        for part, took in told:
            published[part] += took
        return {part: round(took, 1) for part, took in published.items()}
