"""From what people said of answers to candidates for a question set, and from accepted ones to the set."""

from __future__ import annotations

import hashlib
import json
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from corpus.errors import ChapterError
from index.snapshot import Snapshot
from qa.feedback import Judgement, Shown, text_hash
from qa.verdicts import KINDS

Status = Literal["candidate", "accepted", "rejected"]

_WORD_START = re.compile(r"(?<!\S)\S")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of which somebody said that it answers, where it stands now; `votes` counts what was said of it."""

    document: str
    start: int
    end: int
    text: str
    votes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stale:
    """A passage of which somebody said that it answers, and whose text is nowhere in the index any more."""

    document: str
    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that people asked, and what they said of its answers: one line of a candidates file.

    Its fields are those of a question in our own format, so that `eval.datasets` reads the file too, and some more.

    Attributes:
        id: made from the question, so that it stays the same when feedback is exported again.
        question: in the wording that was used most.
        answerable: whether somebody said of a passage that it answers.
        evidence: those passages.
        status: what the evaluator decided.
        votes: how often each thing was said.
        asked: the first and the last day on which something was said.
        snapshots: the ids of the snapshots it was said of.
        comments: in the words of those who wrote them.
        stale: passages that answered and are gone.
    """

    id: str
    question: str
    answerable: bool
    evidence: tuple[Evidence, ...]
    status: Status = "candidate"
    votes: Mapping[str, int] = field(default_factory=dict)
    asked: tuple[date, ...] = ()
    snapshots: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    stale: tuple[Stale, ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """What became of the questions of which something was said.

    Attributes:
        candidates: those that can be judged, in the order they were first asked.
        gone: questions that every passage which answered them has left; they would need new evidence.
        open: questions of which nothing was said that makes them answerable or not.
    """

    candidates: tuple[Candidate, ...]
    gone: tuple[str, ...]
    open: tuple[str, ...]


_CANDIDATE = TypeAdapter(Candidate)


def normalised(question: str) -> str:
    """A question as it is grouped: the case of letters, spaces and marks at its ends make no difference."""
    return " ".join(unicodedata.normalize("NFKC", question).casefold().split()).strip(" ?!.,;:…\"'“”‘’")


def candidates(judgements: Iterable[Judgement], snapshot: Snapshot) -> Exported:
    """Group judgements by question and find each passage that answers in the index as it is now.

    A question is answerable when somebody said "this answers it" of a passage. It has no answer when somebody said
    "nothing here answers it" of an unlimited search and nobody said otherwise, nor that it should be answerable.

    Args:
        judgements: in the order they were given.
        snapshot: what the evidence has to stand in.
    """
    groups: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        groups.setdefault(normalised(judgement.question), []).append(judgement)
    library = _Library(snapshot)
    made: list[Candidate] = []
    gone: list[str] = []
    undecided: list[str] = []
    for group in groups.values():
        candidate = _candidate(group, library)
        if candidate.answerable and not candidate.evidence:
            gone.append(candidate.question)
        elif candidate.answerable or _is_unanswerable(group):
            made.append(candidate)
        else:
            undecided.append(candidate.question)
    return Exported(tuple(made), tuple(gone), tuple(undecided))


def merge(decided: Sequence[Candidate], exported: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Candidates of an earlier export with those of a new one: what has been decided stays as it is."""
    new = {candidate.id: candidate for candidate in exported}
    kept = [old if old.status != "candidate" else new.pop(old.id, old) for old in decided]
    known = {candidate.id for candidate in kept}
    return (*kept, *(candidate for candidate in new.values() if candidate.id not in known))


def fault(candidate: Candidate, snapshot: Snapshot) -> str | None:
    """Why a candidate cannot be accepted, in a sentence; None when all of its evidence stands in the index."""
    for evidence in candidate.evidence:
        document = snapshot.document(evidence.document)
        if document is None or document.text[evidence.start : evidence.end] != evidence.text:
            where = f"{evidence.start}-{evidence.end} of {evidence.document!r}"
            return f"Its evidence {where} is not in the index any more; export the feedback again."
    return None


def read_candidates(path: Path) -> tuple[Candidate, ...]:
    """Read a candidates file.

    Raises:
        ChapterError: it cannot be read, or a line is not a candidate; the message names it.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ChapterError(
            f"The candidates in {path} cannot be read: {error}. Make them with: qa judgements export {path}"
        ) from error
    found = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(_CANDIDATE.validate_json(line))
            except ValidationError as error:
                first = error.errors(include_url=False)[0]
                place = ".".join(str(part) for part in first["loc"])
                raise ChapterError(
                    f"{path}, line {number} is not a candidate: {place or 'the line'}: {first['msg']}. Mend it or "
                    "export again."
                ) from None
    return tuple(found)


def write_candidates(path: Path, found: Sequence[Candidate]) -> None:
    """Write a candidates file, all of it or nothing.

    Raises:
        ChapterError: it cannot be written.
    """
    _replace(path, "".join(_CANDIDATE.dump_json(candidate).decode() + "\n" for candidate in found))


def add_question(folder: Path, candidate: Candidate, snapshot: Snapshot, corpus: Path | None) -> None:
    """Put an accepted candidate into a question set, in the place of an earlier one with its id.

    A new set gets a dataset.json that says where its documents are, so that its offsets are checked whenever it is
    read.

    Args:
        folder: of the question set; made when it is not there.
        candidate: whose evidence stands in the snapshot.
        snapshot: whose documents are written beside the questions when no corpus is named.
        corpus: the folder or file that the index was built from, or None.

    Raises:
        ChapterError: something cannot be read or written.
    """
    place = folder / "dataset.json"
    if not place.exists():
        if corpus is None:
            _replace(folder / "documents.jsonl", "".join(_document_lines(snapshot)))
        where = os.path.relpath(corpus, folder) if corpus else "documents.jsonl"
        _replace(place, json.dumps({"corpus": where}, ensure_ascii=False) + "\n")
    line = asdict(replace(candidate, evidence=(), comments=(), stale=()))
    evidence = [
        {name: value for name, value in asdict(stands).items() if name != "votes"} for stands in candidate.evidence
    ]
    kept = {name: line[name] for name in ("id", "question", "answerable")} | {"evidence": evidence, "origin": "use"}
    kept |= {"votes": line["votes"], "snapshots": line["snapshots"], "asked": [str(day) for day in candidate.asked]}
    _write_questions(folder, {**_questions(folder), candidate.id: json.dumps(kept, ensure_ascii=False)})


def remove_question(folder: Path, identifier: str) -> None:
    """Take a question out of a question set, where it is in it.

    Raises:
        ChapterError: something cannot be read or written.
    """
    lines = _questions(folder)
    if lines.pop(identifier, None) is not None:
        _write_questions(folder, lines)


def _is_unanswerable(group: Sequence[Judgement]) -> bool:
    """Whether somebody said of an unlimited search that nothing answers, and nobody that something should."""
    said = {judgement.kind for judgement in group if not judgement.filters}
    return "nothing_answers" in said and "should_be_answered" not in {judgement.kind for judgement in group}


@dataclass(slots=True)
class _Library:
    """The documents of a snapshot, and where each text of a passage stands in it."""

    snapshot: Snapshot
    passages: dict[str, tuple[str, int, int]] | None = None

    def find(self, shown: Shown) -> Evidence | None:
        """Where a passage that was shown is now: at its place, elsewhere in its document, or in another one."""
        length = shown.end - shown.start
        document = self.snapshot.document(shown.document_id)
        if document is not None:
            starts = [shown.start, *(match.start() for match in _WORD_START.finditer(document.text))]
            for start in starts:
                text = document.text[start : start + length]
                if len(text) == length and text_hash(text) == shown.sha256:
                    return Evidence(document.id, start, start + length, text)
        if self.passages is None:
            self.passages = {}
            for row in range(self.snapshot.manifest.passages):
                (passage,) = self.snapshot.passages([row])
                self.passages.setdefault(text_hash(passage.text), (passage.document_id, passage.start, passage.end))
        place = self.passages.get(shown.sha256)
        if place is None:
            return None
        other = self.snapshot.document(place[0])
        return Evidence(*place, other.text[place[1] : place[2]]) if other else None


def _candidate(group: Sequence[Judgement], library: _Library) -> Candidate:
    """All judgements on one question."""
    said = [(judgement, passage) for judgement in group if (passage := judgement.passage)]
    evidence: dict[tuple[str, int, int], Evidence] = {}
    stale: dict[Shown, Stale] = {}
    places: dict[Shown, Evidence | None] = {}
    for passage in dict.fromkeys(passage for judgement, passage in said if judgement.kind == "answers_it"):
        found = places[passage] = library.find(passage)
        if found is None:
            stale[passage] = Stale(passage.document_id, passage.start, passage.end, passage.sha256)
        else:
            evidence[found.document, found.start, found.end] = found
    counts = {place: Counter[str]() for place in evidence}
    for judgement, passage in said:
        found = places.get(passage)
        if found is not None:
            counts[found.document, found.start, found.end][judgement.kind] += 1
    question = normalised(group[0].question)
    wordings = Counter(" ".join(judgement.question.split()) for judgement in group)
    days = [judgement.given.date() for judgement in group]
    return Candidate(
        id=f"use-{hashlib.sha256(question.encode()).hexdigest()[:12]}",
        question=wordings.most_common(1)[0][0],
        answerable=any(judgement.kind == "answers_it" for judgement in group),
        evidence=tuple(replace(each, votes=_votes(counts[place])) for place, each in evidence.items()),
        votes=_votes(Counter(judgement.kind for judgement in group)),
        asked=(min(days), max(days)),
        snapshots=tuple(dict.fromkeys(judgement.snapshot for judgement in group)),
        comments=tuple(judgement.comment for judgement in group if judgement.comment),
        stale=tuple(stale.values()),
    )


def _votes(counted: Mapping[str, int]) -> dict[str, int]:
    return {kind: counted[kind] for kind in KINDS if counted.get(kind)}


def _document_lines(snapshot: Snapshot) -> Iterable[str]:
    for document in snapshot.document_store.documents():
        line = {
            "id": document.id,
            "title": document.title,
            "text": document.text,
            "source": document.source,
            "url": document.url,
            "published": document.published.isoformat() if document.published else None,
        }
        yield json.dumps({name: value for name, value in line.items() if value is not None}, ensure_ascii=False) + "\n"


def _questions(folder: Path) -> dict[str, str]:
    """The lines of a question set by the ids of their questions; none when there is no set."""
    path = folder / "questions.jsonl"
    try:
        lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()] if path.exists() else []
        return {str(json.loads(line)["id"]): line for line in lines}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ChapterError(
            f"The questions in {path} cannot be read: {error}. Mend the file, or name another folder with --into."
        ) from error


def _write_questions(folder: Path, lines: Mapping[str, str]) -> None:
    _replace(folder / "questions.jsonl", "".join(f"{line}\n" for line in lines.values()))


def _replace(path: Path, text: str) -> None:
    """Write a file so that there is always either the old or the new one."""
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise ChapterError(f"{path} cannot be written: {error.strerror}. Choose another place.") from error
