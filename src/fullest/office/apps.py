"""The office as a Django application: it holds the one engine of its process."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, cast

from django.apps import AppConfig, apps

if TYPE_CHECKING:
    from fullest.determination.engine import Engine


class OfficeConfig(AppConfig):
    """Opens the corpus when the first question comes, so that starting the site stays cheap."""

    name = "fullest.office"
    label = "office"

    def ready(self) -> None:
        """Prepare the place for the engine; nothing is read yet."""
        self._lock = Lock()
        self._engine: Engine | None = None

    def engine(self) -> Engine:
        """The engine of this process, opened once."""
        with self._lock:
            if self._engine is None:
                self._engine = _opened()
            return self._engine


def the_engine() -> Engine:
    """The engine that answers every page and every call of this process."""
    return cast(OfficeConfig, apps.get_app_config("office")).engine()


def _opened() -> Engine:
    # Imported here because the chemistry toolkit takes a moment that commands such as `migrate` need not wait for.
    from fullest.corpus.corpus import open_corpus  # noqa: PLC0415
    from fullest.determination.engine import Engine  # noqa: PLC0415

    return Engine(open_corpus())
