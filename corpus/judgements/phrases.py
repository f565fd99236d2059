"""How sentences state judgements: the patterns that the words of `en/judgements.toml` and those of scales become."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Final

from corpus.judgements.scales import Aspects, Scales, written
from corpus.language.vocabulary import alternatives, any_of, load

_WORDS = load("judgements")["wording"]
CLOSING: Final = frozenset("\"”’'")
"""Quotation marks that close."""
_QUOTE = "[\"“”‘’']"
_NAME = r"[A-Z][\w-]*(?:['’][A-Z]\w+)?(?:['’]s|['’](?=\s))?"
_VERB = re.compile(rf"{alternatives([*_WORDS['verbs']['present'], *_WORDS['verbs']['past']])}\b", re.I)
_LAST_CHARS: Final = 120
_AFTER_YEAR: Final = r"(?<=\b(?:19|20)\d\d)\s+"
_JOINED: Final = r"(?:,|,?\s+and)\s+"
_SHARING: Final = r"(?:,|,?\s+(?:and|but))\s+(?:as\s+)?"


def _any(name: str) -> str:
    return alternatives(_WORDS[name]).replace("'", "['’]")


@dataclass(frozen=True, slots=True)
class Verb:
    """The words before a grade that judge by it.

    Attributes:
        start: where they start.
        holds: whether they say that the grade holds as they are said: "is good", "has been judged good".
        judges: whether they are of a judgement: "was judged good"; "is good" may be an opinion.
        perfect: whether they tell of what was done before: "has been judged good".
    """

    start: int
    holds: bool
    judges: bool
    perfect: bool = False


class Phrases:
    """The patterns by which sentences state judgements on some scales.

    Args:
        scales: by which they judge.
    """

    def __init__(self, scales: Scales) -> None:
        self._scales = scales
        self.grade = re.compile(rf"(?<![\w-])(?i:{scales.grade_words})(?![\w-])")

        self.relative = frozenset(_WORDS["relative"])

    @cached_property
    def stated(self) -> re.Pattern[str]:
        """A grade shortly after a word that may judge by it; a quick look at a whole block."""
        verbs = alternatives(
            word for name in ("judged", "judges", "present", "past", "nouns", "changed") for word in _WORDS[name]
        )
        return re.compile(
            rf"\b(?:{verbs})\b[^.]{{0,100}}?\b(?:{self._scales.grade_words})\b|\b(?:requires?|required)\s|{self._whole}"
            rf"|\b{self._scales.grade_words}{self._called.pattern}",
            re.I,
        )

    @property
    def _whole(self) -> str:
        forms = [form for scale in self._scales if scale.whole for grade in scale.grades for form in grade.forms]
        return alternatives(forms) if forms else "(?!)"

    @cached_property
    def ends(self) -> re.Pattern[str]:
        """What may stand after a grade."""
        return re.compile(
            rf"{_QUOTE}?(?:\s*$|\s*[.,;:)\]–—|]|\s+[(–—-]|\s+{_any('after')}\b|\s+{_any('nouns')}\b|\s+[\"“](?=\w))",
            re.I,
        )

    @cached_property
    def undone(self) -> re.Pattern[str]:
        """What makes another of the grade after it: "less than good", "not yet good"."""
        return re.compile(rf"\b{_any('before')}\s+(?:\w+\s+)?{_QUOTE}?$", re.I)

    @cached_property
    def unreal(self) -> re.Pattern[str]:
        """Words of what is wished for, planned, claimed or possible."""
        return re.compile(rf"\b(?:(?i:{_any('unreal')})|{_any('unreal_in_small_letters')})(?!\w)")

    @cached_property
    def earlier(self) -> re.Pattern[str]:
        """Words of what was so before the time that a sentence tells of: "had been judged", "once judged"."""
        return re.compile(rf"\b{_any('earlier')}\b", re.I)

    @cached_property
    def others(self) -> re.Pattern[str]:
        """Other things that are inspected."""
        return re.compile(rf"\b{_any('others')}\b", re.I)

    @cached_property
    def body(self) -> re.Pattern[str]:
        """A word for who is judged."""
        return re.compile(rf"\b(?:{_any('subjects')}|{_any('pronouns')})\b", re.I)

    @cached_property
    def inspection(self) -> re.Pattern[str]:
        """An inspection, and in the group "of" what it was of."""
        return re.compile(rf"\b{_any('inspection')}\b(?:[^.;]{{0,40}}?\bof\s+(?P<of>[^.;]{{0,140}}))?", re.I | re.S)

    @cached_property
    def name(self) -> re.Pattern[str]:
        """A name in a few words."""
        return re.compile(rf"{_NAME}(?:\s+(?:(?:and|of|upon|with|on|the|&)\s+){{0,2}}{_NAME})*")

    @cached_property
    def no_name(self) -> re.Pattern[str]:
        """Words with capitals that name nobody: "The Local Authority", "DCS"."""
        return re.compile(rf"[A-Z]{{1,5}}|(?i:(?:(?:{_any('determiners')}|{_any('subjects')}|{_any('between')})\s*)+)")

    @cached_property
    def whose(self) -> re.Pattern[str]:
        """What follows a name, and begins what is said of it."""
        return re.compile(rf"\b{_any('whose')}\s+$", re.I)

    @cached_property
    def named(self) -> re.Pattern[str]:
        """A name at the end of a clause that has nothing else before it."""
        return re.compile(
            rf"(?:^|[,;:]\s+|\b{_any('boundaries')}\s+)(?P<name>{self.name.pattern})\s*(?:(?i:{_any('subjects')})\s*)?"
            rf"(?:(?:had|has|have|{_any('adverbs')})\s*)*$"
        )

    @cached_property
    def noun_alone(self) -> re.Pattern[str]:
        """What somebody is, in place of a name, at the end of a clause: "the trust"."""
        return re.compile(
            rf"(?:^|[,;:]\s+|\b{_any('boundaries')}\s+)(?P<whole>(?:the|this)\s+(?P<noun>{_any('wholes')}))[\s,]*$",
            re.I,
        )

    @cached_property
    def goes_on(self) -> re.Pattern[str]:
        """What stands between one grade and the verb of another that is of the same: "in May 2023, and"."""
        other = alternatives([*_WORDS["at_which"], *_WORDS["relative"], *_WORDS["whose"], "who", "while"])
        return re.compile(rf"(?:(?!\b{other}\b)[^.;:]){{0,120}}?(?:,|\b(?:and|but|before|then))[\s,]*", re.I)

    @cached_property
    def by(self) -> re.Pattern[str]:
        """Who judged, after a grade: "rated good by the CQC"."""
        return re.compile(rf"{_QUOTE}?\s+(?:{_any('adverbs')}\s+)*by\s+(?P<judge>[^.;,]{{2,60}})", re.I)

    @cached_property
    def judge_names(self) -> re.Pattern[str]:
        """Who judged, and whom by name, right before a grade: "the CQC has rated Moor House as good"."""
        return re.compile(
            rf"\b(?P<judge>{self.name.pattern})\s+"
            rf"(?:(?i:(?P<holds>has|have)|had|inspectors|{_any('adverbs')})\s+)*(?i:{_any('judged')})\s+(?P<name>{self.name.pattern})"
            rf"(?i:\s+(?:{_any('judged_to')}))*\s+{_QUOTE}?$"
        )

    @cached_property
    def _part(self) -> str:
        return rf"(?:{self._scales.lead_words}\s+)*(?:{self._scales.aspect_words})"

    @cached_property
    def _about(self) -> str:
        return any_of(written(words) for scale in self._scales for words in scale.about)

    @cached_property
    def _subject_words(self) -> str:
        return rf"(?i:(?P<what>{self._part}|{self._about})|(?P<body>{_any('subjects')})|(?P<it>{_any('pronouns')}))"

    @cached_property
    def subject(self) -> re.Pattern[str]:
        """What was judged at the end of a clause, with whose it is before it ("owner") or after it ("rest")."""
        between = rf"(?:[\s,]+(?:(?i:{_any('between')}|\(\w+\))(?!\w)|{_NAME}))"
        judged = rf"{self._part}|{self._about}"
        other = rf"(?i:{judged}|{_any('boundaries')})(?!\w)"
        link = rf"(?:and|of|upon|with|&)(?=\s+(?:the\s+)?{_NAME})"
        owner = rf"(?:(?:(?i:{_any('determiners')})|(?!{other}){_NAME}|{link})\s+){{0,8}}"
        that = rf"(?<!\bof )(?<!\bof the )\b(?i:{_any('services')})\s+(?=(?i:{_any('relative')})\b)"
        boundary = (
            rf"(?:{that}|^|(?<=[,;:(–—“\"])\s*|(?<=[,;:–—])\s+|{_AFTER_YEAR}|\b(?i:{_any('boundaries')}),?\s+"
            rf"|^(?:\d+|[•◼])[.\s]*)"
        )
        return re.compile(
            rf"{boundary}(?P<whole>(?P<owner>{owner})[\"“]?(?P<subject>{self._subject_words})(?![\w-])[\"”]?(?P<rest>{between}{{0,9}}(?<!\sand)))[\s,]*$"
        )

    @cached_property
    def aspect(self) -> re.Pattern[str]:
        """The words for an aspect."""
        return re.compile(rf"{self._part}(?!\w)", re.I)

    @cached_property
    def after(self) -> re.Pattern[str]:
        """What was judged, after its grade: "also rated good were the experiences of care leavers"."""
        return re.compile(rf"{_QUOTE}?\s+(?:(?P<holds>is|are)|was|were)\s+[\"“]?(?P<subject>{self._part})(?!\w)", re.I)

    @cached_property
    def aspect_before(self) -> re.Pattern[str]:
        """What is judged right before its grade, in few words: "leadership inadequate"."""
        return re.compile(rf"(?<!\w)(?P<aspect>{self._part})\s+$", re.I)

    @cached_property
    def begins(self) -> re.Pattern[str]:
        """The beginning of a sentence of few words that is a grade: "Judged inadequate"."""
        return re.compile(rf"[.;:]\s+(?:{_any('judged')}\s+(?:to\s+be\s+|as\s+)?)?$", re.I)

    @cached_property
    def judged_for(self) -> re.Pattern[str]:
        """What was judged, after its grade: "judged inadequate for help and protection", and in "others" what else."""
        return re.compile(rf"{_QUOTE}?{self._judged_for}", re.I)

    @cached_property
    def _judged_for(self) -> str:
        others = rf"(?:{_JOINED}(?:(?:for|in|the|its)\s+){{0,2}}{self._part}(?!\w)){{0,9}}"
        end = rf"(?=\s*(?:[.,;:)]|$|\b(?:in|on|at)\b)|{_SHARING}{self._scales.grade_words}\b)"
        return rf"\s+(?:for|in)\s+(?P<subject>{self._part}(?!\w))(?:(?P<others>{others}){end})?"

    @cached_property
    def shares(self) -> re.Pattern[str]:
        """What stands between two grades with one verb: "and" in "good for adoption and outstanding for leaders"."""
        return re.compile(rf"{_QUOTE}?{_SHARING}{_QUOTE}?", re.I)

    @cached_property
    def shared(self) -> re.Pattern[str]:
        """What follows a grade of what it is given to, with other grades that share its verb and its time."""
        of = re.sub(r"\?P<\w+>", "?:", self._judged_for)
        return re.compile(rf"{_QUOTE}?(?:{of})?(?:{_SHARING}{_QUOTE}?{self._scales.grade_words}{_QUOTE}?{of})*", re.I)

    @cached_property
    def listed(self) -> re.Pattern[str]:
        """Several parts in a list: "safeguarding and looked after children"."""
        return re.compile(rf"(?<!\w){self._part}(?:{_JOINED}(?:the\s+)?{self._part}(?!\w))+", re.I)

    def parts(self, words: str) -> tuple[Aspects, ...]:
        """What a list names, each by its aspects."""
        return tuple(self._scales.aspects_called(match.group()) for match in self.aspect.finditer(words))

    def inspected(self, words: str) -> tuple[Aspects, ...]:
        """The parts that were inspected by the words for an inspection; () for all that is judged, or none."""
        if self._scales.are_all(words):
            return ()
        listed = self.listed.search(words)
        named = self._scales.aspects_named(words)[:1]
        return self.parts(listed.group()) if listed else (named,) if named else ()

    @cached_property
    def listed_before(self) -> re.Pattern[str]:
        """What else is judged, in a list right before the last of it: "leadership and" care leavers."""
        part = rf"(?!overall\b){self._part}(?!\w)"
        others = rf"(?:{part}{_JOINED}(?:(?:the|its)\s+)?)+"
        begin = rf"(?:^|[,;:◼•]\s+|{_AFTER_YEAR}|\b{_any('boundaries')}\s+)(?:{_any('determiners')}\s+)?"
        return re.compile(rf"(?P<above>{part})?\s*(?:{begin}|\bboth\s+)(?P<others>{others})$", re.I)

    @cached_property
    def alone(self) -> re.Pattern[str]:
        """Nothing before a verb that might be what is judged."""
        return re.compile(rf"[\W_]*(?:(?i:{_any('adverbs')})[\W_]*)*$")

    @cached_property
    def meant_before(self) -> re.Pattern[str]:
        """The beginning of a sentence on when that was inspected which the one before names: "This was judged"."""
        meant = alternatives([*_WORDS["these"], *_WORDS["this"]])
        was = rf"(?:(?:has|have|had|been|last|{_any('past')}|{_any('adverbs')})\s+)+"
        inspected = alternatives([*_WORDS["graded"], "inspected", "re-inspected"])
        return re.compile(rf"\W*{meant}\s+(?:{was}{inspected}|(?:had|has|have)\s+(?:its|their|an?))\b", re.I)

    @cached_property
    def judged(self) -> re.Pattern[str]:
        """What may be judged, by its name: other things, and those that scales are about."""
        return re.compile(
            rf"\b(?:(?P<other>{_any('others')})|{_any('subjects')}"
            rf"|(?P<what>(?:{self._scales.lead_words}\s+)*(?:{self._scales.aspect_words}))|{self._about})\b",
            re.I,
        )

    @cached_property
    def _auxiliaries(self) -> re.Pattern[str]:
        return re.compile(
            rf"[\s,]*(?:\b(?:(?P<perfect>has|have|has\s+been|have\s+been)|(?P<holds>{_any('present')}|be)|{_any('past')}"
            rf"|been|had|being|{_any('adverbs')})\b[\s,]*)*$",
            re.I,
        )

    @cached_property
    def _judged(self) -> re.Pattern[str]:
        return re.compile(rf"\b{_any('judged')}(?:\s+{_any('judged_to')})*\s+{_QUOTE}?$", re.I)

    @cached_property
    def bare_services(self) -> re.Pattern[str]:
        """Services without what they are for, before a pronoun that means them."""
        return re.compile(rf"(?:^|\s){_any('services')}\s+$", re.I)

    @cached_property
    def found_by(self) -> re.Pattern[str]:
        """What an inspection judged, right before its grade: "the inspection judged all services as good"."""
        return re.compile(
            rf"\b{_any('inspection')}\b[^.;]{{0,90}}?\b{_any('judged')}\s+(?P<what>(?:{self._part}{_JOINED})*[^.;,]{{3,90}}?)"
            rf"\s+(?:overall\s+)?(?:to\s+be|as)(?:\s+overall)?\s+{_QUOTE}?$",
            re.I,
        )

    @cached_property
    def we_found(self) -> re.Pattern[str]:
        """What a report says that its writers judged, right before its grade: "we rated services for children as"."""
        return re.compile(
            rf"(?:^|[,;:]\s+|\b{_any('boundaries')}\s+){_any('own_judges')}\s+(?:{_any('adverbs')}\s+)*{_any('own_judged')}"
            rf"\s+(?P<what>[^.;,]{{3,90}}?)\s+(?:to\s+be|as|to)(?:\s+overall)?\s+{_QUOTE}?$",
            re.I,
        )

    @cached_property
    def judges_found(self) -> re.Pattern[str]:
        """What the news say that somebody judged, right before its grade: "Ofsted has rated the council"."""
        return re.compile(
            rf"\b{_any('judges_told')}\s+(?:(?:(?P<holds>has|have)|had|{_any('adverbs')})\s+)*(?:{_any('judged')}|{_any('give')})"
            rf"\s+(?P<what>(?:{self._part}{_JOINED})*[^.;,]{{3,90}}?)(?:\s+(?:to\s+be|as|an?))?(?:\s+overall)?\s+{_QUOTE}?$",
            re.I,
        )

    @cached_property
    def _given(self) -> re.Pattern[str]:
        return re.compile(
            rf"\b(?:{_any('given')}|(?P<holds>{_any('has')}))\s+an?\s+(?:{_any('adverbs')}\s+)*{_QUOTE}?$", re.I
        )

    @cached_property
    def _called(self) -> re.Pattern[str]:
        return re.compile(rf"{_QUOTE}?\s+(?:overall\s+)?{_any('nouns')}\b", re.I)

    @cached_property
    def _is(self) -> re.Pattern[str]:
        return re.compile(
            rf"\b(?:(?P<holds>{_any('present')})|{_any('past')})(?:\s+(?:{_any('adverbs')}))*\s+{_QUOTE}?$", re.I
        )

    @cached_property
    def noun(self) -> re.Pattern[str]:
        """What a judgement is called, with what it is of, right before its grade."""
        return re.compile(
            rf"(?:\b(?:(?P<kept>{_any('kept')})|(?P<earlier>from))\s+(?:\w+\s+){{0,3}}?)?\b(?:{_any('nouns')})\b"
            rf"(?:\s+(?:for|of)\s+(?P<of>(?!{_any('noun_to')}\b).{{3,80}}?))??"
            rf"(?:\s+(?:(?P<holds>is|remains|are|still|now)|{_any('noun_to')})\b)*:?\s*{_QUOTE}?$",
            re.I | re.S,
        )

    @cached_property
    def overall_noun(self) -> re.Pattern[str]:
        """A noun for the judgement of the whole."""
        return re.compile(rf"\boverall\s+(?:\w+\s+){{0,2}}{_any('nouns')}\b[^.,;]*$", re.I)

    def is_verb(self, grade: str) -> bool:
        """Whether a grade says by itself that it holds: "requires improvement"."""
        return _VERB.match(grade) is not None and not grade.lower().startswith(tuple(_WORDS["verbs"]["past"]))

    def verb(self, lead: str, grade: str) -> Verb | None:
        """The words at the end of what stands before a grade that judge by it; None where nothing does."""
        first = max(0, len(lead) - _LAST_CHARS)
        if judged := self._judged.search(lead, first):
            helped = self._helped(lead, judged.start())
            return replace(helped, judges=True)
        if stated := self._is.search(lead, first):
            helped = self._helped(lead, stated.start())
            return replace(helped, holds=helped.holds or stated["holds"] is not None)
        if _VERB.match(grade):
            helped = self._helped(lead, len(lead))
            return replace(helped, holds=helped.holds or self.is_verb(grade))
        return None

    def given(self, text: str, grade: re.Match[str]) -> Verb | None:
        """The words that judge by a grade and its noun: "was given" in "was given a good rating"; None for none."""
        given = self._given.search(text, max(0, grade.start() - _LAST_CHARS), grade.start())
        if given is None or not self._called.match(text, grade.end()):
            return None
        helped = self._helped(text, given.start())
        return replace(helped, holds=helped.holds or given["holds"] is not None, judges=True)

    def _helped(self, lead: str, end: int) -> Verb:
        """The auxiliaries of a verb that starts at a place, or none there."""
        found = self._auxiliaries.search(lead, max(0, end - _LAST_CHARS), end)
        if found is None:
            return Verb(end, holds=False, judges=False)
        perfect = found["perfect"] is not None
        return Verb(found.start(), holds=perfect or found["holds"] is not None, judges=False, perfect=perfect)


@lru_cache(maxsize=4)
def phrases(scales: Scales) -> Phrases:
    """The patterns for some scales."""
    return Phrases(scales)
