"""Halved: what answers each half of a question that asks two things, as one answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, zip_longest
from typing import Final

from corpus.language.distinctions.causes import tells_reason
from corpus.language.distinctions.ends import are_both_ends
from corpus.language.kinds import AnswerType
from corpus.language.predicates import negated
from corpus.language.rows import is_row
from corpus.language.values import value_spans
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from qa.abstaining.reasons import reason_codes
from qa.answer import Answer, AnswerPart, Notice, PartsCount, Quote, RankedPassage
from qa.passages.asked import Taken
from qa.query import Interpretation
from qa.query.halves import Half
from qa.request import AskRequest

Halved = tuple[Half, Answer]
_TABLE = load("halves")
_EXCEPTIONS = _TABLE["exceptions"]
_ASKS_EXCEPTIONS = re.compile(rf"\b{alternatives(_EXCEPTIONS['asked'])}\b", re.I)
_SAYS_EXCEPTIONS = re.compile(rf"\b{alternatives(_EXCEPTIONS['said'])}\b", re.I)
_LIMITING = alternatives([*_TABLE["before_asking"], *_TABLE["before_phrases"], "than"])
_LIMITS = re.compile(rf"\b{_LIMITING}\s+(?:{alternatives(_TABLE['articles'])}\s+)?(?P<of>\w+)", re.I)
"""When, where or for whom something is not so: "between May and July"."""
_TYPED: Final[frozenset[AnswerType]] = frozenset({"date", "number"})
"""Kinds of answer of which a sentence may hold one for each half."""
_VALUED: Final[frozenset[AnswerType]] = _TYPED | {"person"}
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_YEAR = re.compile(r"[12][0-9]{3}")
_COUNTED: Final = {2: "two things, and neither", **{count: f"{count} things, and none" for count in range(3, 10)}}
_OF_OTHER_HALF: Final = "The words that come nearest answer the other half."
_OF_ANOTHER: Final = "The words that come nearest are of another."
_MAY_TELL: Final = "The words that answer the rest may tell it, but that is not sure."
_NOT_SO = "The words for the other half say that it is not so."
_NOT_SURE = "No passage answers it for sure."


def joined(request: AskRequest, read: Interpretation, halved: Sequence[Halved]) -> Answer:
    """The answer to a question of two halves: that of the first half that is answered, with each half as a part.

    Of one subject or time beside another the sentence that tells of both is the whole answer. Where neither half is
    answered it is said why of each.

    Args:
        request: the question as it was put.
        read: how it was understood.
        halved: its halves, each with the answer to it.
    """
    halves = [half for half, _ in halved]
    one = next((answer for _, answer in halved if says_both(answer, halves)), None)
    if one and not _have_own_words([answer for _, answer in halved]):
        return replace(saying_both(one, halves), question=request.question, interpretation=read)
    read_so = [(half, _as_half(answer)) for half, answer in halved]
    halved = _told_apart(read_so) if len(read_so) == 2 else [_of_its_subject(*one) for one in read_so]
    answered = [answer for _, answer in halved if answer.answer]
    if not answered:
        return _refused(request, read, halved)
    halved = [(half, _beside(half, answer, answered)) for half, answer in halved]
    answered_first = sorted((answer for _, answer in halved), key=lambda answer: answer.answer is None)
    passages = _passages([answer.passages for answer in answered_first], request.k)
    first = answered[0].answer
    assert first is not None, "a half is answered"
    is_whole = len(answered) == len(halved) and all(
        answer.answer.completeness == "whole" for answer in answered if answer.answer
    )
    quote = replace(
        first,
        passage_rank=next(one.rank for one in passages if one.passage_id == answered[0].passages[0].passage_id),
        completeness="whole" if is_whole else "part",
        parts=tuple(_part(half, answer) for half, answer in halved),
        counted=PartsCount(len(answered), len(halved)),
        support=None,
    )
    return replace(
        answered[0],
        question=request.question,
        confidence=min(answer.confidence for answer in answered),
        answer=quote,
        passages=passages,
        interpretation=read,
        alternatives=tuple(chain.from_iterable(answer.alternatives for _, answer in halved)),
        notices=(
            *dict.fromkeys(notice for _, answer in halved for notice in answer.notices),
            *(_unanswered(half, answer, len(halved)) for half, answer in halved if not answer.answer),
        ),
    )


def taken_by_other(halved: Sequence[Halved]) -> tuple[int, Taken] | None:
    """Which half has only words that are taken for the other one, by its place, with where these stand; None for none.

    Args:
        halved: the halves, each with the answer to it.
    """
    halves, answers = zip(*halved, strict=True)
    if len(halved) > 2:
        return None
    if any(says_both(answer, halves) for answer in answers) and not _have_own_words(answers):
        return None
    for place, (_, answer) in enumerate(_told_apart(halved)):
        said = answers[1 - place].answer
        if said and answers[place].answer and not answer.answer:
            words = said if _holds_several(said) else said.sentence
            return place, Taken(said.document_id, words.start, words.end)
    return None


def says_both(answer: Answer, halves: Sequence[Half]) -> bool:
    """Whether one sentence answers a question of two subjects, times or things: it tells of both."""
    if answer.answer is None:
        return False
    return all(_tells_of(answer.answer, [half.told for half in halves]))


def _tells_of(quote: Quote, told: Sequence[str]) -> list[bool]:
    """Whether the sentence of a quote has the words of subjects or times; of times of several years these will do.

    A part of a longer word is none of them: "parent" of "parent-in-law".
    """
    whole = " ".join(told).casefold().replace("-", " ")
    sentence = _COMPOUND.sub(
        lambda one: one[0] if one[0].casefold().replace("-", " ") in whole else " ", quote.sentence.text
    )
    said = set(stems(sentence))
    wanted = [set(stems(each)) for each in told]
    years = [set(filter(_YEAR.fullmatch, each)) for each in wanted]
    if all(years) and not set.intersection(*years):
        wanted = years
    return [bool(name) and said.issuperset(each) for name, each in zip(told, wanted, strict=True)]


def _have_own_words(answers: Sequence[Answer]) -> bool:
    """Whether one sentence answers each half by words of its own, apart from those of the other."""
    one, other = (answer.answer for answer in answers[:2])
    if (
        len(answers) > 2
        or one is None
        or other is None
        or one.document_id != other.document_id
        or one.sentence != other.sentence
    ):
        return False
    return one.end <= other.start or other.end <= one.start


def saying_both(answer: Answer, halves: Sequence[Half]) -> Answer:
    """An answer by a sentence that tells of both halves, with all of it where its words do not name what is told.

    A value would be that of one of them.
    """
    quote = answer.answer
    if quote is None or quote.counted:
        return answer
    if not {*stems(quote.quote)}.issuperset(stems(" ".join(half.told for half in halves))):
        sentence = quote.sentence
        quote = replace(quote, quote=sentence.text, start=sentence.start, end=sentence.end)
    return replace(answer, answer=replace(quote, value=None))


def _refused(request: AskRequest, read: Interpretation, halved: Sequence[Halved]) -> Answer:
    """That neither half is answered, by the reason of the two that is tried first."""
    answers = [answer for _, answer in halved]
    why = dict.fromkeys(_why(answer) for answer in answers)
    told = " ".join(f"“{half.label}” {_why(answer)}" for half, answer in halved) if len(why) > 1 else next(iter(why))
    return replace(
        answers[0],
        question=request.question,
        reason=min((answer.reason for answer in answers if answer.reason), key=reason_codes().index),
        reason_text=f"The question asks {_COUNTED[len(halved)]} is answered. {told}",
        confidence=max(answer.confidence for answer in answers),
        passages=_passages([answer.passages for answer in answers], request.k),
        interpretation=read,
        notices=tuple(dict.fromkeys(notice for answer in answers for notice in answer.notices)),
    )


def _told_apart(halved: Sequence[Halved]) -> Sequence[Halved]:
    """The halves, but of two with the same words only one is answered where these cannot be of both.

    One value alone cannot answer two questions: the half with more words of the sentence has it, or the surer one. A
    sentence that tells of one of two subjects or times is of that half, and one without a value for a half, nor a word
    of it, is not of that. How much somebody may claim tells that they may.
    """
    (half, one), (other_half, other) = halved
    if other_half.hangs and one.answer and other.answer and _denies(half, one.answer, other):
        return [(half, one), (other_half, _withdrawn(other, _NOT_SO))]
    if other_half.tells_first:
        is_told = other.answer is not None and one.answer is None
        return [(half, replace(other, interpretation=one.interpretation) if is_told else one), halved[1]]
    if one.answer is None or other.answer is None or one.answer.sentence != other.answer.sentence:
        return halved
    if are_both_ends(half.label, other_half.label, one.answer.quote):
        return halved
    said = set(stems(one.answer.sentence.text))
    shared = [len(said & own) for own in _own_words(half.label, other_half.label)]
    tells = _tells_of(one.answer, _told(halved))
    if tells[0] == tells[1]:
        values = one.answer.value, other.answer.value
        tells = [count > 0 for count in shared]
        if values[0] is None or values[0] != values[1]:
            untold = [place for place in (0, 1) if any(tells) and not tells[place] and not _is_own(halved, place)]
            return [(two, _withdrawn(each) if place in untold else each) for place, (two, each) in enumerate(halved)]
        if _may_be_of_both(one.answer, other.answer) and (tells[0] == tells[1] or _holds_several(one.answer)):
            return halved
    surer = int((shared[1], other.confidence) > (shared[0], one.confidence))
    kept = tells.index(True) if tells[0] != tells[1] else surer
    return [(two, answer if place == kept else _withdrawn(answer)) for place, (two, answer) in enumerate(halved)]


def _denies(half: Half, one: Quote, other: Answer) -> bool:
    """Whether a half is answered by no, without exception, so that nothing answers what is asked if it is so.

    Another sentence may tell when it is so for all that, where the denial has a limit beside what is asked: "not
    between May and July".

    Args:
        half: what asks it.
        one: what answers it.
        other: what answers the half that asks on.
    """
    said = one.sentence.text
    if not negated(said) or _SAYS_EXCEPTIONS.search(said):
        return False
    kind = other.interpretation.answer_type if other.interpretation else "other"
    if other.answer and other.answer.sentence == one.sentence:
        return not (kind in _TYPED and value_spans(said, kind))
    asked = {*stems(half.question)}
    return all(asked.intersection(stems(limit["of"])) for limit in _LIMITS.finditer(said))


def _of_its_subject(half: Half, answer: Answer) -> Halved:
    """One of several subjects with what answers it, unless that is of another: nothing of it names the subject."""
    if answer.answer is None or not half.told:
        return half, answer
    cited = answer.answer.citation
    said = stems(f"{cited.title} {cited.source or ''} {answer.answer.sentence.text} {answer.passages[0].text}")
    return half, answer if set(stems(half.told)).issubset(said) else _withdrawn(answer, _OF_ANOTHER)


def _own_words(one: str, other: str) -> list[set[str]]:
    """The words of each of two halves that the other has not, or all where it has no others."""
    words = [set(stems(label)) for label in (one, other)]
    return [(mine - theirs) or mine for mine, theirs in (words, words[::-1])]


def _told(halved: Sequence[Halved]) -> list[str]:
    """What is told of in each of two halves alone: the subject or time, or else the names, where both have some."""
    if any(half.told for half, _ in halved):
        return [half.told for half, _ in halved]
    names = [
        [name.text for name in answer.interpretation.names] if answer.interpretation else [] for _, answer in halved
    ]
    own = [" ".join(name for name in each if name not in other) for each, other in (names, names[::-1])]
    return own if all(own) else ["", ""]


def _is_own(halved: Sequence[Halved], place: int) -> bool:
    """Whether words that have none of a half are its own for all that.

    They are other words and have a value that is not the only one of the other half's, or leave out the value of
    these, or the sentence has one of the kind that is asked for apart from the words for the other half, or exceptions
    or reasons are asked for and the sentence has some.
    """
    half, answer = halved[place]
    quote, other = answer.answer, halved[1 - place][1].answer
    assert quote is not None and other is not None, "both halves are answered"
    is_other = quote.quote != other.quote
    if is_other and quote.value and (quote.value.text not in other.quote or _holds_several(other)):
        return True
    if (other.value and other.value.text not in quote.quote) or (
        _ASKS_EXCEPTIONS.search(half.label) and _SAYS_EXCEPTIONS.search(quote.sentence.text)
    ):
        return True
    kind = answer.interpretation.answer_type if answer.interpretation else "other"
    if kind == "reason" and tells_reason(quote.sentence.text):
        return True
    shift = quote.sentence.start
    values = value_spans(quote.sentence.text, kind) if kind in _TYPED else ()
    return any(shift + end <= other.start or other.end <= shift + start for start, end in values)


def _may_be_of_both(one: Quote, other: Quote) -> bool:
    """Whether all of one sentence is quoted for both halves."""
    return one.quote == other.quote == one.sentence.text


def _holds_several(quote: Quote) -> bool:
    """Whether the sentence of a quote holds several values of the kind of its own; a table's row does so anyhow."""
    if is_row(quote.sentence.text):
        return False
    kind = quote.value.kind if quote.value else "number"
    held = value_spans(quote.sentence.text, "date" if kind == "date" else "person" if kind == "name" else "number")
    return len(held) > 1


def _withdrawn(answer: Answer, text: str = _OF_OTHER_HALF) -> Answer:
    """An answer whose words are those of the other half."""
    return replace(answer, status="abstained", reason="not_answered", reason_text=text, answer=None)


def _part(half: Half, answer: Answer) -> AnswerPart:
    """What answers a half, or that nothing does."""
    said = answer.answer
    if said is None:
        return AnswerPart("", half.label, None, None, None, None, answer.confidence, reason_text=_why(answer))
    return AnswerPart(
        quote=said.quote,
        label=half.label,
        document_id=said.document_id,
        start=said.start,
        end=said.end,
        citation=said.citation,
        confidence=answer.confidence,
        sentence=said.sentence,
        value=said.value,
        support=said.support,
        parts=said.items_beyond,
        counted=said.counted,
    )


def _unanswered(half: Half, answer: Answer, count: int) -> Notice:
    part = "half" if count == 2 else "part"
    return Notice("partial", f"One {part} of the question is not answered: “{half.label}” {_why(answer)}")


def _why(answer: Answer) -> str:
    """Why a half is not answered; that the documents say nothing of it is not said of words that were put for it."""
    return _NOT_SURE if answer.reason == "nothing_relevant" else answer.reason_text


def _beside(half: Half, answer: Answer, answered: Sequence[Answer]) -> Answer:
    """An answer to a half; of one that is refused it is said where words shown for another may tell it.

    They stand in one of the passages that come nearest to it, in a sentence with a word of it, and have a value of the
    kind that it asks for.
    """
    kind = answer.interpretation.answer_type if answer.interpretation else "other"
    if answer.answer or kind not in _VALUED or answer.reason_text in (_OF_OTHER_HALF, _OF_ANOTHER):
        return answer
    near, own = {passage.passage_id for passage in answer.passages}, set(stems(half.question))
    shown = (one.answer for one in answered if one.answer and one.passages[0].passage_id in near)
    may_tell = any(value_spans(one.quote, kind) and not own.isdisjoint(stems(one.sentence.text)) for one in shown)
    return replace(answer, reason="not_answered", reason_text=_MAY_TELL) if may_tell else answer


def _as_half(answer: Answer) -> Answer:
    """An answer to a half: one of a word alone, such as a name of two that are compared, is a question for all that."""
    if answer.reason != "no_question":
        return answer
    return replace(answer, reason="not_answered", reason_text=_NOT_SURE)


def _passages(found: Sequence[Sequence[RankedPassage]], most: int) -> tuple[RankedPassage, ...]:
    """The passages of both halves, taken in turn, each once."""
    own: dict[str, RankedPassage] = {}
    for passage in filter(None, chain.from_iterable(zip_longest(*found))):
        own.setdefault(passage.passage_id, passage)
    return tuple(replace(passage, rank=rank) for rank, passage in enumerate([*own.values()][:most], start=1))
