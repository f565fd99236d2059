"""Questions drawn from rows and lines ask for what stands beside their label."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from index.snapshot import Snapshot
from qa.suggesting.drawn import held, priced

FEES = """# Fees

| Licence | Fee | Who inspects |
|---|---|---|
| Boarding of cats | £95 | Ada Moor |
| Dogs | £40 | Ada Moor |
| Riding stables | on request | Ben Sand |
| Harbour Cattery | £12 | Ada Moor |

| Scheme | Budget |
|---|---|
| New harbour wall | £12,000 |

Deputy clerk: Ada Moor

Clerk: Ben Sand

Lead officers: Ada Moor, Ben Sand

Bus stop: Ada Moor

| Office | Holder |
|---|---|
| Head of parks | Cy Thorn |
| Chair of trustees | vacant |
"""


def test_a_price_is_asked_for_where_its_column_is_called_so_and_an_office_where_one_holds_it(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    snapshot = snapshot_of([{"id": "fees.md", "title": "Fees", "text": FEES}])
    document = snapshot.document("fees.md")
    snapshot.close()
    assert document
    assert list(priced(document)) == ["What is the charge for boarding of cats?"]
    assert list(held(document)) == ["Who is the deputy clerk?", "Who is the head of parks?"]
