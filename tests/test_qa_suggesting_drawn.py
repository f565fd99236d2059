"""Questions drawn from rows ask for what stands beside their label."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from index.snapshot import Snapshot
from qa.suggesting.drawn import priced

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
"""


def test_a_price_is_asked_for_where_its_column_is_called_so(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    snapshot = snapshot_of([{"id": "fees.md", "title": "Fees", "text": FEES}])
    document = snapshot.document("fees.md")
    snapshot.close()
    assert document
    assert list(priced(document)) == ["What is the charge for boarding of cats?"]
