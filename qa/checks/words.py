"""Checks: what words must not say, or must stand beside, to be an answer at all; rules that hold whatever is fitted.

What only speaks against words is evidence, see `qa.features.shown`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.language.across import says_no_total
from corpus.language.amounts.counted import asks_count, counts_none, is_of_form, measures_otherwise, says_count
from corpus.language.amounts.numbers import names_length, only_says_how_long, says_how_much, says_length, says_share
from corpus.language.amounts.votes import side_asked, tells_of_vote
from corpus.language.codes import codes, points_to
from corpus.language.contacts import gives_number, lacks_contact
from corpus.language.distinctions.contrasts import tells_of_another_kind, tells_of_contrast
from corpus.language.distinctions.deeds import is_left_alone
from corpus.language.distinctions.exclusions import excluded_rating, tells_of_the_excluded, tells_of_the_known
from corpus.language.distinctions.namesakes import is_only_called, tells_of_another_place, tells_of_namesake
from corpus.language.distinctions.ordinals import tells_of_another_number
from corpus.language.distinctions.permissions import permits_otherwise
from corpus.language.distinctions.superlatives import lacks_superlative
from corpus.language.lasting.durations import answers_how_long
from corpus.language.persons.attendance import lacks_absence, lacks_chair
from corpus.language.persons.offices import (
    is_stand_in,
    lacks_stand_in,
    leads_something_else,
    tells_of_another_office,
    tells_of_another_rank,
)
from corpus.language.persons.speakers import only_asks, tells_of_another_speaker
from corpus.language.persons.succession import lacks_succession, precedes_another
from corpus.language.predicates import (
    asks_decision,
    decides_otherwise,
    denies,
    denies_elsewhere,
    denies_list,
    goes_on,
    improves_nothing,
    is_amended,
    negated,
    only_claimed,
    tells_of_another,
    tells_opposite_time,
    unsettled,
)
from corpus.language.ratings import may_score, ratings
from corpus.language.rows import CELL_END, is_row
from corpus.language.sentences import sentences
from corpus.language.statements import same_rating
from corpus.language.times.parts import names_time, says_when
from corpus.language.values import answer_value
from corpus.language.words import repeats, stems
from qa.checks.decided import is_before_decision, is_of_another_vote
from qa.checks.exchanged import EXCHANGE_CHECKS
from qa.checks.relations import RELATION_CHECKS
from qa.checks.rows import ROW_CHECKS
from qa.checks.subjects import SUBJECT_CHECKS
from qa.checks.timed import is_of_another_time
from qa.checks.updated import is_updated
from qa.passages.called import is_of_another, own_references
from qa.passages.quoted import QuotedWords
from qa.query.intent import asks_length, asks_nothing, asks_share, is_of_keywords

_WHEN = re.compile(r"\bwhen\b", re.I)
_BLANK = re.compile(r"__|\.\.\.|…")


def _nothing_asked(words: QuotedWords) -> bool:
    """The question is one word that asks nothing, such as "thanks", or has none that could be looked for."""
    return asks_nothing(words.question)


def _another_code(words: QuotedWords) -> bool:
    """A code or number of the question stands nowhere near, or another of its kind in its place, row or title."""
    own = f"{words.title}\n{own_references(words.asked.snapshot, words.passage.document_id)}"
    return any(
        not code.stands_in(f"{own}\n{words.surroundings}")
        or code.has_rival_in(words.numbered_sentence)
        or (code.has_rival_in(own) and not code.stands_in(f"{words.stands_under}\n{words.sentence_text}"))
        for code in codes(words.question)
    )


def _other_decision(words: QuotedWords) -> bool:
    """Words, or what their passage says of the matter, tell of a decision the other way.

    For a question of yes or no that is the answer.
    """
    question = words.question
    if words.kind == "yes_no" or not asks_decision(question):
        return False
    told = f"{words.statement}\n{words.on_the_matter}"
    return decides_otherwise(question, words.statement) or decides_otherwise(question, told)


def _opposite_time(words: QuotedWords) -> bool:
    """The question asks when something was, and the sentence tells only when its opposite was."""
    return words.kind == "date" and tells_opposite_time(words.question, words.statement)


def _contrast(words: QuotedWords) -> bool:
    """The question asks about one of a contrast, or one kind of a thing, and the sentence tells only of another.

    As of the shallow end for the deep end, or of a dance class for a yoga class.
    """
    if words.kind == "list" or words.is_closed:
        return False
    return tells_of_contrast(words.question, f"{words.stands_under}\n{words.statement}") or tells_of_another_kind(
        words.question, words.statement, words.above
    )


def _amended(words: QuotedWords) -> bool:
    """The sentence tells of a proposal in place of which an amendment was carried."""
    return is_amended(words.question, words.sentence_text, words.following)


def _another_rating(words: QuotedWords) -> bool:
    """The question asks when or why something was rated so, and their sentence rates it otherwise alone."""
    asked = words.asked.rating
    if asked is None or words.kind in ("yes_no", "rating") or excluded_rating(words.question):
        return False
    given = [match[0] for match in ratings(words.sentence_text)]
    return bool(given) and not any(same_rating(one, asked) for one in given)


def _question(words: QuotedWords) -> bool:
    """Words tell nothing but questions, or that somebody put one; of a list an item may end with one."""
    return not _told(words.sentence_text) or only_asks(words.question, words.sentence_text)


def _left_blank(words: QuotedWords) -> bool:
    """Words are the line on a form that somebody is to write on: "____"."""
    return not any(map(str.isalnum, words.quote)) and _BLANK.search(words.quote) is not None


def _told(text: str) -> str:
    """What a text says without its questions, whose words may be those that were asked."""
    told = (text[slice(*span)] for span in sentences(text))
    return " ".join(sentence for sentence in told if not _is_question(sentence) and any(map(str.isalnum, sentence)))


def _is_question(sentence: str) -> bool:
    return sentence.rstrip("\"'”’)*_ ").endswith("?")


def _denied(words: QuotedWords) -> bool:
    """The question takes for granted what the sentence says was never so, or the passage of the matter."""
    if words.kind not in ("date", "reason"):
        return False
    question, said = words.question, words.statement
    following = words.following if goes_on(words.following) else ""
    return (denies(question, said) or is_left_alone(question, said)) or any(
        denies_elsewhere(question, said, other) for other in (words.on_the_matter, following)
    )


def _beside_a_proposal(words: QuotedWords) -> bool:
    """The sentence is of another matter, and what is asked about is only proposed or claimed beside it."""
    question, terms = words.question, set(words.asked.query.terms)
    if words.kind not in ("date", "reason") or terms & set(stems(words.sentence_text)):
        return False
    return bool(terms & set(stems(words.on_the_matter))) and unsettled(question, words.on_the_matter)


def _claimed(words: QuotedWords) -> bool:
    """The sentence is only claimed, or put forward, and the next one gives another value of what is asked for."""
    question, kind = words.question, words.asked.answer_type
    if kind not in ("date", "number") or not only_claimed(question, words.statement):
        return False
    following = words.following[slice(*next(iter(sentences(words.following)), (0, 0)))]
    found = answer_value(following, kind, question, None)
    if found is None or only_claimed(question, following):
        return False
    return is_of_form(question, found[2].text) or not is_of_form(question, words.quote)


def _other_permission(words: QuotedWords) -> bool:
    """The question asks what may be done, and words say only what may not, or the other way round.

    For a question of yes or no that is the answer.
    """
    said = f"{words.lead}\n{words.statement}"
    return words.kind != "yes_no" and permits_otherwise(words.question, said, words.quote)


def _another_holder(words: QuotedWords) -> bool:
    """The question asks who holds an office, and the sentence tells only of a deputy, or of who held it before."""
    return words.kind == "person" and tells_of_another(words.question, words.sentence_text)


def _no_succession(words: QuotedWords) -> bool:
    """The question asks who was first or before somebody, and nothing says that the one who is named was."""
    question, sentence = words.question, words.sentence_text
    return words.kind == "person" and (
        lacks_succession(question, words.quote, sentence, words.stands_under)
        or precedes_another(question, sentence, words.paragraph_before)
    )


def _another_office(words: QuotedWords) -> bool:
    """The question asks who holds an office, and the sentence tells only of others, as of the secretary."""
    question, said = words.question, words.statement
    is_another = tells_of_another_office(question, said, words.stands_under)
    return words.kind == "person" and (is_another or leads_something_else(question, words.sentence_text))


def _no_stand_in(words: QuotedWords) -> bool:
    """The question asks who the deputy is, or when or why of one, and nothing names one; or the other way round."""
    said, question = f"{words.above}\n{words.sentence_text}", words.question
    if words.kind in ("date", "reason"):
        return not is_row(words.sentence_text) and tells_of_another_rank(question, words.sentence_text, words.above)
    is_below = is_stand_in(question, words.sentence_text, words.quote)
    return words.kind == "person" and (is_below or lacks_stand_in(question, said))


def _namesake(words: QuotedWords) -> bool:
    """The sentence tells only of another of the name in the question, or of what is called alike in another place.

    As of Central Library for Holloway Library, or of Church Road in Ashcombe for that in Wick.
    """
    question, is_proper = words.question, words.asked.is_proper_noun
    said, under, title = words.statement, words.stands_under, words.title
    return tells_of_namesake(question, said, under, title, is_proper) or tells_of_another_place(
        question, f"{under}\n{said}", words.surroundings, is_proper
    )


def _another_name(words: QuotedWords) -> bool:
    """The question names what other documents are called by, and neither words nor their document are of that."""
    return is_of_another(words.asked, words.passage.document_id, f"{words.stands_under}\n{words.sentence_text}")


def _another_ordinal(words: QuotedWords) -> bool:
    """The sentence tells of the second of what the question asks the third of, or a row is of another number."""
    return tells_of_another_number(words.question, words.numbered_sentence, words.above)


def _no_attendance(words: QuotedWords) -> bool:
    """The question asks who was not at a meeting, or chaired it, and nothing tells that of the one who is named."""
    said = "\n".join((words.stands_under, words.paragraph_before, words.sentence_text))
    return words.kind in ("person", "other") and (
        lacks_absence(words.question, said) or lacks_chair(words.question, said)
    )


def _no_superlative(words: QuotedWords) -> bool:
    """The question asks which is the cheapest, and the sentence compares nothing."""
    said = f"{words.stands_under}\n{words.sentence_text}\n{words.quote}"
    return words.kind != "yes_no" and not is_row(words.sentence_text) and lacks_superlative(words.question, said)


def _another_speaker(words: QuotedWords) -> bool:
    """The question asks what somebody said, and the sentence tells only what others did."""
    return words.kind != "yes_no" and tells_of_another_speaker(words.question, words.sentence_text)


def _without_denial(words: QuotedWords) -> bool:
    """Words are of a list whose lead-in says that nothing of it is so, and that is not quoted with them.

    Where it stands in the passage before, several items answer whether something is so: the lead-in is shown with them.
    """
    is_led_before = words.lead == words.passage.context and words.kind == "yes_no" and "\n" in words.quote
    return denies_list(words.lead) and words.lead not in words.quote and not is_led_before


def _no_quantity(words: QuotedWords) -> bool:
    """The question asks how much or how many, or which part of a whole, and words say nothing of that."""
    question = words.question
    if words.kind == "number" and words.span.value and points_to(words.sentence_text, words.span.within):
        return True
    if words.kind == "other" and is_of_keywords(question):
        return measures_otherwise(question, _told(words.quote))
    if words.kind != "number" or gives_number(question, words.quote) or answers_how_long(question, words.quote):
        return False
    if measures_otherwise(question, _told(words.quote)):
        return True
    if asks_share(question):
        return not says_share(_told(words.quote))
    if asks_length(question):
        return not (
            says_length(_told(words.quote)) or (words.quote[:1].isdecimal() and names_length(words.stands_under))
        )
    if words.span.value is None and asks_count(question):
        return not says_count(_told(words.quote))
    return words.span.value is None and not says_how_much(_told(words.quote))


def _no_rating(words: QuotedWords) -> bool:
    """The question asks for a rating, and the sentence has none, nor the words a score: "Unchanged." tells nothing."""
    is_told = any(True for _ in ratings(words.sentence_text))
    return words.kind == "rating" and not is_told and not may_score(words.quote, words.sentence_text)


def _no_contact(words: QuotedWords) -> bool:
    """The question asks for a telephone number or an address, and words hold none, or a telephone for a fax."""
    return lacks_contact(words.question, words.quote, f"{words.sentence_text}\n{words.stands_under}")


def _no_total(words: QuotedWords) -> bool:
    """The question asks for a difference, an average or a count of times or documents, and the sentence says none.

    Nor does what it stands under, as a table's header cells do.
    """
    return says_no_total(words.question, f"{words.sentence_text}\n{words.stands_under}")


def _no_time(words: QuotedWords) -> bool:
    """The question asks when, and nothing in the sentence or what it stands under can say so, as no length does."""
    asks = words.kind == "date" and _WHEN.search(words.question) is not None
    if asks and words.span.value is None and only_says_how_long(words.question, _told(words.sentence_text)):
        return True
    is_said = says_when(_told(words.sentence_text)) or names_time(words.stands_under)
    return asks and words.span.value is None and not is_said


def _excluded(words: QuotedWords) -> bool:
    """The question asks what something is not so of, and the sentence tells only what it is so of."""
    if words.kind in ("yes_no", "date", "reason", "number") or negated(words.stands_under):
        return False
    return tells_of_the_excluded(words.question, words.statement)


def _known_already(words: QuotedWords) -> bool:
    """The question asks for others than one, and the sentence, what is above it or the document is of that one."""
    said = (words.statement, *words.stands_under.split("\n"), words.title)
    return any(tells_of_the_known(words.question, told) for told in said)


def _none_elsewhere(words: QuotedWords) -> bool:
    """The question counts what another sentence of the passage says there was none of, in more of its words."""
    question, terms = words.question, frozenset(words.asked.query.terms)
    if words.kind != "number" or not asks_count(question) or counts_none(question, words.sentence_text):
        return False
    own = terms.intersection(stems(words.sentence_text))
    spans = (words.passage.text[slice(*span)] for span in words.asked.sentences(words.passage).spans)
    return any(own < terms.intersection(stems(other)) and counts_none(question, other) for other in spans)


def _nothing_to_improve(words: QuotedWords) -> bool:
    """The question asks what has to be better, and the words tell of nothing such, or stand under what is good.

    A row of grades tells how good something is, and not what of it has to be better.
    """
    question, said = words.question, words.sentence_text
    if words.kind not in ("other", "list"):
        return False
    is_graded = is_row(said) and any(_is_grade(cell) for cell in said.split(CELL_END))
    return improves_nothing(question, *(("", "") if is_graded else (words.stands_under, said)))


def _is_grade(cell: str) -> bool:
    """Whether a cell of a table is a grade and nothing else."""
    grade = next(ratings(cell), None)
    return grade is not None and grade.group() == cell.strip(" .").casefold()


def _no_vote(words: QuotedWords) -> bool:
    """The question counts the votes of a side, and the sentence tells of no vote."""
    said = f"{words.stands_under}\n{words.sentence_text}"
    return words.kind == "number" and side_asked(words.question) is not None and not tells_of_vote(said)


def _only_named_so(words: QuotedWords) -> bool:
    """The person quoted is only called by a word of the question, as Ada Banks is for "Who looks after the banks?"."""
    if words.kind != "person" or words.span.quote == words.span.sentence:
        return False
    opens = words.span.quote[0] == words.span.sentence[0]
    named = f"{words.quote[:1].lower()}{words.quote[1:]}" if opens else words.quote
    return is_only_called(words.question, named, words.sentence_text.replace(words.quote, " "))


def _echo(words: QuotedWords) -> bool:
    """A part of a sentence only repeats words of a question that asks neither for yes or no nor for one of several.

    "No", "A" and "May" are small words, but may be all that a cell of a table says.
    """
    if words.span.quote == words.span.sentence or words.is_closed:
        return False
    return repeats(words.quote, words.question)


def _of_other_half(words: QuotedWords) -> bool:
    """The words answer the other half of the question, or the sentence does."""
    taken = words.asked.taken
    return taken is not None and taken.overlaps(words.passage, words.span.quote)


CHECKS: tuple[Callable[[QuotedWords], bool], ...] = (
    _another_code,
    _other_decision,
    _question,
    _left_blank,
    _opposite_time,
    _contrast,
    _amended,
    _another_rating,
    _no_quantity,
    _no_rating,
    _no_contact,
    _no_total,
    _no_time,
    _denied,
    _beside_a_proposal,
    _claimed,
    _other_permission,
    _without_denial,
    _another_holder,
    _no_succession,
    _another_office,
    _no_stand_in,
    _namesake,
    _another_name,
    _another_ordinal,
    _echo,
    _nothing_asked,
    _no_vote,
    _only_named_so,
    _excluded,
    _known_already,
    _none_elsewhere,
    _nothing_to_improve,
    _no_attendance,
    _no_superlative,
    _another_speaker,
    _of_other_half,
    is_of_another_time,
    is_updated,
    is_before_decision,
    is_of_another_vote,
    *SUBJECT_CHECKS,
    *RELATION_CHECKS,
    *EXCHANGE_CHECKS,
    *ROW_CHECKS,
)
"""Each says of words whether they are no answer."""


def is_no_answer(words: QuotedWords) -> bool:
    """Whether words cannot be the answer to their question; found once a question for the same words."""
    span = words.span
    known, shown = words.asked.checked, (words.passage, words.title, span.quote, span.sentence, span.value)
    if shown not in known:
        known[shown] = any(check(words) for check in CHECKS)
    return known[shown]
