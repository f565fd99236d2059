"""Deeds: how often a tank is inspected is not how often it is drained, nor is the day of one that of the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.language.distinctions.contrasts import is_alike
from corpus.language.kinds import Span
from corpus.language.lasting.holding import verb_forms
from corpus.language.predicates import negated
from corpus.language.sentences import sentences
from corpus.language.times.parts import says_when
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems, word_spans, words

_TABLE = load("deeds")
_ALIKE = tuple(frozenset(map(stem_of, group)) for group in _TABLE["alike"])
_HOW_OFTEN = re.compile(
    r"\bhow\s+(?:often|frequently|regularly|many\s+times|long|quickly|soon|fast|promptly)\b(?P<rest>[^?]*)", re.I
)
_DONE = re.compile(rf"\b(?:[a-z]{{2,20}}ed|{alternatives(_TABLE['irregular'])})\b")
_IS_DONE = re.compile(rf"\b{alternatives(_TABLE['being'])}\s+(?:[\w'’-]{{1,20}}\s+){{0,3}}?{_DONE.pattern}")
_OFTEN = re.compile(rf"\b{alternatives(_TABLE['often'])}\b", re.I)
_DOUBTFUL = re.compile(
    rf"\b(?:{alternatives(_TABLE['doubtful'])}|(?-i:{alternatives(_TABLE['doubtful_small'])}))\b", re.I
)
_LASTING, _TAKING = (
    re.compile(rf"\bhow\s+long\s+(?:do|does|did|will|would)\b[^?]*\b{alternatives(_TABLE[name])}\b", re.I)
    for name in ("lasting", "taking")
)
_UNTIL = re.compile(r"\bwithin\s+(?:(?:the|a|about)\s+)?$", re.I)
_WAS_DONE = re.compile(
    rf"\b(?:when|why|how\s+(?:long|much|soon))\b[^?,;]*?\b(?:was|were|been|being)\b[^?,;]*?\b(?P<deed>{_DONE.pattern})",
    re.I,
)
_WANTED = re.compile(rf"\b{alternatives(_TABLE['wanted'])}\b", re.I)
_NOT_DONE = frozenset(
    stem_of(word) for one in (*_TABLE["considering"], *_TABLE["dropping"]) for word in one.split()[:1]
)
_ASKS_WHAT_CAME = re.compile(r"\bwhy\b|\bwhat\s+happened\b", re.I)
_CONSIDERED_ALONE = re.compile(
    rf"\b{alternatives(_TABLE['considering'])}\b[^.;]{{0,60}}\b(?:but|and|then)\b[^.;]{{0,40}}"
    rf"\b(?:(?:did|was|were)\s+not|{alternatives(_TABLE['dropping'])})\b",
    re.I,
)
_STILL = re.compile(rf"\b{alternatives(_TABLE['still'])}\b", re.I)
_ALL_OVER = re.compile(
    rf"\b{alternatives(_TABLE['over'])}\b[^.;]{{0,60}}\b{alternatives(_TABLE['whole'])}\b"
    rf"|\b{alternatives(_TABLE['whole'])}\b[^.;]{{0,80}}\b{alternatives(_TABLE['over'])}\b",
    re.I,
)
_EACH = rf"(?:every|each)\s+(?:\w{{1,20}}\s+){{0,2}}{alternatives(_TABLE['units'])}\b"
_OPENS_WITH_EACH, _AFTER_EACH = re.compile(rf"^\W*{_EACH}(?!.*\bfor\b)", re.I), re.compile(r"\bevery\s+$", re.I)

_TENSE, _DATED = load("dates")["tense"], _TABLE["dated"]
_AUXILIARIES: Final = frozenset((*_TENSE["auxiliaries"], *_DATED["auxiliaries"]))
_VERBS: Final = frozenset(
    (
        *(form for forms in load("holding")["same_verbs"] for form in forms[1:]),
        *(*_TENSE["past"], *_TENSE["present"], *_TABLE["irregular"], *_DATED["irregular"]),
    )
)
_NO_VERB_AFTER: Final = frozenset((*_TENSE["no_past_after"], *_DATED["asides"])) - _AUXILIARIES
_MEETING: Final = frozenset(map(stem_of, _DATED["meeting"]))
_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
_SHORT: Final = 4
"""Words no longer than this that end in "ed" are no verbs, such as "shed"."""
_JOINT = re.compile(
    rf"(?P<aside>\b{alternatives(_DATED['asides'])}\b)|(?P<link>;|,?\s+{alternatives(_DATED['links'])}\b)"
    rf"|(?P<relative>,\s*{alternatives(_DATED['relatives'])}\b)"
    rf"|(?P<close>\b{alternatives(_DATED['close_relatives'])}\s+)|(?P<main>,(?!\s*\d))"
)
_LATER = re.compile(rf"\b{alternatives(_DATED['later'])}\b", re.I)
_NO_TIME = re.compile(rf"\b{alternatives([*_DATED['asides'], *_DATED['no_time']])}\b", re.I)
_UP_TO = re.compile(rf"\b{alternatives(_DATED['up_to'])}\s+(?:the\s+)?$", re.I)
_INTERVAL = re.compile(rf"\b(?:\w+\s+){{1,2}}{alternatives(_TABLE['units'])}\s+$", re.I)
_LEAD_CHARS: Final = 40
_ASKS_WHEN_NOUN = re.compile(
    rf"\bwhen\s+{alternatives(_TABLE['being'])}\s+{alternatives(_DATED['determiners'])}\s+(?P<noun>[^?,]*?)"
    rf"\s*(?:\b{alternatives(_DATED['after_noun'])}\b|[?,]|$)",
    re.I,
)

_DETERMINERS: Final = alternatives(_DATED["determiners"])
_ASKS_WHEN_THING = re.compile(
    rf"^\W*when\s+{alternatives([*_DATED['auxiliaries'], 'did', 'does', 'do'])}\s+{_DETERMINERS}\s+"
    r"(?P<rest>[^?,]+)\??\s*$",
    re.I,
)
_SUBJECT = re.compile(rf"[\W\d]*{_DETERMINERS}\s+(?-i:[a-z])", re.I)
_OF_IT = re.compile(r"\W*(?:it|they)\b", re.I)
_GENERAL = re.compile(rf"\W*the\s+(?:\w+\s+)?{alternatives(_DATED['general'])}\b", re.I)
_GOES_ON = re.compile(rf"\b{alternatives(_DATED['going_on'])}\b", re.I)


def is_of_another_deed(question: str, sentence: str, others: Iterable[str]) -> bool:
    """Whether a question asks how often or how soon something is done, and a sentence tells it of another deed.

    Args:
        question: such as "How often are the tanks drained?".
        sentence: such as "The tanks are inspected once a year."
        others: the sentences around it, of which one tells of the deed that is asked about and when that is done, such
            as "Tanks were last drained in May."; where none does, the deed may be told by another word.
    """
    asked = _HOW_OFTEN.search(question)
    own = _deeds(sentence) if asked and _IS_DONE.search(sentence.casefold()) else frozenset[str]()
    if asked is None or not own:
        return False
    wanted = frozenset(stems(asked["rest"]))
    things = wanted & frozenset(stems(sentence))
    if not things or own & wanted:
        return False
    for other in others:
        deeds = (_deeds(other) & wanted) - things
        is_told = (_OFTEN.search(other) or says_when(other)) and not things.isdisjoint(stems(other))
        if deeds and is_told and not _DOUBTFUL.search(other):
            return not any(group & own and group & deeds for group in _ALIKE)
    return False


def lasts_no_time(question: str, words: str, before: str) -> bool:
    """Whether a question asks how long something lasts, and words tell until when or how often something is done.

    Args:
        question: such as "How long does the inspection take?".
        words: such as "every five years".
        before: what stands before them, such as "within"; then they tell how long it takes, but not how long it lasts.
    """
    if _TAKING.search(question) and (_OPENS_WITH_EACH.search(words) or _AFTER_EACH.search(before)):
        return True
    return _LASTING.search(question) is not None and _UNTIL.search(before) is not None


def is_denied_beside(question: str, sentence: str, others: Iterable[str]) -> bool:
    """Whether a question takes for granted that somebody was, say, censured, and that was not so by all that is told.

    Args:
        question: such as "When was the clerk censured?".
        sentence: such as "The clerk apologised on 4 May.", which tells of something else.
        others: the sentences around it, such as "The panel did not recommend that the clerk be censured."
    """
    asked = _WAS_DONE.search(question)
    if asked is None or negated(question):
        return False
    deed = stem_of(asked["deed"].casefold())
    if not deed or deed in stems(sentence):
        return False
    told = [_up_to(deed, other) for other in others if deed in stems(other)]
    is_denied = [negated(before) for before in told if negated(before) or not _WANTED.search(before)]
    return bool(is_denied) and all(is_denied)


def _up_to(deed: str, sentence: str) -> str:
    """What stands in a sentence before a word with a stem."""
    at = next(iter(word_spans(sentence, {deed})), (len(sentence), 0))[0]
    return sentence[:at]


def is_considered_alone(question: str, sentence: str) -> bool:
    """Whether a sentence tells what was considered and not done, and a question asks for neither.

    Args:
        question: such as "What fine did the owner get?".
        sentence: such as "The panel considered, but did not impose, a ban."
    """
    is_asked = not _NOT_DONE.isdisjoint(stems(question)) or _ASKS_WHAT_CAME.search(question) is not None
    return not is_asked and not negated(question) and _CONSIDERED_ALONE.search(sentence) is not None


def is_over_by_then(question: str, sentence: str, later: Iterable[str]) -> bool:
    """Whether a question asks what is still so, and after a sentence it is said that all of that has been done.

    Args:
        question: such as "How many repairs are still overdue?".
        sentence: such as "At our visit 40 repairs were overdue."
        later: the sentences after it, such as "By May all repairs had been completed."
    """
    if not _STILL.search(question) or _STILL.search(sentence):
        return False
    things = frozenset(stems(question)) & frozenset(stems(sentence))
    return any(
        _ALL_OVER.search(other) and not negated(other) and not things.isdisjoint(stems(other)) for other in later
    )


def _deeds(text: str) -> frozenset[str]:
    """The stems of what a text tells to be done."""
    return frozenset(stem_of(match[0]) for match in _DONE.finditer(text.casefold()))


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of a sentence.

    Attributes:
        spans: where it stands; several where others stand within it.
        joint: what joins it to what stands before: "aside" for "after" and the like, "relative" for "which" and the
            like, "link" for "and" and the like, "" for nothing.
        verbs: the stems of its verbs, and where they start.
    """

    spans: tuple[Span, ...]
    joint: str
    verbs: tuple[tuple[str, int], ...]

    @property
    def is_aside(self) -> bool:
        """Whether it says something beside what the sentence tells."""
        return self.joint in ("aside", "relative")

    def holds(self, place: int) -> bool:
        """Whether a place of the sentence is in it."""
        return any(start <= place < end for start, end in self.spans)

    def text(self, sentence: str) -> str:
        """Its words."""
        return " ".join(sentence[slice(*span)] for span in self.spans)

    def going_on(self, other: _Clause) -> _Clause:
        """The same with another that goes on with it."""
        return replace(self, spans=(*self.spans, *other.spans), verbs=(*self.verbs, *other.verbs))


def is_dated_otherwise(question: str, sentence: str, within: Span, days: Sequence[Span]) -> bool:
    """Whether a question asks when something was, and words tell the day of something else in their sentence.

    So "3 May" does not tell when the pump broke down in "The berth reopened on 3 May after the pump broke down". What
    "and" adds without a time of its own may have been on the same day.

    Args:
        question: such as "When did the pump break down?".
        sentence: such as the above.
        within: the words that may answer.
        days: the dates in the sentence.
    """
    shown = [day for day in days if day[0] < within[1] and within[0] < day[1]]
    clauses = _clauses(sentence) if shown else []
    if len(clauses) < 2:
        return False
    asked, is_noun = _event(question, clauses)
    own = [clause for clause in clauses if not asked.isdisjoint(stems(clause.text(sentence)))]
    if not own or any(_tells_when(clause, sentence, within) for clause in own):
        return False
    of_days = [clause for clause in clauses if any(clause.holds(day[0]) for day in shown)]
    if any(clause in own or not clause.verbs or _is_meeting(clause) for clause in of_days):
        return False
    return all(
        _is_beside(one, other) if is_noun else _is_apart(one, other, sentence, days) for one in of_days for other in own
    )


def is_dated_of_another(question: str, sentence: str, under: str, before: str = "") -> bool:
    """Whether a question asks when something did or had done what a sentence tells of another thing alone.

    So "The dredger arrived on 12 July" does not tell when the crane arrived, nor does "It arrived on 12 July" behind
    what tells of the dredger. Where the sentence goes on otherwise about what was named before, or what it stands under
    names the thing, it may; so may one of a name.

    Args:
        question: such as "When did the crane arrive?".
        sentence: such as the above.
        under: what it stands under, with the title of its document.
        before: what stands before it in its paragraph.
    """
    asked = _ASKS_WHEN_THING.search(question)
    last = [before[slice(*span)] for span in sentences(before)][-1:] if asked and _OF_IT.match(sentence) else []
    opening = last[0] if last else "" if _is_of_named(sentence) else sentence
    if asked is None or not _SUBJECT.match(opening):
        return False
    done = frozenset(stem for stem, _ in _verbs(sentence.casefold()))
    deeds = [word.stem for word in words(asked["rest"]) if not verb_forms((word.stem,)).isdisjoint(done)]
    things = frozenset(stems(asked["rest"])) - frozenset(deeds[-1:])
    told = frozenset(stems(f"{under}\n{before if last else ''}\n{sentence}"))
    return bool(deeds and things) and not any(is_alike(thing, one) for thing in things for one in told)


def _is_of_named(sentence: str) -> bool:
    """Whether a sentence may be about what was named before it: "It arrived", "The building opened in May"."""
    return _GENERAL.match(sentence) is not None or _GOES_ON.search(sentence) is not None


def _event(question: str, clauses: Sequence[_Clause]) -> tuple[frozenset[str], bool]:
    """The stems of what a question asks the day of, and whether they are a noun: "flooded", or "the flood"."""
    done = frozenset(stem for clause in clauses for stem, _ in clause.verbs)
    for word in reversed(words(question)):
        if not (forms := verb_forms((word.stem,))).isdisjoint(done):
            return forms, False
    noun = _ASKS_WHEN_NOUN.search(question)
    return frozenset(stems(noun["noun"])[-1:] if noun else ()), True


def _tells_when(clause: _Clause, sentence: str, within: Span) -> bool:
    """Whether words hold a clause that tells a time of its own, as "two months after he left" and "left in May" do."""
    start = clause.spans[0][0]
    lead = _INTERVAL.search(sentence[max(0, start - _LEAD_CHARS) : start]) if clause.joint == "aside" else None
    held = (span for span in clause.spans if within[0] <= span[0])
    shown = [sentence[slice(*span)] for span in held if len(sentence[: span[1]].rstrip(" .,;")) <= within[1]]
    return bool(shown and lead) or any(map(_says_when, shown))


def _says_when(text: str) -> bool:
    """Whether a clause tells a time, and not only what it was before or after."""
    return says_when(_NO_TIME.sub(" ", text))


def _is_meeting(clause: _Clause) -> bool:
    """Whether a clause beside another tells when those met who did what that tells."""
    return clause.is_aside and any(verb in _MEETING for verb, _ in clause.verbs)


def _is_beside(dated: _Clause, own: _Clause) -> bool:
    """Whether a noun is only named beside what a clause with a day tells."""
    is_before = own.joint == "relative" or (own.joint == "aside" and dated.spans[0] < own.spans[0])
    return is_before and not dated.is_aside


def _is_apart(dated: _Clause, own: _Clause, sentence: str, days: Sequence[Span]) -> bool:
    """Whether the day that a clause tells is not that of what another one tells."""
    if dated.is_aside or own.is_aside:
        return True
    is_before = dated.spans[0] < own.spans[0]
    is_fronted = any(dated.holds(day[0]) and day[0] < min(start for _, start in dated.verbs) for day in days)
    has_day = any(own.holds(day[0]) and not _UP_TO.search(sentence[: day[0]][-_LEAD_CHARS:]) for day in days)
    return is_before and not is_fronted and (has_day or _LATER.search(own.text(sentence)) is not None)


def _clauses(sentence: str) -> list[_Clause]:
    """The clauses of a sentence that have a verb, and those that only name an event: "after the flood"."""
    folded = sentence.casefold()
    verbs = _verbs(folded)
    made: list[_Clause] = []
    start, joint = 0, ""
    for stop, following in (*_joints(folded, verbs), (len(sentence), "")):
        clause = _Clause(((start, stop),), joint, tuple(verb for verb in verbs if start <= verb[1] < stop))
        main = next((place for place in reversed(range(len(made))) if not made[place].is_aside), None)
        is_named = joint == "aside" and not clause.verbs and not _says_when(sentence[start:stop])
        is_part = not clause.verbs or (joint == "link" and made and not made[-1].verbs)
        place = main if joint == "main" else len(made) - 1 if is_part and not is_named and made else None
        if place is None:
            made.append(clause)
        else:
            made[place] = made[place].going_on(clause)
        start, joint = stop, following
    return made


def _joints(folded: str, verbs: Sequence[tuple[str, int]]) -> list[tuple[int, str]]:
    """Where clauses of a sentence begin, and what joins them; "main" where the one goes on within which one stood."""
    found: list[tuple[int, str]] = []
    for match in _JOINT.finditer(folded):
        kind, (opened, joint) = str(match.lastgroup), found[-1] if found else (0, "")
        if kind == "main" and not (
            joint in ("aside", "relative") and any(opened <= start < match.start() for _, start in verbs)
        ):
            continue
        if match.start() < opened:
            continue
        if kind != "close":
            found.append((match.start(), kind))
        elif end := _end_of_close(match.end(), verbs):
            found += [(match.start(), "relative"), (end, "main")]
    return found


def _end_of_close(start: int, verbs: Sequence[tuple[str, int]]) -> int:
    """Where "was replaced" starts in "that had failed was replaced", for where "had" does; 0 where no two verbs do."""
    following = [one for one in verbs if one[1] >= start]
    if not following or following[0][1] != start:
        return 0
    done = next((place for place, (stem, _) in enumerate(following) if stem), len(following))
    return following[done + 1][1] if done + 1 < len(following) else 0


def _verbs(folded: str) -> list[tuple[str, int]]:
    """The stems of the verbs of a sentence, and where they start; "the end" and "a planned fair" have none."""
    told: list[tuple[str, int]] = []
    last = ""
    for match in _WORD.finditer(folded):
        word = match[0]
        is_past = word.endswith("ed") and len(word) > _SHORT and not word.endswith("eed")
        is_form = (word in _VERBS or is_past) and last not in _NO_VERB_AFTER
        if is_form or word in _AUXILIARIES:
            told.append((stem_of(word), match.start()))
        last = word
    return told
