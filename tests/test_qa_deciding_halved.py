"""Both halves of a question are answered, each by its own words, or it is said which one is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pytest

from corpus.language.kinds import AnswerType, Value
from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.answer import Alternative, Answer, AnswerPart, Completeness, PartsCount, Support
from qa.deciding.halved import joined, taken_by_other
from qa.passages.asked import Taken
from qa.pipeline import Assistant
from qa.query import Interpretation
from qa.query.halves import Half
from qa.request import AskRequest

ASSISTANT = Assistant(HashingEncoder(), answer_confidence=0.25)
TEXTS = (
    {
        "title": "Pool",
        "text": "The pool at Mill Lane reopened on 3 May 2021. The roof of the pool cost two million pounds.",
    },
    {
        "title": "Staff",
        "text": "The library had 40 staff in 2019. The staff of the library rose from 40 in 2019 to 60 in 2022.",
    },
    {"title": "Lane", "text": "The lane is wide and lined with lime trees."},
)
PAPERS = {
    "plots.md": (
        "# Plots at Moorend\n\n## Animals\n\nTenants may keep up to six hens. Cockerels, pigs and bees are not allowed."
        "\n\n## Bonfires\n\nBonfires may be lit only between 1 November and 31 March."
        "\n\n## Water\n\nHosepipes are forbidden.\n"
    ),
    "bees.md": "# Bees at Hill House\n\nGuests of Hill House can keep bees in the orchard.\n",
    "graves.md": (
        "# Graves at Moorend\n\n| Service | Resident | Other |\n|---|---|---|\n| Burial of an adult | £320 | £960 |\n"
        "| Burial of ashes | £110 | £330 |\n\nGraves are kept for 50 years.\n"
    ),
    "minutes.md": "# Minutes of Moorend\n\nThe Pay Committee, led by Ada Moor, met in March. Its quorum is three.\n",
}
REQUEST = AskRequest("When did the pool at Mill Lane reopen and how much did the roof of the pool cost?")
READ = Interpretation(REQUEST.question)


@pytest.fixture(scope="module")
def texts(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Snapshot:
    return snapshot_of(TEXTS)


@pytest.fixture(scope="module")
def answers(texts: Snapshot) -> tuple[Answer, Answer, Answer]:
    """When the pool reopened, what its roof cost, and nothing of what is asked."""
    asked = ("When did the pool at Mill Lane reopen?", "How much did the roof of the pool cost?", "Who sells zebras?")
    when, cost, nothing = (ASSISTANT.ask(texts, AskRequest(question)) for question in asked)
    assert when.answer and cost.answer and nothing.answer is None
    return when, cost, nothing


def test_each_half_is_a_part_with_its_own_words(answers: tuple[Answer, Answer, Answer]) -> None:
    when, cost, _ = answers
    answer = joined(REQUEST, READ, [(Half("When?", "when?"), when), (Half("How much?", "how much?"), cost)])
    assert answer.answer is not None
    assert [(part.label, part.quote) for part in answer.answer.halves] == [
        ("When?", when.answer.quote if when.answer else ""),
        ("How much?", cost.answer.quote if cost.answer else ""),
    ]
    assert answer.answer.completeness == "whole" and answer.notices == ()
    assert answer.answer.support is None
    assert answer.confidence == min(when.confidence, cost.confidence)
    assert answer.question == REQUEST.question and answer.interpretation == READ
    ids = [passage.passage_id for passage in answer.passages]
    assert len(ids) == len(set(ids)) and [one.rank for one in answer.passages] == [*range(1, len(ids) + 1)]


@pytest.mark.parametrize("first", [True, False])
def test_a_half_without_an_answer_is_said_to_have_none(answers: tuple[Answer, Answer, Answer], first: bool) -> None:
    when, _, nothing = answers
    halved = [(Half("When?", "when?"), when), (Half("Who?", "who?"), nothing)]
    answer = joined(replace(REQUEST, k=1), READ, halved if first else halved[::-1])
    assert answer.answer is not None and when.answer is not None
    assert answer.status == "answered" and answer.answer.quote == when.answer.quote and len(answer.passages) == 1
    assert answer.answer.completeness == "part" and answer.answer.counted is not None
    assert (answer.answer.counted.given, answer.answer.counted.all) == (1, 2)
    [part] = [part for part in answer.answer.halves if not part.quote]
    assert part.label == "Who?" and part.reason_text == "No passage answers it for sure." and part.document_id is None
    [notice] = answer.notices
    assert notice.kind == "partial" and "“Who?”" in notice.text


@pytest.mark.parametrize(
    ("asked", "may_tell"),
    [("Who sells pools?", True), ("Who sells zebras?", False), ("Why did the pool close?", False)],
)
def test_words_shown_for_one_half_may_tell_the_other(
    answers: tuple[Answer, Answer, Answer], asked: str, may_tell: bool
) -> None:
    when, _, nothing = answers
    kind: AnswerType = "date" if asked.startswith("Who") else "reason"
    refused = replace(nothing, interpretation=Interpretation(asked, answer_type=kind), passages=when.passages)
    answer = joined(REQUEST, READ, [(Half("When?", "when?"), when), (Half(asked, asked), refused)])
    told = "The words that answer the rest may tell it, but that is not sure."
    assert [told in notice.text for notice in answer.notices] == [may_tell]


def test_how_much_tells_that_it_is_so(answers: tuple[Answer, Answer, Answer]) -> None:
    _, cost, nothing = answers
    whether, much = Half("Did the roof cost anything?", "whether?"), Half("How much?", "how much?", tells_first=True)
    assert cost.answer is not None
    for halved, quotes in (
        ([(whether, nothing), (much, cost)], [cost.answer.quote, cost.answer.quote]),
        ([(whether, cost), (much, cost)], [cost.answer.quote, cost.answer.quote]),
        ([(whether, cost), (much, nothing)], [cost.answer.quote, ""]),
        ([(whether, nothing), (replace(much, tells_first=False), cost)], ["", cost.answer.quote]),
    ):
        answer = joined(REQUEST, READ, halved)
        assert answer.answer is not None and [part.quote for part in answer.answer.halves] == quotes
    assert joined(REQUEST, READ, [(whether, nothing), (much, nothing)]).answer is None


def test_words_that_tell_of_one_half_are_not_given_for_the_other(answers: tuple[Answer, Answer, Answer]) -> None:
    when, _, _ = answers
    halved = [(Half("2019?", "2019?", "2019"), when), (Half("2021?", "2021?", "2021"), when)]
    answer = joined(REQUEST, READ, halved)
    assert answer.answer is not None and answer.answer.completeness == "part"
    assert [bool(part.quote) for part in answer.answer.halves] == [False, True]


def test_one_value_does_not_answer_both_halves(answers: tuple[Answer, Answer, Answer]) -> None:
    when, _, _ = answers
    assert when.answer is not None
    start = when.answer.sentence.text.index("3 May")
    day = replace(
        when.answer, quote="3 May 2021", start=start, end=start + 10, value=Value("date", "3 May 2021", "2021-05-03")
    )
    sure = replace(when, answer=day)
    less = replace(sure, confidence=when.confidence - 0.1)
    halved = [(Half("Then?", "then?"), less), (Half("Now?", "now?"), sure)]
    answer = joined(REQUEST, READ, halved)
    assert answer.answer is not None and [bool(part.quote) for part in answer.answer.halves] == [False, True]
    same = joined(REQUEST, READ, [(half, when) for half, _ in halved])
    assert same.answer is not None and same.answer.completeness == "whole"


def test_a_sentence_with_one_value_answers_the_half_whose_words_it_has(answers: tuple[Answer, Answer, Answer]) -> None:
    when, _, _ = answers
    assert when.answer is not None
    whole = replace(when, answer=replace(when.answer, value=Value("date", "3 May 2021", "2021-05-03")))
    halved = [(Half("When was it closed?", "closed?"), whole), (Half("When did it reopen?", "reopen?"), whole)]
    answer = joined(REQUEST, READ, halved)
    assert answer.answer is not None and [bool(part.quote) for part in answer.answer.halves] == [False, True]
    start = when.answer.sentence.text.index("3 May")
    day = replace(
        when.answer, quote="3 May 2021", start=start, end=start + 10, value=Value("date", "3 May 2021", "2021-05-03")
    )
    named = joined(REQUEST, READ, [halved[0], (halved[1][0], replace(whole, answer=day, confidence=0.1))])
    assert named.answer is not None and [bool(part.quote) for part in named.answer.halves] == [False, True]
    both = joined(REQUEST, READ, [(half, whole) for half in (Half("Did it reopen?", "?"), Half("At Mill Lane?", "?"))])
    assert both.answer is not None and both.answer.completeness == "whole"


def test_a_sentence_without_the_own_words_of_a_half_is_of_the_other(answers: tuple[Answer, Answer, Answer]) -> None:
    when, _, _ = answers
    assert when.answer is not None
    start = when.answer.sentence.text.index("reopened")
    said = replace(when.answer, quote="reopened on 3 May 2021.", start=start, end=start + 23, value=None)
    day = replace(
        said, quote="on 3 May 2021", start=start + 9, end=start + 22, value=Value("date", "3 May 2021", "2021-05-03")
    )
    opened, slides = Half("When did the pool reopen?", "?"), Half("May I bring a dog to the pool?", "?")
    answer = joined(REQUEST, READ, [(opened, replace(when, answer=day)), (slides, replace(when, answer=said))])
    assert answer.answer is not None and [bool(part.quote) for part in answer.answer.halves] == [True, False]
    where = replace(said, quote="The pool at Mill Lane", start=0, end=21)
    apart = joined(REQUEST, READ, [(opened, replace(when, answer=day)), (slides, replace(when, answer=where))])
    assert apart.answer is not None and [bool(part.quote) for part in apart.answer.halves] == [True, True]
    count = Half("How many dogs came to the pool?", "?")
    number = replace(said, value=Value("date", "3 May 2021", "2021-05-03"))
    once = joined(REQUEST, READ, [(count, replace(when, answer=number)), (opened, replace(when, answer=said))])
    assert once.answer is not None and [bool(part.quote) for part in once.answer.halves] == [False, True]


def test_a_half_that_has_only_the_words_of_the_other_is_known(answers: tuple[Answer, Answer, Answer]) -> None:
    when, cost, nothing = answers
    assert when.answer is not None
    one, other = Half("2019?", "2019?", "2019"), Half("2021?", "2021?", "2021")
    said = when.answer.sentence
    taken = Taken(when.answer.document_id, said.start, said.end)
    assert taken_by_other([(one, when), (other, when)]) == (0, taken)
    assert taken_by_other([(other, when), (one, when)]) == (1, taken)
    for second in (cost, nothing):
        assert taken_by_other([(one, when), (other, second)]) is None
    both = Half("May?", "May?", "May"), Half("2021?", "2021?", "2021")
    assert taken_by_other([(half, when) for half in both]) is None


def test_a_half_whose_words_are_those_of_the_other_is_asked_again_without_them(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    text = "The weir at Moor had a staff of 40 wardens in 2019. Of wardens it had 60 in all later."
    snapshot = snapshot_of([{"title": "Weir", "text": text}, *TEXTS])
    request = AskRequest("How many wardens had the weir at Moor in 2019 and in 2021?")
    answer = replace(ASSISTANT, answer_confidence=0.0).ask(snapshot, request)
    assert answer.answer is not None
    assert [part.value and part.value.normalized for part in answer.answer.halves] == ["40", "60"]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many hens can I keep on my plot, and can I keep bees?", ["six hens", "bees are not allowed"]),
        ("When may I light a bonfire on a plot and is a hosepipe allowed?", ["November", "forbidden"]),
        ("How many members has the Pay Committee got and what is its quorum?", ["", "three"]),
        ("How much is a burial of ashes and how long is a grave kept?", ["£110", "50 years"]),
    ],
)
def test_each_half_has_its_own_words_or_none(
    question: str, words: list[str], assistant: Assistant, papers: Snapshot
) -> None:
    answer = assistant.ask(papers, AskRequest(question)).answer
    assert answer is not None
    said = [part.sentence.text if part.sentence else "" for part in answer.halves]
    assert [word in text if word else not text for word, text in zip(words, said, strict=True)] == [True, True], said


@pytest.mark.parametrize(("given", "completeness"), [(2, "whole"), (1, "part")])
def test_a_half_that_is_a_list_has_its_items_and_says_how_many_there_are(
    answers: tuple[Answer, Answer, Answer], given: int, completeness: Completeness
) -> None:
    when, cost, _ = answers
    assert when.answer is not None
    said = when.answer
    items = tuple(
        AnswerPart(f"item {number}", "You need:", said.document_id, 500 + number, 506 + number, said.citation, 0.9)
        for number in range(given)
    )
    listed = replace(said, parts=items, counted=PartsCount(given, 2), completeness=completeness)
    answer = joined(REQUEST, READ, [(Half("What?", "what?"), replace(when, answer=listed)), (Half("How?", "?"), cost)])
    assert answer.answer is not None and answer.answer.completeness == completeness
    first, second = answer.answer.halves
    assert first.parts == items and first.counted == PartsCount(given, 2)
    assert second.parts == () and second.counted is None


def test_a_sentence_that_tells_of_both_times_is_the_whole_answer(texts: Snapshot) -> None:
    both = ASSISTANT.ask(texts, AskRequest("From what did the staff of the library rise in 2019 to 2022?"))
    assert both.answer is not None and "60" in both.answer.sentence.text
    halved = [(Half("2019?", "2019?", "in 2019"), both), (Half("2022?", "2022?", "2022"), both)]
    answer = joined(REQUEST, READ, halved)
    assert answer.answer == both.answer and answer.notices == both.notices


def test_each_of_three_subjects_is_answered_or_said_to_be_not(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    texts = [
        {"title": f"Pool at {name}", "text": f"The pool at {name} was opened on {day} May 2021 by the mayor."}
        for name, day in (("Wendham", 3), ("Kirkbury", 4))
    ]
    snapshot = snapshot_of([*texts, {"title": "Pool at Norbury", "text": "Norbury has a lido with lime trees."}])
    answer = ASSISTANT.ask(snapshot, AskRequest("When was the pool at Wendham, Kirkbury and Norbury opened?"))
    assert answer.answer is not None and answer.answer.counted == PartsCount(2, 3)
    quoted = [half.quote for half in answer.answer.halves]
    assert ["3 May" in quoted[0], "4 May" in quoted[1], quoted[2]] == [True, True, ""]
    (partial,) = (notice.text for notice in answer.notices if notice.kind == "partial")
    assert partial.startswith("One part of the question is not answered:")
    none = ASSISTANT.ask(snapshot, AskRequest("Who swam in Wendham, Kirkbury and Norbury?"))
    assert none.answer is None and none.reason_text.startswith("The question asks 3 things, and none is answered.")


def test_of_two_halves_without_an_answer_it_is_said_why_of_each(texts: Snapshot) -> None:
    request = AskRequest("Who sells zebras in Atlantis and who sells lions in Narnia?", k=3)
    answer = ASSISTANT.ask(texts, request)
    assert (
        answer.status == "abstained" and answer.reason == "name_not_in_corpus" and answer.question == request.question
    )
    assert "“Who sells zebras in Atlantis?” The documents here do not mention Atlantis." in answer.reason_text
    assert "“Who sells lions in Narnia?” The documents here do not mention " in answer.reason_text
    assert [passage.rank for passage in answer.passages] == [1, 2, 3]
    assert answer.interpretation is not None and answer.interpretation.question == request.question


def test_one_reason_for_both_halves_is_told_once(answers: tuple[Answer, Answer, Answer]) -> None:
    *_, nothing = answers
    halved = [(Half("Who?", "who?"), nothing), (Half("Where?", "where?"), replace(nothing, confidence=0.4))]
    answer = joined(REQUEST, READ, halved)
    assert answer.reason_text == (
        "The question asks two things, and neither is answered. No passage answers it for sure."
    )
    assert answer.confidence == 0.4 and answer.answer is None and answer.interpretation == READ


def test_the_reason_of_two_halves_is_the_one_that_is_tried_first(answers: tuple[Answer, Answer, Answer]) -> None:
    *_, nothing = answers
    unknown = replace(nothing, reason="name_not_in_corpus", reason_text="The documents here do not mention Narnia.")
    halved = [(Half("Who?", "who?"), nothing), (Half("Where?", "where?"), unknown)]
    for order in (halved, halved[::-1]):
        answer = joined(REQUEST, READ, order)
        assert answer.reason == "name_not_in_corpus" and "“Where?” The documents here" in answer.reason_text


def test_the_assistant_parts_a_question_of_two_things(texts: Snapshot) -> None:
    answer = ASSISTANT.ask(texts, REQUEST)
    assert answer.answer is not None
    assert [part.label for part in answer.answer.halves] == [
        "When did the pool at Mill Lane reopen?",
        "How much did the roof of the pool cost?",
    ]
    assert "3 May 2021" in answer.answer.halves[0].quote and "two million" in answer.answer.halves[1].quote


def test_what_other_editions_say_is_told_of_both_halves(answers: tuple[Answer, Answer, Answer]) -> None:
    when, cost, _ = answers
    assert when.answer is not None
    said = when.answer.sentence
    other, another = (
        Alternative(words, "old", 0, 1, said, when.answer.citation) for words in ("in 2020", "one million")
    )
    halved = [
        (Half("When?", "when?"), replace(when, alternatives=(other,))),
        (Half("How much?", "how much?"), replace(cost, alternatives=(another,))),
    ]
    assert joined(REQUEST, READ, halved).alternatives == (other, another)


def test_each_half_says_who_else_says_so(answers: tuple[Answer, Answer, Answer]) -> None:
    when, cost, _ = answers
    assert when.answer is not None
    said = replace(when, answer=replace(when.answer, support=Support(1, 2)))
    answer = joined(REQUEST, READ, [(Half("When?", "when?"), said), (Half("How much?", "how much?"), cost)])
    assert answer.answer is not None and answer.answer.support is None
    assert [part.support for part in answer.answer.halves] == [Support(1, 2), None]


def test_a_half_of_which_the_sentence_has_neither_value_nor_word_is_not_answered_by_it(
    answers: tuple[Answer, Answer, Answer],
) -> None:
    when, *_ = answers
    assert when.answer
    without = replace(when, answer=replace(when.answer, value=None))
    halves = Half("When did the pool reopen?", "when?"), Half("Which zebras graze there?", "which?")
    answer = joined(REQUEST, READ, [(halves[0], when), (halves[1], without)])
    assert answer.answer and [part.quote for part in answer.answer.halves] == [when.answer.quote, ""]


def test_a_half_of_one_word_is_not_refused_as_no_question(
    texts: Snapshot, answers: tuple[Answer, Answer, Answer]
) -> None:
    word = ASSISTANT.ask(texts, AskRequest("lime"))
    assert word.reason == "no_question"
    neither = joined(REQUEST, READ, [(Half("Lime?", "lime?", "lime"), word), (Half("Who?", "who?"), answers[2])])
    assert neither.reason in ("not_answered", "nothing_relevant")
    assert (
        neither.reason_text == "The question asks two things, and neither is answered. No passage answers it for sure."
    )


def test_one_sentence_that_tells_of_both_is_shown_with_the_words_for_each_or_whole(texts: Snapshot) -> None:
    asked = "How many staff had the library in 2019?", "How many staff had the library in 2022?"
    one = ASSISTANT.ask(texts, AskRequest(asked[0]))
    assert one.answer
    text = "The staff of the library rose from 40 in 2019 to 60 in 2022."
    start = TEXTS[1]["text"].index(text)
    sentence = replace(one.answer.sentence, text=text, start=start, end=start + len(text))

    def saying(answer: Answer, words: str) -> Answer:
        assert answer.answer is not None
        place = start + text.index(words)
        quote = replace(answer.answer, quote=words, start=place, end=place + len(words), sentence=sentence, value=None)
        return replace(answer, answer=quote)

    halves = Half("In 2019?", asked[0], "2019"), Half("In 2022?", asked[1], "2022")
    each = joined(REQUEST, READ, [*zip(halves, (saying(one, "40"), saying(one, "60")), strict=True)]).answer
    assert each is not None and [part.quote for part in each.halves] == ["40", "60"]
    whole = joined(REQUEST, READ, [*zip(halves, (saying(one, "40"), saying(one, "40")), strict=True)]).answer
    assert whole is not None and whole.quote == text and not whole.halves


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is the cost of a swim and of a towel?", ["£4", "£2"]),
        ("swim cost and towel cost", ["£4", "£2"]),
        ("Which is dearer, a swim or a towel?", ["£4", "£2"]),
    ],
)
def test_two_things_that_no_sentence_tells_of_together_are_each_answered(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot], question: str, words: list[str]
) -> None:
    prices = snapshot_of([{"title": "Prices", "text": "The cost of a swim is £4. The cost of a towel is £2."}])
    quote = ASSISTANT.ask(prices, AskRequest(question)).answer
    assert quote is not None and quote.completeness == "whole"
    assert [word in part.quote for part, word in zip(quote.halves, words, strict=True)] == [True, True]


def test_a_sentence_that_tells_of_two_things_is_shown_whole(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    prices = snapshot_of([{"title": "Prices", "text": "The cost is £4 for a swim and £2 for a towel. Cash is taken."}])
    quote = ASSISTANT.ask(prices, AskRequest("What is the cost for a swim and for a towel?")).answer
    assert quote is not None and not quote.halves and quote.value is None
    assert quote.quote == "The cost is £4 for a swim and £2 for a towel."


def test_a_part_of_a_longer_word_tells_of_no_half(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    text = "The leave for a parent is ten days. The leave for a cousin or parent-in-law is five days."
    question = "How long is the leave for a parent and for a cousin?"
    quote = ASSISTANT.ask(snapshot_of([{"title": "Days", "text": text}]), AskRequest(question)).answer
    assert quote is not None
    assert [part.quote.split(" is ")[-1] for part in quote.halves] == ["ten days.", "five days."]


def test_two_rows_of_a_table_are_two_answers(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    table = "| Treatment | Price |\n|---|---|\n| Dental scale | £145 |\n| Microchipping | £18 |\n| Neutering | £68 |\n"
    prices = snapshot_of([{"title": "Prices", "text": f"Prices of the clinic\n\n{table}"}])
    quote = ASSISTANT.ask(prices, AskRequest("What is the price of a dental scale and of neutering?")).answer
    assert quote is not None
    assert ["£145" in quote.halves[0].quote, "£68" in quote.halves[1].quote] == [True, True]


PLOTS = {
    "title": "Plots",
    "text": "A full plot is £62 a year and a half plot £34 a year. Rent is due on 1 April, to the treasurer.",
}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How much is a full plot and how much is a half one?", ["£62", "£34"]),
        ("To whom is rent due and by when is it due?", ["treasurer", "1 April"]),
    ],
)
def test_one_sentence_answers_both_halves(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot], question: str, words: list[str]
) -> None:
    quote = replace(ASSISTANT, answer_confidence=0.1).ask(snapshot_of([PLOTS, *TEXTS]), AskRequest(question)).answer
    assert quote is not None and quote.completeness == "whole"
    shown = [part.quote for part in quote.halves] or [quote.quote, quote.quote]
    assert [word in each for word, each in zip(words, shown, strict=True)] == [True, True]


def test_of_two_times_told_in_other_words_the_years_tell(answers: tuple[Answer, Answer, Answer]) -> None:
    when, *_ = answers
    halved = [(Half("Spring 2021?", "2021?", "spring 2021"), when), (Half("2019?", "2019?", "2019"), when)]
    answer = joined(REQUEST, READ, halved)
    assert answer.answer is not None and [bool(part.quote) for part in answer.answer.halves] == [True, False]


@pytest.mark.parametrize(("end", "both"), [("unless you resign", True), ("by all", False)])
def test_exceptions_are_told_by_the_sentence_that_has_some(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot], end: str, both: bool
) -> None:
    snapshot = snapshot_of([{"title": "Sick leave", "text": f"A doctor's note is needed for sick leave {end}."}])
    request = AskRequest("Is a doctor's note needed for sick leave, and are there any exceptions?")
    quote = replace(ASSISTANT, answer_confidence=0.0).ask(snapshot, request).answer
    assert quote is not None and [bool(part.quote) for part in quote.halves] == [True, both]


@pytest.mark.parametrize(
    ("question", "both"),
    [
        ("Can I keep a snake, and if so who gives permission?", False),
        ("Can I keep a cat, and if so who gives permission?", True),
        ("Is parking free at night, and if so until when?", True),
    ],
)
def test_what_is_asked_only_if_it_is_so_has_no_answer_where_it_is_not(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot], question: str, both: bool
) -> None:
    rules = "Snakes may not be kept. A cat may be kept. Permission to keep a pet is given by Ada Moor."
    parking = "Parking is free at night but not on Sundays, and until 7 am."
    snapshot = snapshot_of([{"title": "Pets", "text": rules}, {"title": "Parking", "text": parking}])
    quote = replace(ASSISTANT, answer_confidence=0.0).ask(snapshot, AskRequest(question)).answer
    assert quote is not None and [bool(part.quote) for part in quote.halves] == [True, both]


def test_from_when_to_when_answers_both_ends(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    snapshot = snapshot_of([{"title": "Fair", "text": "The summer fair runs from 5 June 2027 to 9 July 2027."}])
    request = AskRequest("When does the summer fair start and end?")
    quote = replace(ASSISTANT, answer_confidence=0.0).ask(snapshot, request).answer
    assert quote is not None and quote.completeness == "whole"
    assert [part.quote.count("2027") for part in quote.halves] == [2, 2]
