"""What a document states, sentence by sentence, and whether another document states the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from corpus.document import Passage
from corpus.language.folding import searchable
from corpus.language.names import bare_words
from corpus.language.predicates import negated
from corpus.language.sentences import sentences
from corpus.language.times.dates import dates
from corpus.language.vocabulary import alternatives, load
from index.seams import DocumentMeta

SLIP_LIKENESS: Final = 60.0
"""A word is a slip of another when they are so much alike, in per cent."""
SENTENCE_LIKENESS: Final = 80.0
"""Two sentences may be one with slips when they are so much alike, in per cent."""
EDGE: Final = 3
"""So many statements at either end of a document may be a header or footer."""
PIECES: Final = 4
"""A sentence that line ends, blocks or passages break has so many pieces at most."""
LABEL_WORDS: Final = 12
"""A header or footer has no more words."""

_TABLE = load("printing")
_PRINTED = re.compile(rf"\W*{alternatives(_TABLE['lines'])}\b", re.I)
_TITLE_WORDS = frozenset(_TABLE["title_words"])
_TITLE_END = re.compile(r"\s*\(\d+\)\s*$")
_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+|[£$€%+](?=\s*\d)|-(?=\d)|(?<=\d)%")
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")
_BROKEN = re.compile(r"[^\n|]{40}[^.!?:;|\n]\n(?=[^\W\d_])")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, a heading or a row of a table.

    Attributes:
        text: its words, as people would type them.
        key: what is the same however its words are spaced, broken at line ends, set or punctuated.
    """

    text: str
    key: str

    @property
    def is_ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.text))

    @property
    def is_label(self) -> bool:
        """Whether it may be a header or footer: a few words that are no sentence and hold no number."""
        is_short = len(self.text.split()) <= LABEL_WORDS and not self.is_ended
        return is_short and not any(map(str.isdigit, self.text))

    @property
    def is_printed(self) -> bool:
        """Whether it tells of printing, or which page it is."""
        return bool(_PRINTED.match(self.text))


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of words.

    Attributes:
        is_word: whether a word in small letters is surely spelt right.
        names: words that nearly always have a capital, bare.
    """

    is_word: Callable[[str], bool]
    names: Collection[str]

    def tells_no_value(self, statement: Statement) -> bool:
        """Whether a statement has no number and no name, and denies nothing."""
        text = statement.text
        has_digit = any(map(str.isdigit, text))
        return not has_digit and not negated(text) and not any(word in self.names for word in bare_words(text))

    def is_slip(self, one: Statement, other: Statement) -> bool:
        """Whether two statements differ by slips of typing or of recognition alone, in no number, no name and no "not".

        Words that are both spelt right are two words, however alike.
        """
        if fuzz.ratio(one.key, other.key) < SENTENCE_LIKENESS or negated(one.text) != negated(other.text):
            return False
        first, second = (statement.text.casefold().split() for statement in (one, other))
        changes = (change for change in Levenshtein.opcodes(first, second) if change.tag != "equal")
        return all(
            self._is_slip_of(first[change.src_start : change.src_end], second[change.dest_start : change.dest_end])
            for change in changes
        )

    def _is_slip_of(self, first: Sequence[str], second: Sequence[str]) -> bool:
        one, other = key_of(" ".join(first)), key_of(" ".join(second))
        if one == other:
            return True
        right = [words for words in (first, second) if words and all(map(self._is_right, words))]
        if len(right) != 1 or fuzz.ratio(one, other) < SLIP_LIKENESS:
            return False
        return not any(word in self.names for words in (first, second) for word in bare_words(" ".join(words)))

    def _is_right(self, word: str) -> bool:
        plain = _AROUND.sub("", word)
        return plain.isalpha() and self.is_word(plain)


@dataclass(frozen=True)
class StatedDocument:
    """A document with what each of its passages states.

    Attributes:
        meta: what is known of it.
        passages: in order.
        wholes: for the key of a piece of a broken sentence, that of the sentence as another document has it.
    """

    meta: DocumentMeta
    passages: Sequence[Passage]
    wholes: Mapping[str, str] = field(default_factory=dict)

    def row(self, place: int) -> int:
        """The row of the passage in a place."""
        return self.meta.first_row + place

    @cached_property
    def statements(self) -> list[list[Statement]]:
        """Of each passage; the pieces of a broken sentence have the key of the whole one."""
        stated = [[*_statements(passage)] for passage in self.passages]
        if not self.wholes:
            return stated
        return [[replace(one, key=self.wholes.get(one.key, one.key)) for one in own] for own in stated]

    @cached_property
    def leads(self) -> list[list[Statement]]:
        """Of each passage the heading above it, and what leads into it."""
        return [list(_stated((p.heading.rpartition(" > ")[2], *p.context.split("\n")))) for p in self.passages]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """For each statement's key, the passages that it stands in."""
        places: dict[str, list[int]] = {}
        for place, stated in enumerate(self.statements):
            for statement in stated:
                places.setdefault(statement.key, []).append(place)
        return places

    def whole_beside(self, other: StatedDocument) -> StatedDocument:
        """The document with its sentences whole that line ends, blocks or passages break here and not in another."""
        stated, wholes = [one for own in self.statements for one in own], dict[str, str]()
        for at, first in enumerate(stated):
            run = [first]
            while len(run) < PIECES and not run[-1].is_ended and at + len(run) < len(stated):
                run.append(stated[at + len(run)])
                whole = "".join(piece.key for piece in run)
                if whole in other.places:
                    wholes |= {piece.key: whole for piece in run if piece.key not in other.places}
        return replace(self, wholes=wholes) if wholes else self

    @cached_property
    def said(self) -> frozenset[str]:
        """The keys of all that it states, headings among them."""
        return frozenset(statement.key for stated in (*self.leads, *self.statements) for statement in stated)

    @cached_property
    def frame(self) -> frozenset[str]:
        """The keys of what may be its header or footer: labels among its first and its last statements."""
        edges = [*self.leads[0], *self.statements[0][:EDGE], *self.statements[-1][-EDGE:]]
        return frozenset(statement.key for statement in edges if statement.is_label and not statement.is_printed)

    def counts_from_its_day(self, place: int) -> bool:
        """Whether a passage tells of a time that is counted from the document's day, such as "today" or "last week"."""
        day = date.fromordinal(self.meta.day or 1)
        return any(mention.basis == "relative" for mention in dates(self.passages[place].text, day))

    @cached_property
    def spellings(self) -> frozenset[str]:
        """The words in it, in small letters."""
        return frozenset(word for passage in self.passages for word in _TOKEN.findall(passage.text.casefold()))

    @cached_property
    def broken_lines(self) -> int:
        """How many lines of prose it has that end within a sentence."""
        return len(self.wholes) + sum(map(broken_lines, self.passages))

    @cached_property
    def name(self) -> str:
        """The key of its title without words that call it a copy."""
        return "".join(word for word in bare_words(_TITLE_END.sub("", self.meta.title)) if word not in _TITLE_WORDS)

    def is_called_like(self, other: StatedDocument) -> bool:
        """Whether two documents have one title, or the one begins with the title of the other."""
        return self.name == other.name or self._begins_with(other.name) or other._begins_with(self.name)

    def _begins_with(self, name: str) -> bool:
        first = [statement for stated in (*self.leads[:2], *self.statements[:2]) for statement in stated]
        return bool(name) and any(statement.key == name for statement in first)

    def place_of(self, other: StatedDocument, place: int, words: Words, near: int | None = None) -> int | None:
        """The passage that, with its neighbours, states all that a passage of another document does.

        What tells of printing does not count, nor do headers and footers where only one of the documents has them. What
        it states beside that, between these statements, has no value in it: otherwise it is another edition.

        Args:
            other: the other document.
            place: of its passage.
            words: what is known of words.
            near: the passage most like it, where that is known.

        Returns:
            Its place among the passages; None where there is none.
        """
        told = other.statements[place]
        found = Counter(here for statement in told for here in self.places.get(statement.key, ()))
        best = max(found, key=lambda here: (found[here], -abs(here - place)), default=near)
        if best is None:
            return None
        near_by = slice(max(0, best - 1), best + 2)
        placed = [(here, one) for here in range(len(self.passages))[near_by] for one in self.statements[here]]
        window = [statement for _, statement in placed]
        around = [*window, *(lead for leads in self.leads[near_by] for lead in leads)]
        same = self._same_statements([*other.leads[place], *told], around, other, words)
        if same is None:
            return None
        found_at: dict[str, int] = {}
        for at in sorted(range(len(placed)), key=lambda at: abs(placed[at][0] - best)):
            found_at.setdefault(window[at].key, at)
        within = sorted(found_at[same[own.key]] for own in told if same[own.key] in found_at)
        between = window[within[0] : within[-1]] if within else []
        is_same = all(
            statement.key in same.values() or statement.is_printed or words.tells_no_value(statement)
            for statement in between
        )
        return best if within and is_same else None

    def _same_statements(
        self, own: Sequence[Statement], around: Sequence[Statement], other: StatedDocument, words: Words
    ) -> dict[str, str] | None:
        """For each statement of another document's passage, by its key, the key of the same statement around a place.

        That is "" for what does not count. None where there is a statement that counts and is not made there.
        """
        keys = {statement.key for statement in around}
        same = {statement.key: statement.key if statement.key in keys else "" for statement in own}
        may_frame = self.frame <= other.said
        for statement in own:
            if same[statement.key]:
                continue
            left = (each for each in around if each.key not in same.values() and words.is_slip(statement, each))
            slip = next(left, None)
            if slip:
                same[statement.key] = slip.key
            elif not statement.is_printed and not (may_frame and statement.key in other.frame):
                return None
        return same


def broken_lines(passage: Passage) -> int:
    """How many lines of prose in a passage end within a sentence."""
    return len(_BROKEN.findall(passage.text))


def key_of(text: str) -> str:
    """The letters and numbers of a text; numbers stay apart and keep their points and signs."""
    words = _TOKEN.findall(text.casefold())
    return "".join(f" {word} " if not word.isalpha() else word for word in words)


def _statements(passage: Passage) -> Iterator[Statement]:
    parts = [passage.text[part.start : part.end] for part in passage.parts] or [passage.text]
    paragraphs = (paragraph for part in parts for paragraph in _PARAGRAPH_END.split(part))
    return _stated(paragraph[slice(*span)] for paragraph in paragraphs for span in sentences(paragraph))


def _stated(texts: Iterable[str]) -> Iterator[Statement]:
    for text in texts:
        plain = " ".join(searchable(text).split())
        if key := key_of(plain):
            yield Statement(plain, key)
