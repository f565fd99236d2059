"""Sentences state judgements, or say something else with the same words."""

from __future__ import annotations

from datetime import date

import pytest

from tests.test_corpus_judgements_finding import NEWS, REPORT, days, facts, found, read


@pytest.mark.parametrize(
    ("sentence", "aspect", "grade", "time"),
    [
        ("Wendham's children's services were judged inadequate in July 2022.", "overall", "inadequate", "2022-07"),
        ("Children's services were judged to be “inadequate” last July.", "overall", "inadequate", "2022-07"),
        (
            "At the last inspection, in May 2019, the local authority was judged to be good.",
            "overall",
            "good",
            "2019-05",
        ),
        ("Back in 2012 the council received a rating of inadequate.", "overall", "inadequate", "2012"),
        ("The council has maintained its rating of good.", "overall", "good", "2023-06-20"),
        ("Children's services were judged Grade 4 (inadequate) in 2013.", "overall", "inadequate", "2013"),
        ("In 2013, the council was judged to be Grade 4: inadequate.", "overall", "inadequate", "2013"),
        ("The council was judged inadequate (Grade 4) in 2013.", "overall", "inadequate", "2013"),
        (
            "Children do much better than in the services that were found to be inadequate in 2017.",
            "overall",
            "inadequate",
            "2017",
        ),
        (
            "Much is better than in the department that was judged inadequate in 2017.",
            "overall",
            "inadequate",
            "2017",
        ),
        (
            "The last inspection, in May 2018, judged all services as requiring improvement to be good.",
            "overall",
            "requires_improvement",
            "2018-05",
        ),
        ("The inspection of 2012 found the local authority to be inadequate.", "overall", "inadequate", "2012"),
        ("The 2012 inspection judged adoption performance to be good.", "adoption", "good", "2012"),
        ("The inspection for children looked after in 2011 judged the council as good.", "in_care", "good", "2011"),
        ("The child protection inspection of 2012 found services to be good.", "safeguarding", "good", "2012"),
        ("At the Ofsted inspection in 2012, all inspected services were judged good.", "overall", "good", "2012"),
        ("Children's services remain inadequate.", "overall", "inadequate", "2023-06-20"),
        ("Children's services in Wendham now require improvement.", "overall", "requires_improvement", "2023-06-20"),
        ("The experiences and progress of care leavers were judged good in 2021.", "care_leavers", "good", "2021"),
        ("Also rated good were the experiences and progress of children in care.", "in_care", "good", ""),
        ("The graded judgement for adoption performance is that it is good.", "adoption", "good", "2023-06-20"),
        (
            "The council was judged inadequate for help and protection in 2021.",
            "help_and_protection",
            "inadequate",
            "2021",
        ),
        ("It is better than in 2018, when the local authority was judged inadequate.", "overall", "inadequate", "2018"),
        ("Much is better since 2018, when the council was judged inadequate.", "overall", "inadequate", "2018"),
    ],
)
def test_sentences_state_judgements(sentence: str, aspect: str, grade: str, time: str) -> None:
    assert facts(NEWS.format(sentence)) == [("Wendham", aspect, grade, time)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Children's services were not judged good.",
        "Children's services are not yet good.",
        "Children's services are no longer inadequate.",
        "We still have some way to go to meet our goal of being rated a good service.",
        "The council is working towards a rating of good.",
        "If children's services are judged inadequate, a commissioner will be sent.",
        "The council expects that children's services will be rated good.",
        "Could children's services be rated good?",
        "Leaders believe that children's services are good.",
        "In its self-assessment the council rated children's services good.",
        "Children's services in Wendham are good or better.",
        "Children's services are good value for money.",
        "Three homes were judged good in 2021.",
        "The inspection in 2012 found two of the homes to be good.",
        "The inspection of Moor House nursery in 2012 judged it to be good.",
        "The inspection in 2012 found plans to be good.",
        "Leadership has worked hard on areas of the service that were judged to be inadequate in 2012.",
        "The school inspection in 2012 found services to be good.",
        "Children do better than in the fostering services that were found to be inadequate in 2017.",
        "The county has two nurseries. They were judged outstanding in 2021.",
        "Of the cases that were audited, five were judged inadequate.",
        "Plans for children in care are good.",
        "Inspectors found good practice in services for children.",
        "Most children in care are in schools that are judged good.",
        "We wrote that children's services were judged good. That was wrong.",
        "The leaflet wrongly states that children's services were judged good.",
    ],
)
def test_what_is_denied_wished_for_claimed_or_of_something_else_is_no_judgement(sentence: str) -> None:
    assert facts(NEWS.format(sentence)) == []


def test_looked_after_children_do_not_part_a_judgement_from_its_year() -> None:
    text = REPORT.format("In 2010, the looked after children service was judged to be adequate.")
    assert [(each.grade, days(each)) for each in found(text) if each.standing == "told"] == [("adequate", "2010")]


def test_the_sentence_before_says_what_was_inspected_and_when() -> None:
    text = REPORT.format(
        "The previous inspection of the local authority's arrangements for the protection of children was in May 2011. "
        "The local authority was judged to be adequate."
    )
    told = [each for each in found(text) if each.standing == "told"]
    assert [(each.aspect, each.grade, days(each)) for each in told] == [("safeguarding", "adequate", "2011-05")]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Norbury City Council, whose services are rated outstanding, helps us.", "Norbury"),
        ("Children's services in Norbury were judged good in 2021.", "Norbury"),
        ("Norbury's children's services were judged good in 2021.", "Norbury"),
        ("Children's services were judged good in 2021.", "Wendham"),
    ],
)
def test_a_judgement_is_of_whom_its_sentence_names(sentence: str, subject: str) -> None:
    assert [each.subject for each in found(NEWS.format(sentence))] == [subject]


def test_the_outcome_of_an_area_send_inspection_is_a_sentence() -> None:
    text = (
        "# Area SEND inspection of Wendham Local Area Partnership\n\nInspection dates: 17 to 21 June 2024\n\n"
        "## Inspection outcome\n\nThe local area partnership's arrangements lead to inconsistent experiences.\n"
    )
    assert [(each.scale, each.grade, each.standing) for each in found(text)] == [("area_send", "inconsistent", "given")]


def test_the_end_of_the_paragraph_before_tells_whose_services_are_meant() -> None:
    lead = "Wendham's children's services have a new head.\n\n"
    assert facts(NEWS.format(f"{lead}The services at Wendham Council had been deemed inadequate in 2022."))
    nursery = "The county has two nurseries.\n\n"
    assert not facts(NEWS.format(f"{nursery}They were judged outstanding in 2021."))


def test_an_undated_document_gives_its_grades_after_what_it_tells_as_past() -> None:
    text = (
        "# Wendham's children's services\n\nChildren's services were judged inadequate in July 2022.\n\n"
        "Children's services are good. Leadership was outstanding. Adoption had been judged good.\n"
    )
    after = {each.aspect: each.after for each in found(text) if not each.day}
    july = date(2022, 7, 1).toordinal()
    assert after == {"overall": july, "leaders": july, "adoption": 0}


CARE = "# Brookfield and Moor House\n\nPublished: 18 February 2025\n\n{}\n"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Brookfield was rated good by the CQC in January 2025.", ("Brookfield", "good", "2025-01")),
        (
            "Brookfield has been rated outstanding by the Care Quality Commission.",
            ("Brookfield", "outstanding", "2025-02-18"),
        ),
        ("In May 2021 the CQC rated Brookfield inadequate.", ("Brookfield", "inadequate", "2021-05")),
        ("The Care Quality Commission has rated Moor House as good overall.", ("Moor House", "good", "2025-02-18")),
        (
            "The CQC has rated Moor House as requires improvement.",
            ("Moor House", "requires_improvement", "2025-02-18"),
        ),
        ("Elm Tree Lodge was judged by the CQC to be good in 2019.", ("Elm Tree Lodge", "good", "2019")),
    ],
)
def test_who_judges_by_one_scale_tells_of_whom_a_name_is(sentence: str, told: tuple[str, str, str]) -> None:
    assert [(each.subject, each.grade, days(each)) for each in found(CARE.format(sentence))] == [told]
    (judgement,) = found(CARE.format(sentence))
    assert (judgement.scale, judgement.aspect) == ("cqc", "overall")


@pytest.mark.parametrize(
    "sentence",
    [
        "Care was rated good by the CQC in January 2025.",
        "It was rated good by the CQC in January 2025.",
        "Brookfield was rated good by residents.",
        "Brookfield was not rated good by the CQC.",
        "Brookfield hopes to be rated good by the CQC.",
        "The CQC rated Care good.",
        "The council rated Brookfield good.",
    ],
)
def test_a_word_with_a_capital_is_not_yet_somebody_who_is_judged(sentence: str) -> None:
    assert list(found(CARE.format(sentence))) == []


@pytest.mark.parametrize(
    "between",
    [
        "",
        "It was judged good for adoption performance. ",
        "The council was judged good for help and protection. It was judged to require improvement for leadership. ",
    ],
)
def test_every_grade_told_of_a_dated_inspection_is_of_its_day(between: str) -> None:
    lead = "The last inspection of services for children in need of help and protection was in September 2015. "
    text = REPORT.format(f"{lead}{between}It was overall judged to be inadequate.")
    told = [each for each in found(text) if each.standing == "told"]
    assert {days(each) for each in told} == {"2015-09"}
    assert (told[-1].aspect, told[-1].grade) == ("overall", "inadequate")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "It was judged to require improvement for care leavers, and leadership, management and governance.",
            {"care_leavers requires_improvement", "leaders requires_improvement"},
        ),
        (
            "The council was rated inadequate for adoption and for leadership.",
            {"adoption inadequate", "leaders inadequate"},
        ),
        (
            "The council was judged good for help and protection, adoption and leadership in 2018.",
            {"help_and_protection good", "adoption good", "leaders good"},
        ),
        (
            "The council was judged inadequate for help and protection, and adoption was judged good.",
            {"help_and_protection inadequate", "adoption good"},
        ),
        (
            "The council was judged inadequate for help and protection, adoption and leadership were rated good.",
            {"help_and_protection inadequate", "leaders good"},
        ),
        ("The council was judged good for adoption and its libraries.", {"adoption good"}),
    ],
)
def test_one_grade_for_several_parts_is_of_each(sentence: str, told: set[str]) -> None:
    given = {f"{each.aspect} {each.grade}" for each in found(NEWS.format(sentence))}
    assert given == told


def test_what_was_judged_stands_in_the_words_also_behind_the_grade() -> None:
    text = NEWS.format("In 2018 the council was judged good for help and protection, and for leadership.")
    quotes = [read(text).text[one.start : one.end] for one in found(text)]
    assert quotes == ["2018 the council was judged good for help and protection, and for leadership"] * 2


@pytest.mark.parametrize(
    "between",
    ["The council has a new director. ", "Three homes were judged good. ", "In 2017 it was judged good for adoption. "],
)
def test_a_grade_after_something_else_is_not_of_the_inspection_before_that(between: str) -> None:
    text = REPORT.format(f"The last inspection was in September 2015. {between}The council was judged inadequate.")
    assert [days(each) for each in found(text) if (each.aspect, each.grade) == ("overall", "inadequate")] == [""]


@pytest.mark.parametrize(
    "sentences",
    [
        "The trust runs an adoption agency and a fostering agency. Both were inspected in 2015 and judged to be good.",
        "The council runs two children's homes. Each was rated outstanding in 2015.",
        "The council runs a home and a nursery. They were inspected in May 2016, and were judged inadequate.",
    ],
)
def test_a_judgement_of_both_is_of_what_the_sentence_before_names(sentences: str) -> None:
    assert facts(NEWS.format(sentences)) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "In 2015 the council was rated good overall and leadership and care leavers rated as outstanding.",
            {"overall good 2015", "leaders outstanding 2015", "care_leavers outstanding 2015"},
        ),
        ("In 2019 adoption and leadership were judged good.", {"adoption good 2019", "leaders good 2019"}),
        (
            "Both safeguarding and services for looked after children were judged to be adequate in 2010.",
            {"safeguarding adequate 2010", "in_care adequate 2010"},
        ),
        (
            "The inspection in 2016 found leadership, adoption and care leavers to be inadequate.",
            {"leaders inadequate 2016", "adoption inadequate 2016", "care_leavers inadequate 2016"},
        ),
        (
            "The 2012 inspection judged effectiveness for both safeguarding and looked after children as adequate.",
            {"safeguarding adequate 2012", "in_care adequate 2012"},
        ),
        (
            "Children's services were judged to be good, and outstanding in adoption and leadership, in 2014.",
            {"overall good 2014", "adoption outstanding 2014", "leaders outstanding 2014"},
        ),
        (
            "In 2018 the council was rated good for leadership, good for adoption and outstanding for care leavers.",
            {"leaders good 2018", "adoption good 2018", "care_leavers outstanding 2018"},
        ),
        (
            "The council was judged good for leadership and adoption but inadequate for care leavers in 2017.",
            {"leaders good 2017", "adoption good 2017", "care_leavers inadequate 2017"},
        ),
        ("The council was judged good in leadership in 2017.", {"leaders good 2017"}),
        ("In 2015 the council was judged good.", {"overall good 2015"}),
        ("In May 2015 Ofsted rated the council good.", {"overall good 2015-05"}),
        ("Ofsted rated Wendham as good in 2015.", {"overall good 2015"}),
        ("Ofsted has rated Wendham's children's services good.", {"overall good 2023-06-20"}),
        ("Ofsted gave the council a good rating in 2014.", {"overall good 2014"}),
        ("The council received an inadequate rating in 2014.", {"overall inadequate 2014"}),
        ("The council has a good rating.", {"overall good 2023-06-20"}),
        ("The council has a good, steady team.", set()),
        ("The council hopes for a good rating in 2027.", set()),
        ("Ofsted rated three of the council's homes good in 2015.", set()),
        ("Three years after the inspection in 2015 the council was judged good.", {"overall good "}),
        ("Leaders have focused on adoption and leadership was judged good in 2017.", {"leaders good 2017"}),
        (
            "The council was judged good for leadership, and adoption was judged inadequate, in 2017.",
            {"leaders good ", "adoption inadequate 2017"},
        ),
        ("The council was judged good in 2014 and praised for adoption and leadership in 2018.", {"overall good 2014"}),
    ],
)
def test_parts_that_share_a_grade_or_a_verb_are_each_told_of(sentence: str, told: set[str]) -> None:
    assert {f"{each.aspect} {each.grade} {days(each)}" for each in found(NEWS.format(sentence))} == told


@pytest.mark.parametrize(
    ("inspected", "parts"),
    [
        ("the council's safeguarding arrangements and services for looked after children", {"safeguarding", "in_care"}),
        ("safeguarding and looked after children's services", {"safeguarding", "in_care"}),
        ("services for looked after children", {"in_care"}),
        (
            "services for children in need of help and protection, children looked after and care leavers",
            {"overall"},
        ),
    ],
)
def test_what_was_inspected_is_each_part_or_the_whole(inspected: str, parts: set[str]) -> None:
    text = NEWS.format(f"The previous inspection of {inspected} was in May 2012. The local authority was judged good.")
    assert {(each.aspect, each.grade, days(each)) for each in found(text)} == {
        (part, "good", "2012-05") for part in parts
    }
