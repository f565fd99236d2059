from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep

import pytest

from qa.settings import read_settings
from web.serving import CannotListen, serve


@contextmanager
def running(repo_root: Path, index: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str, int]]:
    """`qa serve` in a process of its own, with the line it prints and its port."""
    environment = {**os.environ, "QA_ENCODER": "hashing", "QA_RERANKER": "none"}
    command = [sys.executable, "-m", "qa", "serve", "--index", str(index), "--port", "0", *options]
    with subprocess.Popen(
        command, cwd=repo_root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            line = process.stdout.readline()
            port = re.search(r"http://127\.0\.0\.1:(\d+)", line)
            assert port, line
            yield process, line, int(port[1])
        finally:
            process.kill()


def get(port: int, path: str) -> tuple[int, Mapping[str, str]]:
    """The status and the headers, by their names in small letters, at an address of the service."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=600)) as connection:
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        return response.status, {name.lower(): value for name, value in response.getheaders()}


def test_one_line_says_where_and_then_questions_are_answered(repo_root: Path, sample_index: Path) -> None:
    with running(repo_root, sample_index) as (process, line, port):
        assert line.count("\n") == 1
        assert get(port, "/readyz")[0] == 200
        status, headers = get(port, "/ask?q=inspection")
        assert status == 200
        assert "server" not in headers
        process.send_signal(signal.SIGTERM)
        out, error = process.communicate(timeout=600)
    assert "Traceback" not in error
    assert "inspection" not in out + error  # questions are not logged


def test_several_processes_serve_together(repo_root: Path, sample_index: Path) -> None:
    with running(repo_root, sample_index, "--workers", "2") as (process, _, port):
        deadline = monotonic() + 600
        while get(port, "/readyz")[0] != 200 and monotonic() < deadline:
            sleep(0.1)
        assert {get(port, "/ask?q=inspection")[0] for _ in range(10)} == {200}
        process.send_signal(signal.SIGTERM)
        _, error = process.communicate(timeout=600)
    assert "Traceback" not in error


def test_a_port_that_is_taken_is_named(sample_index: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=rf"port {port}.*--port.*QA_PORT=8001 make serve"):
            serve(read_settings(index=sample_index, encoder="hashing", reranker="none", port=port))
