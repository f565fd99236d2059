"""Topics: why the elm was felled is not why the oak was, of which the paper tells too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from corpus.language.distinctions.causes import tells_reason
from corpus.language.distinctions.deeds import is_verb_form
from corpus.language.folding import searchable
from corpus.language.kinds import TEXTS_KEPT
from corpus.language.lasting.holding import verb_forms
from corpus.language.sentences import sentences
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives, load
from corpus.language.words import stem_of, stems

_TABLE = load("topics")
_DETERMINERS, _VERBS = frozenset[str](_TABLE["determiners"]), frozenset[str](_TABLE["verbs"])
_ENDING: Final = _DETERMINERS.union(_TABLE["ending"])
_GENERAL: Final = frozenset(map(stem_of, _TABLE["general"])) | {""}
_OF: Final = frozenset[str](_TABLE["of"])
_PIECE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\S")
_FRONTED = re.compile(rf"\W*(?:{alternatives(_TABLE['fronted'])}\b[^,.;]{{0,60}},\s+)?", re.I)
_DEFINITE = re.compile(rf"\W*{alternatives(_TABLE['definite'])}\b", re.I)
_GOES_ON = re.compile(rf"\W*{alternatives(_TABLE['pronouns'])}\b", re.I)
_BEFORE_THING = re.compile(rf"\b{alternatives([*_DETERMINERS, *_VERBS, *_TABLE['asking']])}\s+", re.I)
_WHY, _REASON, _PRICE = (re.compile(rf"\b{alternatives(_TABLE[name])}\b", re.I) for name in ("why", "reasons", "price"))
_BESIDE = re.compile(
    rf"\b{alternatives(_TABLE['beside'])}\s+(?:{alternatives(_DETERMINERS)}\s+)?(?:[^\W\d_]+\s+){{1,3}}?"
    rf"(?={alternatives(_VERBS)}\b)",
    re.I,
)
"""Beside what something stands, of which nothing is told: "The garden behind the library is open"."""
_DONE_TO = re.compile(rf"\b{alternatives(['is', 'are', 'was', 'were', 'been', 'be'])}\s+(?:\w+ly\s+)?(\w+)", re.I)
_PLACE: Final = rf"(?P<place>(?:(?!{alternatives(_VERBS)}\b)\w+\s+){{1,6}}){alternatives(_VERBS)}\b"
_THE_ONE = re.compile(rf"\W*{alternatives(_TABLE['set_apart'])}\s+{_PLACE}", re.I)
_PLACED = re.compile(rf"\W*(?:{alternatives(_DETERMINERS)}\s+)?(?:\w+\s+){{1,2}}?{_PLACE}", re.I)
_MOST_WORDS: Final = 6
_BACK: Final = 4
"""So many sentences before may lead to what "it" is."""


class Topic(NamedTuple):
    """What a text begins with.

    Attributes:
        called: its words; none where it begins with no thing.
        is_determined: whether a word such as "the" stands before them.
    """

    called: str
    is_determined: bool

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of its words, in order."""
        return tuple(stems(self.called))


def tells_of_another_topic(question: str, said: str, before: str, above: str, others: Iterable[str]) -> bool:
    """Whether words tell of one thing what a question asks of another, which another sentence is about.

    What "it" is, or what is named once more, is told by the sentence before.

    Args:
        question: such as "Why was the oak felled?".
        said: a sentence or two, such as "The elm was felled because it was ill."
        before: what stands before in the paragraph.
        above: the title and the headings, of which all may be that name nothing else.
        others: the other sentences, such as "The oak was felled in May."
    """
    asked = list(_asked(question))
    if not asked:
        return False
    told = [(said[slice(*span)], before + said[: span[0]]) for span in sentences(said)]
    telling = [one for one in told if _WHY.search(question) and _REASON.search(one[0])] or told
    known = [topic for topic in map(_topic, (*others, *(sentence for sentence, _ in told))) if topic.stems]
    return all(
        any(_is_exchanged(question, one, sentence, led, above, known) for one in asked) for sentence, led in telling
    )


def with_its_topic(sentence: str, before: str) -> str:
    """A sentence with what "it" is by those before in its place: "The café closes at three" for "It closes"."""
    pronoun, led = _GOES_ON.match(sentence), list(_gone_on_from(sentence, before))
    called = _topic(led[-1]).called if pronoun and led else ""
    return f"The {called}{sentence[pronoun.end() :]}" if pronoun and called else sentence


def _is_exchanged(
    question: str, asked: tuple[str, ...], sentence: str, before: str, above: str, known: list[Topic]
) -> bool:
    """Whether a sentence tells what a question asks of a thing of another one, of a form with one that is about it."""
    said, own = [sentence, *_gone_on_from(sentence, before)], frozenset(stems(question))
    if any(_is_set_apart(own, *pair) for pair in pairwise(said)):
        return True
    topic = _topic(said[-1])
    if not topic.stems or topic.stems[0] in own or not _GENERAL.isdisjoint((topic.stems[0], topic.stems[-1])):
        return False
    present, over = frozenset(stems(_BESIDE.sub("", "\n".join(said)))), frozenset(stems(above))
    for other in known:
        thing = frozenset(_shared(asked, other.stems))
        if not thing or (other.is_determined and not topic.is_determined) or thing <= present:
            continue
        is_above = thing <= over and topic.stems[0] not in over
        if not is_above and (len(said) > 1 or _tells_alike(question, own - thing, sentence)):
            return True
    return False


def _shared(asked: tuple[str, ...], told: tuple[str, ...]) -> tuple[str, ...]:
    """What a question and a sentence call alike: "the pitch", for "the cricket pitch"; nothing where they do not."""
    count = min(len(asked), len(told))
    return asked[:count] if asked[:count] == told[:count] or asked == told[-len(asked) :] else ()


def _is_set_apart(asked: frozenset[str], sentence: str, last: str) -> bool:
    """Whether a sentence is of "the one at the ford", and asked for is by its place that which the last one is of."""
    one, other = _THE_ONE.match(sentence), _PLACED.match(last)
    if one is None or other is None:
        return False
    own, others = frozenset(stems(one["place"])), frozenset(stems(other["place"]))
    return not asked & others <= frozenset(stems(sentence)) and asked & own <= others


def _tells_alike(question: str, asked: frozenset[str], sentence: str) -> bool:
    """Whether a sentence tells of its thing what a question asks of another: the deed, the price, why it was done."""
    if not verb_forms(asked).isdisjoint(stems(sentence)):
        return True
    if _PRICE.search(question) and not frozenset(CURRENCY_SIGNS).isdisjoint(sentence):
        return True
    done = (match[1].casefold() for match in _DONE_TO.finditer(sentence))
    return _WHY.search(question) is not None and tells_reason(sentence) and any(map(is_verb_form, done))


def _gone_on_from(sentence: str, before: str) -> Iterator[str]:
    """The sentences before one that it goes on from, the nearest first."""
    for start, end in reversed(sentences(before)[-_BACK:]):
        last = before[start:end]
        named = _topic(sentence).stems
        repeats = named and _DEFINITE.match(sentence) and named[-1] in stems(last)
        if not repeats and not _GOES_ON.match(sentence):
            return
        yield last
        sentence = last


@lru_cache(maxsize=TEXTS_KEPT)
def _topic(sentence: str) -> Topic:
    """What a sentence is about, by its first words."""
    text = searchable(sentence)
    fronted = _FRONTED.match(text)
    return _begun(text[fronted.end() if fronted else 0 :])


def _begun(text: str) -> Topic:
    """The words for a thing that a text begins with; without an article a verb or "of" has to follow them."""
    called, is_determined = list[str](), False
    for place, match in enumerate(_PIECE.finditer(text)):
        word = match[0].casefold()
        is_verb = word in _VERBS or (bool(called) and is_verb_form(word))
        if place == 0 and word in _DETERMINERS:
            is_determined = True
        elif is_verb or word in _ENDING or not word[0].isalpha():
            is_named = is_determined or is_verb or word in _OF
            return Topic(" ".join(called) if is_named else "", is_determined)
        else:
            called.append(word)
        if len(called) > _MOST_WORDS:
            break
    return Topic("", is_determined)


def _asked(question: str) -> Iterator[tuple[str, ...]]:
    """The stems of what a question asks about, each with words after it that may be of its name."""
    text = f"{searchable(question).rstrip(' ?')} ."
    for match in _BEFORE_THING.finditer(text):
        called = _begun(f"the {text[match.end() :]}").stems
        if called and called[0] not in _GENERAL:
            yield called
