"""Serving: the app in its server, announced in one line."""

from __future__ import annotations

import json
import os
import socket
from contextlib import closing
from typing import Any

import uvicorn
from uvicorn.supervisors import Multiprocess

from corpus.errors import ChapterError
from qa.settings import Settings

_FACTORY = "web.app:app_from_environment"
_OPTIONS: dict[str, Any] = {
    "factory": True,
    "server_header": False,
    "proxy_headers": False,
    "access_log": False,  # questions stand in addresses, and are nobody's business
    "log_level": "warning",
    "ws": "none",
    "timeout_graceful_shutdown": 10,
}


class CannotListen(ChapterError):
    """The address is taken, or is not one of this machine."""


class _Announcing(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, announcement: str) -> None:
        super().__init__(config)
        self._announcement = announcement

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(self._announcement, flush=True)  # noqa: T201 - what the person who starts the service waits for


def serve(settings: Settings) -> None:
    """Serve until stopped, after printing where.

    The settings are put into this process's environment, from which each worker reads them.

    Args:
        settings: where to listen, with how many processes, and what to serve.

    Raises:
        CannotListen: nothing can listen at that host and port.
    """
    with closing(_listen(settings.host, settings.port)) as listening:
        for name, value in settings.model_dump(mode="json").items():
            os.environ[f"QA_{name.upper()}"] = value if isinstance(value, str) else json.dumps(value)
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        announcement = f"Chapter and Verse is at http://{host}:{listening.getsockname()[1]} (stop it with Ctrl+C)"
        config = uvicorn.Config(_FACTORY, workers=settings.workers, **_OPTIONS)
        if settings.workers == 1:
            _Announcing(config, announcement).run(sockets=[listening])
        else:
            print(announcement, flush=True)  # noqa: T201 - as above
            Multiprocess(config, sockets=[listening]).run()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotListen(
            f"Nothing can listen at {host}, port {port}: {reason}. Choose another with --host or --port, or with "
            "QA_HOST or QA_PORT, as in: QA_PORT=8001 make serve"
        ) from error
    listening.set_inheritable(True)
    return listening
