"""The site as a process."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from fullest.errors import InputError
from fullest.office.serve import serve


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
    assert "WARN" not in said
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_is_taken_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is served and no address is given; the error names the port and another one."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = int(other.getsockname()[1])
        with pytest.raises(InputError) as caught:
            serve(port=port)
    assert (caught.value.message, caught.value.at) == (f"the port {port} is taken by another program", "--port")
    assert "as in --port " in caught.value.hint
    assert capsys.readouterr().err == ""


def test_a_port_that_another_one_would_share_is_taken() -> None:
    """The server itself would listen there as well, and each would get some of the questions."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(InputError, match="is taken"):
            serve(port=int(other.getsockname()[1]))


@pytest.mark.parametrize("host", ["192.0.2.1", "no host at all"])
def test_an_address_that_is_not_here_is_told(host: str) -> None:
    """An address of another machine, or none at all, is an error of the host."""
    with pytest.raises(InputError) as caught:
        serve(host, _free_port())
    assert (caught.value.at, host in caught.value.message) == ("--host", True)
