"""Question sets in four formats, checked as they are read.

The format is told by the files that are there (see `read_dataset`). Fields that a format does not know are
kept as slices where they sort the questions into a few kinds, and are otherwise ignored.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import ChapterError
from corpus.files import find_files
from corpus.readers.text import unify_newlines
from corpus.reading import read_file
from eval.records import Dataset, Question, Span

MOST_FAULTS_SHOWN: Final = 10
MOST_SLICE_VALUES: Final = 20
LONGEST_SLICE_VALUE: Final = 40


class DatasetError(ChapterError):
    """A question set cannot be used; `faults` names every fault with its file and line."""

    def __init__(self, path: Path, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        shown = "".join(f"\n  {fault}" for fault in self.faults[:MOST_FAULTS_SHOWN])
        more = len(self.faults) - MOST_FAULTS_SHOWN
        count = "a fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        super().__init__(
            f"The question set {path} has {count}; mend it and run again.{shown}"
            + (f"\n  and {more} more" if more > 0 else "")
        )


def read_dataset(path: Path) -> Dataset:
    """Read a question set and check all of it.

    Args:
        path: one of
            a folder with questions.jsonl (or that file): lines of {"id", "question", "answerable", "evidence":
            [{"document", "start", "end", "text", "part"}], "answers"}, with documents in documents/ beside it, or where
            dataset.json says with {"corpus": a path from there};
            a folder with queries.jsonl, spans.jsonl, qrels.tsv and corpus.jsonl;
            a BEIR folder (Thakur et al., 2021) with queries.jsonl, qrels/test.tsv and corpus.jsonl, where whole
            documents are gold;
            a SQuAD 1.1 or 2.0 file (Rajpurkar et al., 2016 and 2018), where an article's paragraphs, joined by
            blank lines, are one document.

    Returns:
        The set; gold offsets are code points of its documents' text.

    Raises:
        DatasetError: something is wrong with it; the message lists the first ten faults and counts the rest.
    """
    reading = _Reading(path)
    if not path.exists():
        raise DatasetError(path, [f"{path}: there is no such file or folder."])
    if path.is_file() and path.suffix == ".json":
        dataset = _squad(reading, path)
    elif path.name == "questions.jsonl" or (path / "questions.jsonl").is_file():
        dataset = _own(reading, path if path.is_dir() else path.parent)
    elif (path / "spans.jsonl").is_file():
        dataset = _spans(reading, path)
    elif (path / "qrels" / "test.tsv").is_file():
        dataset = _beir(reading, path)
    elif (path / "queries.jsonl").is_file() and (
        graded := sorted(file.name for file in (path / "qrels").glob("*.tsv"))
    ):
        reading.fault(
            "qrels/test.tsv",
            f"it is not there, but {', '.join(f'qrels/{name}' for name in graded)}. Copy the one to ask to qrels/test.tsv in a folder of its own.",
        )
        raise DatasetError(path, reading.faults)
    else:
        reading.fault(
            path.name,
            "no question set is here. It may be a folder with questions.jsonl, with queries.jsonl and spans.jsonl, "
            "or with queries.jsonl and qrels/test.tsv; or a SQuAD .json file.",
        )
        raise DatasetError(path, reading.faults)
    if not dataset.questions and not reading.faults:
        reading.fault(path.name, "it holds no questions.")
    if reading.faults:
        raise DatasetError(path, reading.faults)
    return dataset


def sample(dataset: Dataset, limit: int, seed: int) -> Dataset:
    """The same set with at most `limit` of its questions, chosen by `seed` and kept in their order."""
    if limit >= len(dataset.questions):
        return dataset
    chosen = sorted(random.Random(seed).sample(range(len(dataset.questions)), limit))
    return replace(dataset, questions=tuple(dataset.questions[number] for number in chosen))


class _Line(BaseModel):
    model_config = ConfigDict(extra="allow", coerce_numbers_to_str=True)


class _Evidence(_Line):
    document: str
    start: int
    end: int
    text: str
    part: str = ""


class _OwnQuestion(_Line):
    id: str
    question: str
    answerable: bool
    evidence: tuple[_Evidence, ...] = ()
    answers: tuple[str, ...] = ()
    spans_needed: Literal["any", "all"] = "any"


class _Query(_Line):
    id: str = Field(validation_alias=AliasChoices("id", "_id"))
    text: str
    answerable: bool = True
    answers: tuple[str, ...] = ()
    spans_needed: Literal["any", "all"] = "any"


class _GoldSpan(_Line):
    query_id: str
    doc_id: str
    start: int
    end: int
    text: str


class _CorpusLine(_Line):
    id: str = Field(validation_alias=AliasChoices("id", "_id"))
    text: str


class _Place(BaseModel):
    model_config = ConfigDict(extra="forbid")

    corpus: str


class _SquadAnswer(BaseModel):
    text: str
    answer_start: int


class _SquadQuestion(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True)

    id: str
    question: str
    answers: tuple[_SquadAnswer, ...] = ()
    is_impossible: bool = False


class _SquadParagraph(BaseModel):
    context: str
    qas: tuple[_SquadQuestion, ...]


class _SquadArticle(BaseModel):
    title: str
    paragraphs: tuple[_SquadParagraph, ...]


class _Squad(BaseModel):
    data: tuple[_SquadArticle, ...]


_Model = TypeVar("_Model", bound=BaseModel)
_Item = TypeVar("_Item")


@dataclass(slots=True)
class _Reading:
    """What has been found while a set is read: its faults, and the hash over its files."""

    path: Path
    faults: list[str] = field(default_factory=list)
    digest: Any = field(default_factory=hashlib.sha256)

    def fault(self, where: str, reason: str) -> None:
        self.faults.append(f"{where}: {reason}")

    def data(self, path: Path, name: str) -> bytes:
        """The bytes of a file, which become part of the set's hash."""
        try:
            data = path.read_bytes()
        except OSError as error:
            self.fault(name, f"it cannot be read: {error.strerror}.")
            return b""
        self.digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
        return data

    def text(self, path: Path, name: str) -> str:
        data = self.data(path, name)
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.fault(f"{name}:{line}", "it is not UTF-8. Save the file as UTF-8.")
            return ""

    def lines(self, path: Path, model: type[_Model]) -> list[tuple[str, _Model]]:
        """Each line of a .jsonl with where it stands."""
        found = []
        for number, line in enumerate(self.text(path, path.name).split("\n"), start=1):
            if line.strip():
                where = f"{path.name}:{number}"
                parsed = self.parsed(where, line, model)
                if parsed is not None:
                    found.append((where, parsed))
        return found

    def parsed(self, where: str, text: str, model: type[_Model]) -> _Model | None:
        try:
            return model.model_validate_json(text)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                place = ".".join(str(part) for part in detail["loc"])
                self.fault(where, f"{place}: {detail['msg']}." if place else f"{detail['msg']}.")
            return None

    def unique(
        self, found: Iterable[tuple[str, _Item]], identifier: Callable[[_Item], str]
    ) -> dict[str, tuple[str, _Item]]:
        """What was found by its id, with where it stands; an id that is blank or used twice is a fault."""
        by_id: dict[str, tuple[str, _Item]] = {}
        for where, item in found:
            if not identifier(item).strip():
                self.fault(where, "the id is blank.")
                continue
            known = by_id.setdefault(identifier(item), (where, item))
            if known[0] != where:
                self.fault(where, f"the id {identifier(item)!r} is already used in {known[0]}.")
        return by_id

    def corpus_lines(self, path: Path) -> dict[str, str]:
        """The text of each document of a corpus.jsonl, by id, with the newlines that a build gives it."""
        found = self.unique(self.lines(path, _CorpusLine), lambda line: line.id)
        return {identifier: unify_newlines(line.text) for identifier, (_, line) in found.items()}

    def corpus_files(self, path: Path) -> dict[str, str]:
        """The text of each document that a build would find below a path."""
        texts = {}
        for file in find_files([path]).files:
            texts.update(
                {document.id: document.text for document in read_file(file, self.data(file.path, file.id)).documents}
            )
        return texts

    def span(self, where: str, name: str, span: Span, texts: Mapping[str, str] | None) -> list[Span]:
        """The span in a list when it is right, otherwise an empty list and a fault."""
        before = len(self.faults)
        label = f"{name} {span.start}-{span.end} of {span.document_id!r}"
        if texts is not None and span.document_id not in texts:
            self.fault(where, f"{name} is in the document {span.document_id!r}, which the corpus does not hold.")
        elif not 0 <= span.start < span.end:
            self.fault(where, f"{label} is not a range: start must be 0 or more and end greater than start.")
        elif texts is None and span.end - span.start != len(span.text):
            self.fault(where, f"{label} spans {span.end - span.start} characters, and its text has {len(span.text)}.")
        elif texts is not None:
            text = texts[span.document_id]
            if span.end > len(text):
                self.fault(where, f"{label} ends outside of the document, which has {len(text)} characters.")
            elif text[span.start : span.end] != span.text:
                elsewhere = text.find(span.text)
                hint = f" Its text stands at {elsewhere}-{elsewhere + len(span.text)}." if elsewhere >= 0 else ""
                self.fault(
                    where,
                    f"{label} is said to read {_short(span.text)}, but {_short(text[span.start : span.end])} stands there.{hint}",
                )
        return [span] if len(self.faults) == before else []

    def asked(self, where: str, text: str) -> str:
        """The text of a question; a blank one is a fault."""
        if not text.strip():
            self.fault(where, "the question is blank.")
        return text

    def gold(self, where: str, answerable: bool, spans: Sequence[Span], given: int) -> tuple[Span, ...]:
        """The spans without repeats; a fault when a question has some and should not, or the other way round."""
        if answerable and not given:
            self.fault(where, "the question is said to be answerable and has no gold span.")
        if not answerable and given:
            self.fault(where, "the question is said to have no answer and has gold spans.")
        return tuple(dict.fromkeys(spans))


def _own(reading: _Reading, folder: Path) -> Dataset:
    corpus = _own_corpus(reading, folder)
    texts = reading.corpus_files(corpus) if corpus else None
    found = reading.unique(reading.lines(folder / "questions.jsonl", _OwnQuestion), lambda line: line.id)
    questions = []
    for where, line in found.values():
        spans = [
            span
            for number, gold in enumerate(line.evidence, start=1)
            for span in reading.span(
                where, f"evidence {number}", Span(gold.document, gold.start, gold.end, gold.text, gold.part), texts
            )
        ]
        questions.append(
            Question(
                id=line.id,
                text=reading.asked(where, line.question),
                answerable=line.answerable,
                gold=reading.gold(where, line.answerable, spans, len(line.evidence)),
                spans_needed=line.spans_needed,
                answers=line.answers,
            )
        )
    fields = [_fields(line) for _, line in found.values()]
    return Dataset(folder.resolve().name, _sliced(questions, fields), corpus, reading.digest.hexdigest())


def _own_corpus(reading: _Reading, folder: Path) -> Path | None:
    """Where the documents of our own format are: where dataset.json says, in documents/, or nowhere."""
    place = folder / "dataset.json"
    if not place.is_file():
        return folder / "documents" if (folder / "documents").is_dir() else None
    parsed = reading.parsed(place.name, reading.text(place, place.name), _Place)
    if parsed is None:
        return None
    corpus = (folder / parsed.corpus).resolve()
    if not corpus.exists():
        reading.fault(place.name, f"its corpus {parsed.corpus!r} does not exist; the path counts from {folder}.")
        return None
    return corpus


def _spans(reading: _Reading, folder: Path) -> Dataset:
    corpus = folder / "corpus.jsonl"
    texts = reading.corpus_lines(corpus)
    queries = reading.unique(reading.lines(folder / "queries.jsonl", _Query), lambda line: line.id)
    spans: dict[str, list[Span]] = {identifier: [] for identifier in queries}
    given = dict.fromkeys(queries, 0)
    for where, gold in reading.lines(folder / "spans.jsonl", _GoldSpan):
        if gold.query_id not in queries:
            reading.fault(where, f"queries.jsonl has no question {gold.query_id!r}.")
            continue
        given[gold.query_id] += 1
        spans[gold.query_id] += reading.span(
            where, "the span", Span(gold.doc_id, gold.start, gold.end, gold.text), texts
        )
    grades = _qrels(reading, folder, "qrels.tsv", queries.keys(), texts)
    for identifier, documents in grades.items():
        _, query = queries[identifier]
        held = {span.document_id for span in spans[identifier]}
        for document, (where, _) in documents.items():
            if not query.answerable:
                reading.fault(
                    where,
                    f"it grades {document!r} as relevant to {identifier!r}, which queries.jsonl says has no answer.",
                )
            elif held and document not in held:
                reading.fault(
                    where,
                    f"it grades {document!r} as relevant to {identifier!r}, but spans.jsonl has no span of it there.",
                )
    questions = [
        Question(
            id=identifier,
            text=reading.asked(where, line.text),
            answerable=line.answerable,
            gold=reading.gold(where, line.answerable, spans[identifier], given[identifier]),
            spans_needed=line.spans_needed,
            answers=line.answers,
            grades=_grades(grades.get(identifier, {})),
        )
        for identifier, (where, line) in queries.items()
    ]
    fields = [_fields(line) for _, line in queries.values()]
    return Dataset(folder.resolve().name, _sliced(questions, fields), corpus, reading.digest.hexdigest())


def _beir(reading: _Reading, folder: Path) -> Dataset:
    corpus = folder / "corpus.jsonl"
    texts = reading.corpus_lines(corpus)
    queries = reading.unique(reading.lines(folder / "queries.jsonl", _Query), lambda line: line.id)
    grades = _qrels(reading, folder, "qrels/test.tsv", queries.keys(), texts)
    judged = [
        (where, line, _grades(grades[identifier]))
        for identifier, (where, line) in queries.items()
        if grades.get(identifier)
    ]
    questions = [
        Question(
            id=line.id,
            text=reading.asked(where, line.text),
            answerable=True,
            gold=tuple(Span(document, 0, len(texts[document]), texts[document]) for document in documents),
            answers=line.answers,
            grades=documents,
        )
        for where, line, documents in judged
    ]
    return Dataset(
        folder.resolve().name,
        _sliced(questions, [_fields(line) for _, line, _ in judged]),
        corpus,
        reading.digest.hexdigest(),
    )


def _qrels(
    reading: _Reading, folder: Path, name: str, queries: Iterable[str], texts: Mapping[str, str]
) -> dict[str, dict[str, tuple[str, int]]]:
    """Where each relevant document of each question is graded, and its grade; a first line without a number is a header."""
    known = set(queries)
    grades: dict[str, dict[str, tuple[str, int]]] = {}
    for number, line in enumerate(reading.text(folder / name, name).split("\n"), start=1):
        columns = line.rstrip("\r").split("\t")
        if not line.strip() or (number == 1 and len(columns) == 3 and not _is_whole(columns[2])):
            continue
        where = f"{name}:{number}"
        if len(columns) != 3 or not _is_whole(columns[2]):
            reading.fault(where, "it is not a question id, a document id and a whole number, with tabs between them.")
            continue
        query, document, grade = columns
        if query not in known:
            reading.fault(where, f"queries.jsonl has no question {query!r}.")
        elif document not in texts:
            reading.fault(where, f"corpus.jsonl has no document {document!r}.")
        elif int(grade) > 0:
            grades.setdefault(query, {})[document] = (where, int(grade))
    return grades


def _grades(graded: Mapping[str, tuple[str, int]]) -> dict[str, int]:
    return {document: grade for document, (_, grade) in graded.items()}


def _squad(reading: _Reading, path: Path) -> Dataset:
    parsed = reading.parsed(path.name, reading.text(path, path.name), _Squad)
    articles: dict[str, str] = {}
    found: list[tuple[str, Question]] = []
    titles: list[dict[str, Any]] = []
    for number, article in enumerate(parsed.data if parsed else ()):
        if not article.title.strip():
            reading.fault(f"{path.name} data.{number}", "the article has no title; titles are the documents' ids.")
        elif article.title in articles:
            reading.fault(
                f"{path.name} data.{number}",
                f"the title {article.title!r} is already used; titles are the documents' ids.",
            )
        articles[article.title] = "\n\n".join(unify_newlines(paragraph.context) for paragraph in article.paragraphs)
        texts = {article.title: articles[article.title]}
        shift = 0
        for position, paragraph in enumerate(article.paragraphs):
            for order, line in enumerate(paragraph.qas):
                where = f"{path.name} data.{number}.paragraphs.{position}.qas.{order} ({line.id})"
                answers = () if line.is_impossible else line.answers
                spans = [
                    span
                    for answer in answers
                    for span in reading.span(
                        where, "the answer", _squad_span(article.title, shift, paragraph.context, answer), texts
                    )
                ]
                gold = reading.gold(where, not line.is_impossible, spans, len(answers))
                words = tuple(dict.fromkeys(answer.text for answer in answers))
                found.append(
                    (
                        where,
                        Question(
                            line.id, reading.asked(where, line.question), not line.is_impossible, gold, answers=words
                        ),
                    )
                )
                titles.append({"article": article.title})
            shift += len(unify_newlines(paragraph.context)) + 2
    reading.unique(found, lambda question: question.id)
    return Dataset(
        path.stem, _sliced([question for _, question in found], titles), None, reading.digest.hexdigest(), articles
    )


def _squad_span(title: str, shift: int, context: str, answer: _SquadAnswer) -> Span:
    """An answer in its article, whose paragraph starts at `shift` and has the newlines that a build gives it."""
    words = unify_newlines(answer.text)
    start = shift + (
        len(unify_newlines(context[: answer.answer_start])) if answer.answer_start > 0 else answer.answer_start
    )
    return Span(title, start, start + len(words), words)


def _fields(line: _OwnQuestion | _Query) -> dict[str, Any]:
    """What a line says beyond the question itself: what it may be grouped by."""
    return line.model_extra or {}


def _sliced(questions: Sequence[Question], fields: Sequence[Mapping[str, Any]]) -> tuple[Question, ...]:
    """The questions with those of their fields that sort them into a few kinds, each named in a few words."""
    values: dict[str, set[str | None]] = {}
    for names in fields:
        for name in names:
            values.setdefault(name, set())
    for name, seen in values.items():
        for given in fields:
            value = given.get(name)
            seen.add(
                None
                if value is None
                else str(value)
                if isinstance(value, str | bool)
                else " " * (LONGEST_SLICE_VALUE + 1)
            )
    useful = {
        name
        for name, seen in values.items()
        if 1 < len(seen) <= MOST_SLICE_VALUES + (None in seen)
        and all(len(value or "") <= LONGEST_SLICE_VALUE for value in seen)
    }
    return tuple(
        replace(
            question, slices={name: str(value) for name, value in given.items() if name in useful and value is not None}
        )
        for question, given in zip(questions, fields, strict=True)
    )


def _is_whole(text: str) -> bool:
    return text.strip().lstrip("-").isdecimal()


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")
