"""Other languages: in which one a question is asked or a text is written, by function words, and these in English."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from corpus.language.kinds import Span
from corpus.language.names import WORD, bare, bare_words
from corpus.language.times.parts import MONTH_NAMES
from corpus.language.vocabulary import languages, load

_FIRST_WORDS = 3
"""A question word stands among so many words, as in "an welchem Tag"."""
_MOST_WORDS = 4
"""No phrase in the tables has more words."""
_SURE = 3
"""Without a question word it takes so many function words to know a language."""
ENGLISH = "English"
_LEAST_WORDS = 40
_LEAST_SHARE = 0.12
_LEAST_AHEAD = 4
"""A text of so many words is in a language where so large a share of them are function words that no other language
here has, and these are so many times as many as those of the next."""
_ELISION = re.compile(r"\b([^\W\d_]{1,4})['’](?=\w)")
"""What may be a small word that has lost its vowel before the next word, as in "d'enfants"."""


_LETTER = re.compile("[A-Z]")
"""A capital by itself may be the name of something, as in "band E", and tells no language; "È" does."""
_WORD_PART = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """A language that is not English, by its function words.

    Attributes:
        code: in ISO 639.
        name: in English.
        questions: its question words and phrases, without case and accents.
        also_english: those of them that may well be English words.
        glosses: these and its other function words, and its months, each with what it is in English.
    """

    code: str
    name: str
    questions: frozenset[str]
    also_english: frozenset[str]
    glosses: dict[str, str]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A function word, or a phrase of such words, and what it is in English.

    Attributes:
        start, end: where it stands in the question.
        english: the same in English.
    """

    start: int
    end: int
    english: str


def question_language(question: str) -> OtherLanguage | None:
    """The language of a question where that is surely not English, but one of those we have words of."""
    if _own_words().isdisjoint(bare(match.group()) for match in _WORD_PART.finditer(question)):
        return None
    best = max(_languages(), key=lambda language: _likeness(question, language), default=None)
    return best if best and _likeness(question, best) > (0, 0) else None


def text_language(text: str) -> str | None:
    """The language of a text, by its English name, where its function words tell it for sure.

    Args:
        text: running text; of names, numbers and lists nothing can be told.

    Returns:
        English, or the name of a language that we have words of; None for a short text, one in several languages, and
        one in any other.
    """
    words = bare_words(text)
    counts = Counter(language for word in words if (language := _telling_words().get(word)))
    first, second = ([*counts.most_common(2), ("", 0), ("", 0)])[:2]
    is_sure = first[1] >= _LEAST_SHARE * len(words) and first[1] >= _LEAST_AHEAD * second[1]
    return first[0] if is_sure and len(words) >= _LEAST_WORDS else None


def elisions_parted(question: str, language: OtherLanguage) -> str:
    """A question with a space for the apostrophe after a small word, as in "d enfants"; it stays as long as it was."""
    return _ELISION.sub(lambda match: f"{match[1]} " if bare(match[1]) in language.glosses else match[0], question)


def glosses(question: str, language: OtherLanguage) -> tuple[Gloss, ...]:
    """The function words of a question in another language, the longest phrases first, in order.

    Args:
        question: with its elisions parted.
        language: it is in.
    """
    spans = [match.span() for match in WORD.finditer(question)]
    return tuple(_glosses(question, spans, language))


def in_english_words(question: str, found: Sequence[Gloss]) -> str:
    """A question with its function words, which are in order, in English; its other words stay as they are."""
    for gloss in reversed(found):
        english = gloss.english if gloss.start else gloss.english[:1].upper() + gloss.english[1:]
        question = question[: gloss.start] + english + question[gloss.end :]
    return question


def unread_script(question: str) -> bool:
    """Whether most letters of a question are of a script other than the Latin one."""
    letters = [letter for letter in question if letter.isalpha()]
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return bool(letters) and latin * 2 < len(letters)


def _glosses(question: str, spans: Sequence[Span], language: OtherLanguage) -> Iterator[Gloss]:
    words = [bare(question[start:end]) for start, end in spans]
    position = 0
    while position < len(words):
        length = next(
            (
                length
                for length in range(min(_MOST_WORDS, len(words) - position), 0, -1)
                if " ".join(words[position : position + length]) in language.glosses
            ),
            0,
        )
        if length:
            english = language.glosses[" ".join(words[position : position + length])]
            yield Gloss(spans[position][0], spans[position + length - 1][1], english)
        position += max(length, 1)


def _likeness(question: str, language: OtherLanguage) -> tuple[int, int]:
    """How much a question is like one in a language, by its question words and its others; (0, 0) for not at all."""
    written = [match.group() for match in WORD.finditer(elisions_parted(question, language))]
    words = [bare(word) for word in written if not _LETTER.fullmatch(word)]
    ours = [word for word in words if word in language.glosses]
    opening = " ".join(words[: _FIRST_WORDS + 1])
    asking = [word for word in language.questions if f" {word} " in f" {opening} "]
    in_phrases = {word for phrase in asking for word in phrase.split()} - language.glosses.keys()
    known = _english() | language.also_english
    own = [word for word in words if (word in language.glosses or word in in_phrases) and word not in known]
    telling = [word for word in asking if not set(word.split()) <= _english()]
    english = sum(word in _english() and word not in language.glosses for word in words)
    least = 1 if telling else 2 if asking else _SURE
    if len(own) < least or len(own) <= english:
        return 0, 0
    return len(asking) + len(ours), len(own)


@cache
def _languages() -> tuple[OtherLanguage, ...]:
    return tuple(map(_language, languages("questions")))


def _language(code: str) -> OtherLanguage:
    table = load("questions", code)
    months = {name: MONTH_NAMES[month] for month, names in enumerate(table["months"]) for name in names}
    in_english = chain(months.items(), table["small_words"].items(), table["question_words"].items())
    return OtherLanguage(
        code,
        table["name"],
        frozenset(map(_plain, table["question_words"])),
        frozenset(map(_plain, table["also_english"])),
        {_plain(word): english for word, english in in_english},
    )


def _plain(phrase: str) -> str:
    """A word or phrase as those of a question are compared."""
    return " ".join(bare(match.group()) for match in WORD.finditer(phrase))


@cache
def _english() -> frozenset[str]:
    """The function words of English."""
    return frozenset(load("questions")["small_words"]).union(*load("stop_words").values())


@cache
def _telling_words() -> dict[str, str]:
    """The function words that only one language has, each with the name of this language."""
    spoken = {language.name: set(language.glosses) for language in _languages()}
    spoken[ENGLISH] = {
        *map(_plain, load("questions")["small_words"]),
        *chain.from_iterable(load("stop_words").values()),
    }
    shared = Counter(chain.from_iterable(spoken.values()))
    return {word: name for name, words in spoken.items() for word in words if shared[word] == 1}


@cache
def _own_words() -> frozenset[str]:
    """The function words of other languages that English has not, each by itself."""
    phrases = (phrase for language in _languages() for phrase in language.glosses)
    return frozenset(word for phrase in phrases for word in phrase.split()) - _english()
