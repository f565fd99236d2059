"""Subject checks: what is said of another kind, person, caller or sum than is asked about; see `qa.checks.words`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import chain
from typing import Final

from corpus.language.amounts.counted import asks_count
from corpus.language.amounts.requested import only_requested
from corpus.language.distinctions.contrasts import (
    counts_part_later,
    exchanges_kind,
    heads_another_kind,
    labels_another,
    lacks_body,
    names_kind_elsewhere,
    names_kind_later,
    stands_beside,
)
from corpus.language.distinctions.definitions import defines_nothing
from corpus.language.distinctions.forecasts import (
    lacks_change,
    only_contribution,
    only_forecast,
)
from corpus.language.distinctions.groups import tells_of_those_now, tells_of_those_who_have, tells_of_those_with
from corpus.language.distinctions.namesakes import is_of_one_named_alike, is_of_sibling
from corpus.language.distinctions.parties import tells_for_another, tells_of_another_party
from corpus.language.distinctions.premises import hours_of_another
from corpus.language.distinctions.topics import with_its_topic
from corpus.language.distinctions.wholes import tells_of_the_whole
from corpus.language.lasting.holding import days_of, verb_forms
from corpus.language.persons.attendance import is_of_another_meeting, is_of_other_annual_meeting
from corpus.language.persons.offices import (
    tells_of_another_caller,
    tells_of_office_held,
)
from corpus.language.persons.people import leaves_out_person, names
from corpus.language.rows import is_row, row_name
from corpus.language.times.altering import is_replaced, was_before
from corpus.language.times.tense import is_next_of_another, says_next, tells_what_comes
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives, load
from corpus.language.words import WRITTEN_WORD, stem_of, stems
from corpus.structure import CONTEXT_SEPARATOR
from qa.checks.listed import is_list_without_predicate
from qa.passages.listed import heading_over
from qa.passages.quoted import QuotedWords, is_unasked_day
from qa.query.holding import asks_of_now
from qa.query.lookup import frequency, texts_with_stems
from qa.query.periods import CALENDAR

_NUMBER: Final = r"\W*(?:\d[\d,]*|[a-z-]+)"
_PART_COUNTED: Final = re.compile(
    rf"{_NUMBER}\s+of\s+(?:whom|which|them|these|those)\b(?P<told>[^.;,]{{0,150}})"
    rf"|\W*(?:half(?!\s+an?\b)|(?:a|one|two)[ -](?:third|quarter|fifth)s?)\b(?P<share>[^.;,]{{0,200}})",
    re.I,
)
"""A number of some that were counted before, or a share of all, with what is told of these."""
_TELLING_NO_MORE: Final = frozenset(map(stem_of, (*CALENDAR, *load("ratings")["rating_verbs"])))
"""Words that narrow nothing down: times, and that something was rated so."""
_DOING: Final = re.compile(rf"{_NUMBER}\s+(?P<counted>[a-z'’-]+)\s+(?P<told>[a-z]{{2,}}ing\b[^.;,]{{0,150}})", re.I)
_COUNTED: Final = re.compile(r"\bhow many\s+([\w'’-]+)", re.I)
_SHORT: Final = 20
"""The sections are looked at of documents of no more passages, such as newsletters."""
_NEXT_STEMS: Final = frozenset(stems("next time date"))
_OF_IT: Final = re.compile(r"\W*(?:it|they)\b", re.I)
"""How a sentence begins about what the one before it tells of."""
_SHORT_FORM: Final = re.compile(r"[^\W\d_aeiouy]{2,5}", re.I)
"""What is written without a vowel is a short form."""
_OF_TIME: Final = frozenset(("what", *map(stem_of, (*CALENDAR, *load("units")["time"]))))
_WORD: Final = re.compile(r"\w+")
_PAPERS: Final = load("editions")
_ASKS_TITLE: Final = re.compile(
    rf"\b(?:which|what)\s+(?:[\w-]+\s+){{0,2}}?{alternatives([*_PAPERS['papers'], *_PAPERS['documents']])}s?\b"
    r"|\b(?:called|titles?|named?)\b",
    re.I,
)
_MEASURED: Final = re.compile(r"\W*(?:what|which|how\s+much|how\s+many)\s+([^\W\d_]+)", re.I)
"""What a question asks how much there is of: "how much notice", "what notice"."""
_TELLING_NO_KIND: Final = frozenset(map(stem_of, load("contrasts")["exchanged"]["loose"]))
_FEW_WORDS = 3
"""Words without a value that are a number and little more."""


def _kind_named_later(words: QuotedWords) -> bool:
    """The question asks for a figure or day of one kind of a thing, which the passage names only after the sentence."""
    is_figure = words.kind == "other" and words.quote.strip(f"{CURRENCY_SIGNS}% ")[:1].isdigit()
    if not (is_figure or words.kind in ("number", "date")) or is_row(words.sentence_text):
        return False
    before, query = f"{words.above}\n{words.paragraph_before}", words.asked.query
    said, later = words.sentence_text, words.sentences_after
    return names_kind_later(query.question, query.terms, said, before, later) or counts_part_later(
        query.question, said, before, later
    )


def _another_kind(words: QuotedWords) -> bool:
    """The question asks about one kind of a thing, and the sentence tells of another: the shingles, for the flu jab.

    So does a row of a table of such things, and a sentence of a body in a document that names no such one.
    """
    question = words.question
    if words.kind == "list" or words.is_choice:
        return False
    under = f"{words.above}\n{words.paragraph_before}"
    if exchanges_kind(question, words.statement, under, words.surroundings):
        return True
    is_figure = words.kind in ("number", "date") and not is_row(words.sentence_text)
    if is_figure and names_kind_elsewhere(question, words.sentence_text, under, words.everywhere):
        return True
    if label := row_name(words.sentence_text):
        return labels_another(question, label, under, words.surroundings)
    return lacks_body(question, words.sentence_text, words.everywhere)


def _under_another_kind(words: QuotedWords) -> bool:
    """The heading is of another kind than the question: pavement licences, where a premises licence is asked for."""
    question, passage = words.question, words.passage
    if words.kind == "list" or words.is_choice:
        return False
    over = heading_over(passage, words.span.sentence)
    heading = passage.text[over.start : over.end] if over else passage.heading.rpartition(CONTEXT_SEPARATOR)[2]
    said = f"{words.above}\n{words.paragraph_before}\n{words.statement}"

    def is_told(kind: str, thing: str) -> bool:
        return any(stands_beside(text, kind, thing) for text in texts_with_stems(words.asked.snapshot, (kind, thing)))

    return heads_another_kind(question, heading, said, is_told)


def _without_person(words: QuotedWords) -> bool:
    """The question asks for a figure or day of somebody, of whom neither the sentence nor what is around it tells.

    It may tell of whoever has the office that the question says somebody has, but of nobody else by name. What is
    called as the paper's publisher is nobody.
    """
    question, said = words.question, words.sentence_text
    if words.kind not in ("number", "date"):
        return False
    if tells_of_office_held(question, said):
        return any(names(said)) and leaves_out_person(question, said, "")
    paper = words.asked.snapshot.find_document(words.passage.document_id)
    publisher = (paper.source if paper else None) or ""
    return leaves_out_person(question, said, f"{words.above}\n{publisher}\n{words.paragraph_before}")


def _another_meeting(words: QuotedWords) -> bool:
    """The question asks of the annual meeting, and the minutes are those of an ordinary one, or another is told of."""
    said = f"{words.paragraph_before}\n{words.sentence_text}"
    return is_of_another_meeting(words.question, said, words.above) or is_of_other_annual_meeting(
        words.question, words.sentence_text, words.above
    )


def _another_caller(words: QuotedWords) -> bool:
    """The question asks about the dentist, and the sentence tells only of the doctor."""
    is_asked = words.kind in ("number", "date", "contact", "other")
    return is_asked and tells_of_another_caller(words.question, words.sentence_text, words.above)


def _document_text(words: QuotedWords) -> str:
    """The text of the document of some words."""
    document = words.asked.document(words.passage.document_id)
    return document.text if document else words.passage.text


def _another_party(words: QuotedWords) -> bool:
    """The question is about trades staff, or a DVD, and the sentence tells what holds for office staff, or a book."""
    question, said, heading = words.question, words.sentence_text, words.stands_under.rpartition("\n")[2]
    around, everywhere = f"{words.above}\n{said}", partial(_document_text, words)
    if is_row(said) or words.is_choice:
        return False
    is_figure = words.kind in ("number", "date")
    return tells_of_another_party(question, said, heading, words.title, around, everywhere) or (
        is_figure and tells_for_another(question, said, around, everywhere)
    )


def _another_figure(words: QuotedWords) -> bool:
    """The figure is a forecast, gift or request, and none is asked for, or no change where one is."""
    if words.kind != "number" or words.span.value is None:
        return False
    question, (at, end) = words.question, words.span.within
    is_gift = only_contribution(question, words.sentence_text, end)
    is_still = lacks_change(question, words.sentence_text, words.paragraph_before)
    is_request = only_requested(question, words.sentence_text, at)
    return is_gift or is_still or is_request or only_forecast(question, words.sentence_text, at)


def _replaced(words: QuotedWords) -> bool:
    """The question asks what is so now, and the number is told only as what was before: "up from £48"."""
    if words.kind not in ("number", "other") or not asks_of_now(words.asked.query):
        return False
    if was_before(words.sentence_text):
        return True
    if words.span.value is None and len(words.quote.split()) > _FEW_WORDS:
        return False
    told = words.span.value[2].text if words.span.value else words.quote
    return any(map(str.isdigit, told)) and is_replaced(words.sentence_text, words.span.within)


def _one_of_two(words: QuotedWords) -> bool:
    """The sentence is of one of two that share a name, or its beginning, and the question asks about the other."""
    if words.kind == "yes_no":
        return False
    question, said = words.question, words.sentence_text
    before = f"{words.stands_under}\n{words.paragraph_before}"
    everywhere = partial(_document_text, words)
    is_proper, around = words.asked.is_proper_noun, f"{words.title}\n{before}"
    told = f"{words.paragraph_before}{said}" if _OF_IT.match(said) else said
    return is_of_sibling(question, said, before, words.title, everywhere, is_proper) or is_of_one_named_alike(
        question, told, around, everywhere, is_proper
    )


def _part_of_place(words: QuotedWords) -> bool:
    """The question asks when the café is open, and the sentence tells of its kitchen."""
    question, said = words.question, words.sentence_text
    if words.kind == "yes_no" or is_row(said):
        return False
    heading = words.stands_under.rpartition("\n")[2]
    return hours_of_another(question, with_its_topic(said, words.paragraph_before), words.title, heading)


def _another_section(words: QuotedWords) -> bool:
    """The question asks when, by the heading of another section, which stands neither in the sentence nor above it.

    So "The new timetable starts on 1 September" below "Shuttle" does not say when the phone times below "Phone" start.
    Where it asks how much of something there is, and a section is called just that, no other one tells: of "Notice",
    "Scheme managers have 29 days" below "Leave" says nothing.
    """
    asked = frozenset(words.asked.query.terms)
    measured = _MEASURED.match(words.question) if words.kind in ("number", "other") else None
    if measured:
        asked = frozenset(map(stem_of, measured.groups())) - _OF_TIME - _TELLING_NO_KIND
    passage = words.passage
    is_asked = asked and (words.kind == "date" or measured)
    meta = words.asked.snapshot.find_document(passage.document_id) if is_asked else None
    document = words.asked.document(passage.document_id) if meta and len(meta.rows) <= _SHORT else None
    if meta is None or document is None:
        return False
    said = stems(f"{words.title}\n{meta.source or ''}\n{words.stands_under}\n{words.sentence_text}")
    unsaid = asked.difference(said)
    headings = [block for block in document.blocks if block.kind == "heading"]
    over = next((each for each in reversed(headings) if each.end <= passage.start + words.span.sentence[0]), None)
    others = (each for each in headings if over and each != over and each.level == over.level)
    called = (frozenset(stems(document.text[each.start : each.end])) for each in others)
    return any(not unsaid.isdisjoint(heading) and heading <= asked for heading in called)


def _not_next(words: QuotedWords) -> bool:
    """The question asks when something is next, and the sentence tells of what has been."""
    if words.kind != "date" or not says_next(words.question):
        return False
    days = days_of(words.span.value[2]) if words.span.value else None
    is_told = tells_what_comes(f"{words.stands_under}\n{words.sentence_text}")
    return days[1] < words.asked.query.today.toordinal() if days else not is_told


def _another_next(words: QuotedWords) -> bool:
    """The question asks when something is next, and words tell when something else is: a drill, for an inspection."""
    if words.kind != "date" or not says_next(words.question):
        return False
    said = f"{words.above}\n{words.sentence_text}"
    if is_next_of_another(words.question, words.sentence_text, f"{words.above}\n{words.paragraph_before}"):
        return True
    terms = verb_forms(stem for stem in words.asked.query.terms if stem not in _NEXT_STEMS)
    return bool(terms) and terms.isdisjoint(stems(said))


def _unheard_short_form(words: QuotedWords) -> bool:
    """The question asks for nothing but a short form, of which no document tells, and no words here begin so."""
    asked = [stem for stem in words.asked.query.terms if stem not in _OF_TIME]
    if len(asked) != 1 or not _SHORT_FORM.fullmatch(asked[0]) or frequency(words.asked.snapshot, asked[0]):
        return False
    said = f"{words.above}\n{words.sentence_text}".casefold()
    return asked[0] not in "".join(word[0] for word in WRITTEN_WORD.findall(said))


def _narrower_count(words: QuotedWords) -> bool:
    """The question asks how many there are of some, and the number is of those alone of whom something else is told.

    As "one child living in a boat", or "seven of whom are in care proceedings", for "How many children are in care?"
    """
    query, value = words.asked.query, words.span.value
    if words.kind != "number" or value is None or not asks_count(query.question):
        return False
    said = words.passage.text[value[0] : words.span.sentence[1]]
    part, doing = _PART_COUNTED.match(said), _DOING.match(said)
    names = frozenset(chain.from_iterable(stems(name.text) for name in query.interpretation.names))
    asked = frozenset(stems(query.question)) - names
    if part:
        told = frozenset(stems(part["told"] or part["share"] or "")) - names - _TELLING_NO_MORE
        return any(not stem.isdigit() for stem in told - asked)
    counted = " ".join((doing["counted"] if doing else "", *_COUNTED.findall(query.question)))
    wanted = asked - frozenset(stems(counted))
    return bool(doing and wanted) and wanted.isdisjoint(stems(doing["told"] if doing else ""))


def _figure_of_all(words: QuotedWords) -> bool:
    """The question asks for a figure of one that it names, and the sentence gives that of all: "Nationally, 61%"."""
    is_figure = words.kind == "number" or (words.kind == "other" and any(map(str.isdigit, words.quote)))
    said = words.sentence_text
    if not is_figure or is_row(said):
        return False
    return tells_of_the_whole(words.question, said, words.title, words.asked.is_proper_noun)


def _own_day(words: QuotedWords) -> bool:
    """Words or their line say when their document was published or changed, and the question does not ask for that."""
    return any(is_unasked_day(words.asked, said) for said in (words.line, words.quote))


def _own_title(words: QuotedWords) -> bool:
    """Words are of the line by which their document is called, and the question asks for no paper or name.

    A text without a title is called by its first sentence, which may well answer.
    """
    is_sentence = words.line.rstrip().endswith((".", "!"))
    is_title = not is_sentence and _WORD.findall(words.line.casefold()) == _WORD.findall(words.title.casefold())
    return is_title and _ASKS_TITLE.search(words.question) is None


def _defines_nothing(words: QuotedWords) -> bool:
    """The question asks what a thing is, and the sentence tells of it, or of another, without saying that.

    A price and a row of a table may answer what an adult ticket is.
    """
    is_priced = is_row(words.sentence_text) or not frozenset(CURRENCY_SIGNS).isdisjoint(words.quote)
    return (
        words.kind == "other"
        and not is_priced
        and defines_nothing(words.question, words.sentence_text, words.stands_under, words.paragraph_before)
    )


def _another_group(words: QuotedWords) -> bool:
    """The question asks of those without something, or before, and only those with it, or now, are told of."""
    told = f"{words.stands_under}\n{words.sentence_text}"
    if not words.is_closed and tells_of_those_who_have(words.question, told):
        return True
    return tells_of_those_with(words.question, told) or tells_of_those_now(words.question, f"{words.title}\n{told}")


SUBJECT_CHECKS: tuple[Callable[[QuotedWords], bool], ...] = (
    _kind_named_later,
    _another_kind,
    _under_another_kind,
    _without_person,
    _another_meeting,
    _another_caller,
    _another_party,
    _another_figure,
    _replaced,
    _one_of_two,
    _part_of_place,
    _another_section,
    _not_next,
    _another_next,
    _unheard_short_form,
    _narrower_count,
    _figure_of_all,
    _own_day,
    _own_title,
    _defines_nothing,
    _another_group,
    is_list_without_predicate,
)
"""Each says of words whether they are no answer."""
