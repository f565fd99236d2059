"""Registers of those who held a post one after another tell who holds it, who held it and who came before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers

PAPERS = {
    "pilots.md": (
        "# Ennerby Haven: Chief pilots\n\n| Chief pilot | Term |\n|---|---|\n| Captain Silas Rook | 2001 to 2012 |\n"
        "| Captain Nora Venn | 2012 to 2020 |\n| Captain Paul Dray | 2020 to date |\n"
    ),
    "vets.html": (
        "<html><head><title>Marl Street Vets: Principals</title></head><body><h1>Marl Street Vets: Principals</h1>"
        "<table>"
        "<tr><th>Principal</th><th>From</th><th>To</th></tr><tr><td>Dr Colin Abara</td><td>2004</td><td>2011</td></tr>"
        "<tr><td>Dr Petra Lund</td><td>2011</td><td>2019</td></tr><tr><td>Dr Ivan Moss</td><td>2019</td><td></td></tr>"
        "</table></body></html>"
    ),
    "bowls.txt": (
        "THORNEY BOWLS CLUB\nThose in office\n\n"
        "Patron\n  Sir Hugo Wyle, 2009 to 2021\n  Dame Ruth Quill, 2021 to date\n\n"
        "Skipper\n  Gwen Tarrant, 2017 to 2020\n  Otto Brandreth, 2020 to 2023\n  Hilda Frome, 2023 to date\n\n"
        "Deputy skipper\n  Ray Fenn, 2018 to 2024\n  Joan Pask, 2024 to date\n\n"
        "Coach\n  Alan Birkby, 2018 to 2020\n  vacant, 2021 to 2023\n  Mary Stroud, 2024 to date\n\n"
        "Umpire\n  Ken Bagshaw, 2010 to 2015\n  Una Merrow, 2015 to 2022\n"
    ),
    "mayors.md": (
        "# Mayors of Oakholm since 2015\n\nThe Mayor is elected each May at the meeting of Oakholm Town Council.\n\n"
        "- 2015–2018 Cllr Brenda Hope\n- 2018–2021 Cllr Priya Dane (a third year because a meeting was cancelled)\n"
        "- 2021–2024 Cllr George Lamb\n- 2024– Cllr Dora Hale\n\n"
        "The Town Clerk is Mrs K. Obi (since 2019; before her Mr P. Grant, 2004 to 2019).\n"
    ),
    "harbour.html": (
        "<html><head><title>Our harbour masters</title></head><body><h1>Our harbour masters</h1>"
        "<p>Sandle has had a harbour master since the Harbour Order of 1897.</p><table>"
        "<tr><th>Name</th><th>From</th><th>To</th></tr><tr><td>Edwin Carr</td><td>1978</td><td>1996</td></tr>"
        "<tr><td>Captain Moira Stott</td><td>1996</td><td>2011</td></tr>"
        "<tr><td>Captain Ruth Tull</td><td>2011</td><td>present</td></tr></table>"
        "<p>Captain R. Tull, Harbour Master, had been deputy for six years.</p></body></html>"
    ),
    "library.html": (
        "<html><head><title>Wickham Library: Chairs of the friends</title></head><body>"
        "<h1>Wickham Library: Chairs of the friends</h1><ul><li>Mrs Edith Sorley (2008–2016)</li>"
        "<li>Mr Tom Garland (2016–2022)</li><li>Ms Asha Nair (since 2022)</li></ul></body></html>"
    ),
    "golf.txt": (
        "FERNLEA GOLF CLUB\n\nRange wardens\n\n2023 Harold Pike\n2024 Moira Tann\n2025 vacant\n2026 Jack Orme\n\n"
        "List of stewards:\nMr George Platt, 1990 to 2004\nMiss Vera Kemp, 2004 to 2016\nMr Luke Hoyle, since 2016\n\n"
        "Past presidents\nSir Roy Finch, 1980 to 1999\nLady Anne Wick, 1999 to 2018\n"
    ),
    "trust.html": (
        "<html><head><title>Tarn Valley Trust</title></head><body><h1>Tarn Valley Trust</h1><h2>Chief executives</h2>"
        "<table><tr><th>Name</th><th>Start</th><th>End</th></tr><tr><td>Olga Reeve</td><td>March 2009</td>"
        "<td>June 2017</td></tr><tr><td>Sam Wilde</td><td>July 2017</td><td>present</td></tr></table></body></html>"
    ),
    "rowing.txt": (
        "Ashdown Rowing Club\nClub handbook 2026\n\nCaptains of the club\n\n2008 - 2011   Mel Ashby\n"
        "2011 - 2015   Dev Patel\n2016 - 2018   Ruth Kane\n2019 - 2022   Owen Griggs\n2023 -        Lena Fox\n\n"
        "Commodores of the club\n\nYears        Commodore\n1998-2006    Sir Hugh Lorne\n2006-2014    Dame Alice Orme\n"
        "2014-2021    Gerald Finch\n2021-        Mary Obi\n\nClubhouse keys are kept by the captain.\n"
    ),
    "hostel.txt": (
        "Hostel at Cold Knap\nAbout us\n\nWardens of the hostel\nPeter Lowe        1999 - 2007\n"
        "Anna Birch        2007 - 2016\nColin Marsh       2016 - 2024\nHetty Vane        since 2024\n"
    ),
    "museum.html": (
        "<html><head><title>Brackwater Museum: our history</title></head><body><h1>Brackwater Museum: our history</h1>"
        "<h2>Curators</h2><table><tr><th>Years</th><th>Curator</th></tr>"
        "<tr><td>1886 - 1911</td><td>Edmund Parr</td></tr><tr><td>1911 - 1939</td><td>Beatrice Holroyd</td></tr>"
        "<tr><td>1946 - 1998</td><td>Stanley Voss</td></tr><tr><td>1998 -</td><td>Ffion Lacey</td></tr></table>"
        "</body></html>"
    ),
    "posts.md": (
        "# Dunmoor School: Posts\n\n| Post | Name | Appointed | Left |\n|---|---|---|---|\n"
        "| Head | Mrs Freda Ness | 1 September 2010 | 31 August 2018 |\n| Head | Mr Amos Lyle | 1 September 2018 | |\n"
        "| Bursar | Mr Dan Cope | 2012 | 2021 |\n| Bursar | Ms Eve Tull | 2021 | |\n"
    ),
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 29)))


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Who is the chief pilot?", "Captain Paul Dray"),
        ("Who was chief pilot in 2015?", "Captain Nora Venn"),
        ("Who was chief pilot before Captain Dray?", "Captain Nora Venn"),
        ("Who was principal before Dr Moss?", "Dr Petra Lund"),
        ("who was chief pilot before captain dray", "Captain Nora Venn"),
        ("Who is the principal of Marl Street Vets?", "Dr Ivan Moss"),
        ("Who was the principal in 2006?", "Dr Colin Abara"),
        ("Who is skipper?", "Hilda Frome"),
        ("Who was skipper in 2021?", "Otto Brandreth"),
        ("Who was skipper before Hilda Frome?", "Otto Brandreth"),
        ("who is the deputy skipper", "Joan Pask"),
        ("Who was the patron in 2015?", "Sir Hugo Wyle"),
        ("Who is coach?", "Mary Stroud"),
        ("who is the chair of the friends", "Ms Asha Nair"),
        ("Who chaired the friends in 2018?", "Mr Tom Garland"),
        ("Who was head of Dunmoor School in 2015?", "Mrs Freda Ness"),
        ("Who is the bursar?", "Ms Eve Tull"),
        ("Who was range warden in 2024?", "Moira Tann"),
        ("Who is the range warden?", "Jack Orme"),
        ("Who is the steward of the golf club?", "Mr Luke Hoyle"),
        ("Who was president in 1990?", "Sir Roy Finch"),
        ("Who is the chief executive of the Tarn Valley Trust?", "Sam Wilde"),
        ("Who was chief executive in 2012?", "Olga Reeve"),
        ("mayor of Oakholm 2019", "Cllr Priya Dane"),
        ("Who was mayor of Oakholm in 2019?", "Cllr Priya Dane"),
        ("Who is the mayor?", "Cllr Dora Hale"),
        ("who is harbour master", "Captain Ruth Tull"),
        ("Who was harbour master in 2005?", "Captain Moira Stott"),
        ("Who came before Tull as harbour master?", "Captain Moira Stott"),
        ("Who was captain of the rowing club in 2020?", "Owen Griggs"),
        ("Who was captain in 2009?", "Mel Ashby"),
        ("Who is the captain of Ashdown Rowing Club?", "Lena Fox"),
        ("Who was captain before Owen Griggs?", "Ruth Kane"),
        ("Who was commodore in 2010?", "Dame Alice Orme"),
        ("Who is the commodore?", "Mary Obi"),
        ("Who was commodore before Mary Obi?", "Gerald Finch"),
        ("Who was warden of the hostel in 2010?", "Anna Birch"),
        ("Who is the warden at Cold Knap?", "Hetty Vane"),
        ("Who was the warden of the hostel before Hetty Vane?", "Colin Marsh"),
        ("Who is the curator of the museum now?", "Ffion Lacey"),
        ("Who was curator before Ffion Lacey?", "Stanley Voss"),
        ("Who was curator in 1930?", "Beatrice Holroyd"),
    ],
)
def test_the_one_of_the_time_asked_about_answers(
    assistant: Assistant, papers: Snapshot, question: str, quote: str
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and answer.answer.quote == quote


@pytest.mark.parametrize(
    "question",
    [
        "Who was skipper in 2010?",
        "Who was the coach in 2022?",
        "Who is the umpire?",
        "Who is the president?",
        "Who is the deputy chief pilot?",
        "Who was mayor of Oakholm in 2012?",
        "Who was harbour master in 1970?",
        "Who was captain in 2005?",
        "Who was the vice captain in 2020?",
        "Who was curator in 1942?",
        "Who was curator in 1880?",
    ],
)
def test_a_time_or_post_that_no_register_tells_of_has_no_answer(
    assistant: Assistant, papers: Snapshot, question: str
) -> None:
    assert ask(assistant, papers, question).answer is None


@pytest.mark.parametrize(("year", "name"), [(2013, "Nora Venn"), (2019, None)])
def test_a_register_tells_nothing_of_a_time_after_it_was_written(
    assistant: Assistant, tmp_path: Path, year: int, name: str | None
) -> None:
    text = (
        "# Ennerby Haven: chief pilots\n\nPublished: 3 May 2014\n\n| Chief pilot | Term |\n|---|---|\n"
        "| Silas Rook | 2001 to 2012 |\n| Nora Venn | 2012 to date |\n"
    )
    answer = ask(
        assistant, open_papers({"pilots.md": text}, tmp_path, assistant.encoder), f"Who was chief pilot in {year}?"
    )
    assert (answer.answer and answer.answer.quote) == name


def test_who_was_before_somebody_is_not_told_by_another_bodys_register(assistant: Assistant, tmp_path: Path) -> None:
    papers = {
        "rowing.md": (
            "# Tarn Rowing Club: captains\n\n| Captain | Term |\n|---|---|\n| Ann Roe | 2010 to 2018 |\n"
            "| Di Lowe | 2018 to date |\n"
        ),
        "cricket.md": (
            "# Wick Cricket Club: captains\n\n| Captain | Term |\n|---|---|\n| Bo Tan | 2012 to 2021 |\n"
            "| Cy Ould | 2021 to date |\n"
        ),
    }
    answer = ask(assistant, open_papers(papers, tmp_path, assistant.encoder), "Who was captain before Cy Ould?")
    assert answer.answer is None or answer.answer.quote == "Bo Tan"
