"""Reading material that we have written: invented documents of councils, and questions as people ask them.

Each file of the folder `written` is a small corpus of one organisation. `# title | publisher | date` begins a document
and `## heading` a section of it; each line is a paragraph. `? question` is followed by `= words` for each choice of
words that answers, which stand in one paragraph, or by `-` where nothing in the file answers.
"""

from __future__ import annotations

import math
import random
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Final

from corpus.errors import ChapterError
from corpus.language.kinds import Span
from corpus.language.sentences import sentences
from corpus.language.words import words
from eval.training.reader.material import Example, cut, window_words

WRITTEN: Final = Path(__file__).with_name("written")
RIVALS: Final = 2
"""So many texts that do not answer are put to a question, besides one that does where there is one."""
SENTENCE_RIVALS: Final = 3
"""And so many sentences, where single ones are read."""
_LIKELY = (3, 6, 12)
"""Each of them is one of so many that share most with the question: the first, the second, and each further one."""
_DEV = 12
"""Every so-manieth file is kept for the figures."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a document.

    Attributes:
        title: of its document.
        heading: above it; "" where there is none.
        text: its paragraphs, a line each.
        document: the name of its document, which no other of the file has.
    """

    title: str
    heading: str
    text: str
    document: str


@dataclass(frozen=True, slots=True)
class WrittenQuestion:
    """A question put to a file.

    Attributes:
        text: as people ask it.
        answers: each choice of words that answers; none where nothing in the file does.
        section: of the file's sections, the one that it was written after.
    """

    text: str
    answers: tuple[str, ...]
    section: int


@dataclass(frozen=True, slots=True)
class Written:
    """A file: the sections of its documents, and what is asked of them."""

    sections: tuple[Section, ...]
    questions: tuple[WrittenQuestion, ...]


def read_written(path: Path) -> Written:
    """Read a file of written material.

    Raises:
        ChapterError: a question has no answer and is not said to have none, or its words stand in no section.
    """
    sections: list[Section] = []
    questions: list[WrittenQuestion] = []
    title = document = ""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    for line, following in pairwise([*lines, ""]):
        mark, _, rest = line.partition(" ")
        if mark == "#":
            title, _, further = rest.partition(" | ")
            is_first = all(section.title != title for section in sections)
            document = title if is_first else f"{title}, {further}"
            sections.append(Section(title, "", "", document))
        elif mark == "##":
            sections.append(Section(title, rest, "", document))
        elif mark == "?":
            if following != "-" and not following.startswith("= "):
                raise ChapterError(f"{path}: “{rest}” has neither an answer nor “-” below it.")
            questions.append(WrittenQuestion(rest, (), len(sections) - 1))
        elif mark == "=":
            last = questions[-1]
            questions[-1] = replace(last, answers=(*last.answers, rest.strip()))
        elif line not in ("", "-"):
            sections[-1] = replace(sections[-1], text=f"{sections[-1].text}\n{line}".strip())
    written = Written(tuple(sections), tuple(questions))
    _check(path, written)
    return written


def _check(path: Path, written: Written) -> None:
    for question in written.questions:
        for answer in question.answers:
            if not any(re.search(_whole(answer), section.text) for section in written.sections):
                raise ChapterError(f"{path}: “{answer}”, the answer to “{question.text}”, does not stand in it.")


def written_files(folder: Path, split: str) -> list[Path]:
    """The files of a split, "train" or "dev", in the order of their names."""
    every = sorted(folder.rglob("*.txt"))
    return [path for path in every if (zlib.crc32(path.stem.encode()) % _DEV == 0) == (split == "dev")]


def written_groups(folder: Path, split: str, seed: int, rivals: int = RIVALS) -> list[tuple[Example, ...]]:
    """The questions of a split, each with the texts that are put to it, shuffled.

    Args:
        folder: of the files.
        split: "train" or "dev".
        seed: decides how windows are cut, and which of those that do not answer are taken.
        rivals: so many of these are taken.
    """
    chance = random.Random(seed)

    def windows(text: str) -> Iterator[str]:
        return _windows(text, window_words(chance))

    made = [
        tuple([_answered(written, question, chance)] if question.answers else []) + beside
        for written in map(read_written, written_files(folder, split))
        for question, beside in _with_rivals(written, windows, rivals, chance)
    ]
    return _shuffled(made, chance)


def sentence_groups(folder: Path, split: str, seed: int) -> list[tuple[Example, ...]]:
    """The questions of a split, each put to single sentences, shuffled.

    So the product reads them again: the sentence of the words that may answer, and nothing beside it. A question whose
    words stand in no one sentence is left out.

    Args:
        folder: of the files.
        split: "train" or "dev".
        seed: decides which sentences that do not answer are taken.
    """
    chance = random.Random(seed)
    made = list[tuple[Example, ...]]()
    for written in map(read_written, written_files(folder, split)):
        for question, beside in _with_rivals(written, _sentences, SENTENCE_RIVALS, chance):
            if not question.answers:
                made.append(beside)
            elif answered := _in_a_sentence(written, question, chance):
                made.append((answered, *beside))
    return _shuffled(made, chance)


def _shuffled(groups: list[tuple[Example, ...]], chance: random.Random) -> list[tuple[Example, ...]]:
    """Groups in another order, each with a number of its own."""
    chance.shuffle(groups)
    return [tuple(replace(one, group=number) for one in group) for number, group in enumerate(groups, start=1)]


def _with_rivals(
    written: Written, parted: Callable[[str], Iterator[str]], rivals: int, chance: random.Random
) -> Iterator[tuple[WrittenQuestion, tuple[Example, ...]]]:
    """Each question of a file, put to texts that look most like it and do not answer.

    Args:
        written: the file.
        parted: the texts that are read of a section's.
        rivals: so many are taken, if there are as many.
        chance: decides which.
    """
    texts = [(section, text) for section in written.sections if section.text for text in parted(section.text)]
    stems = [_stems(f"{section.title} {section.heading} {text}") for section, text in texts]
    spread = Counter(stem for one in stems for stem in one)
    for question in written.questions:
        asked = _stems(question.text)
        # fsum: the same in whatever order a set is gone through, so that a training begun again has the same batches
        worth = [math.fsum(1 / spread[stem] for stem in asked & own) for own in stems]
        others = [
            place
            for place in sorted(range(len(texts)), key=worth.__getitem__, reverse=True)
            if not any(re.search(_whole(answer), texts[place][1]) for answer in question.answers)
        ]
        taken = []
        for rival in range(rivals):
            if others:
                most = _LIKELY[min(rival, len(_LIKELY) - 1)]
                section, text = texts[others.pop(chance.randrange(min(most, len(others))))]
                taken.append(Example(question.text, _headed(section, text), None, False))
        yield question, tuple(taken)


def _in_a_sentence(written: Written, question: WrittenQuestion, chance: random.Random) -> Example | None:
    """A question with the sentence that holds an answer; None where none holds all of it."""
    place, span = meant(written, question, chance.choice(question.answers))
    section = written.sections[place]
    for start, end in sentences(section.text):
        if start <= span[0] and span[1] <= end:
            return _put(question, section, (start, end), span)
    return None


def _answered(written: Written, question: WrittenQuestion, chance: random.Random) -> Example:
    """A question with a window in which an answer stands."""
    place, span = meant(written, question, chance.choice(question.answers))
    section = written.sections[place]
    window, start = cut(section.text, span, chance)
    return _put(question, section, (start, start + len(window)), span)


def _put(question: WrittenQuestion, section: Section, read: Span, answer: Span) -> Example:
    """A question with what is read of a section's text, in which its answer stands."""
    text = _headed(section, section.text[slice(*read)])
    moved = len(text) - read[1]
    return Example(question.text, text, (answer[0] + moved, answer[1] + moved), True)


def meant(written: Written, question: WrittenQuestion, answer: str) -> tuple[int, Span]:
    """Where the words of an answer are meant: in the section nearest to the question that holds them.

    Where they stand there twice, those in the sentence are meant that shares more with the question.

    Returns:
        The section by its place, and the span of its text.
    """
    asked = _stems(question.text)
    near = min(
        (place for place, section in enumerate(written.sections) if re.search(_whole(answer), section.text)),
        key=lambda place: abs(place - question.section),
    )
    text = written.sections[near].text
    found = (match.span() for match in re.finditer(_whole(answer), text))
    return near, max(found, key=lambda span: _shared(text, span, asked))


def _whole(answer: str) -> str:
    """A pattern for words that are not part of longer ones."""
    return rf"(?<!\w){re.escape(answer)}(?!\w)"


def _shared(text: str, span: Span, asked: set[str]) -> int:
    """How many of the stems asked for stand in the sentence of a span."""
    own = [text[start:end] for start, end in sentences(text) if start < span[1] and span[0] < end]
    return len(_stems(" ".join(own)) & asked)


def _headed(section: Section, window: str) -> str:
    """What the product reads: the title and the heading in front."""
    return ". ".join(part for part in (section.title, section.heading, window) if part)


def _sentences(text: str) -> Iterator[str]:
    """A text's sentences."""
    return (text[start:end] for start, end in sentences(text))


def _windows(text: str, most: int) -> Iterator[str]:
    """A text in runs of whole sentences of at most so many words, unless one sentence is longer."""
    start, length, end = 0, 0, 0
    for begin, to in sentences(text):
        own = len(text[begin:to].split())
        if length and length + own > most:
            yield text[start:end]
            start, length = begin, 0
        length, end = length + own, to
    if length:
        yield text[start:end]


def _stems(text: str) -> set[str]:
    return {word.stem for word in words(text)}


def group_batches(groups: Sequence[tuple[Example, ...]], most: int) -> list[list[Example]]:
    """Batches of whole groups of about equal length.

    Args:
        groups: of examples.
        most: so many examples a batch has at most, if no group has more.
    """
    size = max(1, most // max(map(len, groups), default=1))
    ordered = sorted(groups, key=lambda group: max(len(one.text) for one in group))
    return [[one for group in ordered[at : at + size] for one in group] for at in range(0, len(ordered), size)]
