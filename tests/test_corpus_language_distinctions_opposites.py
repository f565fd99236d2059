"""What is told of weaker forces tells nothing of stronger ones."""

from __future__ import annotations

import time

import pytest

from corpus.language.distinctions.opposites import (
    compares_other_way,
    counts_opposite,
    counts_other_way,
    tells_of_opposite,
    tells_only_difference,
)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Which alloy is stronger than brass at low heat?", "Veldrite is weaker than brass at room temperature."),
        ("What does a decline in acidity cause?", "A rise in acidity causes the shells to soften."),
        ("Who defended the harbour of Ansel?", "In spring Marshal Greve besieged the harbour of Ansel."),
        ("Which schools discourage choral singing?", "The Almer schools promote choral singing from the first year."),
        ("What was established at the end of the session?", "A choir was set up at the beginning of the session."),
        ("Which is the smallest of the Sorn islands?", "Great Sorn is the largest of the Sorn islands."),
        ("What do private bills deal with?", "Public bills deal with matters of the whole realm."),
        ("Which meetings are closed to visitors?", "Meetings of the guild are open to visitors."),
        ("What was the minimum size of a flute?", "The maximum size of a flute was set at 70 cm."),
        ("The failure of the siege was due to what?", "The success of the siege was due to the frost."),
        ("What profit did the café make?", "The café made a loss of £300 last year."),
        ("Which courses are voluntary for carers?", "Courses on lifting are compulsory for carers."),
        ("Which plant is underrepresented in damp meadows?", "Sedge is overrepresented in damp meadows."),
        ("Who praised Moor for his defeat?", "Carr praised Moor for his victory."),
        ("What is unlikely to happen to the weir?", "A flood is likely to happen to the weir."),
    ],
)
def test_the_opposite_of_the_same_thing_is_told(question: str, sentence: str) -> None:
    assert tells_of_opposite(question, sentence, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Which alloy is weaker than brass?", "Veldrite is weaker than brass at room temperature."),
        ("Why did attendance fall?", "An increase in fees kept people away."),
        ("How long is the flute?", "The short flute measures 30 cm."),
        ("How old is the younger of the Moor sisters?", "The younger Moor sister is 31."),
        ("Who won in South Tarn?", "Ada Moor won the seat in North Tarn by 12 votes."),
        ("How much must I pay at least?", "The most you pay is £30."),
        ("Who bought the mill?", "The mill was sold to Ada Moor."),
        ("What is the largest lake?", "The smallest lake is Tarn Mere; Long Mere is the largest lake."),
        ("What share of the staff were women?", "Women made up 40% of the staff and men 60%."),
        ("Are public bills debated first?", "Public bills are debated before private bills."),
        ("What profit did the café make?", "The café made a loss in May and a profit of £300 in June."),
        ("Which courses are compulsory?", "Courses on lifting are compulsory for carers, others voluntary."),
        ("How many friends has the museum?", "The museum has few enemies in town and 300 friends."),
        ("How easy is it to join?", "It is difficult to join."),
        ("What would residents like to see?", "It is unlikely that residents will see a tram."),
        ("What time does the hall open?", "The hall opens at 9am and closes at 5pm."),
    ],
)
def test_others_do_not(question: str, sentence: str) -> None:
    assert not tells_of_opposite(question, sentence, sentence)


def test_what_stands_around_may_be_told_by_the_opposite() -> None:
    around = "Of the stronger alloys little is known. Veldrite is weaker than brass."
    assert not tells_of_opposite("Which alloy is stronger than brass?", "Veldrite is weaker than brass.", around)


@pytest.mark.parametrize(
    ("question", "sentence", "words", "other_way"),
    [
        ("Which metal is weaker than tin?", "Tin is weaker than brass.", "brass", True),
        ("Which metal is stronger than tin?", "Tin is weaker than brass.", "brass", False),
        ("Which hall is cheaper than the barn?", "The barn is more expensive than the Elm Hall.", "Elm Hall", False),
        ("Who was older than Ada?", "Ada was older than Ben Carr.", "Ben Carr", True),
        ("Who was younger than Ada?", "Ada was older than Ben Carr.", "Ben Carr", False),
        (
            "Which hall is more expensive than the Elm Hall?",
            "The Elm Hall is more expensive than the barn.",
            "the barn",
            True,
        ),
        ("Which metal is weaker than brass?", "Tin is weaker than brass.", "Tin", None),
        ("What is tin weaker than?", "Tin is weaker than brass.", "brass", None),
        ("Which metal is heavier than tin?", "Tin is weaker than brass.", "brass", None),
        ("Which metal is weaker than tin?", "Tin melts at 232 degrees.", "232", None),
    ],
)
def test_what_something_is_compared_with_is_told_apart(
    question: str, sentence: str, words: str, other_way: bool | None
) -> None:
    place = sentence.index(words)
    assert compares_other_way(question, sentence, (place, place + len(words))) is other_way


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Where do heavy vans park?", "Heavy vans park by the street lights. Vans pay by day."),
        ("Where does the harbour walk start?", "The harbour walk sets off from the far end of Mill Lane."),
        ("Where does the 42 bus start?", "The 42 bus leaves from the stop at Dock Road."),
        ("Which unit was split?", "The split of the hall unit was agreed."),
        ("Who joined the club on the left?", "The club on the left has Ada Moor."),
    ],
)
def test_words_of_another_sense_are_no_opposites(question: str, sentence: str) -> None:
    assert not tells_of_opposite(question, sentence, sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "opposite"),
    [
        ("When is the larger depot paid?", "The smaller depot is paid on the 28th.", True),
        ("When was the pier built?", "The pier was destroyed in 1880.", True),
        ("Until when is the hall open?", "The hall closes at 5pm.", False),
        ("When do members leave?", "Members join on 1 May.", False),
    ],
)
def test_a_day_is_that_of_the_thing_but_may_be_told_by_the_other_end(
    question: str, sentence: str, opposite: bool
) -> None:
    assert tells_of_opposite(question, sentence, sentence, of_day=True) is opposite


@pytest.mark.parametrize(
    ("question", "sentence", "figure", "otherwise"),
    [
        ("How many more germs did copper carry?", "Copper carried 83% fewer germs than plastic.", "83%", True),
        ("How many fewer germs did copper carry?", "Copper carried 83% fewer germs than plastic.", "83%", False),
        ("How many more germs did plastic carry?", "Copper carried 83% fewer germs than plastic.", "83%", False),
        ("How many fewer germs did plastic carry?", "Copper carried 83% fewer germs than plastic.", "83%", True),
        ("How many fewer votes did Moor get than Carr?", "Moor won with 812 votes, 37 more than Mr Carr.", "812", True),
        ("How many fewer votes did Moor get than Carr?", "Moor won with 812 votes, 37 more than Mr Carr.", "", True),
        ("How many fewer votes did Carr get than Moor?", "Moor won with 812 votes, 37 more than Mr Carr.", "37", False),
        ("How many more votes did Carr get?", "Moor won with 812 votes, 37 more than Mr Carr.", "37", True),
        ("How many more visits were there?", "Visits were 62 per cent lower in lit fields.", "62", True),
        (
            "How much less did wheat yield after peas?",
            "Wheat yielded 8% more after peas, after rye 5% less.",
            "8%",
            True,
        ),
        (
            "How much less did wheat yield after rye?",
            "Wheat yielded 8% more after peas, after rye 5% less.",
            "5%",
            False,
        ),
        ("How much more do I pay?", "You pay 2 or fewer pounds, £5 more on Sundays.", "£5", False),
        ("How many more chairs do we need?", "We need 40 chairs.", "40", False),
        ("How many chairs do we need?", "We need 40 fewer chairs.", "40", False),
        ("How many more than 3 may I bring?", "You may bring 2 fewer.", "2", False),
        ("How much more will they pay next year?", "It is £18,600, £900 more than this year.", "£900", False),
        ("How much more is it to be in 2027?", "It was £18,600, £900 more than the year before.", "£900", False),
        ("How much more do they pay this year?", "It will be £18,600, £900 more than this year.", "£900", True),
    ],
)
def test_how_many_more_is_not_told_by_how_many_fewer_but_of_the_other_side(
    question: str, sentence: str, figure: str, otherwise: bool
) -> None:
    start = sentence.index(figure)
    assert counts_other_way(question, sentence, (start, start + len(figure)) if figure else None) is otherwise


@pytest.mark.parametrize(
    ("question", "sentence", "opposite"),
    [
        ("Which plant set more seeds?", "Thistles set 13% fewer seeds.", True),
        ("Which plant set 13% more seeds in the sun?", "Thistles set 13% fewer seeds there.", True),
        ("Which plant set fewer seeds?", "Thistles set more seeds in the sun.", True),
        ("Which plant set fewer seeds?", "Thistles set fewer seeds in the sun.", False),
        ("Which plant set fewer seeds?", "Peas set more seeds and thistles fewer seeds.", False),
        ("Which plant set fewer seeds?", "Peas set more seeds than thistles.", False),
        ("Which plant set more seeds?", "Thistles set fewer leaves.", False),
        ("Which plant had more than ten seeds?", "Thistles had no fewer seeds.", False),
    ],
)
def test_who_has_fewer_of_something_is_not_who_has_more(question: str, sentence: str, opposite: bool) -> None:
    assert counts_opposite(question, sentence) is opposite


def test_long_texts_are_compared_in_one_pass() -> None:
    started = time.process_time()
    counts_other_way("How many more did it have than " + "more " * 5_000, "5 5 more than " * 5_000, None)
    counts_other_way("How many more did it have?", "1" * 20_000, None)
    counts_other_way("How many more did it have?", "1" + " " * 20_000, None)
    counts_opposite("more seeds " * 5_000, "fewer seeds " * 5_000)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("question", "sentence", "figure", "is_only"),
    [
        ("How many members had the club in 2019?", "It has eleven members, two more than in 2019.", "two", True),
        ("How many members has the club?", "It has eleven members, two more than in 2019.", "eleven", False),
        ("How much is a card?", "It costs £5 more than the old one.", "£5", True),
        ("How many more members has it?", "It has eleven members, two more than in 2019.", "two", False),
        ("How many votes did Moor win by?", "Moor had 300 votes, 37 more than Carr.", "37", False),
        ("How many came?", "In all 40 came, and more than ever sang.", "40", False),
    ],
)
def test_a_difference_is_no_number_of_all(question: str, sentence: str, figure: str, is_only: bool) -> None:
    start = sentence.index(figure)
    assert tells_only_difference(question, sentence, (start, start + len(figure))) is is_only
    assert not tells_only_difference(question, sentence, None)
