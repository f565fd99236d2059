"""A question of two things is told from one that only has "and" in it, and each half can be asked by itself."""

from __future__ import annotations

import pytest

from index.snapshot import Snapshot
from qa.query.ellipses import asks
from qa.query.halves import halves
from tests.query_corpora import read


def asked(question: str, snapshot: Snapshot) -> list[str]:
    return [half.question for half in halves(question, read(question, snapshot).interpretation)]


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        (
            "When was Bolton inspected and how was it rated?",
            "When was Bolton inspected?",
            "Bolton inspected: how was it rated?",
        ),
        (
            "How many children were on plans in Sutton in 2022, and how many in 2025?",
            "How many children were on plans in Sutton in 2022?",
            "How many children were on plans in Sutton in 2025?",
        ),
        (
            "Who leads children's services in Sutton, and who in Kent?",
            "Who leads children's services in Sutton?",
            "Who leads children's services in Kent?",
        ),
        (
            "How many staff were there before the fire and how many after the move?",
            "How many staff were there before the fire?",
            "How many staff were there after the move?",
        ),
        (
            "What rating did Bolton get in 2021 and what is it on now?",
            "What rating did Bolton get in 2021?",
            "rating did Bolton get: what is it on now?",
        ),
        (
            "Does Kent pay for early help, and are there any exceptions?",
            "Does Kent pay for early help?",
            "Kent pay for early help: are there any exceptions?",
        ),
        (
            "What rating did Bolton get in 2021 and who was the lead inspector?",
            "What rating did Bolton get in 2021?",
            "Bolton 2021: who was the lead inspector?",
        ),
        (
            "How was Kent graded overall? Who inspects schools?",
            "How was Kent graded overall?",
            "Kent: Who inspects schools?",
        ),
        ("How was Kent graded and why?", "How was Kent graded?", "Kent graded: why?"),
        ("When was Kent inspected? Who led it?", "When was Kent inspected?", "Kent inspected: Who led it?"),
        (
            "Holiday that may be carried over, and who approves it?",
            "Holiday that may be carried over?",
            "Holiday that may be carried over: who approves it?",
        ),
        ("Who leads Bolton and who leads the trust?", "Who leads Bolton?", "Who leads the trust?"),
        ("Who leads the trust and who leads Bolton?", "Who leads the trust?", "Who leads Bolton?"),
        ("Who leads Bolton and who leads it now?", "Who leads Bolton?", "leads Bolton: who leads it now?"),
        (
            "What did fares cost in 2019 and what did fares of children cost?",
            "What did fares cost in 2019?",
            "2019: what did fares of children cost?",
        ),
        ("What does a scale cost and what does a chip cost?", "What does a scale cost?", "What does a chip cost?"),
        ("Is breakfast paid and is parking free?", "Is breakfast paid?", "Is parking free?"),
        ("Can I bring a dog and is there a park?", "Can I bring a dog?", "I bring a dog: is there a park?"),
        ("How much is a swim and how much is a towel?", "How much is a swim?", "How much is a towel?"),
        ("What is the bus rate and what is the meal limit?", "What is the bus rate?", "What is the meal limit?"),
        ("How much is a swim and how much is the course?", "How much is a swim?", "a swim: how much is the course?"),
        (
            "What is the fee for a room and what is the late charge?",
            "What is the fee for a room?",
            "the fee for a room: what is the late charge?",
        ),
        (
            "How much is paid for a room with a bath and how much for breakfast?",
            "How much is paid for a room with a bath?",
            "How much is paid for breakfast?",
        ),
        (
            "Opening hours of the pool: when does it open and when does it close?",
            "Opening hours of the pool: when does it open?",
            "Opening hours of the pool: it open: when does it close?",
        ),
        (
            "How many books may an adult borrow and how many may a child?",
            "How many books may an adult borrow?",
            "How many books may a child borrow?",
        ),
        (
            "How long can members stay and how long can guests?",
            "How long can members stay?",
            "How long can guests stay?",
        ),
        (
            "How much is a large pizza, and how much is a small one?",
            "How much is a large pizza?",
            "how much is a small pizza?",
        ),
        ("How many came in 2024 and how many the year after?", "How many came in 2024?", "How many came in 2025?"),
        (
            "When may I use a hose, and are sprinklers allowed?",
            "When may I use a hose?",
            "I use a hose: are sprinklers allowed?",
        ),
        ("How long does it take and are dogs welcome?", "How long does it take?", "it take: are dogs welcome?"),
        ("When and where is the meeting?", "When is the meeting?", "Where is the meeting?"),
        ("When does the board meet and where?", "When does the board meet?", "Where does the board meet?"),
        (
            "Who led the inspection of Kent and when was it?",
            "Who led the inspection of Kent?",
            "When was the inspection of Kent?",
        ),
        ("Who wrote the report, and when was it published?", "Who wrote the report?", "When was the report published?"),
        ("Who runs the café and where is it?", "Who runs the café?", "Where is the café?"),
        ("Who chairs the board and when does it meet?", "Who chairs the board?", "When does the board meet?"),
        ("Who met Kent in it and when was it?", "Who met Kent in it?", "met Kent in it: when was it?"),
        ("Who left and who joined?", "Who left?", "Who joined?"),
        ("Who left & who joined?", "Who left?", "Who joined?"),
        (
            "When is the room let and up to when may I cancel?",
            "When is the room let?",
            "the room let: up to when may I cancel?",
        ),
        ("Who moved and who backed the plan?", "Who moved the plan?", "Who backed the plan?"),
        ("Who is the chair? And the treasurer?", "Who is the chair?", "Who is the treasurer?"),
        ("When does the lido open? And the gym?", "When does the lido open?", "When does the gym open?"),
        ("What was paid in 2024? And in 2025?", "What was paid in 2024?", "What was paid in 2025?"),
        (
            "How much is a swim for adults? What about for children?",
            "How much is a swim for adults?",
            "How much is a swim for children?",
        ),
    ],
)
def test_two_questions_are_parted(reports: Snapshot, question: str, first: str, second: str) -> None:
    assert asked(question, reports) == [first, second]


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("How were Bolton and Kent rated?", "How were Bolton rated?", "How were Kent rated?"),
        ("How do a lido and a pool compare on price?", "price of a lido?", "price of a pool?"),
        ("Compare the ratings of Bolton and Kent", "the ratings of Bolton?", "the ratings of Kent?"),
        ("How is Bolton rated compared with Kent?", "How is Bolton rated?", "How is Kent rated?"),
        ("Fees in full: how do Bolton and Kent differ?", "Fees in full: Bolton?", "Fees in full: Kent?"),
        (
            "What share voted in the 2021 poll on parks compared with the 2019 one?",
            "What share voted in the 2021 poll on parks?",
            "What share voted in the 2019 poll on parks?",
        ),
        (
            "How often did the board meet by the 2022 call for plans, compared with the 2019 call?",
            "How often did the board meet by the 2022 call for plans?",
            "How often did the board meet by the 2019 call for plans?",
        ),
        (
            "What was paid in 2020 for each dog versus 2022?",
            "What was paid in 2020 for each dog?",
            "What was paid in 2022 for each dog?",
        ),
        (
            "How many staff were there in May 2019 at the pool, against June 2021?",
            "How many staff were there in May 2019 at the pool?",
            "How many staff were there in June 2021 at the pool?",
        ),
        (
            "Was the March 2019 fee for skips higher than in 2021?",
            "what was the March 2019 fee for skips?",
            "what was the 2021 fee for skips?",
        ),
        ("Is care dearer in Bolton than in Kent?", "how much is care in Bolton?", "how much is care in Kent?"),
        ("Which is dearer, a swim or a towel?", "how much is a swim?", "how much is a towel?"),
        ("Which is better for care leavers, Bolton or Kent?", "for care leavers, Bolton?", "for care leavers, Kent?"),
        (
            "How many staff were there in 2019 and in 2021?",
            "How many staff were there in 2019?",
            "How many staff were there in 2021?",
        ),
        ("Who won the 2019 poll and the 2020 poll?", "Who won the 2019 poll?", "Who won the 2020 poll?"),
        ("How did fees change between 2019 and 2021?", "How did fees change in 2019?", "How did fees change in 2021?"),
        ("What is the difference between a warning and a notice?", "a warning?", "a notice?"),
        ("Food: how does a day trip compare with a weekend?", "Food: a day trip?", "Food: a weekend?"),
        (
            "What's the difference between a swim and a sauna in price at the lido?",
            "price of a swim at the lido?",
            "price of a sauna at the lido?",
        ),
        (
            "How does the number of staff differ between Bolton and Kent?",
            "the number of staff at Bolton?",
            "the number of staff at Kent?",
        ),
        ("Compare the wardens of elm hall and ash hall", "the wardens of elm hall?", "the wardens of ash hall?"),
        ("compare the price of a wash and a dry", "the price of a wash?", "the price of a dry?"),
        ("compare charges for films and board games", "charges for films?", "charges for board games?"),
        ("Compare the length of the let and the rent", "the length of the let?", "the rent?"),
        (
            "How do late charges for films compare with those for books?",
            "late charges for films?",
            "late charges for books?",
        ),
        ("How is a day at the spa different from one at the lido?", "a day at the spa?", "the day at the lido?"),
        (
            "How is parking at the lido different from parking at the spa?",
            "parking at the lido?",
            "parking at the spa?",
        ),
        (
            "Is the Back Room at the lido cheaper than the Great Hall at the spa?",
            "how much is the Back Room at the lido?",
            "how much is the Great Hall at the spa?",
        ),
        ("contrast a day trip with a weekend", "a day trip?", "a weekend?"),
        ("difference in price between a swim and a towel", "price of a swim?", "price of a towel?"),
        ("prices at the lido: swims vs saunas", "prices at the lido: swims?", "prices at the lido: saunas?"),
        ("rent vs service charge", "what is rent?", "service charge?"),
        ("a day trip compared to a weekend", "a day trip?", "a weekend?"),
        ("How does rent compare with the service charge?", "what is rent?", "the service charge?"),
    ],
)
def test_one_question_of_two_subjects_or_times_is_parted(
    reports: Snapshot, question: str, first: str, second: str
) -> None:
    assert asked(question, reports) == [first, second]


@pytest.mark.parametrize(
    "question",
    [
        "What are the terms and conditions?",
        "How are children and families helped?",
        "How was Brighton and Hove rated?",
        "When was Cheshire West and Chester inspected?",
        "How many staff left between 2019 and 2021?",
        "What should staff do and how to record it?",
        "Who said that children and young people come first?",
        "What happens when a child is missing and the police are called?",
        "Is the pool warm and clean?",
        "Are there any rules on what is sold and is eaten?",
        "Which pool has a slide and is open on Sundays?",
        "Who leads it and is now its chair?",
        "How many were fined and were sent to court?",
        "What is the shop that sells bread and is open late?",
        "compare terms",
        "",
    ],
)
def test_one_question_stays_one(reports: Snapshot, question: str) -> None:
    assert asked(question, reports) == []


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "How were Kent, Bolton and Sutton judged?",
            ["How were Kent judged?", "How were Bolton judged?", "How were Sutton judged?"],
        ),
        (
            "Who leads Kent, Sutton, and Bolton?",
            ["Who leads Kent?", "Who leads Sutton?", "Who leads Bolton?"],
        ),
        ("Which of Kent, Bolton and Sutton is best?", []),
        ("Who leads Kent, and how big is Bolton?", ["Who leads Kent?", "How big is Bolton?"]),
        ("How were Kent and Bolton judged?", ["How were Kent judged?", "How were Bolton judged?"]),
    ],
)
def test_each_of_three_subjects_is_asked_about(reports: Snapshot, question: str, parts: list[str]) -> None:
    found = halves(question, read(question, reports).interpretation)
    assert [half.label for half in found] == parts


def test_the_place_of_two_that_differ_is_told_of_neither_alone(reports: Snapshot) -> None:
    question = "What's the difference between a swim and a sauna in price at the lido?"
    assert [half.told for half in halves(question, read(question, reports).interpretation)] == ["a swim", "a sauna"]


def test_halves_keep_the_words_that_were_typed_as_their_labels(reports: Snapshot) -> None:
    question = "When was Bolton inspected and how was it rated?"
    assert [half.label for half in halves(question, read(question, reports).interpretation)] == [
        "When was Bolton inspected?",
        "How was it rated?",
    ]


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("How many hens may I keep, and can I keep bees?", "Can I keep bees?"),
        ("Why was the club's bid refused, and what did the choir get?", "What did the choir get?"),
        ("What is the income limit, and who chairs the grants panel?", "Who chairs the grants panel?"),
        ("How much is a swim and how much is the course?", ""),
        ("When was Kent inspected? Who led it?", ""),
        ("How much is a swim and how much is a towel?", ""),
        ("Who leads the trust and who leads Bolton?", ""),
    ],
)
def test_a_second_half_that_tells_enough_may_be_asked_by_itself(reports: Snapshot, question: str, alone: str) -> None:
    assert [half.alone for half in halves(question, read(question, reports).interpretation)] == ["", alone]


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        (
            "My boy is off today. Who do I call at the pool and by what time?",
            "My boy is off today. Who do I call at the pool?",
            "My boy is off today. By what time do I call at the pool?",
        ),
        (
            "I need a private letter. What does it cost and how long does it take?",
            "I need a private letter. What does it cost?",
            "I need a private letter. How long does it take?",
        ),
        (
            "We are new in Bolton. When is the rent due and how long do we have to pay?",
            "We are new in Bolton. When is the rent due?",
            "We are new in Bolton: how long do we have to pay?",
        ),
        (
            "Our class goes to the fort. What does the trip cost and when is the deposit due?",
            "Our class goes to the fort. What does the trip cost?",
            "Our class goes to the fort: when is the deposit due?",
        ),
        (
            "Our class goes to the fort. Who takes bookings and when?",
            "Our class goes to the fort. Who takes bookings?",
            "Our class goes to the fort. takes bookings: when?",
        ),
        (
            "Our cat is ill. Are vets paid for and is there a limit?",
            "Our cat is ill. Are vets paid for?",
            "Our cat is ill. vets paid for: is there a limit?",
        ),
        (
            "Our cat is ill. Can I claim for a vet, and how much?",
            "Our cat is ill. Can I claim for a vet?",
            "Our cat is ill. How much can I claim for a vet?",
        ),
        (
            "Our baby is due in May and we hope to move by then. How much paternity leave do I get, and is it paid?",
            "Our baby is due in May and we hope to move by then. How much paternity leave do I get?",
            "paternity leave do I get: is it paid?",
        ),
        ("Who leads chess? And on which day is it?", "Who leads chess?", "leads chess: on which day is it?"),
        ("Can I keep hens? If so, how many?", "Can I keep hens?", "How many hens can I keep?"),
        (
            "How many papers came in for 2019, and how many got in?",
            "How many papers came in for 2019?",
            "How many papers got in for 2019?",
        ),
        (
            "What is the difference between lessons for beginners and for improvers?",
            "lessons for beginners?",
            "lessons for improvers?",
        ),
        ("meals - adults versus children", "meals - adults?", "meals - children?"),
        (
            "We want the hall for a party. When is it free and where is the key?",
            "We want the hall for a party. When is it free?",
            "We want the hall for a party: where is the key?",
        ),
    ],
)
def test_what_is_told_before_two_questions_goes_with_both(
    reports: Snapshot, question: str, first: str, second: str
) -> None:
    assert asked(question, reports) == [first, second]


def test_a_name_in_the_second_half_goes_with_the_first(reports: Snapshot) -> None:
    first, second = asked("When was the inspection and who leads children's services in Bolton?", reports)
    assert first == "Bolton: When was the inspection?" and "Bolton" in second


def test_words_are_asked_or_only_named() -> None:
    assert asks("Is it so?") and asks("what is it") and not asks("pool times")
