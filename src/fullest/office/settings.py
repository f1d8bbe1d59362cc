"""Django's settings for the office. The environment may set SECRET_KEY, ALLOWED_HOSTS, DATABASE_URL and DEBUG."""

from __future__ import annotations

import os
from pathlib import Path

from fullest.office import environment

_HERE = Path(__file__).resolve().parent

DEBUG = os.environ.get("DEBUG", "") == "1"
SECRET_KEY = environment.secret_key(os.environ)
ALLOWED_HOSTS = environment.allowed_hosts(os.environ)
DATABASES = {"default": environment.database(os.environ)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "ninja",
    "fullest.office.apps.OfficeConfig",
]

# No session, no accounts, no forgery token: every page is a question in an address, and nothing is stored.
MIDDLEWARE = [
    "fullest.office.middleware.headers",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "fullest.office.api.door.one_shape",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "fullest.office.urls"
WSGI_APPLICATION = "fullest.office.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django_htmx.templatetags.django_htmx",
            ],
        },
    }
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français")]
LANGUAGE_COOKIE_NAME = "language"
LOCALE_PATHS = [str(_HERE / "locale")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
# Files are found in the packages once, when a process starts, so that nobody has to collect them.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0 if DEBUG else 3600

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
APPEND_SLASH = True
SECURE_CONTENT_TYPE_NOSNIFF = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    # An error of a person is answered on the page; only our own are logged.
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING"}, "django.request": {"level": "ERROR"}},
}
