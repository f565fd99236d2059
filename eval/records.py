"""What an evaluation is made of: questions with gold spans, and a run's results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from corpus.document import Passage


@dataclass(frozen=True, slots=True)
class Span:
    """A span of a document that answers: half-open code-point offsets, and the words that stand there.

    `part` names the part of the answer that it gives; spans of one part say the same, and one of them is enough. A span
    without it is a part of its own.
    """

    document_id: str
    start: int
    end: int
    text: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what is known of its answer.

    Attributes:
        id: unique in its dataset.
        text: as a user types it.
        answerable: whether the corpus answers it.
        gold: the spans that answer; none for an unanswerable question.
        spans_needed: "any" when one gold span suffices, "all" when each part is needed (see `Span`).
        answers: short answers in words, for quote measures; may be empty.
        slices: what it can be grouped by, such as {"type": "when"}.
        grades: how relevant a document is, for sets that grade documents; a gold document not in it counts 1.
    """

    id: str
    text: str
    answerable: bool
    gold: tuple[Span, ...] = ()
    spans_needed: Literal["any", "all"] = "any"
    answers: tuple[str, ...] = ()
    slices: Mapping[str, str] = field(default_factory=dict)
    grades: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dataset:
    """A question set and where its documents are.

    Attributes:
        name: of the folder or file it was read from.
        questions: in the order of the file.
        corpus: the .jsonl file or folder to build an index from; None when the set brings none.
        sha256: over all files it was read from.
        articles: texts by document id, for a set that brings its documents inside its own file; `corpus` is then None.
    """

    name: str
    questions: tuple[Question, ...]
    corpus: Path | None
    sha256: str
    articles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A passage a system gave for a question, best first; `score` is higher for better."""

    document_id: str
    start: int
    end: int
    text: str
    score: float
    parts: Mapping[str, float]

    @classmethod
    def of(cls, passage: Passage) -> Retrieved:
        """A passage of the corpus as if a system had given it, without a score."""
        return cls(passage.document_id, passage.start, passage.end, passage.text, 0.0, {})


@dataclass(frozen=True, slots=True)
class GivenPart:
    """A part of an answer that a system gave: an item of a list, a cell, or what answers one half of a question.

    `words` is None for a half that it says it cannot answer.
    """

    label: str
    words: Span | None


@dataclass(frozen=True, slots=True)
class Result:
    """What a system did with one question.

    Attributes:
        question_id: of the dataset's question.
        retrieved: its passages, best first.
        status: "answered" or "abstained".
        reason: why it abstained, or None.
        confidence: that its first passage answers, 0 to 1; 0 from a system that gives none (see
            `RunInfo.gives_confidence`).
        quote: the words it gave as the answer, or None.
        seconds: how long it took.
        question: its text as it was asked, so that runs over other questions with the same ids are told apart; ""
            when it is not known.
        parts: the parts of the answer; () where it has none.
        beside: what it tells beside the words, a line each: how much of a list they are, who else says so, what is said
            otherwise, copies and notices.
    """

    question_id: str
    retrieved: tuple[Retrieved, ...]
    status: Literal["answered", "abstained"]
    reason: str | None
    confidence: float
    quote: Span | None
    seconds: float
    question: str = ""
    parts: tuple[GivenPart, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunInfo:
    """What a run was made with, so that it can be defended and made again.

    Attributes:
        system: the name of the system that answered.
        dataset, dataset_sha256: which questions.
        snapshot: the id of the snapshot; `documents` and `passages` say how much it holds.
        encoder: its name and fingerprint.
        settings: every setting, by name.
        code: the version of the project and, in a git checkout, its commit ("+" when changed).
        seed: of everything random.
        started: ISO 8601 with time zone.
        machine: processor count and platform, for latency figures.
        corpus_sha256: over the ids and texts of the snapshot's documents; the same however they are split.
        gives_confidence: whether the system's confidence means something; if not, only the top score tells how sure
            it is.
        gives_quotes: whether the system quotes words as the answer; one that does and refuses everything has quote
            measures of 0.
    """

    system: str
    dataset: str
    dataset_sha256: str
    snapshot: str
    documents: int
    passages: int
    encoder: str
    settings: Mapping[str, Any]
    code: str
    seed: int
    started: str
    machine: str
    corpus_sha256: str = ""
    gives_confidence: bool = True
    gives_quotes: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """What a snapshot holds for a question, whatever a system found.

    Attributes:
        passages: ids ("document:start-end") of all its passages that hit a gold span.
        precision_omega: the precision of a search that misses nothing (Chroma's), 0 to 1.
    """

    passages: tuple[str, ...]
    precision_omega: float


@dataclass(frozen=True, slots=True)
class Run:
    """All results of one system on one dataset, in the dataset's order.

    `judged` holds the answerable questions by id; measures that need it are left out where it is empty.
    """

    info: RunInfo
    results: tuple[Result, ...]
    judged: Mapping[str, Judged] = field(default_factory=dict)
