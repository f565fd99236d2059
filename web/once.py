"""What is given more than once is refused, in an address and in a JSON body, so that nothing is lost unnoticed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Coroutine
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

REPEATED = object()
"""What stands for the value of a field that was given more than once; no field can hold it."""


def given_once(names: Collection[str]) -> Callable[[Request], None]:
    """What refuses an address that gives one of these parameters more than once.

    Args:
        names: of the parameters that hold a single value.

    Returns:
        A dependency for a route; it raises RequestValidationError with `REPEATED` as the input of each of them.
    """

    def check(request: Request) -> None:
        counts = Counter(name for name, _ in request.query_params.multi_items())
        repeated = [
            {"type": "repeated", "loc": ("query", name), "msg": "given more than once", "input": REPEATED}
            for name in names
            if counts[name] > 1
        ]
        if repeated:
            raise RequestValidationError(repeated)

    return check


class NamesOnce(APIRoute):
    """A route that reads a JSON object with a name twice as one that holds `REPEATED` there.

    Validation finds it then.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """What handles a request."""
        handle = super().get_route_handler()

        async def handle_json(request: Request) -> Response:
            return await handle(_NamesOnceRequest(request.scope, request.receive))

        return handle_json


class _NamesOnceRequest(Request):
    async def json(self) -> Any:
        return json.loads(await self.body(), object_pairs_hook=_object)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    counts = Counter(name for name, _ in pairs)
    return {name: value if counts[name] == 1 else REPEATED for name, value in pairs}
