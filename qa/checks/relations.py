"""Relation checks: that it was so for why, whom somebody beat for who beat them, another case, rate or body."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from corpus.language.amounts.counted import (
    counts_another,
    is_count_for_sum,
    is_of_counted_beside,
    is_size_of_counted,
    measures_another_side,
)
from corpus.language.amounts.numbers import only_lasts
from corpus.language.contacts import contacts
from corpus.language.distinctions.ages import is_of_another_age, tells_of_other_ages
from corpus.language.distinctions.causes import (
    denies_reason,
    tells_amounts_alone,
    tells_no_effect,
    tells_reason_of_another,
)
from corpus.language.distinctions.conditions import (
    holds_unless,
    is_before_begun,
    is_of_another_case,
)
from corpus.language.distinctions.deeds import (
    is_dated_of_another,
    lasts_no_time,
)
from corpus.language.distinctions.ends import tells_other_end
from corpus.language.distinctions.exchanges import is_contact_for_another
from corpus.language.distinctions.exclusions import lacks_denial
from corpus.language.distinctions.legs import is_another_leg
from corpus.language.distinctions.opposites import compares_other_way, tells_of_opposite
from corpus.language.distinctions.ordinals import is_not_of_further, tells_of_another_size
from corpus.language.distinctions.rates import is_of_another_rate
from corpus.language.distinctions.replacing import is_other_side
from corpus.language.distinctions.supposed import is_only_supposed
from corpus.language.distinctions.topics import tells_of_another_topic
from corpus.language.distinctions.turned import tells_only_contrary
from corpus.language.lasting.hours import asks_opening, hours
from corpus.language.persons.antecedents import is_of_one_named_last, tells_only_he
from corpus.language.persons.doers import is_deed_of_other, tells_of_another_doer
from corpus.language.persons.offices import is_of_another_body
from corpus.language.persons.people import is_of_one_not_named
from corpus.language.predicates import goes_on, only_due, tells_of_another_deed, tells_who_not
from corpus.language.rows import is_row
from corpus.language.sentences import last_sentence, sentences
from corpus.language.times.parts import WEEKDAY
from corpus.language.values import value_spans
from corpus.language.words import stems
from qa.checks.wanted_days import DAY_CHECKS
from qa.passages.quoted import QuotedWords

_SHORT: Final = 20
"""All sentences are looked at of documents of no more passages, such as notices and leaflets."""
_OPENS_WITH_WHERE = re.compile(r"\W*where\b", re.I)
_WEEKDAY = re.compile(WEEKDAY)
_ASKS_WHERE = re.compile(r"\b(?:where|which)\b", re.I)


def _no_reason(words: QuotedWords) -> bool:
    """The question asks why something is so, and the sentence tells only what was no reason, amounts or another's."""
    if words.kind != "reason":
        return False
    question, said = words.question, words.sentence_text
    return (
        denies_reason(question, said)
        or tells_amounts_alone(said)
        or tells_reason_of_another(words.asked.query.terms, said, words.other_sentences)
    )


def _no_effect(words: QuotedWords) -> bool:
    """The question asks what came of something, and the sentence tells only that it was so."""
    return words.kind not in ("yes_no", "reason") and tells_no_effect(words.question, words.sentence_text)


def _another_deed(words: QuotedWords) -> bool:
    """The question asks who seconded something, say, and the sentence tells only who moved it."""
    return words.kind == "person" and tells_of_another_deed(words.question, words.sentence_text)


def _another_doer(words: QuotedWords) -> bool:
    """The question asks who did something to somebody, and the sentence tells only to whom that one did it.

    Or it asks what somebody did, and the sentence tells it of another, and of that one something else.
    """
    question, said = words.question, words.sentence_text
    return words.kind != "yes_no" and (is_deed_of_other(question, said) or tells_of_another_doer(question, said))


def _another_side(words: QuotedWords) -> bool:
    """The question asks how wide something is, and the sentence tells only how long."""
    said = f"{words.stands_under}\n{words.sentence_text}"
    return words.kind == "number" and measures_another_side(words.question, said)


def _size(words: QuotedWords) -> bool:
    """The question counts things, and the number tells how large some are, or how many there are of others beside."""
    if words.kind != "number" or words.span.value is None:
        return False
    question, sentence = words.question, words.sentence_text
    start, end = words.span.within
    is_size = start > 0 and is_size_of_counted(question, sentence, start)
    return (
        is_size
        or is_of_counted_beside(question, sentence, end)
        or (not is_row(sentence) and counts_another(question, sentence, end, words.above, words.everywhere))
    )


def _count_for_sum(words: QuotedWords) -> bool:
    """The question asks what something costs and the number counts it, or for a number and it is a sum of money."""
    span = words.span
    if words.kind != "number" or (span.value is None and span.quote == span.sentence):
        return False
    return span.within[0] >= 0 and is_count_for_sum(words.question, words.sentence_text, span.within)


def _another_case(words: QuotedWords) -> bool:
    """The sentence tells what holds in another case than the one asked about, for which one beside it tells."""
    if words.kind == "yes_no":
        return False
    question = words.question
    if is_row(words.sentence_text):
        return is_of_another_age(question, words.sentence_text)
    if _is_of_other_ages(words):
        return True
    beside = (other for other in words.other_sentences if other not in words.stands_under)
    return is_before_begun(question, words.sentence_text) or is_of_another_case(question, words.sentence_text, beside)


def _is_of_other_ages(words: QuotedWords) -> bool:
    """The question names an age, and the words tell what is so for others."""
    start = words.span.sentence[0]
    quote = max(words.span.quote[0] - start, 0), words.span.quote[1] - start
    return tells_of_other_ages(words.question, words.sentence_text, quote)


def _unless(words: QuotedWords) -> bool:
    """The question asks what is so in a case, and the sentence tells what is so in all others."""
    is_asked = words.kind in ("number", "date", "person", "contact") or _ASKS_WHERE.search(words.question) is not None
    return is_asked and words.kind != "yes_no" and holds_unless(words.question, words.sentence_text)


def _another_rate(words: QuotedWords) -> bool:
    """The question asks for a sum by the hour, say, and the sentence gives sums by the week alone."""
    return words.kind in ("number", "other") and is_of_another_rate(words.question, words.sentence_text)


def _contrary(words: QuotedWords) -> bool:
    """The question asks about unpaid leave, and the sentence tells only of paid leave."""
    if words.kind == "reason" or words.is_closed:
        return False
    return tells_only_contrary(words.question, words.statement)


def _opposite(words: QuotedWords) -> bool:
    """The question asks about stronger forces, and the sentence tells of weaker ones, and the passage of no others.

    What those are weaker than is stronger, and what they are stronger than is not.
    """
    question, start = words.question, words.span.sentence[0]
    if words.is_closed or is_row(words.sentence_text):
        return False
    if words.kind == "date" or asks_opening(question):
        return tells_of_opposite(question, words.sentence_text, words.surroundings, of_day=True)
    is_other_way = compares_other_way(
        question, words.sentence_text, (words.span.quote[0] - start, words.span.quote[1] - start)
    )
    return (
        is_other_way
        if is_other_way is not None
        else tells_of_opposite(question, words.sentence_text, words.surroundings)
    )


def _no_denial(words: QuotedWords) -> bool:
    """The question asks what is not so, and neither the sentence nor what it stands under or goes on from denies it."""
    if words.kind in ("yes_no", "date", "reason", "number") or is_row(words.sentence_text):
        return False
    before = words.paragraph_before if goes_on(words.sentence_text) else ""
    said = f"{words.stands_under}\n{before}\n{words.sentence_text}"
    return lacks_denial(words.question, said)


def _who_not(words: QuotedWords) -> bool:
    """The question asks who or what is so, and the sentence tells only who or what is not."""
    is_asked = words.kind in ("person", "list", "other")
    return is_asked and tells_who_not(words.question, words.sentence_text)


def _another_body(words: QuotedWords) -> bool:
    """The question asks who holds an office of a body, and the sentence names it only of others."""
    return words.kind == "person" and is_of_another_body(words.question, words.sentence_text)


def _another_size(words: QuotedWords) -> bool:
    """The question asks about a four-bedroom house, and the sentence tells only of a two-bedroom one."""
    if words.kind == "list" or words.is_closed:
        return False
    return tells_of_another_size(words.question, f"{words.stands_under}\n{words.sentence_text}")


def _around(words: QuotedWords) -> Iterator[str]:
    """The other sentences of a short document, or of their passage where it is longer."""
    meta = words.asked.snapshot.find_document(words.passage.document_id)
    document = words.asked.document(words.passage.document_id) if meta and len(meta.rows) <= _SHORT else None
    if document is None:
        yield from words.other_sentences
        return
    start = words.passage.start + words.span.sentence[0]
    yield from (document.text[slice(*span)] for span in sentences(document.text) if not span[0] <= start < span[1])


def _not_further(words: QuotedWords) -> bool:
    """The question asks about a second one, of which another sentence tells: "each further bin"."""
    is_asked = words.kind in ("number", "date", "other") and not is_row(words.sentence_text)
    return is_asked and is_not_of_further(words.question, words.sentence_text, _around(words))


def _another_topic(words: QuotedWords) -> bool:
    """The question asks why the oak was felled, and the sentence tells that of the elm alone."""
    if words.is_choice or is_row(words.sentence_text):
        return False
    before, said = words.paragraph_before, words.sentence_text
    return tells_of_another_topic(words.question, said, before, words.above, _around(words))


def _contact_for_another(words: QuotedWords) -> bool:
    """The question asks what number to ring about damp, and the number is for emergencies."""
    if is_row(words.sentence_text) or not contacts(words.quote):
        return False
    text, (start, end) = words.passage.text, words.span.quote
    said = [span for span in sentences(text[:end]) if span[1] > start and contacts(text[slice(*span)])]
    own = said[0][0] if said else start
    led = last_sentence(text[:own].rpartition("\n\n")[2])
    return is_contact_for_another(words.question, text[own:end], f"{words.above}\n{led}", (led, *_around(words)))


def _one_not_named(words: QuotedWords) -> bool:
    """The sentence tells of "him" or "her", and whom the question asks about is not named before, or not last."""
    above = "\n".join((words.title, words.passage.heading, words.passage.context))
    before = f"{above}\n{words.passage.text[: words.span.sentence[0]]}"
    question, said = words.question, words.sentence_text
    is_of_another = words.kind != "yes_no" and is_of_one_named_last(question, said, before)
    return is_of_another or is_of_one_not_named(question, said, before)


def _only_he(words: QuotedWords) -> bool:
    """The question asks who, and words tell of "him" or "her" alone."""
    return words.kind == "person" and tells_only_he(words.question, words.quote)


def _no_place(words: QuotedWords) -> bool:
    """The question asks where, and words tell when and no more: "Monday 4 May at 6.30 pm"."""
    if not _OPENS_WITH_WHERE.match(words.question):
        return False
    times = (*value_spans(words.quote, "date"), *hours(words.quote))
    told = "".join(" " if any(start <= at < end for start, end in times) else one for at, one in enumerate(words.quote))
    return bool(times) and not stems(_WEEKDAY.sub(" ", told))


def _day_of_another_deed(words: QuotedWords) -> bool:
    """The question asks when the pump failed, and the sentence tells when the crane did."""
    is_asked = words.kind == "date" and not is_row(words.sentence_text)
    return is_asked and is_dated_of_another(words.question, words.sentence_text, words.above, words.paragraph_before)


def _other_end(words: QuotedWords) -> bool:
    """The question asks when something ends, and the sentence tells only from when on it is so, or the reverse."""
    return words.kind == "date" and tells_other_end(words.question, words.statement)


def _no_duration(words: QuotedWords) -> bool:
    """The question asks how long something lasts, and words tell until when or how often something is done."""
    start, first = (words.span.value or words.span.quote)[0], words.span.sentence[0]
    text = words.passage.text
    return lasts_no_time(words.question, text[start : words.span.quote[1]], text[first:start])


def _only_lasts(words: QuotedWords) -> bool:
    """The question asks what time something is, and the sentence tells only how long something lasts."""
    return words.kind != "yes_no" and only_lasts(words.question, words.sentence_text)


def _another_leg(words: QuotedWords) -> bool:
    """The question asks how far it is from one place to another, and the figure is of another way."""
    is_figure = words.span.value is not None or words.kind in ("number", "other")
    return is_figure and is_another_leg(words.question, words.sentence_text, words.span.within[1])


def _only_due(words: QuotedWords) -> bool:
    """The question asks what is really so, and the sentence tells only what should be."""
    return not words.is_closed and only_due(words.question, words.sentence_text)


def _only_supposed(words: QuotedWords) -> bool:
    """The sentence makes up a case, and the question asks what was, or for what the case only puts in."""
    return words.kind != "yes_no" and is_only_supposed(words.question, words.sentence_text, words.span.within[0])


def _other_of_two(words: QuotedWords) -> bool:
    """The question asks what took the place of something, and words tell of that, or of what was there before it."""
    start = words.span.sentence[0]
    quote = max(words.span.quote[0] - start, 0), words.span.quote[1] - start
    around = f"{words.paragraph_before}\n{words.passage.text[words.span.sentence[1] :].partition(chr(10))[0]}"
    return words.kind != "yes_no" and is_other_side(words.question, words.sentence_text, quote, around)


RELATION_CHECKS: tuple[Callable[[QuotedWords], bool], ...] = (
    _no_reason,
    _no_effect,
    _another_deed,
    _another_doer,
    _another_side,
    _size,
    _count_for_sum,
    _another_case,
    _unless,
    _another_rate,
    _contrary,
    _opposite,
    _no_denial,
    _who_not,
    _another_body,
    _another_size,
    _not_further,
    _another_topic,
    _contact_for_another,
    _one_not_named,
    _only_he,
    _no_place,
    _day_of_another_deed,
    _other_end,
    _no_duration,
    _only_lasts,
    _another_leg,
    _only_due,
    _only_supposed,
    _other_of_two,
    *DAY_CHECKS,
)
"""Each says of words whether they are no answer."""
