"""What all tests share: where the reference data lies, and when a test has to be skipped, with its reason."""

from __future__ import annotations

import os
import shutil
import socket
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

settings.register_profile("usual", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("usual"), derandomize=False, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))


@cache
def _lacking(mark: str) -> str:
    """Why tests with this mark cannot run here; an empty string where they can."""
    if mark == "shared" and not (SHARED / "data").is_dir():
        return "the reference data does not lie beside the checkout, at ../shared/data"
    if mark == "browser" and not shutil.which("chromium"):
        return "Debian's chromium is not installed"
    if mark == "postgres" and not _answers("127.0.0.1", 5432):
        return "no PostgreSQL answers at 127.0.0.1:5432"
    return ""


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what this machine cannot run."""
    for mark in ("shared", "browser", "postgres"):
        if item.get_closest_marker(mark) and (reason := _lacking(mark)):
            pytest.skip(reason)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The top folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of reference data beside the checkout; the test is skipped where it is not there."""
    if reason := _lacking("shared"):
        pytest.skip(reason)
    return SHARED / "data"
