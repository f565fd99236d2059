"""Completing: words to quote, made longer or moved where they would not answer by themselves."""

from __future__ import annotations

import re

from corpus.language.distinctions.changes_told import compared_figures
from corpus.language.distinctions.gapping import clause_asked
from corpus.language.distinctions.groups import holds_for_some
from corpus.language.kinds import AnswerType, Span
from corpus.language.lasting.durations import sentences_between, tells_by_dates
from corpus.language.lasting.hours import hour_asked
from corpus.language.lists import REASON
from corpus.language.persons.antecedents import antecedent, does_next, tells_only_he
from corpus.language.persons.handing_over import date_asked
from corpus.language.persons.succession import next_asked
from corpus.language.predicates import is_framed
from corpus.language.rows import cells
from corpus.language.sentences import sentences, trimmed
from corpus.language.times.tense import is_moved_from
from corpus.language.values import gives_another, value_spans
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from qa.query.intent import asks_several

_TABLE = load("questions")["completing"]
_UNFINISHED = re.compile(rf"(?:^|\s){alternatives(_TABLE['unfinished'])}\W*$", re.I)
_NONE = re.compile(rf"\W*{alternatives(_TABLE['none'])}\W*", re.I)
_EXCEPTED = re.compile(rf"\b{alternatives(_TABLE['excepted'])}\b", re.I)
"""What follows "nothing" in a sentence may be just what a question asks for: "Nothing may be longer, save skis"."""
_CHOICES = re.compile(r"([\w'’-]+)\s+or\s+(?:the\s+|an?\s+)?([\w'’-]+)", re.I)
_SEVERAL = re.compile(rf"\bwho\s+{alternatives(_TABLE['plural'])}\b", re.I)
_DOING = re.compile(r"\bwho\s+(\w+ed)\b", re.I)
_WORDS = r"\s+[^\s,.;:()]+(?:[ \n][^\s,.;:()]+){0,5}"
_LAST_OF_SERIES = re.compile(rf"(?:,{_WORDS})*,?\s+(?:and|or){_WORDS}$")
_ITEM = re.compile(rf",(?!\s+(?:and|or)\s){_WORDS}")
_LAST_WORD = re.compile(r"\s[\w'’-]+$")
_PART_OF = re.compile(rf"\b(?:{alternatives(_TABLE['of_part'])})\b", re.I)
_ASKING = r"(?:when|where|what\s+time|who|how\s+much)"
_BOTH = re.compile(rf"\b{_ASKING}\s+(?:and|&)\s+{_ASKING}\b", re.I)
"""Two things asked for at once: "AGM where and when"."""
_COUNTED_UP = re.compile(rf"\W*{alternatives(_TABLE['counting'])}\b", re.I)
_NAMING, _DEFINING = (re.compile(rf"\W*{alternatives(_TABLE[name])}(?!\w)", re.I) for name in ("naming", "defining"))
_REASON = re.compile(rf"\n{{0,2}}{REASON.pattern}", re.I)
_SAME_DAY = re.compile(rf"\b{alternatives(_TABLE['same_day'])}\b", re.I)
_ELIDED = re.compile(
    rf"\b{alternatives(_TABLE['elided'])}(?:\s?(?:{'|'.join(_TABLE['denied'])}))?(?:\s+be)?[.;!]?\s*$", re.I
)
_IF_NOT = re.compile(
    rf"\W*if\s+(?:{alternatives(_TABLE['if_not'])}\s+{alternatives(_TABLE['elided'])}(?:\s?(?:{'|'.join(_TABLE['denied'])}))?|not)\s*,",
    re.I,
)
_NO_ELISION = re.compile(rf"\b{alternatives(_TABLE['no_elision'])}\b", re.I)
_SHORT = 10
"""A sentence that leaves its verb to the one before has at most so many words."""
_COUNTED_LEAST = 2
_TO = re.compile(r"\sto\s")
_FROM = re.compile(r"(?:from\s+)?(?:the\s+)?", re.I)
_ENDS = " .;:!?)*_\n"
_SINGLE: tuple[AnswerType, ...] = ("date", "number", "rating", "contact")
"""Kinds of answer that are one value."""


def completed(question: str, kind: AnswerType, text: str, quote: Span, sentence: Span) -> Span:
    """Words of a sentence as they may be quoted.

    With all of a person's name of which they have a part, and of a series that they begin, or but for one word all of
    their sentence; or the date since when or until when one of two who took turns was what the question asks about; or
    the name of who did what the question asks who did; or the clause that tells of what is asked, where they are of one
    beside it; or the whole sentence where they break off ("nearer to the"), are "nothing" with an exception, name none
    of the things that the question offers, or one person of several who are asked for.

    Args:
        question: as it was asked.
        kind: of answer that is wanted.
        text: of the passage.
        quote: where the words stand in it.
        sentence: where the sentence does.
    """
    said, begin = text[slice(*sentence)], sentence[0]
    within = quote[0] - begin, quote[1] - begin
    if kind == "date" and (hour := hour_asked(question, said, within)):
        return _placed(hour, begin)
    if quote == sentence or _BOTH.search(question):
        return sentence
    names = [_placed(name, begin) for name in value_spans(said, "person")]
    quote = _whole_name(quote, names)
    if kind == "person":
        quote = _of_doer(question, text, quote, names)
        if following := next_asked(question, said):
            return _placed(following, begin)
    if kind == "date" and (asked := date_asked(question, said)) and asked.place:
        return _placed(asked.place, begin)
    if clause := clause_asked(question, said, within):
        return _placed(clause, begin)
    is_one_of_several = _SEVERAL.search(question) and any(not _overlap(name, quote) for name in names)
    if (
        is_one_of_several
        or _is_of_part(question, text, quote, sentence)
        or _UNFINISHED.search(text[slice(*quote)])
        or (_NONE.fullmatch(text[slice(*quote)]) and _EXCEPTED.search(text, *sentence))
        or _names_no_choice(question, text, quote, sentence)
        or _is_of_move(text, quote)
    ):
        return sentence
    return quote if kind in _SINGLE else _with_rest(question, text, quote, sentence, names)


def _placed(span: Span, begin: int) -> Span:
    """Where words of a sentence stand in the text in which it begins at an offset."""
    return begin + span[0], begin + span[1]


def with_beside(question: str, kind: AnswerType, text: str, quote: Span, sentence: Span) -> Span | None:
    """The sentence of words with those beside it that are needed to answer; None where none is.

    It is that which tells how long something was by its dates, with the one beside it where both are of one of two
    things; or one of `_reason_below`, `_enumerated`, `_named_after`, `_dated_before`, `_elided` or `_antecedent`.

    Args:
        question: as it was asked.
        kind: of answer that is wanted.
        text: of the passage.
        quote: where the words stand in it.
        sentence: where the sentence does.
    """
    if kind == "reason" and (reasoned := _reason_below(text, sentence)):
        return reasoned
    if kind == "number" and tells_by_dates(question, text[slice(*sentence)]):
        return sentence
    if kind == "number" and (both := sentences_between(question, text, sentence)):
        return both
    if kind == "number" and (compared := compared_figures(question, text, sentence)):
        return compared
    named = _enumerated(question, text, sentence) or _named_after(question, text, sentence)
    beside = _dated_before(kind, text, quote, sentence) or _elided(text, sentence)
    return named or beside or _antecedent(question, kind, text, quote, sentence)


def _reason_below(text: str, sentence: Span) -> Span | None:
    """A condition with the reason that is labelled right below it: "Reason: Quiet" below "No work at night"; else None.

    The reason stands in the line below the paragraph of the sentence, or is the sentence.
    """
    end = text.find("\n", sentence[1])
    below = end if end >= 0 else len(text)
    if _REASON.match(text, *sentence):
        lines = text[: sentence[0]].rstrip("\n")
        above, first = lines[lines.rfind("\n") + 1 :], lines.rfind("\n") + 1
        return (first, sentence[1]) if above and not _REASON.match(above) else None
    if not (reason := _REASON.match(text, below)):
        return None
    line = text.find("\n", reason.end())
    return sentence[0], line if line >= 0 else len(text.rstrip())


def _enumerated(question: str, text: str, sentence: Span) -> Span | None:
    """The sentences of a paragraph that count several things up, where these are asked for, with what leads into them.

    As in "There are two stages. First, ask your manager. Second, write to the director."; None where a sentence is none
    of them.
    """
    if not asks_several(question):
        return None
    first = text.rfind("\n", 0, sentence[0]) + 1
    paragraph = text[first:].partition("\n")[0]
    spans = [(first + start, first + end) for start, end in sentences(paragraph)]
    counted = [place for place, span in enumerate(spans) if _COUNTED_UP.match(text, *span)]
    if len(counted) < _COUNTED_LEAST or counted[-1] - counted[0] >= len(counted):
        return None
    whole = spans[max(counted[0] - 1, 0)][0], spans[counted[-1]][1]
    return whole if _overlap(sentence, whole) and sentence != whole else None


def _named_after(question: str, text: str, sentence: Span) -> Span | None:
    """A sentence that names what the one before says, "This is called the relief duty", with that one; else None.

    It is where the question asks what that is.
    """
    if not (_DEFINING.match(question) and _NAMING.match(text, *sentence)):
        return None
    first = text.rfind("\n", 0, sentence[0]) + 1
    before = sentences(text[first : sentence[0]])
    return (first + before[-1][0], sentence[1]) if before else None


def _dated_before(kind: AnswerType, text: str, quote: Span, sentence: Span) -> Span | None:
    """A sentence that tells when by "on the same day" alone, with the one before it, which has the day; else None."""
    if kind != "date" or not _SAME_DAY.search(text, *quote) or value_spans(text[slice(*sentence)], kind):
        return None
    first = text.rfind("\n", 0, sentence[0]) + 1
    before = sentences(text[first : sentence[0]])[-1:]
    dated = (first + start for start, end in before if value_spans(text[first + start : first + end], kind))
    return next(((start, sentence[1]) for start in dated), None)


def _elided(text: str, sentence: Span) -> Span | None:
    """What leaves its verb to the sentence before, with that: "Candles are banned. Kettles are not."; else None."""
    spans = sentences(text[slice(*sentence)])
    said = text[sentence[0] : sentence[0] + spans[0][1]] if spans else ""
    found = _ELIDED.search(said) if len(said.split()) <= _SHORT and not _NO_ELISION.search(said) else None
    if not (found and said[: found.start()].strip()) and not _IF_NOT.match(said):
        return None
    first = text.rfind("\n", 0, sentence[0]) + 1
    before = sentences(text[first : sentence[0]])
    return (first + before[-1][0], sentence[1]) if before else None


def _antecedent(question: str, kind: AnswerType, text: str, quote: Span, sentence: Span) -> Span | None:
    """The sentence of words that answer who did something by "he" or "she" alone, from where that one is named.

    None where words say more, or nobody is named before in their paragraph.
    """
    if kind != "person" or not tells_only_he(question, text[slice(*quote)]):
        return None
    first = text.rfind("\n", 0, sentence[0]) + 1
    start = antecedent(text[first : sentence[0]])
    return None if start is None else (first + start, sentence[1])


def with_deed(question: str, kind: AnswerType, text: str, sentence: Span) -> Span:
    """A sentence that names somebody, with the next one of its paragraph where that tells what the question asks of.

    Args:
        question: as it was asked, such as "Who had counted the lorries?".
        kind: of answer that is wanted.
        text: of the passage, such as "Ada Moor complained. She had counted the lorries."
        sentence: where the sentence stands in it.
    """
    following = text[sentence[1] :].partition("\n")[0]
    start, end = next(iter(sentences(following)), (0, 0)) if kind == "person" else (0, 0)
    is_told = start < end and does_next(question, text[slice(*sentence)], following[start:end])
    return (sentence[0], sentence[1] + end) if is_told else sentence


def with_frame(question: str, kind: AnswerType, text: str, quote: Span, sentence: Span) -> Span:
    """A quote, or its sentence where that says beside it what it depends on, or for whom alone it holds.

    So it does where it is claimed, planned, conditional or not so, or where another value holds in other cases.

    Args:
        question: as it was asked.
        kind: of answer that is wanted.
        text: of the passage.
        quote: where the words stand in it.
        sentence: where the sentence does.
    """
    said, within = text[slice(*sentence)], (quote[0] - sentence[0], quote[1] - sentence[0])
    is_for_some = kind == "number" and holds_for_some(question, said, within)
    return sentence if is_for_some or is_framed(said, within) or gives_another(said, kind, within) else quote


def whole_cell(question: str, kind: AnswerType, text: str, quote: Span, row: Span) -> Span:
    """A quote, or its cell where that gives another value in other cases: "27, or 31 after five years".

    Args:
        question: as it was asked.
        kind: of answer that is wanted.
        text: of the passage.
        quote: where the words stand in it.
        row: where their row does.
    """
    for cell in cells(text, row):
        if cell[0] <= quote[0] and quote[1] <= cell[1]:
            return next(trimmed(text, *with_frame(question, kind, text, quote, cell)))
    return quote


def _with_rest(question: str, text: str, quote: Span, sentence: Span, names: list[Span]) -> Span:
    """A quote with the items that end the series it begins, or, unless a name ends it, the one word after it."""
    end = sentence[0] + len(text[slice(*sentence)].rstrip(_ENDS))
    said = text[slice(*quote)]
    several = asks_several(question)
    rest = _LAST_OF_SERIES.match(text, quote[1], end) if "," in said or several else None
    if rest and several and text[sentence[0] : quote[0]].rstrip().endswith(","):
        return sentence
    if rest and "," in f"{said}{rest.group()}" and (not rest.group().startswith(",") or _ITEM.match(rest.group())):
        return quote[0], end
    is_cut = said.count(" ") > 1 and all(name[1] != quote[1] for name in names)
    return (quote[0], end) if is_cut and _LAST_WORD.match(text, quote[1], end) else quote


def _whole_name(quote: Span, names: list[Span]) -> Span:
    """A quote with all of each name that it cuts."""
    start, end = quote
    for first, last in names:
        if first < end < last or first < start < last:
            start, end = min(start, first), max(end, last)
    return start, end


def _of_doer(question: str, text: str, quote: Span, names: list[Span]) -> Span:
    """A name, or that of another person right before the word for what the question asks who did."""
    asked = _DOING.search(question)
    if asked is None or quote not in names:
        return quote
    doing = [name for name in names if text[name[1] :].lstrip().casefold().startswith(asked[1].casefold())]
    return doing[0] if len(doing) == 1 else quote


def _is_of_move(text: str, quote: Span) -> bool:
    """Whether words are both ends of a move: "Monday to Wednesday" of "moved from Monday to Wednesday evenings"."""
    first = _FROM.match(text, *quote)
    return _TO.search(text, *quote) is not None and first is not None and is_moved_from(text, first.end())


def _names_no_choice(question: str, text: str, quote: Span, sentence: Span) -> bool:
    """Whether a question offers two things and words name neither, though their sentence does."""
    offered = _CHOICES.search(question)
    if offered is None:
        return False
    choices = {stem for choice in offered.groups() for stem in stems(choice)}
    return choices.isdisjoint(stems(text[slice(*quote)])) and not choices.isdisjoint(stems(text[slice(*sentence)]))


def _is_of_part(question: str, text: str, quote: Span, sentence: Span) -> bool:
    """Whether words tell of a part, "of which £1 million came from shops", and the question of the whole alone."""
    opens = _PART_OF.search(text, *sentence)
    if opens is None or not opens.start() <= quote[0]:
        return False
    asked, part = set(stems(question)), set(stems(text[opens.end() : sentence[1]]))
    whole = set(stems(text[sentence[0] : opens.start()]))
    return not asked.isdisjoint(whole) and asked.isdisjoint(part - whole)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
