"""Exclusions: what something is so of does not answer what it is not so of."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.exclusions import (
    affirms_denied,
    denies_deed,
    excluded_rating,
    lacks_denial,
    tells_of_the_excluded,
    tells_of_the_known,
)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What does the insurance not cover?", "The policy covers theft."),
        ("Who did not report on the highways?", "Councillor Oduya reported on the allotments."),
        ("Which homes were not visited in June?", "The homes in Elm Road were visited in June."),
        ("Which home wasn't visited?", "The home in Elm Road was visited."),
        ("We have seven grounds. Which of them have never flooded?", "The ground at Wick flooded in May."),
        ("Which pool was not rated good?", "Wick Pool was rated good."),
        ("Who needs no permit?", "Everyone who works at the lock needs a permit."),
        ("Which rooms have no lift?", "The hall has a lift."),
        ("Which members pay no fee?", "Members pay a fee of £3."),
        ("Which pool was rated other than outstanding?", "Wick Pool | Outstanding"),
    ],
)
def test_a_sentence_that_says_it_is_so_tells_of_the_excluded(question: str, sentence: str) -> None:
    assert tells_of_the_excluded(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What does the insurance not cover?", "The policy does not cover floods."),
        ("What does the insurance not cover?", "The policy covers all but floods."),
        ("What does the insurance not cover?", "Floods are excluded."),
        ("Who needs no permit?", "Shop staff need no permit."),
        ("Who needs no permit?", "Everyone but the keeper needs a permit."),
        ("What do I pay if I have no ticket?", "The fare with a ticket is £3."),
        ("What doesn't the policy cover?", "Floods are excluded from the policy."),
        ("What does the insurance cover?", "The policy covers theft."),
        ("Is theft not covered?", "The policy covers theft."),
        ("What help is there for those who do not drive?", "Volunteers drive people to the clinic."),
        ("What should I do if my bin was not collected?", "Report it, and it is collected the next day."),
        ("What do people not attending get?", "Those who attend by video get a link."),
        ("Which councils other than Wick help us?", "Wick and Holme help us."),
        ("Which pool was not rated good?", "Wick Pool requires improvement."),
        ("Which pool was not rated good?", "Wick Pool was good and Holme Pool inadequate."),
        ("Which pool was not rated good?", "Wick Pool was not rated good."),
    ],
)
def test_others_do_not(question: str, sentence: str) -> None:
    assert not tells_of_the_excluded(question, sentence)


def test_the_grade_that_is_excluded_is_told() -> None:
    assert excluded_rating("Which part of the service was not judged good?") == "good"
    assert excluded_rating("Which part of the service was judged good?") is None
    assert excluded_rating("What does the insurance not cover?") is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who chairs a committee other than Planning?", "The Planning Committee is led by Ada Moor and has two seats."),
        ("Who chairs a committee apart from Planning?", "The Planning Committee is chaired by Ada Moor."),
        ("Who chairs a committee but not Planning?", "The Planning Committee is chaired by Ada Moor."),
        ("Who besides the clerk works there?", "The clerk is Ada Moor."),
        ("What does a burial cost except for parishioners?", "Parishioner | £95"),
        ("Which school other than Fernhill has a pool?", "Fernhill School: it has a pool."),
        ("At weekends, who except wardens has keys?", "A warden has keys."),
        ("When does the committee meet NOT planning", "The planning committee meets on Mondays."),
        ("When does it meet, not the planning committee?", "The planning committee meets on Mondays."),
        ("How much is the hall NOT the small room?", "The small room is £12."),
        ("When do cafés open, but not the pool café?", "The pool café opens at 9am and closes at 6pm."),
        ("How much is a room, apart from the small room?", "The small room is £12."),
        ("When does it meet, other than in August?", "In August it meets at noon."),
        ("When does the hall NOT open?", "The hall opens on Mondays."),
    ],
)
def test_what_is_known_already_is_told_of_alone(question: str, told: str) -> None:
    assert tells_of_the_known(question, told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Besides bees, what may I not keep?", "Cockerels, pigs and bees are not allowed."),
        ("What does the trip cost except for the deposit?", "The trip costs £285, and a deposit of £60 is due."),
        ("Who chairs a committee other than Planning?", "The Pay Committee is chaired by Tom Reed."),
        ("What do I pay besides the rent?", "Besides the rent tenants pay for water."),
        ("Who has keys other than wardens?", "Only wardens have keys."),
        ("Can I keep pets other than dogs?", "Dogs are allowed."),
        ("Who chairs the Planning Committee?", "The Planning Committee is chaired by Ada Moor."),
        ("When does the committee meet NOT planning", "The finance committee meets on Tuesdays."),
        ("When do cafés open, but not the pool café?", "The garden café opens at 10am."),
        ("When do cafés open, but not the pool café?", "All but the pool café open at 10am."),
        ("How much is a room, apart from the small room?", "Rooms are £20, and the small room is £12."),
        ("When does the hall NOT open?", "The hall does not open on Sundays."),
        ("Is the hall open or not?", "The hall is open."),
        ("Why is the hall not open?", "The hall is open on Mondays."),
        ("IS THE HALL NOT OPEN", "The hall is not open."),
        ("", ""),
    ],
)
def test_what_others_are_told_of_is_not(question: str, told: str) -> None:
    assert not tells_of_the_known(question, told)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which theory does not explain the tides?", "Amesworth's theory explains the tides by the pull of the moon."),
        ("What techniques did the Dorne potters never use?", "The Dorne potters used slips, glazes and gilding."),
        ("Which instruments aren't part of the Tarn consort?", "Viols and lutes are part of the Tarn consort."),
        ("How do the Almer composers not begin a rondo?", "The Almer composers begin a rondo with its refrain."),
        ("Of which acids is nickel not a catalyst?", "Nickel is a catalyst of the reduction of benzoic acid."),
        ("What can not be made from marsh alder?", "Clogs, bowls and a brown dye are made from marsh alder."),
        ("In which battle did the League no longer use pikes?", "The League used pikes at Cold Harrow."),
        ("What can’t I get cheaper with the card?", "The card gives a third off."),
        ("What can I not bring?", "You may bring a bag."),
        ("What can the old shops not take?", "The old shops need coats."),
        ("What am I not insured for?", "You are insured for theft."),
        ("Who may not apply for a grant?", "Any club may apply for a grant."),
        ("What is forbidden on the plots?", "Hens are kept at the back."),
    ],
)
def test_what_is_not_so_is_told_by_a_sentence_that_denies(question: str, said: str) -> None:
    assert lacks_denial(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which theory does not explain the tides?", "Amesworth's theory fails to explain the tides."),
        ("Which town was not hit by the siege?", "Ansel was unaffected by the siege."),
        ("Which town was not taken?", "Every town was taken but Ansel."),
        ("Which town did the League not hold?", "The League held all towns, excluding Ansel."),
        (
            "What did the Duke not believe?",
            "The Duke believed the marsh impassable, and refused to hear of a crossing.",
        ),
        ("Who did not come?", "Apologies for absence: Ada Moor."),
        ("What happens if a member does not vote?", "The member pays a fine of £5."),
        ("How many of the children are not vaccinated?", "Twelve of the children wait for a vaccination."),
        ("What help is there for those who do not drive?", "Volunteers drive people to the clinic."),
        ("Who told them that it was not open?", "The warden told them."),
        ("Which homes were not rated good?", "Elm House requires improvement."),
        ("Who may not apply for a grant?", "Who may apply\nThe following may not apply:\nfirms"),
        ("Who cannot really rely on it?", "Tenants cannot rely on it."),
        ("Who is on the committee?", "Ada Moor is on the committee."),
        ("What can’t I get cheaper with the card?", "The card gives nothing off parties."),
        ("What should I do if it is not open?", "Ring the office."),
        ("Where are badge holders not allowed to park?", "Where you may not park\nin bus lanes"),
        ("Who may not vote?", "Only residents vote."),
        ("Who runs the shop which cannot take cards?", "Ada Moor runs the mill shop."),
        ("What is forbidden on the plots?", "You must not keep hens in any shed of the plots."),
        ("Who was excluded from the study?", "Exclusion criteria: children"),
    ],
)
def test_other_sentences_may_tell_what_is_not_so(question: str, said: str) -> None:
    assert not lacks_denial(question, said)


@pytest.mark.parametrize(
    ("question", "sentence", "affirmed"),
    [
        ("How many aims does the charter not declare?", "The charter declares 30 aims, even for the disabled.", True),
        ("How much did the law not require to start a firm?", "The law required £1 to start a firm.", True),
        ("How many homes weren't visited?", "In May 12 homes were visited.", True),
        ("How many homes weren't visited?", "In May 12 homes were not visited.", False),
        ("How many homes weren't visited?", "In May 12 homes went unvisited.", False),
        ("How many homes weren't visited?", "In May 12 homes were left out.", False),
        ("On which days can you not fish?", "Fishing is forbidden on Sundays.", False),
        ("When can I not park here?", "Parking is banned between 8am and 6pm.", False),
        ("How many homes weren't visited?", "Of 20 homes 12 were visited and 8 were not.", False),
        ("How long may I not drive?", "You may drive after 30 minutes.", False),
        ("How many homes were visited?", "In May 12 homes were visited.", False),
    ],
)
def test_how_many_are_not_is_not_told_by_how_many_are(question: str, sentence: str, affirmed: bool) -> None:
    assert affirms_denied(question, sentence) is affirmed


@pytest.mark.parametrize(
    ("question", "sentence", "denied"),
    [
        ("The acts of which body begin with a formula?", "Acts of the council do not begin with a formula.", True),
        ("Who is able to make rules on water?", "The council is unable to make rules on water.", True),
        ("Which house was sold by the trust?", "The trust hasn't sold the house.", True),
        ("How many homes did they visit?", "They never visited 12 homes.", True),
        ("Who made rules on water?", "The council made rules on water and did not make any on gas.", False),
        ("Who did not make rules?", "The council did not make rules.", False),
        ("Who made rules on water?", "The council did not make rules on water, but the county did.", False),
        ("I forgot my dose, shall I take two?", "Leave it out and do not take double.", False),
        ("Who is exempt from paying the charge?", "Students do not pay the charge.", False),
        ("What happens if I fail to pay?", "If you do not pay, we write to you.", False),
        ("What is the fine for forgetting to register?", "Whoever does not register is fined £40.", False),
        ("What happens if I forget to register?", "Whoever does not register is fined £40.", False),
        ("Who had paid?", "Ada Moor had not paid until May.", False),
        ("Who paid for the wall?", "The council did not build the wall.", False),
    ],
)
def test_who_does_not_do_it_is_not_who_does(question: str, sentence: str, denied: bool) -> None:
    assert denies_deed(question, sentence) is denied
