"""Halves: a question that asks two things, or one thing of two subjects or times, as two questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final

from corpus.language.across import asks_difference
from corpus.language.kinds import Span
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from qa.query import Interpretation
from qa.query.coverage import Period
from qa.query.entities import Name
from qa.query.intent import answer_type

_TABLE = load("halves")
_ASKING = rf"(?:{alternatives(_TABLE['asking'])})"
_AUXILIARIES = alternatives(_TABLE["auxiliaries"])
_LENT_VERB = alternatives(_TABLE["lent_verbs"])
_PREPOSITION = alternatives(_TABLE["before_asking"])
_BETWEEN = rf"(?:,?\s*(?:{alternatives(_TABLE['between'])})\b,?)?"
_AND = r"(?:\s*[,;–—-]\s*(?:and|but|or|plus)|\s+(?:and|but|or|plus))"
_SECOND = re.compile(
    rf"(?<=\w){_AND}{_BETWEEN}\s+(?P<half>(?:{_PREPOSITION}\s+)?{_ASKING}\b(?!\s+to\b).*)"
    rf"|(?<=\w)\s*,\s*and\s+(?P<other>{_AUXILIARIES}\s+{alternatives(_TABLE['subjects'])}\b.*)",
    re.I | re.S,
)
_YES_NO_TWICE = re.compile(
    rf"\W*(?P<first>{_AUXILIARIES}\s+\w.*?\w)\s*,?\s+and\s+(?P<second>{_AUXILIARIES}\s+\w\S*\s+\w.*)",
    re.I | re.S,
)
"""Two questions of yes or no: "Is breakfast paid and is parking free?"."""
_YES_NO_SECOND = re.compile(
    rf"(?<=\w)\s*,?\s+and\s+(?P<half>{_AUXILIARIES}\s+(?!\w+ed\b|{alternatives(_TABLE['no_subjects'])}\b)[\w’'-]+\s+\w.*)",
    re.I | re.S,
)
_INVERTED = re.compile(
    rf"\W*(?:{_PREPOSITION}\s+)?(?!who\b|how\s+many\s+(?:are|were|have|had)\b){_ASKING}(?:(?:\s+[\w’'-]+){{1,3}}?\s+(?:do|does|did)|\s+(?:{_AUXILIARIES}|{_LENT_VERB}))\s+(?P<rest>.*)",
    re.I | re.S,
)
"""What asks of a subject that stands after the verb, so that another verb after "and" asks anew."""
_RELATIVE = re.compile(rf"\b(?:that|{_ASKING})\b", re.I)
_TWO_SENTENCES = re.compile(r"^(?P<first>[^?]*\w[^?]*\?)\s+(?P<second>[^?]*\w[^?]*\?)\W*$", re.S)
_OPENS = re.compile(rf"(?:^|[,:.])\W*{_AUXILIARIES}\b", re.I)
_VERB = re.compile(rf"\b{_AUXILIARIES}\b", re.I)
_ASKS = re.compile(rf"\b{_ASKING}\b", re.I)
_ENDS_ASKING = re.compile(rf"\b{_ASKING}$", re.I)
_ASKING_WORD = re.compile(rf"^(?:{_PREPOSITION}\s+)?{_ASKING}\b", re.I)
_OPENING_WORDS = re.compile(
    rf"(?P<before>^|[:.;]\s+|,\s+)(?:(?:{_PREPOSITION}\s+)?{_ASKING}\b(?:['’]s\b)?(?:\s+(?:{_AUXILIARIES}|{_LENT_VERB})\b)?|{_AUXILIARIES}\b)\s*",
    re.I,
)
"""The words by which a half asks, after what it is said to be about."""
_PRONOUN = re.compile(rf"\b{alternatives(_TABLE['pronouns'])}\b", re.I)
_OTHER_TIME = re.compile(rf"\b{alternatives(_TABLE['other_times'])}\b", re.I)
_PHRASE_WORDS = rf"(?:{_PREPOSITION}|{alternatives(_TABLE['before_phrases'])})"
_PHRASE = re.compile(rf"^(?P<kept>.*\w)\s+(?P<phrase>{_PHRASE_WORDS}(?:\s+[\w’'-]+){{1,6}})$", re.I | re.S)
_LED: Final = r"(?P<kept>.*\w)\s+(?P<phrase>{}\s.+)$"
"""A phrase that begins with a word, to the end: "for a room in town" before "and how much for lunch"."""
_IS_PHRASE = re.compile(rf"{_PHRASE_WORDS}(?:\s+[\w’'-]+){{1,6}}$", re.I)
_HAS_PHRASE = re.compile(rf"\w\s+{_PREPOSITION}\s+\w|\w['’]s\b", re.I)
_ARTICLE = alternatives(_TABLE["articles"])
_OF_SUBJECT = re.compile(rf"\W*(?P<asking>{_ASKING})\b.*?\b(?P<verb>{_LENT_VERB})\s+(?P<rest>.*)", re.I | re.S)
_ONLY_SUBJECT = re.compile(
    rf"(?P<asking>{_ASKING})\s+(?P<verb>{_LENT_VERB})\s+(?P<subject>(?P<article>{_ARTICLE}\s+)?[\w’'-]+)", re.I
)
"""A half that asks of another subject what the other one does: "how many may trainees"."""
_OF_KIND = re.compile(
    rf"(?P<opening>{_ASKING}(?:\s+{_AUXILIARIES})?)\s+(?P<thing>{_ARTICLE}(?:\s+[\w’'-]+){{1,3}})", re.I
)
_ONE: Final = ("one", "ones")
_KIND_WORDS: Final = 3
"""An article, what tells the kind, and "one"."""
_DAYS_OF_YEAR: Final = 364
_DEFINITE = frozenset[str](_TABLE["definite"])
_ELLIPTICAL = frozenset[str](_TABLE["elliptical"])
_BEFORE_SECOND = rf"(?:\s+(?:{alternatives(_TABLE['before_second'])}))*"
_JOIN = re.compile(rf"\s*,?\s*(?:{alternatives(_TABLE['joins'])})\b{_BEFORE_SECOND}\s+(?:[\"“‘'])?", re.I)
_COMPARING_JOIN = re.compile(rf"\s*,?\s*\b(?:{alternatives(_TABLE['comparing_joins'])})\b\.?{_BEFORE_SECOND}\s+$", re.I)
_COMPARES = re.compile(rf"\b{alternatives(_TABLE['comparisons'])}\b", re.I)
_OPENING = re.compile(rf"^\W*{alternatives(_TABLE['openings'])}\s+", re.I)
_LEFT_OUT = re.compile(rf"\b{alternatives(_TABLE['left_out'])}\b\s*", re.I)
_BETWEEN_TWO = re.compile(r"\b(?:between|from)\s+(?:(?:the|its|their)\s+)?$", re.I)
_WHICH_IS = re.compile(
    r"^\W*(?:which|who|what)\s+(?:(?:one|of them|of the two|council|area|place)\s+)?"
    r"(?:is|are|was|were|has|have|had)\s+(?:(?:the\s+)?\w+er|(?:more|less)\s+\w+|worse|the worst|the best)\b\s*",
    re.I,
)
_HOW_DIFFER = re.compile(r"\bhow\s+(?:do|does|did)\s+(?P<two>.+?)\s+(?:differ|compare)\b(?:\s+(?:in|on|for))?", re.I)
_HOW_COMPARE = re.compile(
    r"\bhow\s+(?:do|does|did)\s+(?P<one>[^?]+?)\s+compare\s+(?:with|to|against)\s+(?P<other>[^?]+)", re.I
)
_DIFFERENCE_IN = re.compile(
    r"(?:[^?]*?\W)?differences?\s+in\s+(?P<what>[\w’'-]+)\s+between\s+(?P<one>[^?]+?)\s+and\s+(?P<other>[^?]+)\??\s*",
    re.I,
)
_VERSUS = re.compile(
    rf"\W*(?P<one>\w[^?.,;]*?)\s+(?:{alternatives(_TABLE['versus'])})\b\.?\s+(?P<other>\w[^?.,;]*)\??\s*", re.I
)
_COMPARED = re.compile(r"(?P<one>[^?]*?\w)\s+(?P<join>and|with|to|versus|vs|or)\s+(?P<other>\w[^?]*)\??\s*$", re.I)
_TELLING: Final = 4
"""A half with so many stems beside names and times, and no pronoun, needs only those of the other."""
_TELLING_BESIDE_A_RATING: Final = 2
"""Of a first half that asks for a rating the other needs no more than whose it is: the rating is not its subject."""
_LEAD = re.compile(r"^(?:[a-z]+\s+)+")
"""What leads to a time within its words: "by the 2022"."""
_OF_SECOND: Final = 1
"""Of the second of two times that are compared no more words may be told: "compared with the 2019 one"."""
_KEYWORDS: Final = 25
"""In a question of no more words the first half may be keywords before a comma: "holiday I can carry over, and how"."""


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two things that a question asks.

    Attributes:
        label: its words, for the person who asked.
        question: what is searched for it.
        told: the words of a subject or a time that are of this half alone; "" where it is another question.
    """

    label: str
    question: str
    told: str = ""


def halves(question: str, read: Interpretation) -> tuple[Half, ...]:
    """The two things that a question asks; () where it asks one.

    Args:
        question: as it was typed, without what is only told beside it.
        read: how it was understood; offsets are those of the question.
    """
    if asks_difference(question):
        return ()
    return _questions(question, read) or _subjects(question, read) or _times(question, read) or _compared(question)


def _questions(question: str, read: Interpretation) -> tuple[Half, ...]:
    """Two questions, one after the other or joined by "and": "When was it inspected and how was it rated?"."""
    if two := _TWO_SENTENCES.match(question):
        spans = two.span("first"), two.span("second")
        return _full(question, read, *spans) if all(asks(question[slice(*span)]) for span in spans) else ()
    if (twice := _YES_NO_TWICE.fullmatch(question)) and "?" not in twice["first"]:
        return _full(question, read, twice.span("first"), twice.span("second"))
    for match in _SECOND.finditer(question):
        first, second = (0, match.start()), match.span("half" if match["half"] else "other")
        asked, is_after_comma = question[slice(*first)], match.group().startswith((", and", "; and"))
        is_asked = asks(asked) or (is_after_comma and "." not in asked and len(question.split()) <= _KEYWORDS)
        says_much = len(stems(asked)) > 1 or (stems(asked) and _VERB.search(asked))
        if is_asked and says_much and not _ENDS_ASKING.search(asked):
            return _full(question, read, first, second)
    return _with_yes_no(question, read)


def _with_yes_no(question: str, read: Interpretation) -> tuple[Half, ...]:
    """A question with one of yes or no after it: "When may I use a hose, and are sprinklers allowed?"."""
    match = _YES_NO_SECOND.search(question)
    inverted = _INVERTED.fullmatch(question, 0, match.start()) if match else None
    if not match or not inverted or _RELATIVE.search(inverted["rest"]):
        return ()
    return _full(question, read, (0, match.start()), match.span("half"))


def asks(text: str) -> bool:
    """Whether some words are a question, and no keywords."""
    return bool(_ASKS.search(text) or _OPENS.search(text))


def _full(question: str, read: Interpretation, first: Span, second: Span) -> tuple[Half, ...]:
    """Two halves of a question, each with what it needs of the other to be asked by itself."""
    one, other = (question[slice(*span)].strip(" ,;.?!–—-\n") for span in (first, second))
    words: tuple[Name | Period, ...] = (*read.names, *read.periods)
    own, others = (
        [_told(question[word.start : word.end], word) for word in words if _within(word, span)]
        for span in (first, second)
    )
    pair = _Pair(one, other, own, others)
    filled = pair.with_own_words() or pair.with_own_phrase() or pair.with_own_subject() or pair.with_own_kind()
    is_lent = not own and not filled and not pair.is_parallel
    lent = " ".join(word.text for word in others if word.is_name) if is_lent else ""
    whole = Half(f"{_capital(one)}?", f"{lent}: {one}?" if lent else f"{one}?", filled.told[0] if filled else "")
    lead = pair.lead()
    asked, told = (filled.asked, filled.told[1]) if filled else (f"{lead}: {other}" if lead else _capital(other), "")
    return whole, Half(f"{_capital(other)}?", f"{asked}?", told)


@dataclass(frozen=True, slots=True)
class _Told:
    """A name or a time in a half.

    Attributes:
        text: as it was typed.
        is_name: whether it is a name.
        said: as it is said apart from the other half: "2024" for "the year before".
    """

    text: str
    is_name: bool
    said: str


@dataclass(frozen=True, slots=True)
class _Filled:
    """A half that is said in full, and what the two halves do not share."""

    asked: str
    told: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two halves as they were typed, with the names and times in each."""

    one: str
    other: str
    own: Sequence[_Told]
    others: Sequence[_Told]

    def with_own_words(self) -> _Filled | None:
        """The second half in the words of the first where it only has another name or time: "and how many in 2021"."""
        left = [word for word in re.findall(r"\w+", self._rest.casefold()) if word not in _ELLIPTICAL]
        asked, told = self.one, []
        for word in self.own:
            same = [two.said for two in self.others if two.is_name == word.is_name]
            if len(same) == 1 and not left:
                asked = asked.replace(word.text, same[0], 1)
                told.append((word.text, same[0]))
        return _Filled(asked, told[0]) if asked != self.one else None

    def with_own_phrase(self) -> _Filled | None:
        """The same where it has another time or place at its end, or another thing: "and how many after the flood"."""
        asking, begins = _ASKS.search(self.one), _ASKING_WORD.match(self.other)
        if not asking or not begins or asking[0].casefold() != begins[0].casefold():
            return None
        rest = self.other[begins.end() :].strip()
        led = rest.partition(" ")[0]
        phrase = re.match(_LED.format(re.escape(led)), self.one, re.I | re.S) or _PHRASE.match(self.one)
        if phrase is None or not _IS_PHRASE.match(rest) or _PRONOUN.search(rest):
            return None
        return _Filled(f"{phrase['kept']} {rest}", (phrase["phrase"], rest))

    def with_own_subject(self) -> _Filled | None:
        """The same where it only has another subject: "how many days may staff stay and how many may trainees"."""
        one, other = _OF_SUBJECT.match(self.one), _ONLY_SUBJECT.fullmatch(self.other)
        if not one or not other or any(one[part].casefold() != other[part].casefold() for part in ("asking", "verb")):
            return None
        subject = re.match(rf"(?:{_ARTICLE}\s+)?[\w’'-]+" if other["article"] else r"[\w’'-]+", one["rest"], re.I)
        if not subject or not one["rest"][subject.end() :].strip():
            return None
        asked = f"{self.one[: one.start('rest')]}{other['subject']}{one['rest'][subject.end() :]}"
        return _Filled(asked, (subject[0], other["subject"]))

    def with_own_kind(self) -> _Filled | None:
        """The same where it asks of another kind of one thing: "how much is a full plot and how much is a half one"."""
        one, other = _OF_KIND.fullmatch(self.one), _OF_KIND.fullmatch(self.other)
        if not one or not other or one["opening"].casefold() != other["opening"].casefold():
            return None
        thing, kind = one["thing"].split(), other["thing"].split()
        if kind[-1].casefold() not in _ONE or len(kind) < _KIND_WORDS:
            return None
        told = " ".join([*kind[:-1], thing[-1]])
        return _Filled(f"{other['opening']} {told}", (one["thing"], told))

    def lead(self) -> str:
        """What the second half takes over from the first to be asked by itself."""
        one = self.one
        if self.is_parallel:
            return " ".join(word.text for word in self.own if not word.is_name and not self._has_other(word))
        if _OTHER_TIME.search(self.other) or any(not word.is_name for word in self.others):
            for time in (word.text for word in self.own if not word.is_name):
                one = re.sub(rf"(?:\s*\b{_PREPOSITION})?\s*{re.escape(time)}", "", one)
        topic = _OPENING_WORDS.sub(lambda match: match["before"], one).strip()
        if _PRONOUN.search(self.other):
            return topic
        lent = [word.text for word in self.own if not self._has_other(word)]
        telling = _TELLING_BESIDE_A_RATING if answer_type(self.one) == "rating" else _TELLING
        if len(stems(self._rest)) >= telling and lent:
            return " ".join(lent)
        about = one[: opening.start()] if (opening := _OPENING_WORDS.search(one, 1)) else ""
        return about if len(stems(about)) > 1 else topic

    def _has_other(self, word: _Told) -> bool:
        """Whether the second half has a name, or a time, of its own."""
        return any(word.is_name == other.is_name for other in self.others)

    @property
    def is_parallel(self) -> bool:
        """Whether both ask the same of two things that they name: "who chairs the board and who chairs the ARC"."""
        one, other = (half.casefold().split() for half in (self.one, self.other))
        same = [word for word, _ in takewhile(lambda two: two[0] == two[1], zip(one, other, strict=False))]
        rests = [" ".join(half[len(same) :]) for half in (one, other)]
        is_told = all(stems(rest) and not _PRONOUN.search(rest) for rest in rests)
        opens_alike = len(same) > 1 or _OPENS.match(self.one)
        asks_itself = opens_alike and _names_itself(rests[0], other[max(len(same) - 1, 0) :])
        return is_told and bool(stems(" ".join(same)) or asks_itself)

    @property
    def _rest(self) -> str:
        """The second half without what it asks by, and without names and times."""
        rest = _ASKING_WORD.sub("", self.other)
        for word in self.others:
            rest = rest.replace(word.text, " ")
        return rest


def _names_itself(one: str, other: Sequence[str]) -> bool:
    """Whether a thing is told without what another half says, as "a room" is; "the price" after "a room's deposit" not.

    Args:
        one: what is told of in the other half.
        other: the thing in words, after the word before it.
    """
    is_definite = not _DEFINITE.isdisjoint(other[:2])
    return not is_definite or (len(stems(" ".join(other))) > 1 and not _HAS_PHRASE.search(one))


def _told(typed: str, word: Name | Period) -> _Told:
    """A name or a time as it was typed, and of a whole year that was told without it, the year."""
    if isinstance(word, Name):
        return _Told(typed, True, typed)
    first, last = word.first, word.last
    is_year = first and last and first.year == last.year and (last - first).days >= _DAYS_OF_YEAR
    return _Told(typed, False, str(first.year) if first and is_year and str(first.year) not in typed else typed)


def _within(word: Name | Period, span: Span) -> bool:
    return span[0] <= word.start and word.end <= span[1]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _subjects(question: str, read: Interpretation) -> tuple[Half, ...]:
    """One question of two subjects by name: "How many nurses are there in Bury and in Bolton?"."""
    compares = _COMPARES.search(question) or _WHICH_IS.search(question)
    for one, other in pairwise(sorted(read.names, key=lambda name: name.start)):
        between = question[one.end : other.start]
        if not one.known or not other.known or one.text == other.text:
            continue
        if beside := _COMPARING_JOIN.search(between):
            after = f"{between[: beside.start()]}{question[other.end :]}"
            return tuple(_asked(f"{question[: one.start]}{name.text}{after}", name.text) for name in (one, other))
        if _JOIN.fullmatch(between) and (compares or (one.documents and other.documents)):
            return tuple(_of_one(question, (one.start, other.end), name.text) for name in (one, other))
    return ()


def _times(question: str, read: Interpretation) -> tuple[Half, ...]:
    """One question of two times: "How many staff were there in 2019 and in 2021?"."""
    for one, other in pairwise(read.periods):
        between = _without_common(question[one.end : other.start], question[other.end :])
        is_range = _BETWEEN_TWO.search(question, 0, one.start)
        if is_range and not _COMPARES.search(question):
            continue
        if one.text != other.text and (_JOIN.fullmatch(between) or _COMPARING_JOIN.match(between) or is_range):
            start = is_range.start() if is_range else one.start
            texts = (f"in {word.text}" if is_range else word.text for word in (one, other))
            return tuple(_of_one(question, (start, other.end), text) for text in texts)
        between = question[one.end : other.start]
        is_brief = len(question[other.end :].split()) <= _OF_SECOND
        if one.text != other.text and is_brief and (join := _COMPARING_JOIN.search(between)):
            told = between[: join.start()]
            times = (one.text, "".join(_LEAD.findall(one.text)) + _LEAD.sub("", other.text))
            return tuple(_asked(f"{question[: one.start]}{time}{told}", time) for time in times)
    return ()


def _without_common(between: str, after: str) -> str:
    """What stands between two times without the word that follows both: "the 2019 election and the 2020 election"."""
    word = re.match(r"\s+(\w+)", between)
    return between[word.end() :] if word and re.match(rf"\s+{re.escape(word[1])}\b", after, re.I) else between


def _of_one(question: str, both: Span, word: str) -> Half:
    """A question of two with one of them in their place."""
    return _asked(f"{question[: both[0]]}{word}{question[both[1] :]}", word.removeprefix("in "))


def _asked(question: str, told: str) -> Half:
    """A question of one subject or time without the words that compare it with another."""
    asked = _HOW_DIFFER.sub(lambda match: match["two"], question)
    asked = _LEFT_OUT.sub("", _WHICH_IS.sub("", _OPENING.sub("", asked))).strip(" ?.,") + "?"
    return Half(_capital(asked), asked, told)


def _compared(question: str) -> tuple[Half, ...]:
    """Two things that are no names, and are said to be compared: "the difference between a warning and a notice"."""
    if match := _HOW_COMPARE.search(question):
        pair = match["one"], match["other"]
        before = question[: match.start()]
    elif match := _DIFFERENCE_IN.fullmatch(question):
        pair, before = (match["one"], match["other"]), f"{match['what']} of "
    elif opening := _OPENING.match(question):
        match = _COMPARED.fullmatch(question, opening.end())
        if match is None or len(list(_joins(question[opening.end() :]))) != 1:
            return ()
        pair, before = (match["one"], match["other"]), ""
    elif (match := _VERSUS.fullmatch(question)) and not asks(question):
        pair, before = (match["one"], match["other"]), ""
    else:
        return ()
    things = [told.strip(" ?.") for told in pair]
    return tuple(Half(_capital(f"{before}{thing}?"), f"{before}{_as_asked(thing)}?", thing) for thing in things)


def _as_asked(thing: str) -> str:
    """A thing as a question: one word alone asks nothing."""
    return thing if len(thing.split()) > 1 else f"what is {thing}"


def _joins(text: str) -> Iterator[re.Match[str]]:
    return re.finditer(r"\b(?:and|with|to|versus|vs|or)\b", text, re.I)
