"""Ellipses: a half of a question that leaves out what the other half says, said in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from qa.query.asking import SHORT_STORY_WORDS
from qa.query.intent import answer_type

_TABLE = load("halves")
ASKING: Final = rf"(?:{alternatives(_TABLE['asking'])})"
AUXILIARIES: Final = alternatives(_TABLE["auxiliaries"])
LENT_VERB: Final = alternatives(_TABLE["lent_verbs"])
_ARTICLE = alternatives(_TABLE["articles"])
_PLURAL = rf"(?:[\w’'-]{{2,}}(?<!s)s|{alternatives(_TABLE['plurals'])})\b"
PREPOSITION: Final = alternatives(_TABLE["before_asking"])
_ASKS_ALONE = re.compile(rf"{alternatives(_TABLE['asked_alone'])}$", re.I)
_ASKS_OF = re.compile(rf"(?:{PREPOSITION}\s+)?{ASKING}(?=\s+(?:{AUXILIARIES}|{LENT_VERB})\b)", re.I)
_ABOUT = re.compile(
    rf"\W*(?:{alternatives(_TABLE['elliptical_openings'])})\s+(?P<about>[\w’'-]+(?:\s+[\w’'-]+){{0,4}})\W*", re.I
)
"""A half that only names another thing, time or case: "And lunch?", "what about for children?"."""
_OPENS_ASKING = re.compile(
    rf"\W*(?P<asking>(?:{PREPOSITION}\s+)?{ASKING})(?:\s+(?:(?P<lent>{LENT_VERB})|{AUXILIARIES})\b)?", re.I
)
_COUNTED_TIME = rf"{alternatives([*_TABLE['counted_times'], *load('durations')['units']])}\b"
_YES_NO = re.compile(rf"\W*(?P<verb>{AUXILIARIES}|{LENT_VERB})\s+(?P<there>there\s+)?(?P<rest>\w.*)", re.I | re.S)
"""A half that asks for yes or no: "Can I claim for that", "Is there a fee"."""
_ONLY_ASKS = re.compile(
    rf"(?P<asking>(?:{PREPOSITION}\s+)?{ASKING}|(?:{PREPOSITION}\s+{ASKING}|{ASKING}(?=\s+{_COUNTED_TIME}))\s+[\w’'-]+)"
    rf"(?P<after>\s+{PREPOSITION})?",
    re.I,
)
"""A half that asks for no more than a time, a place, an amount: "how much", "for how many nights", "on which days"."""
_HOW_MANY = re.compile(
    rf"\W*(?P<opening>how\s+many)\s+(?P<thing>(?:(?!{AUXILIARIES}\b|{LENT_VERB}\b)[\w’'-]+\s+){{0,2}}?{_PLURAL})(?P<after>\s+\w.*)",
    re.I | re.S,
)
"""What is counted: "articles" of "How many articles came in"."""
_DOES_COUNTED = re.compile(
    rf"(?P<did>[\w’'-]+\s+[\w’'-]+)\s+(?P<thing>(?:[\w’'-]+\s+)?{_PLURAL})(?P<rest>\s+{PREPOSITION}\s.*)?", re.I | re.S
)
"""What somebody does with what may be counted: "hens" of "Can I keep hens"."""
_HOW_MANY_MORE = re.compile(rf"how\s+many\s+(?P<rest>(?!{_PLURAL})(?!of\b)[\w’'-]+(?:\s+(?!{_PLURAL})[\w’'-]+)*)", re.I)
"""A half that asks how many of these something is true of: "how many got in"."""
_HOW_MANY_OTHERS = re.compile(rf"how\s+many\s+(?P<thing>(?:[\w’'-]+\s+){{0,2}}?{_PLURAL})", re.I)
"""A half that only names what else is counted: "how many adults"."""
_UP_TO_VERB = re.compile(rf"(?P<noun>(?:\s+[\w’'-]+){{1,2}}?)\s+(?:{AUXILIARIES}|{LENT_VERB})\b", re.I)
_LAST_VERB = re.compile(r"\s[\w’'-]+(?=\W*$)")
"""After a subject and a verb that is lent to it: "open" of "When does the café open?"."""
_SUBJECT = re.compile(rf"(?:{_ARTICLE}\s+)?[\w’'-]+", re.I)
WHO_DID: Final = re.compile(r"\W*who\s+[\w’'-]+", re.I)
"""It is said in full: "Who left"."""
_ASKS = re.compile(rf"\b{ASKING}\b", re.I)
_STORY = re.compile(
    rf"(?P<told>.*\w[.!])\s+(?P<asked>(?:(?:{PREPOSITION}\s+)?{ASKING}|{AUXILIARIES}|{LENT_VERB})\b[^.!]*)", re.I | re.S
)
"""A half that asks after what is told: "My boy is ill. Who do I call"."""
_DID_TO = re.compile(rf"{WHO_DID.pattern}\s+(?P<thing>{alternatives(_TABLE['articles'])}\s.+)", re.I | re.S)
_WHO_DID_TO = re.compile(
    rf"\W*who\s+(?!(?:{AUXILIARIES}|{LENT_VERB})\b)[\w’'-]+\s+(?P<thing>(?!{PREPOSITION}\b)[\w’'-].*)", re.I | re.S
)
_IT = re.compile(
    rf"(?P<opening>(?:{PREPOSITION}\s+)?{ASKING}\s+(?:{AUXILIARIES}|{LENT_VERB}))\s+it\b(?P<rest>(?:\s+[\w’'-]+){{0,2}})",
    re.I,
)
"""A half that asks of whatever somebody did something to: "Who led the inspection and when was it?"."""
_OPENS = re.compile(rf"(?:^|[,:.])\W*{AUXILIARIES}\b", re.I)
_ASKING_WORD = re.compile(rf"^(?:{PREPOSITION}\s+)?{ASKING}\b", re.I)
_ASKED_BY = re.compile(rf"{_ASKING_WORD.pattern}(?:['’]s\b)?", re.I)
"""As "what", and "what's"."""
_OPENING_WORDS = re.compile(
    rf"(?P<before>^|[:.;]\s+|,\s+)(?:(?:{PREPOSITION}\s+)?{ASKING}\b(?:['’]s\b)?(?:\s+(?:{AUXILIARIES}|{LENT_VERB})\b)?|{AUXILIARIES}\b)\s*",
    re.I,
)
"""The words by which a half asks, after what it is said to be about."""
_PRONOUN = re.compile(rf"\b{alternatives(_TABLE['pronouns'])}\b", re.I)
_TELLER = re.compile(rf"{alternatives([*_TABLE['pronouns'], *_TABLE['askers']])}\b", re.I)
"""Who asks, or what was told, is not what another half names in its place."""
_ARTICLE_WORD = re.compile(rf"{_ARTICLE}\s", re.I)
_DEFINITE_WORD = re.compile(r"(?!an?\b)", re.I)
_OTHER_TIME = re.compile(rf"\b{alternatives(_TABLE['other_times'])}\b", re.I)
_PHRASE_WORDS = rf"(?:{PREPOSITION}|{alternatives(_TABLE['before_phrases'])})"
_PHRASE = re.compile(rf"^(?P<kept>.*\w)\s+(?P<phrase>{_PHRASE_WORDS}(?:\s+[\w’'-]+){{1,6}})$", re.I | re.S)
_LED: Final = r"(?P<kept>.*\w)\s+(?P<phrase>{}\s.+)$"
"""A phrase that begins with a word, to the end: "for a room in town" before "and how much for lunch"."""
_IS_PHRASE = re.compile(rf"{_PHRASE_WORDS}(?:\s+[\w’'-]+){{1,6}}$", re.I)
_HAS_PHRASE = re.compile(rf"\w\s+{PREPOSITION}\s+\w|\w['’]s\b", re.I)
_OF_SUBJECT = re.compile(rf"\W*(?P<asking>{ASKING})\b.*?\b(?P<verb>{LENT_VERB})\s+(?P<rest>.*)", re.I | re.S)
_ONLY_SUBJECT = re.compile(
    rf"(?P<asking>{ASKING})\s+(?P<verb>{LENT_VERB})\s+(?P<subject>(?P<article>{_ARTICLE}\s+)?[\w’'-]+)", re.I
)
"""A half that asks of another subject what the other one does: "how many may trainees"."""
_OF_KIND = re.compile(
    rf"(?P<opening>{ASKING}(?:\s+{AUXILIARIES})?)\s+(?P<thing>{_ARTICLE}(?:\s+[\w’'-]+){{1,3}})", re.I
)
_ONE: Final = ("one", "ones")
_KIND_WORDS: Final = 3
"""An article, what tells the kind, and "one"."""
_DEFINITE = frozenset[str](_TABLE["definite"])
_ELLIPTICAL = frozenset[str](_TABLE["elliptical"])
_TELLING: Final = 4
"""A half with so many stems beside names and times, and no pronoun, needs only those of the other."""
_TELLING_ALONE: Final = 2
"""And one with so many may be asked without anything of the other, in the document that answers that."""
_TELLING_BESIDE_A_RATING: Final = 2
"""Of a first half that asks for a rating the other needs no more than whose it is: the rating is not its subject."""


@dataclass(frozen=True, slots=True)
class Told:
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
class Filled:
    """A half that is said in full, and what the two halves do not share."""

    asked: str
    told: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two halves of a question.

    Attributes:
        one, other: as they were typed.
        own, others: the names and times in each.
        is_about: whether the second only named a thing, and begins as the first does now.
    """

    one: str
    other: str
    own: Sequence[Told]
    others: Sequence[Told]
    is_about: bool

    def filled_after_story(self) -> Filled | None:
        """The same where the first half asks after a story, which goes with both."""
        story = _STORY.fullmatch(self.one)
        if story is None:
            return self.filled()
        after = replace(self, one=story["asked"])
        if filled := after.filled():
            return replace(filled, asked=f"{story['told']} {filled.asked}")
        is_open = _ASKING_WORD.match(story["asked"])
        are_of_it = is_open and _PRONOUN.search(self.other) and _PRONOUN.search(story["asked"])
        return Filled(f"{story['told']} {self.other[:1].upper()}{self.other[1:]}", ("", "")) if are_of_it else None

    def filled(self) -> Filled | None:
        """The second half where the first says what it leaves out; None where it leaves out nothing of the kind."""
        return (
            self._with_own_asking()
            or self._with_yes_no()
            or self._with_thing_for_it()
            or self._with_own_words()
            or self._with_own_phrase()
            or self._with_own_subject()
            or self._with_own_kind()
            or self._with_counted()
        )

    def _with_own_asking(self) -> Filled | None:
        """The second half in the words of the first where it only asks for something else: "and where"."""
        asks_of = _ASKS_OF.match(self.one)
        if asks_of is None or not _ASKS_ALONE.match(self.other) or asks_of[0].casefold() == self.other.casefold():
            return None
        return Filled(f"{self.other.capitalize()}{self.one[asks_of.end() :]}", ("", ""))

    @property
    def is_of_yes_no(self) -> bool:
        """Whether the second half only asks how much, or when, of what the first asks yes or no of."""
        story = _STORY.fullmatch(self.one)
        return replace(self, one=story["asked"] if story else self.one)._with_yes_no() is not None

    def _with_yes_no(self) -> Filled | None:
        """The second half in the words of a first one that asks for yes or no: "can I claim for that and how much"."""
        one, other = _YES_NO.fullmatch(self.one), _ONLY_ASKS.fullmatch(self.other)
        if not one or not other:
            return None
        asking, after = other["asking"].capitalize(), other["after"] or ""
        if counted := _DOES_COUNTED.fullmatch(one["rest"]) if asking.casefold() == "how many" else None:
            did = f"{counted['did']}{counted['rest'] or ''}"
            return Filled(f"{asking} {counted['thing']} {one['verb'].lower()} {did}{after}", ("", ""))
        there = (one["there"] or "") if other["asking"].count(" ") > 1 else ""
        return Filled(f"{asking} {one['verb'].lower()} {there}{one['rest']}{after}", ("", ""))

    def _with_thing_for_it(self) -> Filled | None:
        """The second half with what the first is about for "it": "who led the inspection and when was it"."""
        one, other = _WHO_DID_TO.fullmatch(self.one), _IT.fullmatch(self.other)
        if not one or not other or _PRONOUN.search(one["thing"]):
            return None
        return Filled(f"{other['opening'].capitalize()} {one['thing']}{other['rest']}", ("", ""))

    def _with_own_words(self) -> Filled | None:
        """The second half in the words of the first where it only has another name or time: "and how many in 2021"."""
        left = [word for word in re.findall(r"\w+", self._rest.casefold()) if word not in _ELLIPTICAL]
        asked, told = self.one, []
        for word in self.own:
            same = [two.said for two in self.others if two.is_name == word.is_name]
            if len(same) == 1 and not left:
                asked = asked.replace(word.text, same[0], 1)
                told.append((word.text, same[0]))
        return Filled(asked, told[0]) if asked != self.one else None

    def _with_own_phrase(self) -> Filled | None:
        """The same where it has another time or place at its end, or another thing: "and how many after the flood"."""
        asking, begins = _ASKS.search(self.one), _ASKING_WORD.match(self.other)
        if not asking or not begins or asking[0].casefold() != begins[0].casefold():
            return None
        rest = self.other[begins.end() :].strip()
        led = rest.partition(" ")[0]
        phrase = re.match(_LED.format(re.escape(led)), self.one, re.I | re.S) or _PHRASE.match(self.one)
        if phrase is None or not _IS_PHRASE.match(rest) or _PRONOUN.search(rest):
            return None
        return Filled(f"{phrase['kept']} {rest}", (phrase["phrase"], rest))

    def _with_own_subject(self) -> Filled | None:
        """The same where it only has another subject: "how many days may staff stay and how many may trainees"."""
        one, other = _OF_SUBJECT.match(self.one), _ONLY_SUBJECT.fullmatch(self.other)
        if not one or not other or any(one[part].casefold() != other[part].casefold() for part in ("asking", "verb")):
            return None
        subject = re.match(rf"(?:{_ARTICLE}\s+)?[\w’'-]+" if other["article"] else r"[\w’'-]+", one["rest"], re.I)
        if not subject or not one["rest"][subject.end() :].strip():
            return None
        asked = f"{self.one[: one.start('rest')]}{other['subject']}{one['rest'][subject.end() :]}"
        return Filled(asked, (subject[0], other["subject"]))

    def _with_own_kind(self) -> Filled | None:
        """The same where it asks of another kind of one thing: "how much is a full plot and how much is a half one"."""
        one, other = _OF_KIND.fullmatch(self.one), _OF_KIND.fullmatch(self.other)
        if not one or not other or one["opening"].casefold() != other["opening"].casefold():
            return None
        thing, kind = one["thing"].split(), other["thing"].split()
        if kind[-1].casefold() not in _ONE or len(kind) < _KIND_WORDS:
            return None
        told = " ".join([*kind[:-1], thing[-1]])
        return Filled(f"{other['opening']} {told}", (one["thing"], told))

    def _with_counted(self) -> Filled | None:
        """The second half with what the first counts, or is asked of: "how many got in", "how many adults"."""
        one = _HOW_MANY.fullmatch(self.one)
        if one and (others := _HOW_MANY_OTHERS.fullmatch(self.other)):
            return Filled(f"{one['opening']} {others['thing']}{one['after']}", (one["thing"], others["thing"]))
        other = _HOW_MANY_MORE.fullmatch(self.other)
        if not one or not other or _PRONOUN.search(other["rest"]):
            return None
        own = [word.text for word in self.own if not word.is_name and not self._has_other(word)]
        led = [re.search(rf"(?:\b{PREPOSITION}\s+)?{re.escape(time)}", one["after"], re.I) for time in own]
        noun = _UP_TO_VERB.match(one["after"])
        asked = f"{one['opening']} {one['thing']}{noun['noun'] if noun else ''} {other['rest']}"
        return Filled(" ".join([asked, *(time[0] for time in led if time)]), ("", ""))

    def first_in_full(self) -> str:
        """The first half, with what the second names where it names nothing: "Who moved and who backed the plan?"."""
        did = _DID_TO.fullmatch(self.other) if WHO_DID.fullmatch(self.one) else None
        return f"{self.one} {did['thing']}" if did else self.one

    def lead(self) -> str:
        """What the second half takes over from the first to be asked by itself."""
        one = self._without_long_story()
        if self.is_parallel or self.is_about or WHO_DID.fullmatch(one):
            return " ".join(word.text for word in self.own if not word.is_name and not self._has_other(word))
        if _OTHER_TIME.search(self.other) or any(not word.is_name for word in self.others):
            for time in (word.text for word in self.own if not word.is_name):
                one = re.sub(rf"(?:\s*\b{PREPOSITION})?\s*{re.escape(time)}", "", one)
        topic = _OPENING_WORDS.sub(lambda match: match["before"], one).strip()
        if _PRONOUN.search(self.other):
            return topic
        lent = [word.text for word in self.own if not self._has_other(word)]
        telling = _TELLING_BESIDE_A_RATING if answer_type(self.one) == "rating" else _TELLING
        if len(stems(self._rest)) >= telling and lent:
            return " ".join(lent)
        about = one[: opening.start()] if (opening := _OPENING_WORDS.search(one, 1)) else ""
        return about if len(stems(about)) > 1 and stems(self._rest) else topic

    def _without_long_story(self) -> str:
        """The first half without a longer story before it, where that names nothing and the half can do without."""
        story = _STORY.fullmatch(self.one)
        if story is None or len(story["told"].split()) < SHORT_STORY_WORDS or _PRONOUN.search(story["asked"]):
            return self.one
        is_named = any(word.is_name and word.text in story["told"] for word in self.own)
        return self.one if is_named or len(stems(story["asked"])) < _TELLING_ALONE else story["asked"]

    @property
    def is_telling(self) -> bool:
        """Whether the second half may be asked by itself too, without the subject that it takes over from the first."""
        is_bare = self.is_about or _PRONOUN.search(self.other) or len(stems(self._rest)) < _TELLING_ALONE
        return bool(self.lead()) and not is_bare

    def _has_other(self, word: Told) -> bool:
        """Whether the second half has a name, or a time, of its own."""
        return any(word.is_name == other.is_name for other in self.others)

    @property
    def is_parallel(self) -> bool:
        """Whether both ask the same of two things that they name: "who chairs the board and who chairs the ARC"."""
        one, other = (half.casefold().split() for half in (self.one, self.other))
        same = [word for word, _ in takewhile(lambda two: two[0] == two[1], zip(one, other, strict=False))]
        rests = [" ".join(half[len(same) :]) for half in (one, other)]
        is_told = all(stems(rest) and not _PRONOUN.search(rest) for rest in rests)
        opens_alike = len(same) > 1 or (same and _OPENS.match(self.one))
        asks_itself = opens_alike and _names_itself(rests[0], other[max(len(same) - 1, 0) :])
        return is_told and bool(stems(" ".join(same)) or asks_itself)

    @property
    def _rest(self) -> str:
        """The second half without what it asks by, and without names and times."""
        rest = _ASKED_BY.sub("", self.other)
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


def asked_about(one: str, other: str) -> str:
    """A half that only names another thing, time or case, as a question that begins as the other one; "" for others."""
    about, opens = _ABOUT.fullmatch(other), _OPENS_ASKING.match(one)
    if about is None or asks(about["about"]):
        return ""
    if opens is None:
        return _with_other(one, about["about"])
    if _IS_PHRASE.match(about["about"]):
        return f"{opens['asking']} {about['about']}"
    ends = _LAST_VERB.search(one, opens.end()) if opens["lent"] else None
    return f"{opens[0]} {about['about']}{ends[0] if ends else ''}"


def _with_other(one: str, about: str) -> str:
    """A question of yes or no of another thing or case: "Do juniors pay?" of "Do infants pay"; "" where it asks none.

    Args:
        one: the question, after what may be told before it.
        about: what the other half names.
    """
    story = _STORY.fullmatch(one)
    asked = story["asked"] if story else one
    match = _YES_NO.fullmatch(asked)
    if match is None:
        return ""
    told, rest = asked[: match.start("rest")], match["rest"]
    if _IS_PHRASE.match(about):
        phrase = re.match(_LED.format(re.escape(about.split()[0])), rest, re.I | re.S)
        return f"{told}{phrase['kept'] if phrase else rest} {about}"
    subject = _SUBJECT.match(rest)
    if subject and not _TELLER.match(rest):
        return f"{told}{about}{rest[_subject_end(rest, subject.end(), about) :]}"
    article = _ARTICLE_WORD.match(about)
    length = len(about.split()) - 1
    found = re.finditer(rf"\b{_ARTICLE}(?:\s+[\w’'-]+){{{length}}}", rest, re.I) if article else ()
    things = [thing for thing in found if bool(_DEFINITE_WORD.match(thing[0])) == bool(_DEFINITE_WORD.match(about))]
    if things:
        return f"{told}{rest[: things[-1].start()]}{about}{rest[things[-1].end() :]}"
    return ""


def _subject_end(rest: str, end: int, about: str) -> int:
    """Where the subject ends of a question of yes or no: where it has the last word of the other one, after that."""
    last = re.match(rf"(?:[\w’'-]+\s+){{0,3}}?{re.escape(about.split()[-1])}\b", rest, re.I)
    return last.end() if last else end


def asks(text: str) -> bool:
    """Whether some words are a question, and no keywords."""
    return bool(_ASKS.search(text) or _OPENS.search(text))
