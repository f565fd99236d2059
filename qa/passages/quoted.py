"""Words of a passage that may answer a question, and what they stand in and under."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import Final

from corpus.document import Passage
from corpus.language.kinds import TEXTS_KEPT, Span, Value
from corpus.language.persons.initials import initials_in
from corpus.language.rows import CELL_END, cells, is_row
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from corpus.metadata.dating import states_edition_day, states_own_day
from qa.passages.asked import Asked
from qa.passages.listed import heading_over, lead_of
from qa.query.idf import idf_coverage
from qa.query.intent import names_choices
from qa.tables.cells import numbered_label
from qa.tables.named_rows import column_names, header_of, label_place

_DIGIT: Final = re.compile(r"\d")
_PAPERS: Final = load("editions")
_OF_PAPER: Final = re.compile(rf"\b{alternatives([*_PAPERS['papers'], *_PAPERS['documents']])}s?\b", re.I)


@dataclass(frozen=True, slots=True)
class AnswerSpan:
    """What is quoted of a passage, as offsets in it.

    Attributes:
        quote: the words that answer.
        sentence: in which they stand.
        value: what they hold of the kind that is asked after, and where.
        likely: how likely the reader thinks that an answer begins or ends in the sentence rather than elsewhere in what
            it read of the passage, 0 to 1; 0 where it has not read.
        alone: how much likelier the reader takes the sentence alone to answer than not to, as the margin of a
            `RerankOutput`; None where it has not read it so.
    """

    quote: Span
    sentence: Span
    value: tuple[int, int, Value] | None
    likely: float = 0.0
    alone: float | None = None

    @property
    def within(self) -> Span:
        """Where the value, or else what is quoted, stands in the sentence; it may begin before that."""
        start, end = (self.value or self.quote)[:2]
        return start - self.sentence[0], end - self.sentence[0]


@dataclass(frozen=True)
class QuotedWords:
    """Words of a passage that may answer a question.

    Attributes:
        asked: the question.
        passage: with its text, its headings and what leads in.
        title: of its document.
        span: the words, their sentence and the value in them.
    """

    asked: Asked
    passage: Passage
    title: str
    span: AnswerSpan

    @cached_property
    def question(self) -> str:
        """The question as it is searched for."""
        return self.asked.query.question

    @cached_property
    def quote(self) -> str:
        """The words."""
        return self.passage.text[slice(*self.span.quote)]

    @cached_property
    def sentence_text(self) -> str:
        """Their sentence."""
        return self.passage.text[slice(*self.span.sentence)]

    @cached_property
    def numbered_sentence(self) -> str:
        """Their sentence, behind the number or letters of its row: "Kennel 60", "Band A to C"."""
        row = self.span.sentence
        label = numbered_label(self.passage, row) if is_row(self.sentence_text) else ""
        return f"{label}\n{self.sentence_text}"

    @cached_property
    def statement(self) -> str:
        """What they state: their sentence, or of a table's row its name and the cell with the name of its column.

        Before a figure its name is all that stands in cells without one: "Parking permit | Second car".
        """
        row = self.span.sentence
        if not is_row(self.sentence_text):
            return self.sentence_text
        names, own = column_names(header_of(self.passage, row)), cells(self.passage.text, row)
        first = label_place(self.passage.text, own)
        column = next((place for place, cell in enumerate(own) if cell[0] <= self.span.quote[0] < cell[1]), 0)
        if column <= first or self.span.quote[1] > own[column][1]:
            return self.sentence_text
        name = names[column] if len(names) == len(own) else ""
        texts = [self.passage.text[slice(*cell)].strip() for cell in own[first:column]]
        labels = list(takewhile(lambda text: not _DIGIT.search(text), texts[1:])) if _DIGIT.search(self.quote) else []
        return CELL_END.join(filter(None, (texts[0], *labels, name, self.quote)))

    @cached_property
    def on_the_matter(self) -> str:
        """The sentence of their passage that holds most of what is asked about."""
        sentences = self.asked.sentences(self.passage)
        idf = self.asked.term_idf
        spans = (self.passage.text[slice(*span)] for span in sentences.spans)
        return max(spans, key=lambda sentence: idf_coverage(idf, stems(sentence)), default="")

    @cached_property
    def line(self) -> str:
        """The line they begin in."""
        start = self.passage.text.rfind("\n", 0, self.span.quote[0]) + 1
        return self.passage.text[start:].partition("\n")[0]

    @cached_property
    def paragraph_before(self) -> str:
        """What stands before their sentence since the last empty line, such as "Not present" above names."""
        before = self.passage.text[: self.span.sentence[0]]
        return before.rpartition("\n\n")[2]

    @cached_property
    def sentences_after(self) -> list[str]:
        """The sentences of their passage after theirs, in order."""
        spans = self.asked.sentences(self.passage).spans
        return [self.passage.text[slice(*span)] for span in spans if span[0] >= self.span.sentence[1]]

    @cached_property
    def other_sentences(self) -> list[str]:
        """The sentences of their passage but theirs, in order."""
        first, last = self.span.sentence
        spans = self.asked.sentences(self.passage).spans
        return [self.passage.text[slice(*span)] for span in spans if span[1] <= first or span[0] >= last]

    @property
    def following(self) -> str:
        """What stands after their sentence in its line."""
        return self.passage.text[self.span.sentence[1] :].partition("\n")[0]

    @cached_property
    def value_line(self) -> str:
        """The line of their sentence in which the value stands; all of the sentence where they have none."""
        if self.span.value is None:
            return self.sentence_text
        (first, last), (start, end, _) = self.span.sentence, self.span.value
        before, after = self.passage.text[first:start], self.passage.text[end:last]
        return before.rpartition("\n")[2] + self.passage.text[start:end] + after.partition("\n")[0]

    @cached_property
    def surroundings(self) -> str:
        """Their passage with its document's title, its headings and what leads in."""
        return "\n".join((self.title, self.passage.heading, self.passage.context, self.passage.text))

    def everywhere(self) -> str:
        """Their surroundings, and all the text of their document."""
        document = self.asked.document(self.passage.document_id)
        return f"{self.surroundings}\n{document.text if document else ''}"

    @cached_property
    def lead(self) -> str:
        """What leads into their list or names the columns of their table; "" where they stand in none."""
        return lead_of(self.passage, self.span.sentence)

    @cached_property
    def stands_under(self) -> str:
        """The headings above them, and what leads into their list or names the columns of their table.

        Of a list whose heading is part of its sentence that heading, and not the one before. Whom initials in their
        sentence stand for stands there, too, where the question names that one.
        """
        passage, sentence = self.passage, self.span.sentence
        over = heading_over(passage, (max(sentence[0], self.span.quote[0]), sentence[1]))
        heading = passage.text[over.start : over.end] if over else ""
        told = initials_in(self.sentence_text, self.asked.initials(passage.document_id))
        above = passage.heading, passage.context, heading, self.lead, *(name for _, name in told)
        return "\n".join(filter(None, above))

    @cached_property
    def above(self) -> str:
        """The title of their document, and what they stand under."""
        return f"{self.title}\n{self.stands_under}"

    @cached_property
    def kind(self) -> str:
        """The kind of answer that is wanted."""
        return self.asked.answer_type

    @cached_property
    def is_choice(self) -> bool:
        """Whether the question names what it is to choose from: "Is it free or paid?"."""
        return names_choices(self.question)

    @property
    def is_closed(self) -> bool:
        """Whether a yes, a no or one of the things that the question names answers it."""
        return self.kind == "yes_no" or self.is_choice

    @cached_property
    def quote_coverage(self) -> float:
        """The share of the question's idf that the words themselves hold."""
        return idf_coverage(self.asked.term_idf, stems(self.quote))

    @cached_property
    def sentence_coverage(self) -> float:
        """The share of the question's idf that their sentence holds."""
        return idf_coverage(self.asked.term_idf, stems(self.sentence_text))

    @cached_property
    def led_coverage(self) -> float:
        """The share that it holds together with the title and what it stands under."""
        return idf_coverage(self.asked.term_idf, stems(f"{self.above}\n{self.sentence_text}"))


def is_unasked_day(asked: Asked, line: str) -> bool:
    """Whether a line says when its document was published, changed or decided on, and the question asks for none of it.

    One that asks of a paper, such as "When was the policy brought in?", may ask when it was decided on.

    Args:
        asked: the question.
        line: itself.
    """
    if not asked.question_idf.keys().isdisjoint(stems(line)):
        return False
    own, of_edition = _days_stated(line)
    return own or (of_edition and _OF_PAPER.search(asked.query.question) is None)


@lru_cache(maxsize=TEXTS_KEPT)
def _days_stated(line: str) -> tuple[bool, bool]:
    """Whether a line says when its document was published, changed or made, and whether of which day its edition is."""
    return states_own_day(line), states_edition_day(line)
