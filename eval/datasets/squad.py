"""A SQuAD 1.1 or 2.0 file (Rajpurkar et al., 2016 and 2018).

An article's paragraphs, joined by blank lines, are one document.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict

from corpus.readers.text import unify_newlines
from eval.datasets.checking import SetReader
from eval.datasets.form import Form
from eval.datasets.slices import sliced
from eval.records import Dataset, Question, Span


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

    @property
    def text(self) -> str:
        """Its paragraphs, joined by blank lines, with the newlines that a build gives them."""
        return "\n\n".join(unify_newlines(paragraph.context) for paragraph in self.paragraphs)


class _Squad(BaseModel):
    data: tuple[_SquadArticle, ...]


def _read(files: SetReader, path: Path) -> Dataset:
    parsed = files.parsed(path.name, files.text(path, path.name), _Squad)
    articles: dict[str, str] = {}
    found: list[tuple[str, Question]] = []
    fields: list[dict[str, Any]] = []
    for article_index, article in enumerate(parsed.data if parsed else ()):
        where = f"{path.name} data.{article_index}"
        if not article.title.strip():
            files.fault(where, "the article has no title; titles are the documents' ids.")
        elif article.title in articles:
            files.fault(where, f"the title {article.title!r} is already used; titles are the documents' ids.")
        articles[article.title] = article.text
        questions = _questions(files, where, article)
        found += questions
        fields += [{"article": article.title}] * len(questions)
    files.unique(found, lambda question: question.id)
    questions_in_order = [question for _, question in found]
    return Dataset(path.stem, sliced(questions_in_order, fields), None, files.digest.hexdigest(), articles)


def _questions(files: SetReader, where: str, article: _SquadArticle) -> list[tuple[str, Question]]:
    """The questions of an article, with where they stand; offsets are those of its paragraphs joined by blank lines."""
    texts = {article.title: article.text}
    found = []
    shift = 0
    for paragraph_index, paragraph in enumerate(article.paragraphs):
        for question_index, line in enumerate(paragraph.qas):
            place = f"{where}.paragraphs.{paragraph_index}.qas.{question_index} ({line.id})"
            answers = () if line.is_impossible else line.answers
            spans = [
                span
                for answer in answers
                for span in files.span(
                    place, "the answer", _squad_span(article.title, shift, paragraph.context, answer), texts
                )
            ]
            question = Question(
                id=line.id,
                text=files.asked(place, line.question),
                answerable=not line.is_impossible,
                gold=files.gold(place, not line.is_impossible, spans, len(answers)),
                answers=tuple(dict.fromkeys(answer.text for answer in answers)),
            )
            found.append((place, question))
        shift += len(unify_newlines(paragraph.context)) + 2
    return found


def _squad_span(title: str, shift: int, context: str, answer: _SquadAnswer) -> Span:
    """An answer in its article, whose paragraph starts at `shift` and has the newlines that a build gives it."""
    words = unify_newlines(answer.text)
    start = shift + (
        len(unify_newlines(context[: answer.answer_start])) if answer.answer_start > 0 else answer.answer_start
    )
    return Span(title, start, start + len(words), words)


def _sniff(path: Path) -> bool:
    return path.is_file() and path.suffix == ".json"


FORM: Final = Form(
    name="SQuAD 1.1, 2.0",
    files="one `.json` file",
    described="a SQuAD .json file",
    precedence=0,
    sniff=_sniff,
    read=_read,
)
