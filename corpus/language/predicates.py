"""Predicates: whether a sentence says of something what is asked, or its opposite, or that it is only planned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from corpus.language.context import before
from corpus.language.kinds import QUESTIONS_KEPT, TEXTS_KEPT, Span
from corpus.language.lists import opens_list
from corpus.language.nearness import clause_ends
from corpus.language.ratings import ratings
from corpus.language.rows import CELL_END
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import WRITTEN_WORD, stem_of, stems

_TABLE = load("predicates")
_NEGATION = re.compile(
    rf"\b(?!without\s+(?:(?:a|any|further)\s+)?{alternatives(_TABLE['negation']['nothing_against'])}\b)"
    rf"{alternatives(_TABLE['negation']['words'])}(?!\w)".replace("'", "['’]"),
    re.I,
)
_UNDECIDED = re.compile(rf"\b{alternatives(_TABLE['undecided'])}\b", re.I)
_AFTER_ALL = re.compile(rf"\b{alternatives(_TABLE['decided_after_all'])}\b", re.I)
_REACH: int = _TABLE["negation"]["reach_words"]
_UNSETTLED = re.compile(rf"\b{alternatives(_TABLE['unsettled']['words'])}\b", re.I)
_HEARSAY = re.compile(
    rf"\b{alternatives(_TABLE['unsettled']['speakers'])}\s+(?:[\w’'-]+\s+){{0,3}}?{alternatives(_TABLE['unsettled']['telling'])}\b",
    re.I,
)
_ASKS_SAID = re.compile(rf"\b{alternatives(_TABLE['unsettled']['asking'])}\b", re.I)
_PLANS = re.compile(rf"\b{alternatives(_TABLE['plans']['words'])}\b", re.I)
_ASKS_REAL = re.compile(
    rf"\b(?:{alternatives(_TABLE['due']['asking'])}|{alternatives(_TABLE['due']['then'])}\b[^?]*\b{alternatives(_TABLE['due']['stressed'])})\b",
    re.I,
)
_REAL, _DUE = (re.compile(rf"\b{alternatives(_TABLE['due'][name])}\b", re.I) for name in ("real", "words"))
_PART_OF_SENTENCE = re.compile(r"[;.]\s|\bbut\b")
_UNTIL = re.compile(
    rf"\b(?:{alternatives(_TABLE['negation']['until'])}\b|{alternatives(_TABLE['negation']['since'])}\s+(?:\w+\s+){{0,2}}\d)",
    re.I,
)
_NUMBER_SIGN = re.compile(rf"\b{alternatives(_TABLE['negation']['number_signs'])}\.?(?=\s*(?:\||\d|$))", re.I)
"""What says "number" and not that something is not so."""
_OF_A_CASE = re.compile(rf"\b{alternatives(_TABLE['negation']['of_a_case'])}\b.*|\([^()]*\)", re.I | re.S)
_DENIED = re.compile(
    rf"\b(?:{alternatives(_TABLE['negation']['auxiliaries'])}\s+(?:not|never)|\w+n['’]t|never)\s+(?P<next>\w+(?:\s+\w+)?)",
    re.I,
)
_UNTRUE = re.compile(
    rf"\b{alternatives(_TABLE['negation']['rumours'])}\s+(?:that|of)\s+(?P<next>[^.;:\n]{{1,200}}?)"
    rf"\s+(?:is|are|was|were)\s+(?:\w+\s+)?{alternatives(_TABLE['negation']['untrue'])}\b",
    re.I,
)
_GOES_ON = re.compile(rf"\s*{alternatives(_TABLE['negation']['going_on'])}\b")
_RANKS = load("offices")["ranks"]
_ANOTHER = re.compile(
    rf"\b{alternatives([*_TABLE['another']['words'], *_RANKS['stand_ins'], *_RANKS['lower']])}\b", re.I
)
_IN_PLACE = re.compile(rf"\b{alternatives(_TABLE['another']['in_place'])}\b", re.I)
_WHO = re.compile(r"\bwhom?\b", re.I)
_WITH_WHOM = re.compile(r"\b(?:to|from|by)\b", re.I)
_ASKED_VERB = re.compile(r"\bwho\s+(\w+)", re.I)
_NEEDED, _BETTER, _TELLS_BETTER, _DONE_BETTER, _PRAISES = (
    re.compile(rf"\b{alternatives(_TABLE['improving'][name])}\b", re.I)
    for name in ("needed", "asks", "tells", "done", "praises")
)
_VAGUE = re.compile(rf"\b{alternatives(_TABLE['improving']['vague'])}\s*(?=[.;!?]|$)", re.I)
_TOLD = re.compile(rf"{_NEEDED.pattern}|\b(?:tell|told|ask|asked)\s+(?:[\w’'-]+\s+){{1,5}}?(?=to\b)", re.I)
_ASKS_WHAT = re.compile(r"\b(?:what|which|where)\b", re.I)
_JUDGING = re.compile(
    rf"\b{alternatives([*load('ratings')['rating_verbs'], *load('ratings')['whole']])}\b(?!\s+that\b)[^.;]*$", re.I
)
_JUDGED_CHARS = 60
_ASKS_WHO = re.compile(
    r"^\W*(?:who|(?:which|what)(?:\s+[\w’'-]+){0,2}?)\s+"
    rf"(?:{alternatives([*_TABLE['negation']['auxiliaries'], *_TABLE['permission']['may']])}\s+"
    r"(?:to\s+|be\s+|been\s+)*)(?P<verb>[a-z]{3,})\b",
    re.I,
)
_BUT = re.compile(rf"\b{alternatives(_TABLE['permission']['but'])}\b", re.I)
_NOT_KNOWN = re.compile(rf"\b{alternatives(_TABLE['not_known']['words'])}\b", re.I)
_FRAMES = re.compile(rf"\b{alternatives(_TABLE['frames']['words'])}\b", re.I)
_DONE = re.compile(rf"\b{alternatives(_TABLE['plans']['done'])}\b", re.I)

_DEEDS = tuple(map(frozenset[str], _TABLE["doing"]["different"]))
_PROPOSING, _ASKS_PROPOSAL = (
    re.compile(rf"\b{alternatives(_TABLE['amendments'][name])}\b", re.I) for name in ("proposing", "asking")
)
_BECAME = re.compile(
    rf"\b(?<!\bbe )(?:(?P<not>not\s+)?(?P<carried>{alternatives(_TABLE['amendments']['carried'])})"
    rf"|{alternatives(_TABLE['amendments']['lost'])})\b",
    re.I,
)
"""What became of an amendment; what it was to do is told by "be": "that it be refused"."""
_PUT_FORWARD = re.compile(rf"(?<!\w){alternatives(_TABLE['put_forward']['words'])}(?!\w)", re.I)
_DECIDED = re.compile(rf"(?<!\bbe )\b{alternatives(_TABLE['put_forward']['decided'])}\b", re.I)
_MOVED_BY = re.compile(rf"\b{alternatives(_TABLE['put_forward']['moved_by'])}\b", re.I)
"""Who put forward what a sentence tells was decided: "Ann Roe was elected, proposed by Bo Tan"."""
_HEADS_PROPOSALS = re.compile(rf"\W*(?:\d[\d.]*\W+)?{alternatives(_TABLE['put_forward']['headings'])}\W*", re.I)
_AMENDMENT = re.compile(r"\bamendment\b", re.I)

Sides = tuple[frozenset[str], frozenset[str]]


def opposites(name: str) -> tuple[Sides, ...]:
    """Each pair of opposites as stems, either way round.

    Args:
        name: of the list of them in en/opposites.toml.
    """
    pairs = [tuple(frozenset(map(stem_of, side)) for side in pair) for pair in load("opposites")[name]]
    return tuple(way for one, other in pairs for way in ((one, other), (other, one)))


_DECISIONS = opposites("decisions")
_ALL_BUT, _VOTED, _LOSING, _PUT_OFF = (
    re.compile(rf"\b{alternatives(_TABLE[name])}\b", re.I) for name in ("all_but", "voted", "losing", "putting_off")
)
_NO_DEED = re.compile(rf"\b{alternatives(_TABLE['no_deed'])}\b", re.I)
_OPPOSITES = (*_DECISIONS, *opposites("done"))
_OPPOSITES_AND_CONVERSES = (*_OPPOSITES, *opposites("converses"))


def says_opposite(question: str, sentence: str) -> bool:
    """Whether a sentence says the opposite of what a question asks about, and not that itself."""
    tells_with_whom = _WHO.search(question) and _WITH_WHOM.search(sentence)
    pairs = _OPPOSITES if tells_with_whom else _OPPOSITES_AND_CONVERSES
    return any(_is_opposite(sides, sentence) for sides in _asked(_NO_DEED.sub(" ", question), pairs))


@lru_cache(maxsize=QUESTIONS_KEPT)
def asks_decision(question: str) -> bool:
    """Whether a question asks about a decision that was made, one way or the other."""
    return not negated(question) and not _PUT_OFF.search(question) and any(_decisions_asked(question))


def _decisions_asked(question: str) -> Iterator[Sides]:
    """The decisions that a question asks about; what is lost is one only where a motion or the like may be."""
    return _asked(_NO_DEED.sub(" ", _of_votes(question)), _DECISIONS)


def _of_votes(text: str) -> str:
    """A text without words of losing, where it is of nothing that is voted on: "the water lost"."""
    return text if _VOTED.search(text) else _LOSING.sub(" ", text)


def decides_otherwise(question: str, sentence: str) -> bool:
    """Whether a question asks about a decision and a sentence tells of one the other way alone, or that none was."""
    told = sentence if _VOTED.search(question) else _of_votes(sentence)
    return (
        asks_decision(question)
        and not _ALL_BUT.search(sentence)
        and any(
            (_is_opposite(sides, told) and not _negates(sides[1], told))
            or _negates(sides[0], sentence)
            or _is_undecided(sides[0], sentence)
            for sides in _decisions_asked(question)
        )
    )


def negated(sentence: str) -> bool:
    """Whether a sentence says that something is not so."""
    return bool(_NEGATION.search(sentence))


def denies(question: str, sentence: str) -> bool:
    """Whether a question takes for granted what a sentence says was never so: "When was the pool closed?"."""
    return bool(_denied(question, sentence))


def denies_elsewhere(question: str, sentence: str, other: str) -> bool:
    """Whether a question takes for granted what another sentence says was never so, and the one that answers has not.

    Args:
        question: such as "When was the driver charged?".
        sentence: such as "The driver was arrested on 19 June.".
        other: such as "He has not been charged.".
    """
    return bool(_denied(question, other) - _stems(sentence))


def goes_on(following: str) -> bool:
    """Whether a sentence goes on about whom the one before it told of, as "He has not been charged" does."""
    return _GOES_ON.match(following) is not None


def _denied(question: str, sentence: str) -> frozenset[str]:
    """The stems of a question that a sentence says were never so."""
    if negated(question) or _UNTIL.search(sentence):
        return frozenset()
    asked = _stems(question)
    said = (match["next"] for match in (*_DENIED.finditer(sentence), *_UNTRUE.finditer(sentence)))
    return frozenset[str]().union(*(_stems(words) & asked for words in said))


def tells_opposite_time(question: str, sentence: str) -> bool:
    """Whether a question asks when something was, and a sentence tells when its opposite was: "opens" for "ends".

    A sentence that tells until when tells of an end too.
    """
    return says_opposite(question, sentence) and not _UNTIL.search(sentence)


def tells_of_another_deed(question: str, sentence: str) -> bool:
    """Whether a question asks who did something, and a sentence tells only who did something else of its kind.

    Such as who moved what somebody is asked to have seconded.
    """
    verb, said = _asked_verb(question), {word.casefold() for word in WRITTEN_WORD.findall(sentence)}
    own = next((words for words in _DEEDS if verb in words), frozenset[str]())
    return bool(own) and said.isdisjoint(own) and not all(said.isdisjoint(words) for words in _DEEDS if words != own)


def is_amended(question: str, sentence: str, following: str) -> bool:
    """Whether a sentence tells of a proposal in place of which an amendment was carried.

    Where a question asks for the proposal, that is no matter.

    Args:
        question: as it was asked.
        sentence: such as "Ada Moor proposed to spend £20."
        following: what is said after it, such as "An amendment to spend £10 was carried."
    """
    if not _PROPOSING.search(sentence) or _ASKS_PROPOSAL.search(question):
        return False
    amendment = _AMENDMENT.search(following)
    became = _BECAME.search(following, amendment.end()) if amendment else None
    return became is not None and became["carried"] is not None and became["not"] is None


def only_put_forward(question: str, sentence: str, following: str, under: str = "") -> bool:
    """Whether a sentence tells of what is only proposed, and a question does not ask for a proposal.

    Args:
        question: as it was asked.
        sentence: such as "It is proposed to raise the fee to £9."
        following: what is said after it, which may tell of the decision.
        under: the headings that it stands under, such as "Decisions sought".
    """
    is_told = _PUT_FORWARD.search(sentence) or any(map(_HEADS_PROPOSALS.fullmatch, re.split(r"\n| > ", under)))
    return bool(is_told) and not _DECIDED.search(f"{sentence}\n{following}") and _asks_what_is_so(question)


def tells_of_another(question: str, sentence: str) -> bool:
    """Whether a sentence tells only of the deputy, or the former one, of what a question asks after.

    Whoever stands in for somebody may well be the deputy.
    """
    if _ANOTHER.search(question) or _IN_PLACE.search(question):
        return False
    asked, words = _stems(question), sentence.split()
    others = [place for place, word in enumerate(words) if _ANOTHER.fullmatch(word.strip(".,;:()-"))]
    if not others:
        return False
    stems_of = [_stems(word) & asked for word in words]
    told = {stem for place in others for stem in _named_after(place, words, _asked_verb(question)) if stem in asked}
    return any(
        all(any(0 < place - other < 3 for other in others) for place, own in enumerate(stems_of) if stem in own)
        for stem in told
    )


def _asked_verb(question: str) -> str:
    """What a question asks who does: "approves" in "Who approves leave?"."""
    verb = _ASKED_VERB.search(question)
    return verb[1].casefold() if verb else ""


def _named_after(place: int, words: Sequence[str], verb: str) -> frozenset[str]:
    """The stems of what a deputy is one of: of the next words up to a verb, as in "the assistant approves leave"."""
    return _stems(" ".join(takewhile(lambda word: word.casefold() != verb, words[place + 1 : place + 3])))


def denies_list(lead: str) -> bool:
    """Whether what leads into a list says that nothing of it is so: "The grant cannot be used for:".

    "What to do if you cannot attend:" does not. Of the names of a table's columns only the first does, and not "No.".
    """
    own = _NUMBER_SIGN.sub(" ", lead).partition(CELL_END)[0]
    return opens_list(lead) and negated(_OF_A_CASE.sub(" ", own.rpartition(",")[2]))


def asks_what_to_improve(question: str) -> bool:
    """Whether a question asks what has to be better: "What does the home have to improve?"."""
    return _in_turn(question, _ASKS_WHAT, _TOLD, _BETTER)


def improves_nothing(question: str, under: str, sentence: str) -> bool:
    """Whether a question asks what has to be better, and a sentence tells nothing of the kind, or only what is good.

    Args:
        question: such as "What needs to improve?".
        under: the headings above the sentence, and what leads into it.
        sentence: such as "Records of visits."; what has become better already is nothing of the kind, nor that there
            is more to do, nor the grade that something was given.
    """
    if not asks_what_to_improve(question):
        return False
    heading = under.rpartition("\n")[2]
    if _PRAISES.search(heading) and not _TELLS_BETTER.search(heading):
        return True
    told = _VAGUE.sub(" ", _DONE_BETTER.sub(" ", _without_grades(sentence)))
    return not _TELLS_BETTER.search(f"{_DONE_BETTER.sub(' ', under)}\n{told}")


def _without_grades(sentence: str) -> str:
    """A sentence without the grades that it says were given: "requires improvement", behind "was judged to be"."""
    kept, at = "", 0
    for grade in ratings(sentence):
        if before(_JUDGING, sentence, grade.start(), _JUDGED_CHARS) or grade[0].endswith("to be good"):
            kept, at = kept + sentence[at : grade.start()], grade.end()
    return kept + sentence[at:]


def tells_who_not(question: str, sentence: str) -> bool:
    """Whether a question asks who or what is so, and a sentence tells only who or what is not.

    Args:
        question: such as "Who is excluded?" or "Which plan was passed?".
        sentence: such as "Guests are not excluded."
    """
    asked = _ASKS_WHO.search(question)
    if asked is None or negated(question) or _BUT.search(sentence):
        return False
    verb = stem_of(asked["verb"].casefold())
    return bool(verb) and _negates(frozenset((verb,)), sentence)


def _in_turn(text: str, *patterns: re.Pattern[str]) -> bool:
    """Whether a text has something of each pattern, one after the other."""
    at = 0
    for pattern in patterns:
        found = pattern.search(text, at)
        if found is None:
            return False
        at = found.end()
    return True


def is_framed(sentence: str, words: Span) -> bool:
    """Whether a sentence has words beside some of it without which these say more, or the opposite.

    Args:
        sentence: such as "If the bid succeeds, it will open in 2026."
        words: where the part of it stands that is to be quoted.
    """
    return any(
        match.end() <= words[0] or match.start() >= words[1]
        for pattern in (_FRAMES, _NEGATION, _HEARSAY, _NOT_KNOWN)
        for match in pattern.finditer(sentence)
    )


def says_not_known(question: str, sentence: str) -> bool:
    """Whether a sentence says of what a question asks that it is not known, as of a cause that "is not yet known".

    Where a question asks whether it is known, that is no matter.
    """
    own = _stems(question)
    clauses = (sentence[start:end] for start, end in pairwise([0, *clause_ends(sentence), len(sentence)]))
    is_told = any(_NOT_KNOWN.search(clause) and not own.isdisjoint(_stems(clause)) for clause in clauses)
    return is_told and not _NOT_KNOWN.search(question)


def unsettled(question: str, sentence: str) -> bool:
    """Whether a sentence tells of what is only claimed or put forward, and a question does not ask for such things."""
    said = _MOVED_BY.sub("", sentence) if _DECIDED.search(sentence) else sentence
    is_told = _UNSETTLED.search(said) is not None or _PUT_FORWARD.search(said) is not None
    return is_told and _asks_what_is_so(question)


def _asks_what_is_so(question: str) -> bool:
    """Whether a question asks for no plan, claim or proposal."""
    return not (_PLANS.search(question) or _UNSETTLED.search(question))


def only_claimed(question: str, sentence: str) -> bool:
    """Whether a sentence tells what is unsettled, or what one of no name said, and a question does not ask for that."""
    is_claimed = unsettled(question, sentence) or _HEARSAY.search(sentence) is not None
    return is_claimed and not _ASKS_SAID.search(question)


def only_due(question: str, sentence: str) -> bool:
    """Whether a question asks what is really so, and all of a sentence tells what should or must be.

    Args:
        question: such as "How often do staff actually meet?".
        sentence: such as "Staff should meet every week."; one with "in practice" tells what is so as well.
    """
    if not _ASKS_REAL.search(question) or _REAL.search(sentence) or _DUE.search(question):
        return False
    return all(_DUE.search(part) for part in _PART_OF_SENTENCE.split(sentence) if stems(part))


def only_planned(question: str, sentence: str) -> bool:
    """Whether a question asks for what has been done, and a sentence speaks of what is planned or possible."""
    return bool(_DONE.search(question) and _PLANS.search(sentence))


def _asked(question: str, pairs: Iterable[Sides]) -> Iterator[Sides]:
    """The pairs of which a question names the first side and not the other."""
    own = _stems(question)
    return (sides for sides in pairs if own & sides[0] and not own & sides[1])


def _is_opposite(sides: Sides, sentence: str) -> bool:
    own = _stems(sentence)
    return bool(own & sides[1]) and not own & sides[0]


@lru_cache(maxsize=TEXTS_KEPT)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def _is_undecided(done: frozenset[str], sentence: str) -> bool:
    """Whether a sentence says that nothing was decided, and tells of no decision after that."""
    undecided = list(_UNDECIDED.finditer(sentence))
    return bool(undecided) and not any(map(_AFTER_ALL.search, _before(done, sentence[undecided[-1].end() :])))


def _negates(done: frozenset[str], sentence: str) -> bool:
    """Whether every word of a sentence for what is done has a negation shortly before it."""
    before = _before(done, sentence)
    return bool(before) and all(map(_NEGATION.search, before))


def _before(done: frozenset[str], sentence: str) -> list[str]:
    """What stands shortly before each word of a sentence for what is done."""
    words = sentence.split()
    places = [place for place, word in enumerate(words) if stem_of(word.strip(".,;:!?()'\"“”‘’").casefold()) in done]
    return [" ".join(words[max(0, place - _REACH) : place]) for place in places]
