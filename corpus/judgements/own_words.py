"""What the report on one service says of its grades in sentences: "We rated the home good, and safe as good"."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from corpus.judgements.report import Report
from corpus.judgements.scales import Aspects, Scales
from corpus.language.vocabulary import alternatives, load

_WORDS = load("judgements")["wording"]
_ADVERBS: Final = rf"(?:(?i:{alternatives(_WORDS['adverbs'])})\s+)*"
_TO: Final = r"(?:(?i:to\s+be|as|to|overall)\s+)*[\"“‘']?"
_JUDGED: Final = rf"(?i:{alternatives(_WORDS['own_judged'])})"
_PASSIVE: Final = rf"(?i:{alternatives([*_WORDS['present'], *_WORDS['past']])})"
_INSPECTED: Final = (
    rf"(?i:at|in|on|during|after|following)\s+[^,.;]{{1,40}}"
    rf"\b(?i:{alternatives(_WORDS['inspected'])})\b(?!\s+of\b)[^,.;]{{0,40}}"
)
_CLAUSE: Final = rf"(?:^(?:{_INSPECTED}\s+)?|[,;:–—]\s+|\b(?:and|but|so|that)\s+)"
_LED_IN: Final = re.compile(r"[\s,;:–—]*(?:(?:overall|and|but|so|that|while|with)\b[\s,]*)*")
_LISTED: Final = re.compile(r",\s+|\s+and\s+")
_NAME_BEFORE: Final = re.compile(r"(?<![\w’'-])(?:[A-Z][\w’'-]*\s+)+$")
_NAME_CHARS: Final = 200
"""So many characters before a noun are looked at for the name that it ends."""
_NO_NAMES: Final = frozenset(("The", "This", "A", "NHS", "Foundation"))
_ALIKE: Final = (*_WORDS["wholes_alike"], *([word] for word in _WORDS["wholes"]))
_WHOLES: Final = re.compile(rf"\b{alternatives(_WORDS['wholes'])}\b", re.I)
_JUDGES: Final = re.compile(
    rf"\b{alternatives([*_WORDS['own_judges'], *_WORDS['judges_before'], *_WORDS['inspected']])}\b", re.I
)
_OPINION: Final = re.compile(
    rf"\W*(?:{alternatives(_WORDS['opinion_leads'])}\s+[^,.;]{{0,80}}?\b{alternatives(_WORDS['opinions'])}\b[^,.;]{{0,80}}"
    r"|according\s+to\s[^,.;]{1,80}),",
    re.I,
)
_GENERIC: Final = frozenset(_WORDS["wholes_of_any"])


class _Patterns:
    """How the sentences of a report on one service give its grades, by the words of some scales."""

    def __init__(self, scales: Scales) -> None:
        aspect = rf"(?i:(?:{scales.lead_words}\s+)*(?P<aspect>{scales.aspect_words}))"
        whole = rf"(?P<whole>(?i:{alternatives([*_WORDS['wholes'], *_WORDS['wholes_of_any']])}))"
        name = r"(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)"
        others = rf"(?P<others>(?:(?i:{scales.aspect_words})(?:,\s+|\s+and\s+)(?:both\s+)?(?:the\s+)?)*)"
        what = rf"(?:(?i:both|the|its|this|their|our)\s+)*{others}(?:{aspect}|{whole}|{name})(?!\w)"
        judging = alternatives([*_WORDS["own_judges"], *_WORDS["judges_before"]])
        judges = rf"(?i:{judging})(?:,[^,.;]{{3,40}},)?\s+{_ADVERBS}{_JUDGED}\s+"
        judged = rf"\s+(?:{_PASSIVE}\s+{_ADVERBS})+(?i:{alternatives(_WORDS['graded'])})\s+"
        self.active = re.compile(rf"{_CLAUSE}{judges}(?:{what}|(?i:(?P<it>it)))\s+{_TO}$")
        self.then = re.compile(rf"{whole}\b[^.;]{{0,80}}?\b(?:when|and)\s+(?i:it){judged}{_TO}$")
        self.passive = re.compile(rf"{_CLAUSE}{what}{judged}{_TO}$")
        earlier = rf"(?i:(?:{alternatives(_WORDS['earlier'])}|overall|current)\s+)*"
        rating = rf"(?i:(?:the|its|our|their)\s+)?{earlier}(?i:{alternatives(_WORDS['nouns'])})\s+"
        self.rating = re.compile(
            rf"(?:{_CLAUSE}{rating}(?i:(?:for|of)\s+(?:this|the|our))\s+{whole}\s+{_PASSIVE}"
            rf"|^(?:{_INSPECTED},?\s+)?{rating}(?i:(?P<it>was)))\s+{_TO}$"
        )
        self.next = re.compile(
            rf"(?:\s+overall)?[\s,;]+(?:and\s+|but\s+|while\s+|with\s+)?{what}\s+(?:(?:was|were)\s+)?{_TO}"
        )
        self.after = re.compile(rf"[\"”’']?\s+for\s+(?:being\s+|how\s+)?(?:(?P<all>overall\b)|{what}|\w)")


@lru_cache(maxsize=4)
def _patterns(scales: Scales) -> _Patterns:
    return _Patterns(scales)


def own_aspects(report: Report, sentence: str, grade: re.Match[str], before: int) -> tuple[list[Aspects], int] | None:
    """What a sentence of a report on one service, which is no authority, gives a grade to.

    Args:
        report: whose document it is.
        sentence: with the grade.
        grade: where it stands.
        before: where the last grade ends that the sentence gives in this way; 0 for none.

    Returns:
        What it gives it to, each by its aspects, () for the whole, and where the words for it start; None where the
        sentence does not give the grade, or to something else.
    """
    if report.scale is None or not report.is_inspection or report.is_of_authority:
        return None
    known = _patterns(report.scales)
    words = sentence[: grade.start()]
    lead = known.next.fullmatch(words, before) if before else None
    lead = lead or known.active.search(words) or known.passive.search(words) or known.then.search(words)
    lead = lead or known.rating.search(words)
    if lead is None:
        return None
    after = known.after.match(sentence, grade.end())
    aspects = _called(report, (after or lead).groupdict())
    led_in = _LED_IN.match(sentence, lead.start())
    listed = _LISTED.split((after or lead).groupdict().get("others") or "")
    others = [_aspects(report, words) for words in listed if words.strip()]
    return None if aspects is None else ([aspects, *filter(None, others)], led_in.end() if led_in else lead.start())


def is_of_other_kind(report: Report, sentence: str, grade: re.Match[str]) -> bool:
    """Whether a sentence of a report on one service gives a grade to what that is not: "the hospital", of a home."""
    if report.scale is None or not report.is_inspection or report.is_of_authority:
        return False
    given = _patterns(report.scales).passive.search(sentence[: grade.start()])
    return given is not None and bool(given["whole"]) and not _is_its(report, given["whole"])


def is_opinion(lead: str) -> bool:
    """Whether what stands before a grade says that those think so who were asked: "In a survey by residents, …"."""
    return _OPINION.match(lead) is not None and _JUDGES.search(lead) is None


def _called(report: Report, said: dict[str, str | None]) -> Aspects | None:
    """What was given a grade, by the words for it: an aspect, or the whole that the report is of."""
    if aspect := said.get("aspect"):
        return _aspects(report, aspect) or None
    name = said.get("name")
    if name:
        return None if report.is_of_another(name) else ()
    return () if said.get("it") or said.get("all") or _is_its(report, said.get("whole") or "") else None


def _aspects(report: Report, words: str) -> Aspects:
    """The aspects of the report's scale that some words name."""
    return tuple(one for one in report.scales.aspects_called(words) if one[0] is report.scale)


def _is_its(report: Report, noun: str) -> bool:
    """Whether a noun is one for what the report is of: one of its name, or the one that it says most often."""
    short = noun.casefold().split()[-1:]
    return bool(short) and (short[0] in _GENERIC or is_called(report.subject, report.document.text, short[0]))


def is_called(name: str, text: str, noun: str) -> bool:
    """Whether whom a report is of may be called by a noun: by their name, or by what the report says most often.

    Args:
        name: of whom it is.
        text: of the report.
        noun: for what is judged, such as "home", in small letters.
    """
    own = name.casefold().split()
    return any(set(alike) & set(own) for alike in _ALIKE if noun in alike) or _said_most(text) == noun


@lru_cache(maxsize=1)
def _said_most(text: str) -> str:
    """The noun that a text says most often of those for a whole that is judged; "" for none."""
    said = Counter(match[0].casefold().split()[-1] for match in _WHOLES.finditer(text))
    return said.most_common(1)[0][0] if said else ""


def is_only_one(report: Report, noun: str) -> bool:
    """Whether whom a document is of is called by a noun, and nobody else is that it names: "the trust"."""
    text = report.document.text
    found = (match.start() for match in re.finditer(rf"\b{noun.title()}\b", text))
    named = [match[0] for end in found if (match := _NAME_BEFORE.search(text[max(0, end - _NAME_CHARS) : end]))]
    names = {" ".join(words.split()) for words in named if not _NO_NAMES.issuperset(words.split())}
    own = report.subject.removesuffix(f" {noun.title()}")
    return own != report.subject and all(name in own or own in name for name in names)
