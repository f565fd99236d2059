"""Checks: what words must not say to be an answer, whatever a model was fitted to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pytest

from corpus.document import Part
from corpus.language.kinds import Value
from index.snapshot import Snapshot
from qa.checks.words import CHECKS, is_no_answer
from qa.passages.asked import Taken
from tests.words_shown import asked_of, no_answer, words_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of([{"title": "Pool", "text": "The pool is warm."}])


@pytest.mark.parametrize("around", ["title", "heading", "context"])
def test_a_code_of_the_question_has_to_stand_in_the_passage_or_around_it(papers: Snapshot, around: str) -> None:
    question, text = "What does section 47 ask of the council?", "The council keeps the pool warm. It mends roofs."
    assert no_answer(papers, question, text)
    assert not no_answer(papers, question, text, **{around: "Duties by section 47"})
    assert no_answer(papers, question, text, **{around: "Duties by section 48"})
    assert not no_answer(papers, question, f"{text} So says section 47.", "keeps the pool")


@pytest.mark.parametrize(
    ("sentence", "rejected"),
    [
        ("Section 48 asks it to mend roofs.", True),
        ("Section 47 asks it to mend roofs, section 48 to keep pools.", False),
        ("It has to mend roofs.", False),
    ],
)
def test_words_that_tell_of_another_number_of_the_kind_are_no_answer(
    papers: Snapshot, sentence: str, rejected: bool
) -> None:
    question = "What does section 47 ask of the council?"
    assert no_answer(papers, question, f"Section 47 is old. {sentence}", sentence) is rejected
    assert no_answer(papers, question, f"{sentence} Section 47 is old.", "mend roofs") is rejected


def test_each_code_of_a_question_counts(papers: Snapshot) -> None:
    question, text = "What do E14 and section 47 have in common?", "E14 and section 47 are both of the pool."
    assert not no_answer(papers, question, text)
    assert no_answer(papers, question, text.replace("E14", "It"))
    assert no_answer(papers, question, text.replace("section 47", "it"))


def test_which_is_the_most_is_told_by_what_compares(papers: Snapshot) -> None:
    text, question = "The hall stands by the weir.", "Which hall is the cheapest?"
    assert no_answer(papers, question, text)
    assert not no_answer(papers, question, text, heading="The cheapest hall")
    assert not no_answer(papers, question, "The hall costs less than the barn.")
    assert not no_answer(papers, "Is the hall the cheapest?", text)
    assert not no_answer(papers, question, "Mill Barn | £9", "Mill Barn", context="Hall | Hire")


@pytest.mark.parametrize(
    ("question", "rejected"),
    [
        ("Which plan was approved by the council?", True),
        ("Which plan was refused by the council?", False),
        ("Was the plan approved by the council?", False),
    ],
)
def test_a_decision_the_other_way_is_an_answer_to_yes_or_no_alone(
    papers: Snapshot, question: str, rejected: bool
) -> None:
    text = "The hall was painted. The plan of May 1901 was refused by the council."
    assert no_answer(papers, question, text, "The plan of May 1901") is rejected
    assert no_answer(papers, question, text, "The hall was painted.") is rejected, "what it says of the matter counts"
    assert not no_answer(papers, question, "The hall was painted. It rained.", "The hall was painted.")


def test_a_permit_is_told_beside_what_is_forbidden(papers: Snapshot) -> None:
    text = "Fishing is forbidden on Sundays. A permit costs £9."
    assert not no_answer(papers, "How much is a fishing permit?", text, "A permit costs £9.")
    assert no_answer(papers, "How much is a fishing permit?", text, "Fishing is forbidden on Sundays.")


def test_the_line_to_write_on_of_a_form_is_no_answer(papers: Snapshot) -> None:
    for blank in ("____", "........"):
        text = f"Number of people (no more than 25): {blank}"
        assert no_answer(papers, "How many people may come?", text, blank)
        assert not no_answer(papers, "How many people may come?", text, "no more than 25")
    assert not no_answer(papers, "Who has a key?", "Ada Moor: ✓", "✓")


@pytest.mark.parametrize(
    ("question", "line", "rejected"),
    [
        ("When did the pool open?", "Page last updated: 3 May 2018", True),
        ("When did the pool open?", "Published: 3 May 2018", True),
        ("When was the page updated?", "Page last updated: 3 May 2018", False),
        ("When was it published?", "Published: 3 May 2018", False),
        ("When did the pool open?", "The pool opened on 3 May 2018", False),
        ("When did the pool open?", "Published on 3 May 2018 were the hours at which the hall is open", False),
    ],
)
def test_the_day_of_the_document_itself_is_an_answer_only_where_it_is_asked_for(
    papers: Snapshot, question: str, line: str, rejected: bool
) -> None:
    assert no_answer(papers, question, f"The pool.\n{line}\nIt is warm.", "3 May 2018") is rejected
    assert not no_answer(papers, question, f"The pool.\n{line}\nIt is warm.", "It is warm.")


@pytest.mark.parametrize(
    ("question", "sentence", "rejected"),
    [
        ("What share of waste was recycled?", "Of the waste, household rubbish was recycled.", True),
        ("How many keys does the hall have?", "The keys of the hall are kept by Ada Moor.", True),
        ("How many keys does the hall have?", "None are left.", False),
        ("How often is the pool cleaned?", "It is cleaned Weekly.", False),
        ("How many keys does the hall have?", "Keys: 7", False),
        ("How many keys does the hall have?", "For the keys of the hall see Appendix 2.", True),
        ("How many keys does the hall have?", "The hall has 7 keys, see Appendix 2.", False),
        ("Who keeps the keys of the hall?", "The keys of the hall are kept by Ada Moor.", False),
    ],
)
def test_what_is_asked_for_as_a_quantity_is_answered_by_one(
    papers: Snapshot, question: str, sentence: str, rejected: bool
) -> None:
    assert no_answer(papers, question, sentence, sentence) is rejected


def test_how_long_is_answered_by_when_something_began_and_ended(papers: Snapshot) -> None:
    text = "The pool was shut from 2 June until 9 June 2023."
    assert not no_answer(papers, "How long was the pool shut?", text)
    assert no_answer(papers, "How long was the pool shut?", "The pool was shut on 2 June 2023.")
    assert no_answer(papers, "How many pools were shut?", text)
    assert not no_answer(papers, "How long may I keep a book?", "A book may be kept for a month.")
    assert not no_answer(papers, "How much notice must I give?", "A week's notice has to be given.")
    assert no_answer(papers, "How many books may I keep?", "A book may be kept for a month.")
    assert not no_answer(papers, "How long is the pool shut for?", "The pool is shut until 9 June 2023.")
    assert no_answer(papers, "How long was the pool shut for?", "The pool was shut until 9 June 2023.")


@pytest.mark.parametrize(
    ("question", "sentence", "rejected"),
    [
        ("When was the service rated good?", "The service was rated inadequate in 2022.", True),
        ("When was the service rated good?", "The service was rated Good in 2022.", False),
        ("When was it rated requires improvement to be good?", "In 2022 services require improvement.", False),
        ("When was it rated requires improvement to be good?", "In 2022 services are inadequate.", True),
        ("When was the service rated good?", "It went from inadequate to good in 2022.", False),
        ("When was the service rated good?", "Inspectors came in 2022.", False),
        ("Was the service rated good?", "The service was rated inadequate in 2022.", False),
        ("What was its rating after it was rated good?", "The service was rated inadequate in 2022.", False),
        ("When was the service inspected?", "The service was rated inadequate in 2022.", False),
    ],
)
def test_what_is_asked_of_one_rating_is_not_answered_by_another(
    papers: Snapshot, question: str, sentence: str, rejected: bool
) -> None:
    assert no_answer(papers, question, sentence, sentence) is rejected


@pytest.mark.parametrize(
    ("question", "quote", "rejected"),
    [
        ("Who insures the hall of Thornby Council?", "Thornby Council", True),
        ("Who insures the hall of Thornby Council?", "Moor Mutual", False),
        ("Is the hall that of Thornby Council?", "Thornby Council", False),
        ("Does Thornby Council or Moor Mutual pay?", "Thornby Council", False),
        ("Which insures it, Thornby Council or Moor Mutual?", "Thornby Council", False),
    ],
)
def test_words_of_the_question_alone_are_no_answer(papers: Snapshot, question: str, quote: str, rejected: bool) -> None:
    text = "The hall of Thornby Council is insured by Moor Mutual."
    assert no_answer(papers, question, text, quote) is rejected
    assert not no_answer(papers, question, f"{quote}.", f"{quote}."), "a whole sentence says something"


@pytest.mark.parametrize(
    ("question", "row", "cell"),
    [
        ("What about pets in the flats?", "Pets | No", "No"),
        ("Which band is a flat in?", "Flat | A", "A"),
        ("In which month is the fair?", "Fair | May", "May"),
    ],
)
def test_a_cell_of_a_small_word_repeats_nothing(papers: Snapshot, question: str, row: str, cell: str) -> None:
    assert not no_answer(papers, question, row, cell)


@pytest.mark.parametrize(
    ("sentence", "rejected"),
    [
        ("40 % of waste is recycled.", False),
        ("A third of it is recycled.", False),
        ("One in ten bags is recycled.", False),
        ("Most of it is recycled.", False),
        ("It was recycled for 5 years.", True),
        ("It was recycled.", True),
    ],
)
def test_a_percentage_is_asked_for_and_given(papers: Snapshot, sentence: str, rejected: bool) -> None:
    assert no_answer(papers, "What percentage of waste is recycled?", sentence, sentence) is rejected
    assert not no_answer(papers, "For how many years was what proportion of it recycled?", "For 5 years.", "For 5")


@pytest.mark.parametrize(
    ("sentence", "rejected"),
    [
        ("Who keeps the key of the hall?", True),
        ("“Who keeps the key of the hall?”", True),
        ("(Who keeps the key of the hall?)", True),
        ("**Who keeps the key of the hall?**", True),
        ("Ada Moor keeps the key of the hall.", False),
        ("“Who has it?” asked Ada Moor.", False),
        ("Who has the key? Who keeps it?", True),
        ("The keys are with:\n\n- Ada Moor\n- Ben Hale (or is it the porter?)", False),
    ],
)
def test_a_question_is_answered_by_no_question(papers: Snapshot, sentence: str, rejected: bool) -> None:
    assert no_answer(papers, "Who keeps the key of the hall?", sentence) is rejected


def test_one_check_is_enough(papers: Snapshot) -> None:
    question = "Which plan of section 47 was approved?"
    texts = (
        "A plan was approved.",
        "The plan of section 47 was refused.",
        "Dated: 3 May 2018\nsection 47",
        "Was a plan of section 47 approved?",
    )
    for text in texts:
        words = words_of(asked_of(papers, question), text, text)
        assert sum(check(words) for check in CHECKS) == 1, text
        assert is_no_answer(words)
    assert not no_answer(papers, question, "The plan of section 47 was approved.")


@pytest.mark.parametrize(
    ("sentence", "rejected"),
    [
        ("Green bins are emptied by the parks team.", True),
        ("Green bins are emptied on Tuesdays.", False),
        ("Green bins are emptied every week.", False),
        ("Green bins are emptied once the brown ones are full.", False),
        ("Green bins are emptied at 7.", False),
        ("Green bins are emptied on request.", False),
        ("Green bins are emptied by appointment.", False),
        ("Green bins are emptied on weekdays.", False),
        ("Green bins are emptied overnight.", False),
        ("Green bins are emptied on the priority list's completion form.", True),
        ("Green bins are emptied in spring and May.", False),
    ],
)
def test_when_is_not_answered_by_words_without_any_time(papers: Snapshot, sentence: str, rejected: bool) -> None:
    assert no_answer(papers, "When are green bins emptied?", sentence) is rejected
    for heading, says in (("Every Monday", True), ("Twice a week", True), ("Collection day", False)):
        assert no_answer(papers, "When are green bins emptied?", sentence, heading=heading) is (rejected and not says)
    assert not no_answer(papers, "Who empties the green bins?", sentence)


def test_when_is_not_answered_by_a_question_and_a_pointer_elsewhere(papers: Snapshot) -> None:
    for told, rejected in (("Please look at the board.", True), ("On Mondays.", False)):
        text = f"When does the market open? {told}"
        words = words_of(asked_of(papers, "When does the market open?"), text, text)
        both = replace(words.span, sentence=words.span.quote)
        assert is_no_answer(replace(words, span=both)) is rejected


def test_what_was_never_so_has_no_day(papers: Snapshot) -> None:
    sentence = "The pool was never closed during 2020."
    assert no_answer(papers, "When was the pool closed?", sentence, "2020")
    assert not no_answer(papers, "Was the pool closed in 2020?", sentence, sentence)


def test_what_may_be_done_is_not_answered_by_what_may_not(papers: Snapshot) -> None:
    sentence = "The grant cannot be used for sofas."
    assert no_answer(papers, "What can the grant be used for?", sentence, sentence)
    assert not no_answer(papers, "Can the grant be used for sofas?", sentence, sentence)
    assert not no_answer(papers, "What can the grant not be used for?", sentence, sentence)


@pytest.mark.parametrize(
    ("context", "quote", "rejected"),
    [
        ("The grant cannot be used for:", "sofas", True),
        ("The grant can be used for:", "sofas", False),
        ("Fees > Item | No.", "sofas", False),
    ],
)
def test_an_item_of_a_list_that_is_denied_is_not_quoted_alone(
    papers: Snapshot, context: str, quote: str, rejected: bool
) -> None:
    words = words_of(asked_of(papers, "Can I buy sofas with the grant?"), "sofas\nkettles", quote, context=context)
    parts = Part(0, 5, "list_item"), Part(6, 13, "list_item")
    words = replace(words, passage=replace(words.passage, parts=parts), span=replace(words.span, sentence=(0, 5)))
    assert is_no_answer(words) is rejected


def test_who_holds_an_office_is_not_answered_by_its_deputy(papers: Snapshot) -> None:
    sentence = "Ada Moor is the deputy head of the pool."
    assert no_answer(papers, "Who is the head of the pool?", sentence, "Ada Moor")
    assert not no_answer(papers, "Who is the deputy head of the pool?", sentence, "Ada Moor")
    assert not no_answer(papers, "What does the head of the pool do?", sentence, sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "rejected"),
    [
        ("How many times were green bins emptied?", "There are 251 green bins.", True),
        ("How many times were green bins emptied?", "Green bins were emptied twice.", False),
        ("How many more green bins are there than in 2020?", "There are 251 green bins.", True),
        ("How many more green bins are there than in 2020?", "There are 18 more green bins than in 2020.", False),
        ("What is the average number of green bins?", "There are 251 green bins.", True),
        ("How many green bins are there?", "There are 251 green bins.", False),
    ],
)
def test_a_count_of_something_else_is_no_total(papers: Snapshot, question: str, sentence: str, rejected: bool) -> None:
    assert no_answer(papers, question, sentence) is rejected


def test_a_total_may_be_named_by_the_heading(papers: Snapshot) -> None:
    question, sentence = "What is the average number of green bins?", "Marlow: 251 green bins."
    assert no_answer(papers, question, sentence) and not no_answer(
        papers, question, sentence, heading="Average a street"
    )


def test_who_the_deputy_is_is_not_answered_by_the_head(papers: Snapshot) -> None:
    head, deputy = "The head of human resources is Ada Moor.", "Her deputy is Joe Lane."
    assert no_answer(papers, "Who is the deputy of the head of human resources?", head, "Ada Moor")
    assert not no_answer(papers, "Who is the deputy of the head of human resources?", deputy, "Joe Lane")
    assert not no_answer(papers, "Who is the head of human resources?", head, "Ada Moor")
    assert not no_answer(papers, "Who is the deputy head?", "Joe Lane", "Joe Lane", heading="Deputy head")


def test_what_is_next_has_not_been(papers: Snapshot) -> None:
    question = "When does the committee next meet?"
    assert no_answer(papers, question, "Minutes of what was held on 18 September 2025.", "18 September 2025")
    assert not no_answer(papers, question, "The next meeting will be held on 20 November 2025.", "20 November 2025")
    assert not no_answer(papers, question, "20 November 2025", "20 November 2025", heading="Date of next meeting")
    assert not no_answer(
        papers, "When was the hall next to the pool shut?", "It was held on 18 May 2025.", "18 May 2025"
    )


@pytest.mark.parametrize(
    ("question", "rejected"),
    [
        ("What is the fee in 2027/28?", True),
        ("What is the fee in 2026/27?", False),
        ("What is the fee in 2026?", False),
        ("What is the fee in 2028?", True),
        ("What is the fee?", False),
    ],
)
def test_a_cell_is_of_the_year_that_is_asked_for(papers: Snapshot, question: str, rejected: bool) -> None:
    context = "Service | Fee 2025/26 | Fee 2026/27"
    words = words_of(asked_of(papers, question), "Hall | £4 | £5", "£5", context=context)
    words = replace(words, passage=replace(words.passage, parts=(Part(0, 14, "table_row"),)))
    assert is_no_answer(words) is rejected


def test_the_third_is_not_the_second(papers: Snapshot) -> None:
    assert no_answer(papers, "How much is a permit for a third car?", "Permit, second car: £90", "£90")
    assert not no_answer(papers, "How much is a permit for a second car?", "Permit, second car: £90", "£90")


@pytest.mark.parametrize(
    ("sentence", "rejected"),
    [
        ("Unchanged.", True),
        ("The pool was looked at in depth.", True),
        ("The pool requires improvement.", False),
        ("It scored 7 of 10.", False),
        ("Satisfaction was scored at 92%.", False),
        ("The pool has 4 stars.", False),
        ("In 2012–13 the proportion was only 8% and this increased to 12% in 2013–14.", True),
        ("The pool complies with ‘Safer water 2015’.", True),
        ("37. The pool has made progress since the last inspection in 2017.", True),
        ("The pool was inspected on 4 May 2017.", True),
        ("Of those who swim, 40 per cent come twice a week.", True),
    ],
)
def test_a_rating_is_not_answered_by_words_without_one(papers: Snapshot, sentence: str, rejected: bool) -> None:
    assert no_answer(papers, "What is the rating of the pool now?", sentence, sentence) is rejected
    assert not no_answer(papers, "Who looked at the pool?", sentence, sentence)


def test_a_row_of_another_year_is_not_of_the_year_that_is_asked_for(papers: Snapshot) -> None:
    row = "Autumn 2026 | 2 September | 18 December"
    assert no_answer(papers, "When does the autumn term 2027 start?", row, "2 September")
    assert not no_answer(papers, "When does the autumn term 2026 start?", row, "2 September")


def test_a_count_is_not_answered_by_money(papers: Snapshot) -> None:
    question = "How many staff work at Bridge House?"
    assert no_answer(papers, question, "A saving of £1.2 million comes from moving staff out of Bridge House.")
    assert not no_answer(papers, question, "Of the staff 40 work at Bridge House, which costs £1.2 million.")


def test_a_sentence_on_the_documents_day_is_no_answer_though_its_line_goes_on(papers: Snapshot) -> None:
    text = "Updated 4 March 2026. Wrenfield Council."
    assert no_answer(papers, "When was the library built?", text, "Updated 4 March 2026.")
    assert not no_answer(papers, "When was the page updated?", text, "Updated 4 March 2026.")


def test_a_whole_row_is_no_answer_to_what_asks_for_one_thing(papers: Snapshot) -> None:
    row = "Marlow | The Old School | hall@marlow.example"
    assert no_answer(papers, "Who keeps the hall at Marlow?", row)
    assert not no_answer(papers, "What are the details of the hall at Marlow?", row)
    assert not no_answer(papers, "Who keeps the hall at Marlow?", "Marlow | Ada Moor"), "a label with its value"


@pytest.mark.parametrize(
    ("question", "text", "around", "refused"),
    [
        ("Who is the treasurer?", "Its secretary is Ada Moor.", {}, True),
        ("Who is the secretary?", "Its secretary is Ada Moor.", {}, False),
        ("When does the fourth round close?", "It closes on 3 May 2025.", {"title": "Fund, third round"}, True),
        ("When does the third round close?", "It closes on 3 May 2025.", {"title": "Fund, third round"}, False),
        ("What number do I call about bins?", "Ask at the desk about bins.", {}, True),
        ("What number do I call about bins?", "Ring 01632 960 199 about bins.", {}, False),
        ("What is the fax number of the clerk?", "The clerk: 01632 960 199.", {}, True),
        ("When does the season end?", "The season opens on 3 May.", {}, True),
        ("How deep is the deep end?", "It is 1 metre at the shallow end.", {}, True),
        ("Is the deep end warm?", "The shallow end is warm.", {}, False),
        ("Who seconded the motion?", "Ada Moor moved the motion.", {}, True),
        ("What did it decide to spend?", "Ada Moor proposed to spend £20. An amendment to £10 was carried.", {}, True),
        ("By how many did entries fall?", "Entries fell to 37.", {}, True),
        ("By how many did entries fall?", "Entries fell by 12 to 37.", {}, False),
        ("How deep is the pool?", "It is heated to 24 degrees.", {}, True),
        ("Why shouldn't I feed it milk?", "Never feed it milk: it has no lactase.", {}, False),
    ],
)
def test_what_holds_of_another_or_has_no_contact_is_no_answer(
    papers: Snapshot, question: str, text: str, around: dict[str, str], refused: bool
) -> None:
    assert no_answer(papers, question, text, **around) is refused


@pytest.mark.parametrize(
    ("sentence", "rejected"),
    [
        ("Between fifteen and twenty families wait for a plot.", True),
        ("The plan was carried by 12 votes to 7.", False),
        ("Seven were opposed.", False),
    ],
)
def test_votes_are_counted_where_a_vote_is_told(papers: Snapshot, sentence: str, rejected: bool) -> None:
    question = "How many were against closing the bridge?"
    assert no_answer(papers, question, sentence, sentence) is rejected
    assert not no_answer(papers, question, sentence, sentence, heading="Votes")


def test_a_person_is_not_quoted_for_a_name_alone(papers: Snapshot) -> None:
    question = "Who looks after the river banks?"
    assert no_answer(papers, question, "Ada Banks looks after grants.", "Ada Banks")
    assert not no_answer(papers, question, "Ada Banks looks after the banks.", "Ada Banks")
    assert not no_answer(papers, "Who looks after grants?", "Ada Banks looks after grants.", "Ada Banks")


@pytest.mark.parametrize(
    ("question", "text", "quote", "rejected"),
    [
        (
            "When did the library close?",
            "The works finished in May 2023. It was proposed that the library close; the proposal was lost.",
            "finished in May 2023",
            True,
        ),
        (
            "Why did the library close?",
            "A leak ruined the floor of the hall. It was proposed that the library close.",
            "A leak ruined the floor of the hall.",
            True,
        ),
        (
            "When did the library close?",
            "It was proposed that the library close. It closed in May 2023.",
            "closed in May 2023",
            False,
        ),
        (
            "When did the library close?",
            "The library has been shut for a year. The works finished in May 2023.",
            "finished in May 2023",
            False,
        ),
        (
            "When was it proposed that the library close?",
            "The board met in May 2023. It was proposed that the library close.",
            "in May 2023",
            False,
        ),
    ],
)
def test_a_time_of_another_matter_is_none_of_what_is_only_proposed_beside_it(
    papers: Snapshot, question: str, text: str, quote: str, rejected: bool
) -> None:
    assert no_answer(papers, question, text, quote) is rejected


@pytest.mark.parametrize(
    ("question", "sentence", "rejected"),
    [
        ("Who was the first chair of the board?", "Ada Moor chairs the board.", True),
        ("Who was the first chair of the board?", "Ada Moor was the first chair of the board.", False),
        ("Who was the previous chair of the board?", "The chair of the board is Ada Moor.", True),
        ("Who was the previous chair of the board?", "Ada Moor, previous chair of the board, spoke.", False),
    ],
)
def test_who_was_first_or_before_has_to_be_said(papers: Snapshot, question: str, sentence: str, rejected: bool) -> None:
    assert no_answer(papers, question, sentence, "Ada Moor") is rejected


@pytest.mark.parametrize(
    ("question", "text", "quote", "rejected"),
    [
        (
            "How much will the roof cost?",
            "A member claimed that the roof would cost £400. The surveyor put it at £260.",
            "£400",
            True,
        ),
        ("How long does it take?", "A student said that it takes 8 weeks. We aim at 3 weeks.", "8 weeks", True),
        ("How long does it take?", "The head said that it takes 8 weeks. We aim at 3 weeks.", "8 weeks", False),
        (
            "How long does a student say it takes?",
            "A student said that it takes 8 weeks. We aim at 3 weeks.",
            "8 weeks",
            False,
        ),
        ("How long does it take?", "A student said that it takes 8 weeks. The hall has 3 doors.", "8 weeks", False),
        ("How long does it take?", "A student said that it takes 8 weeks.\nWe aim at 3 weeks.", "8 weeks", False),
        (
            "How long does it take?",
            "A student said that it takes 8 weeks. Some said that it takes 3 weeks.",
            "8 weeks",
            False,
        ),
    ],
)
def test_what_is_only_claimed_gives_way_to_what_is_said_of_it_beside(
    papers: Snapshot, question: str, text: str, quote: str, rejected: bool
) -> None:
    assert no_answer(papers, question, text, quote) is rejected


@pytest.mark.parametrize(
    ("question", "text", "rejected"),
    [
        ("When did the works start?", "The works are expected to start in May 2025.", True),
        ("When will the works start?", "The works are expected to start in May 2025.", False),
        ("When were the works due to start?", "The works are expected to start in May 2025.", False),
        ("When did the works start?", "The planned works started in May 2025.", False),
        ("When did the works end?", "They were expected to end in 2024, but they ended in May 2025.", False),
    ],
)
def test_what_is_planned_is_no_time_of_what_was_done(
    papers: Snapshot, question: str, text: str, rejected: bool
) -> None:
    asked = asked_of(papers, question)
    start = text.index("May 2025")
    words = words_of(asked, text, value=(start, start + 8, Value("date", "May 2025", "2025-05")))
    assert is_no_answer(words) is rejected


def test_what_may_not_be_is_asked_for_with_not_after_its_subject(papers: Snapshot) -> None:
    question, text = "What can students not bring?", "Students cannot bring food. Students can bring water."
    assert not no_answer(papers, question, text, "Students cannot bring food.")
    assert no_answer(papers, question, text, "Students can bring water.")


def test_a_document_of_another_name_is_no_answer(snapshot_of: Made) -> None:
    papers = snapshot_of(
        [
            {"id": "report", "title": "Guide to Amber", "text": "The master is Bo Hale. Boats come to Amber."},
            {"id": "wick", "title": "Guide to Wick", "text": "Boats come to Wick by day."},
            {"id": "tides", "title": "Tides", "text": "The tide is high."},
        ]
    )
    text = "The master is Bo Hale. Boats come to Amber."
    assert no_answer(papers, "Who is the master at Wick?", text, "Bo Hale")
    assert not no_answer(papers, "Who is the master at Amber?", text, "Bo Hale")


@pytest.mark.parametrize(
    ("question", "text", "quote", "rejected"),
    [
        ("Who gave apologies?", "Present: Ada Moor and Ben Rowe.", "Ada Moor", True),
        ("Who gave apologies?", "Apologies: Ada Moor and Ben Rowe.", "Ada Moor", False),
        ("Who was not present?", "Not present\nAda Moor", "Ada Moor", False),
        ("Who chaired the pool panel?", "Ada Moor opened the pool panel.", "Ada Moor", True),
        ("What did Ada Moor say of the pool?", "Ben Rowe said that the pool is warm.", "the pool is warm", True),
        ("What did Ada Moor say of the pool?", "Ada Moor said that the pool is warm.", "the pool is warm", False),
        ("Who wrote the policy?", "The policy was approved by Ada Moor.", "Ada Moor", True),
        ("Who wrote the policy?", "The policy was written by Ada Moor, and approved.", "Ada Moor", False),
        ("Who issues permits for events?", "The Events Officer issues permits.", "The Events Officer", False),
        ("Which councillors did not attend?", "Apologies: Councillor Moor", "Councillor Moor", False),
    ],
)
def test_another_part_or_word_is_no_answer(
    papers: Snapshot, question: str, text: str, quote: str, rejected: bool
) -> None:
    assert no_answer(papers, question, text, quote) is rejected


@pytest.mark.parametrize(
    ("text", "sentence", "rejected"),
    [
        (
            "Ben Rowe was arrested on 19 June 2024. He has not been charged.",
            "Ben Rowe was arrested on 19 June 2024.",
            True,
        ),
        (
            "Ben Rowe was charged on 19 June 2024. He has not been tried.",
            "Ben Rowe was charged on 19 June 2024.",
            False,
        ),
        (
            "Reports that Ben Rowe was charged are untrue. He left on 19 June 2024.",
            "He left on 19 June 2024.",
            True,
        ),
    ],
)
def test_what_the_passage_says_was_never_so_has_no_day(
    papers: Snapshot, text: str, sentence: str, rejected: bool
) -> None:
    assert no_answer(papers, "When was Ben Rowe charged?", text, sentence) is rejected


@pytest.mark.parametrize(
    ("sentence", "rejected"),
    [
        ("The policy covers theft.", True),
        ("It does not cover floods.", False),
    ],
)
def test_what_is_so_is_no_answer_to_what_is_not(papers: Snapshot, sentence: str, rejected: bool) -> None:
    text = "The policy covers theft. It does not cover floods."
    assert no_answer(papers, "What does the policy not cover?", text, sentence) is rejected
    assert not no_answer(papers, "What does the policy cover?", text, "The policy covers theft.")


def test_under_a_heading_that_denies_it_a_sentence_may_say_what_is_not_so(papers: Snapshot) -> None:
    question, text = "What does the policy not cover?", "Cover for theft from cars."
    assert no_answer(papers, question, text)
    assert not no_answer(papers, question, text, heading="What is not covered")


def test_another_grade_answers_which_was_not_rated_so(papers: Snapshot) -> None:
    question = "Which pool was not rated good?"
    assert no_answer(papers, question, "Wick Pool was rated good.")
    assert not no_answer(papers, question, "Holme Pool was rated inadequate.")


@pytest.mark.parametrize(
    ("sentence", "rejected"),
    [
        ("There are 46 allotments in the parish.", True),
        ("There were no vacant allotments on 1 June.", False),
    ],
)
def test_another_count_is_no_answer_where_none_is_said_of_what_is_counted(
    papers: Snapshot, sentence: str, rejected: bool
) -> None:
    text = "There are 46 allotments in the parish. There were no vacant allotments on 1 June."
    assert no_answer(papers, "How many vacant allotments are there?", text, sentence) is rejected
    assert not no_answer(
        papers, "How many allotments are there in the parish?", text, "There are 46 allotments in the parish."
    )


def test_that_there_was_none_in_as_many_words_of_the_question_rejects_no_count(papers: Snapshot) -> None:
    text = "There were 3 vacant allotments in spring. There were no vacant allotments on 1 June."
    said = "There were 3 vacant allotments in spring."
    assert not no_answer(papers, "How many vacant allotments were there?", text, said)


def test_the_sentence_of_the_other_half_is_no_answer(papers: Snapshot) -> None:
    text = "The weir is shut. It opens in May."
    asked = asked_of(papers, "When does the weir open?")
    for taken, rejected in (
        (Taken("report", 18, 34), True),
        (Taken("report", 0, 17), False),
        (Taken("other", 18, 34), False),
    ):
        words = words_of(replace(asked, taken=taken), text, "It opens in May.")
        words = replace(words, span=replace(words.span, sentence=words.span.quote))
        assert is_no_answer(words) is rejected


@pytest.mark.parametrize(
    ("row", "rejected"),
    [
        ("Children who need help and protection | Requires improvement to be good", True),
        ("Care leavers | Inadequate", True),
        ("Leaders | Good. | Inadequate", True),
        ("Care leavers | Plans need to be written sooner", False),
        ("Inadequate records | They must be kept", False),
    ],
)
def test_a_row_of_grades_tells_nothing_that_has_to_improve(papers: Snapshot, row: str, rejected: bool) -> None:
    assert no_answer(papers, "What did Slough have to improve?", row, row) is rejected
    assert not no_answer(papers, "What does the table say of care?", row, row)


def test_a_list_that_is_denied_before_it_was_cut_answers_whether_something_is_so(papers: Snapshot) -> None:
    text, lead = "(b) theses;\n(c) maps.", "8. Not lent are:"
    asked = asked_of(papers, "Are theses lent?")
    words = words_of(asked, text, text, context=lead)
    parts = (Part(0, 11, "list_item"), Part(12, len(text), "list_item"))
    whole = replace(words, passage=replace(words.passage, parts=parts))
    assert not is_no_answer(whole)
    assert is_no_answer(replace(whole, span=replace(whole.span, quote=(0, 11))))
    assert is_no_answer(replace(whole, asked=asked_of(papers, "What is lent?")))


def test_whom_a_whole_sentence_names_is_not_only_called_by_its_first_word(papers: Snapshot) -> None:
    said = "Appeal lies to the Dean of Students."
    assert not no_answer(papers, "Who do I appeal to?", said, said.rstrip("."))
    assert no_answer(papers, "Who looks after the banks?", "Ada Banks came.", "Ada Banks")
    told = "The Guardian, Ada Moor, spoke."
    assert no_answer(papers, "I was bullied. Who is the guardian now?", told, told.rstrip("."))


def test_keywords_for_a_price_are_answered_by_no_other_measure(papers: Snapshot) -> None:
    assert no_answer(papers, "rent for a full plot", "A full plot is 250 square metres.")
    assert no_answer(papers, "What is the rent of a full plot?", "A full plot is 250 square metres.")
    assert no_answer(papers, "maximum fine short loan", "A short loan is 3 days.")
    assert not no_answer(papers, "size of a full plot", "A full plot is 250 square metres.")
    assert not no_answer(papers, "rent for a full plot", "A full plot is £40.")


def test_a_question_in_bold_is_no_answer(papers: Snapshot) -> None:
    assert no_answer(papers, "Is the pool run by Ada or Ben?", "**Is the pool run by Ada or Ben?**\n\nIt is warm.")


@pytest.mark.parametrize(
    ("question", "sentence", "rejected"),
    [
        ("kiln repair waiting weeks", "People wait too long for a kiln repair.", True),
        ("kiln repair waiting weeks", "A kiln repair takes up to nine weeks.", False),
        ("kiln repair wait in months", "In 40% of cases the wait is too long.", True),
        ("kiln repair waiting time", "A repair is done within 5 working days.", False),
        ("kiln repair waiting time", "A repair is done on the same day for a week.", False),
        ("kiln repair waiting list", "People wait too long for a kiln repair.", False),
        ("kiln repair response time", "We answer 12 calls.", True),
    ],
)
def test_keywords_for_a_length_of_time_are_answered_by_one(
    papers: Snapshot, question: str, sentence: str, rejected: bool
) -> None:
    assert no_answer(papers, question, sentence) is rejected


def test_a_column_may_tell_in_what_a_length_of_time_is_counted(papers: Snapshot) -> None:
    text = "Repairs wait: 12"
    assert not no_answer(papers, "kiln repair waiting weeks", text, "12", context="Wait (weeks)")
    assert no_answer(papers, "kiln repair waiting weeks", text, "12", context="Calls")
