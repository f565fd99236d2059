"""Of several numbers in a sentence the one that is asked for answers."""

from __future__ import annotations

import re

import pytest

from corpus.language.amounts.counted import (
    asks_count,
    counts_another,
    is_count_for_sum,
    is_of_counted_beside,
    is_of_form,
    is_size_of_counted,
    measures_another_side,
    measures_otherwise,
    number_answer,
    says_count,
    words_of_side,
)


@pytest.mark.parametrize(
    ("sentence", "question", "normalized"),
    [
        (
            "The council has 46 councillors: 20 Labour, 15 Conservative and 11 Liberal Democrat.",
            "How many Conservative councillors are there?",
            "15",
        ),
        (
            "The council has 46 councillors: 20 Labour, 15 Conservative and 11 Liberal Democrat.",
            "How many councillors are there?",
            "46",
        ),
        (
            "The council has 46 councillors: 20 Labour, 15 Conservative and 11 Liberal Democrat.",
            "How many Labour councillors are there?",
            "20",
        ),
        (
            "The council has 46 councillors: 20 Labour, 15 Conservative and 11 Liberal Democrat.",
            "How many Liberal Democrats are there?",
            "11",
        ),
        ("Labour: 20; Conservative: 15; Liberal Democrat: 11", "How many Conservative councillors are there?", "15"),
        ("Labour (20), Conservative (15), Liberal Democrat (11)", "How many Labour councillors are there?", "20"),
        ("Labour 20, Conservative 15, Liberal Democrat 11", "How many Conservative councillors are there?", "15"),
        ("Labour 20 Conservative 15 Green 3", "How many Conservative councillors are there?", "15"),
        ("There are 8 nurses, 3 doctors and 2 porters on the ward.", "How many doctors are on the ward?", "3"),
        ("There are 8 nurses, 3 doctors and 2 porters on the ward.", "How many porters are there?", "2"),
        ("We fixed 214 potholes, 60 street lights and 9 bridges in March.", "How many bridges were fixed?", "9"),
        ("We fixed 214 potholes, 60 street lights and 9 bridges in March.", "How many street lights were fixed?", "60"),
        (
            "The library holds 9,000 books, of which 1,200 are for children and 300 are in Polish.",
            "How many books are for children?",
            "1200",
        ),
        (
            "The library holds 9,000 books, of which 1,200 are for children and 300 are in Polish.",
            "How many books does the library hold?",
            "9000",
        ),
        (
            "Conservatives have 15 councillors, Labour 20 and the Greens 3.",
            "How many councillors does Labour have?",
            "20",
        ),
        (
            "Conservatives have 15 councillors, Labour 20 and the Greens 3.",
            "How many Green councillors are there?",
            "3",
        ),
        ("Of 20 homes, 3 closed.", "How many homes closed?", "3"),
        ("A day ticket costs £5 and a season ticket £60.", "How much is a season ticket?", "60"),
        ("A day ticket costs £5 and a season ticket £60.", "How much does a day ticket cost?", "5"),
        ("Adults pay £8, children £3 and families £20.", "How much do children pay?", "3"),
        ("Adults pay £8, children £3 and families £20.", "How much do families pay?", "20"),
        ("Adults: £8.50; children: £3; under fives: free", "How much do children pay?", "3"),
        (
            "Voters chose 15 Conservative, 20 Labour and 11 Green councillors.",
            "How many Conservative councillors were elected?",
            "15",
        ),
        (
            "Voters chose 15 Conservative, 20 Labour and 11 Green councillors.",
            "How many Green councillors were elected?",
            "11",
        ),
        ("None of the 14 homes failed.", "How many homes failed?", "0"),
        ("None of the 14 homes failed.", "How many homes are there?", "14"),
        ("None of the 14 lifeguards has left.", "How many lifeguards have left?", "0"),
        ("No homes failed.", "How many homes failed?", "0"),
        (
            "Last year no complaints were received and 12 compliments came in.",
            "How many complaints were received?",
            "0",
        ),
        (
            "Last year no complaints were received and 12 compliments came in.",
            "How many compliments were received?",
            "12",
        ),
        ("None of the 14 homes failed but 3 were warned.", "How many homes were warned?", "3"),
        ("Complaints received: nil", "How many complaints were received?", "0"),
        ("No fewer than 12 homes failed.", "How many homes failed?", "12"),
        ("No other homes failed; 3 did.", "How many homes failed?", "3"),
        ("There are no lifts in the building.", "How many lifts are there in the building?", "0"),
        ("Nine of the 21 recommendations remain open.", "How many recommendations remain open?", "9"),
        ("Nine of the 21 recommendations remain open.", "How many recommendations were made?", "21"),
        ("Nine of the 21 recommendations remain open.", "How many recommendations are there?", "21"),
        (
            "Nine of the 21 recommendations remain open and four are overdue.",
            "How many recommendations are overdue?",
            "4",
        ),
        ("12 out of 14 homes passed.", "How many homes passed?", "12"),
        ("Two in five children were moved.", "What proportion of children were moved?", "2/5"),
        ("Hire costs 50p a chair.", "How much does a chair cost?", "0.50"),
        ("The key is 7 cm long; the corridor 3 ft 6 in wide.", "How wide is the corridor?", "3.5"),
        ("The key is 7 cm long; the corridor 3 ft 6 in wide.", "How long is the key?", "7"),
        ("In winter it fell to -12°C.", "How cold did it get?", "-12"),
        ("Costs came to £3.4–£3.6 million.", "How much did it cost?", "3400000/3600000"),
        ("The hall seats between 180 and 220 people.", "How many people does the hall seat?", "180/220"),
        ("Half a million people live here.", "How many people live here?", "500000"),
        ("No, 12 homes failed.", "How many homes failed?", "12"),
        ("No one died; 12 were hurt.", "How many people died?", "0"),
        ("No one died; 12 were hurt.", "How many people were hurt?", "12"),
        ("Nobody died, and 12 people were hurt.", "How many people died?", "0"),
        ("Nobody was fined, but 12 warnings were sent.", "How many warnings were sent?", "12"),
        ("Nobody came to 3 of the 7 meetings.", "How many meetings did nobody come to?", "3"),
        ("The number rose from 12 to 18.", "How many are there?", "18"),
        ("There is room for 25 to 30 caravans and 12 tents.", "How many caravans is there room for?", "25/30"),
        ("There is room for 25 to 30 caravans and 12 tents.", "How many tents is there room for?", "12"),
        ("The fee is £45 for members and £60 for others.", "How much do members pay?", "45"),
        ("The fee is £45 for members and £60 for others.", "What is the fee for others?", "60"),
        ("Of the 46 councillors, 15 are Conservative.", "How many councillors are Conservative?", "15"),
        ("Of the 46 councillors, 15 are Conservative.", "How many councillors are there?", "46"),
        ("Of the 310 letters, 12 were lost.", "How many letters were lost?", "12"),
        ("Some 12 of our 40 buses run on gas.", "How many buses run on gas?", "12"),
        ("In all, 9 schools, 3 nurseries and a college joined.", "How many nurseries joined?", "3"),
        ("Visits: 120 in May, 95 in June and 88 in July.", "How many visits were there in June?", "95"),
        ("Visits: 120 in May, 95 in June and 88 in July.", "How many visits were there in May?", "120"),
        ("Staff: full-time 30, part-time 12.", "How many part-time staff are there?", "12"),
        ("Boys 120, girls 131", "How many girls are there?", "131"),
        ("There were 120 boys and 131 girls.", "How many girls were there?", "131"),
        ("The survey drew 512 replies, 40% of them online.", "What proportion of replies were online?", "40%"),
        ("The survey drew 512 replies, 40% of them online.", "How many replies were there?", "512"),
        ("No vehicles were stolen, but two were damaged.", "How many vehicles were stolen?", "0"),
        ("No vehicles were stolen, but two were damaged.", "How many vehicles were damaged?", "2"),
        ("None were stolen.", "How many vehicles were stolen?", "0"),
        ("There were no injuries.", "How many injuries were there?", "0"),
        ("There were no injuries among the 30 passengers.", "How many passengers were there?", "30"),
        ("Nil returns were made by 4 parishes.", "How many parishes made nil returns?", "4"),
        ("The bridge is 120 metres long and 9 metres wide.", "How wide is the bridge?", "9"),
        ("The bridge is 120 metres long and 9 metres wide.", "How long is the bridge?", "120"),
        ("The bridge took 3 years to build and is 120 metres long.", "How long did the bridge take to build?", "3"),
        ("Children under 5 go free; those aged 5 to 15 pay £2; adults pay £6.", "How much do adults pay?", "6"),
        ("The plan was passed by 9 to 4.", "How many voted against the plan?", "4"),
        ("Councillors voted 9-4 to close the pool.", "How many councillors voted to close the pool?", "9"),
        ("Councillors voted 9-4 to close the pool.", "How many councillors voted against?", "4"),
        ("The temperature fell to -12°C in January and rose to 31°C in July.", "How hot did it get in July?", "31"),
        ("The temperature fell to -12°C in January and rose to 31°C in July.", "How cold did it get?", "-12"),
        ("Late books cost 15p a day, up to £5.", "How much do late books cost a day?", "0.15"),
        ("Each adult looks after three to five children.", "How many children does each adult look after?", "3/5"),
        ("The trial ran for 18 months with 240 patients in 6 hospitals.", "How many hospitals took part?", "6"),
        ("The trial ran for 18 months with 240 patients in 6 hospitals.", "How long did the trial run?", "18"),
        ("The trial ran for 18 months with 240 patients in 6 hospitals.", "How many patients were there?", "240"),
        ("One in four adults cannot swim.", "What fraction of adults cannot swim?", "1/4"),
        ("Two-thirds of the 90 members voted.", "What proportion of members voted?", "2/3"),
        ("Two-thirds of the 90 members voted.", "How many members are there?", "90"),
        ("Housing costs £3.2m, roads £1.1m and libraries £0.4m.", "How much is spent on roads?", "1100000"),
        ("Housing costs £3.2m, roads £1.1m and libraries £0.4m.", "How much does housing cost?", "3200000"),
        ("It has 3 bedrooms, 2 bathrooms and a garden of 40 m.", "How many bathrooms does it have?", "2"),
        ("Flats have 1 parking space, houses 2.", "How many parking spaces do flats have?", "1"),
        ("All but 3 of the 60 trees survived.", "How many trees died?", "3"),
        ("The number of wardens rose from 12 to 18.", "How many wardens are there?", "18"),
        ("Reports fell from 80 to 55.", "How many reports are there now?", "55"),
        ("We plan to cut the number of depots from 9 to 4.", "How many depots will there be?", "4"),
        ("The group has 14 men, 9 women and 3 children: 26 in all.", "How many women are in the group?", "9"),
        ("The group has 14 men, 9 women and 3 children: 26 in all.", "How many are there in all?", "26"),
        ("Grants of £500 to £2,000 are made to clubs.", "How much is a grant?", "500/2000"),
        ("It lasts one and a half hours.", "How long does it last?", "1.5"),
        ("Five of the nine pumps work; the other four are being mended.", "How many pumps work?", "5"),
        ("Five of the nine pumps work; the other four are being mended.", "How many pumps are being mended?", "4"),
        ("Five of the nine pumps work; the other four are being mended.", "How many pumps are there?", "9"),
        ("The number rose from 12 to 18.", "How many were there before?", "12"),
        ("Hire is £35 an hour, or £200 for a whole day.", "How much is the hall for a day?", "200"),
        ("Hire is £35 an hour, or £200 for a whole day.", "What does an hour in the hall cost?", "35"),
        ("Hire of a boat is £9 per hour and £60 a week.", "What would a boat cost us for a week?", "60"),
        ("Hire of a boat is £9 per hour and £60 a week.", "What does a boat cost for a month?", "9"),
        ("A plan to close the bridge had 12 votes to 7.", "How many were against closing the bridge?", "7"),
        ("Year 6 asked for £300 for hoodies: agreed up to £200.", "How much did year six get for hoodies?", "200"),
        ("The band asked for £600 and got £90.", "How much did the band get?", "90"),
        ("The band asked for £600 for drums and got £90.", "How much did the band ask for?", "600"),
    ],
)
def test_the_number_that_is_asked_for_answers(sentence: str, question: str, normalized: str) -> None:
    found = number_answer(sentence, question)
    assert found
    start, end, value = found
    assert (sentence[start:end], value.normalized) == (value.text, normalized)


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("No homes were sold in 2019.", "What is the cost of a home?"),
        ("No other homes failed.", "How many homes failed?"),
        ("No doubt homes failed.", "How many homes failed?"),
        ("The home failed.", "How many homes failed?"),
        ("It has 14 beds.", "How many of the 14 beds are free?"),
    ],
)
def test_no_number_answers_where_none_is_told(sentence: str, question: str) -> None:
    assert number_answer(sentence, question) is None


@pytest.mark.parametrize(
    ("sentence", "question", "words"),
    [
        ("None of the 14 homes failed.", "How many homes failed?", "None of the 14 homes"),
        ("None of the old homes failed.", "How many homes failed?", "None of the old homes"),
        ("None of them has left.", "How many lifeguards have left?", "None of them"),
        ("Last year no new homes failed.", "How many homes failed?", "no new homes"),
        ("Complaints: none", "How many complaints were there?", "none"),
    ],
)
def test_none_has_its_words(sentence: str, question: str, words: str) -> None:
    found = number_answer(sentence, question)
    assert found and (found[2].text, found[2].normalized) == (words, "0")


@pytest.mark.parametrize(
    ("sentence", "question", "normalized"),
    [
        ("The saving of £1.2 million comes from moving staff out of Bridge House.", "How many staff work there?", None),
        ("Forty people paid the fee of £12.", "How many people paid the fee?", "40"),
        ("It cost £12.", "How many pounds did it cost?", "12"),
        ("Of the pupils 40 per cent are boys.", "How many are boys?", "40%"),
    ],
)
def test_money_is_no_count_of_things(sentence: str, question: str, normalized: str | None) -> None:
    found = number_answer(sentence, question)
    assert (found and found[2].normalized) == normalized


@pytest.mark.parametrize(
    ("question", "liked", "normalized"),
    [
        ("How many councillors turned up?", "15", "15"),
        ("How many councillors turned up?", "none of them", "46"),
        ("How many Conservative councillors are there?", "46", "15"),
    ],
)
def test_what_a_reader_likes_answers_unless_its_words_belong_to_another(
    question: str, liked: str, normalized: str
) -> None:
    sentence = "The council has 46 councillors: 20 Labour, 15 Conservative and 11 Liberal Democrat."
    found = number_answer(sentence, question, lambda span: float(sentence[slice(*span)].startswith(liked)))
    assert found is not None and found[2].normalized == normalized


@pytest.mark.parametrize(
    ("text", "counts"),
    [("12 staff", True), ("None of them.", True), ("It saves £1.2 million.", False), ("£4 for 3", True)],
)
def test_what_counts_things_is_more_than_money(text: str, counts: bool) -> None:
    assert says_count(text) is counts


def test_a_count_is_asked_for_of_things_alone() -> None:
    assert asks_count("How many staff work there?")
    assert not asks_count("How many pounds did it cost?")
    assert not asks_count("How much did it cost?")


@pytest.mark.parametrize(
    ("question", "said", "otherwise"),
    [
        ("How deep is the pool?", "It is heated to 24 degrees.", True),
        ("How deep is the pool?", "It is 2 metres deep.", False),
        ("How deep is the pool?", "It is heated to 24 degrees and 2 metres deep.", False),
        ("How deep is the pool?", "2", False),
        ("What is the price?", "It is open for 3 days.", True),
        ("What is the price?", "Free for two hours.", False),
        ("How long is the pool?", "It is 50 metres long.", False),
        ("How many steps are there?", "It is heated to 24 degrees.", False),
        ("How long do I have to pay the fare?", "Pay within 21 days.", False),
        ("How long is the deposit held?", "We hold it for six weeks.", False),
        ("What is the fare?", "Pay within 21 days.", True),
        ("How heavy may a bag be?", "A bag measures no more than 40 x 20 x 25 cm.", True),
        ("How heavy may a bag be?", "A bag is 25 cm wide and weighs 4 kg.", False),
        ("How heavy may a bag be in the lower fare?", "20 kg", False),
        ("How tall is the cheapest mast, and what is its price?", "9 m", False),
    ],
)
def test_a_measure_of_something_else_is_told_apart(question: str, said: str, otherwise: bool) -> None:
    assert measures_otherwise(question, said) is otherwise


def test_of_a_question_after_a_colon_that_alone_says_which_number_is_wanted() -> None:
    assert is_of_form("What does a pump cost: how long will it last?", "20 years")
    assert not is_of_form("What does a pump cost: how long will it last?", "£20")
    assert is_of_form("What does a pump cost?", "£20")
    assert not is_of_form("What does a pump cost?", "20 years")
    assert is_of_form("Which pump is it?", "20 years")


@pytest.mark.parametrize(
    ("question", "sentence", "size"),
    [
        ("How many teams have a coach?", "Teams of more than ten have a coach.", True),
        ("How many teams have a coach?", "Ten teams have a coach.", False),
        ("How many teams have a coach?", "More than ten have a coach.", False),
        ("How many players have a coach?", "Teams of more than ten have a coach.", False),
    ],
)
def test_how_large_things_are_is_not_how_many_there_are(question: str, sentence: str, size: bool) -> None:
    assert is_size_of_counted(question, sentence, len(re.split(r"(?i)\bten\b", sentence)[0])) is size


def test_a_share_is_no_sum_of_money() -> None:
    question = "How much money came from fees?"
    assert measures_otherwise(question, "Fees were 40 per cent of income.")
    assert not measures_otherwise(question, "Fees were £400, or 40 per cent of income.")
    assert not measures_otherwise(question, "Fees were few.")


@pytest.mark.parametrize(
    ("question", "sentence", "beside"),
    [
        ("How many ferrets may I keep?", "Hens and ferrets are allowed, up to six hens.", True),
        ("How many ferrets may I keep?", "Ferrets or small hens are allowed, up to six hens.", True),
        ("How many hens may I keep?", "Hens and ferrets are allowed, up to six hens.", False),
        ("How many birds may I keep?", "Hens and ferrets are allowed, up to six hens.", False),
        ("How many ferrets may I keep?", "Hens and ferrets are allowed, up to six in all.", False),
        ("How many cars does the car park hold?", "The car park holds six spaces.", False),
        ("How many dogs may I keep?", "Tenants may keep up to six cats or dogs.", False),
    ],
)
def test_how_many_there_may_be_of_what_stands_beside_is_another_number(
    question: str, sentence: str, beside: bool
) -> None:
    assert is_of_counted_beside(question, sentence, sentence.index("six") + 3) is beside


@pytest.mark.parametrize(
    ("question", "said", "another"),
    [
        ("How wide may a bag be?", "No bag may be longer than 1.5 metres.", True),
        ("How deep is the pond?", "The pond is 40 m long.", True),
        ("how heavy is a bale", "A bale is 1.2 m high.", True),
        ("How thick is the wall?", "The wall has a height of 2 m.", True),
        ("How tall is the mast?", "Mast: length 9 m", True),
        ("How wide may a bag be?", "A bag may be 40 cm wide and 60 cm long.", False),
        ("How wide may a bag be?", "A bag may be 40 x 60 cm.", False),
        ("How deep is the pool?", "The pool is 25 m long and 1.8 m at its deepest.", False),
        ("How wide is the pool?", "The pool is 25 m long and 10 m across.", False),
        ("How deep is the pool?", "The pool is 25 m at its longest.", True),
        ("How heavy is the 6 m long hose?", "The hose that is 6 m long: 4 kg.", False),
        ("How tall may a hedge be?", "No hedge may be more than 2 m high.", False),
        ("How long is the walk?", "The walk climbs to a height of 300 m.", False),
        ("How high was the turnout?", "It was 40%, however long the queues.", False),
    ],
)
def test_how_wide_something_is_is_not_told_by_how_long(question: str, said: str, another: bool) -> None:
    assert measures_another_side(question, said) is another


def test_how_heavy_something_is_is_told_by_its_weight() -> None:
    assert "weight" in words_of_side("how heavy is it") and "width" in words_of_side("How wide may a bag be?")
    assert words_of_side("How much is it?") == words_of_side("How high is the fee?") == ()


@pytest.mark.parametrize(
    ("question", "sentence", "number", "is_other"),
    [
        ("how much is a plaque", "There is room for about thirty more plaques.", "thirty", True),
        ("How much is a locker?", "There are sixty lockers, of which twelve are free.", "sixty", True),
        ("price of a bench", "Nine benches were given.", "Nine", True),
        ("How much does a berth cost?", "Twelve berths are let.", "Twelve", True),
        ("How much is a locker?", "Lockers are £24 a year.", "£24", False),
        ("How much is a locker?", "Locker | 24", "24", False),
        ("How much is a dose?", "A dose is two tablets.", "two", False),
        ("How many lockers are there?", "There are sixty lockers.", "sixty", False),
        ("How much water is used?", "Sixty litres of water are used.", "Sixty", False),
        ("new fellows number", "The subscription for a Fellow is £102.", "£102", True),
        ("number of ices sold", "Ices are £2.20.", "£2.20", True),
        ("number of ices sold", "The kiosk sold 3,100 ices.", "3,100", False),
        ("What does it cost to ring the number?", "Ringing the number costs £1.", "£1", False),
        ("Which bus number is it?", "It is number 9.", "9", False),
    ],
)
def test_a_count_is_no_price_and_a_price_no_count(question: str, sentence: str, number: str, is_other: bool) -> None:
    start = sentence.index(number)
    assert is_count_for_sum(question, sentence, (start, start + len(number))) is is_other


PAPER = """Deaths and serious injuries are told at once. Infections and falls are listed. Parents and carers came.
Pupils and teachers came. Hens, and ferrets, are kept."""


@pytest.mark.parametrize(
    ("question", "sentence", "above", "another"),
    [
        ("How many deaths were told?", "Four serious injuries were told.", "", True),
        ("How many infections were there?", "There were Four falls.", "", True),
        ("How many injuries were told?", "Four serious injuries were told.", "", False),
        ("How many deaths were told?", "Four serious injuries and deaths were told.", "", False),
        ("How many deaths were told?", "Four serious injuries were told.", "Deaths", False),
        ("How many deaths were told?", "Four falls were told.", "", False),
        ("How many parents came?", "Four carers came.", "", False),
        ("How many pupils came?", "Four teachers came.", "", False),
        ("How many deaths were told?", "Four were told.", "", False),
        ("When were deaths told?", "Four serious injuries were told.", "", False),
    ],
)
def test_a_number_of_what_a_paper_names_beside_is_another(
    question: str, sentence: str, above: str, another: bool
) -> None:
    end = sentence.index("Four") + 4
    assert counts_another(question, sentence, end, above, lambda: PAPER) is another
