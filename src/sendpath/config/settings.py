"""Django's settings. What an installation may change is in `environment`."""

from __future__ import annotations

from csp.constants import NONE, SELF

from sendpath.config.document_settings import document_store, scanner
from sendpath.config.environment import DATA as DATA
from sendpath.config.environment import env, pinned_today, refuse_unknown_names
from sendpath.config.logs import LOGGING as LOGGING
from sendpath.config.sign_in_settings import *  # noqa: F403 - all of its names are settings
from sendpath.config.sign_in_settings import HTTPS

refuse_unknown_names()

DEBUG = env.bool("SENDPATH_DEBUG", default=False)
DEMO = env.bool("SENDPATH_DEMO", default=False)
TODAY = pinned_today()
AREA = env.str("SENDPATH_AREA", default="Hartwell")
LA = env.str("SENDPATH_LA", default="999")
LARGEST_RETURN = env.int("SENDPATH_LARGEST_RETURN", default=250_000_000)

SECRET_KEY = env.str(
    "SENDPATH_SECRET_KEY", default="for tests and building only, never for records"
)
SECRET_KEY_FALLBACKS = env.list("SENDPATH_OLD_SECRET_KEYS", default=[])
ALLOWED_HOSTS = env.list("SENDPATH_HOSTS", default=["127.0.0.1", "localhost"])
# this server speaks plain http behind the one that speaks https, so it cannot tell by itself
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "sendpath.web",
    "sendpath.audit",
    "sendpath.accounts",
    "sendpath.jobs",
    "sendpath.people",
    "sendpath.establishments",
    "sendpath.lawbook",
    "sendpath.documents",
    "sendpath.casework",
    "sendpath.oversight",
    "sendpath.returns",
    "sendpath.config",
]

MIDDLEWARE = [
    "sendpath.web.middleware.hardened",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "sendpath.accounts.sign_in.middleware.session_in_use",
    "sendpath.web.middleware.private_pages",
    "sendpath.accounts.acting.LogLooks",
    "django.contrib.messages.middleware.MessageMiddleware",
    "sendpath.accounts.belonging.middleware.members_only",
]

APPEND_SLASH = False
ROOT_URLCONF = "sendpath.config.urls"
WSGI_APPLICATION = "sendpath.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["sendpath.web.templatetags.govuk"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "sendpath.web.context.service",
            ],
        },
    }
]
FORM_RENDERER = "sendpath.web.forms.GovukRenderer"

DATABASE_URL = env.str("SENDPATH_DATABASE_URL", default="")
DATABASES = {"default": env.db_url_config(DATABASE_URL or f"sqlite:///{DATA / 'sendpath.sqlite3'}")}
DATABASES["default"]["CONN_MAX_AGE"] = 60
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # two writers wait for each other instead of failing half-way
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        " PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000;",
    }
    # in a file, so that a server under test has a connection of its own
    DATABASES["default"]["TEST"] = {"NAME": DATA / "test.sqlite3"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "home"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
DATE_FORMAT = "j F Y"

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
MEDIA_ROOT = DATA / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STORAGES["documents"] = document_store(durable="sendpath.documents.services.store.DurableFolder")
LARGEST_DOCUMENT = env.int("SENDPATH_LARGEST_DOCUMENT", default=50_000_000)
DOCUMENT_KEYS = env.list("SENDPATH_DOCUMENT_KEYS", default=[])
SCANNER = scanner(demonstration=DEMO)
EVIDENCE_DAYS = env.int("SENDPATH_EVIDENCE_DAYS", default=30)
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else has any use for our files
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024  # larger uploads go straight to disk

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
if HTTPS:
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
