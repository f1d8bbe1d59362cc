"""The site as a process."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _status(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except ConnectionRefusedError:
        return 0
    finally:
        connection.close()


def test_the_site_is_served_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """The server answers on this machine, says where, and makes no file."""
    port = _free_port()
    words = f"from fullest.office.serve import serve; serve(port={port})"
    settings = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    }
    process = subprocess.Popen(
        [sys.executable, "-c", words], cwd=tmp_path, env=settings, stderr=subprocess.PIPE, text=True
    )
    try:
        deadline = time.monotonic() + 30
        while not (status := _status(port, "/en/about")) and time.monotonic() < deadline:
            time.sleep(0.2)
        assert status == 200
        assert _status(port, "/static/office/site.css") == 200
    finally:
        process.terminate()
        _, said = process.communicate(timeout=30)
    assert f"http://127.0.0.1:{port}/" in said
    assert list(tmp_path.iterdir()) == []
