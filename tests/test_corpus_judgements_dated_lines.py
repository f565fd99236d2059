"""Lines of a chronicle say in few words when something was inspected and how it was judged."""

from __future__ import annotations

import pytest

from tests.test_corpus_judgements_finding import NEWS, facts


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "11 to 22 June 2018 - Full inspection. Requires improvement overall, leadership inadequate.",
            [
                ("overall", "requires_improvement", "2018-06-11/2018-06-22"),
                ("leaders", "inadequate", "2018-06-11/2018-06-22"),
            ],
        ),
        ("July 2022 - Full inspection. Inadequate in every area.", [("overall", "inadequate", "2022-07")]),
        (
            "October 2012 - Arrangements for the protection of children inspected. Judged inadequate.",
            [("safeguarding", "inadequate", "2012-10")],
        ),
        ("October 2012 - The council hopes for a good inspection. Good luck.", []),
        ("Full inspection in July 2022. Inadequate in every area.", []),
        ("July 2022 - A new school. Good, say parents.", []),
        ("July 2022 - Full inspection. A good deal was seen.", []),
        ("July 2024 - Full inspection. Good.", []),
    ],
)
def test_a_line_that_begins_with_a_date_tells_of_an_inspection_then(
    line: str, told: list[tuple[str, str, str]]
) -> None:
    assert facts(NEWS.format(line)) == [("Wendham", *each) for each in told]
