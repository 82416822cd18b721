"""Settings of signing in: passwords, second factors, sessions, lock-out, providers, e-mail."""

from __future__ import annotations

from datetime import timedelta

from sendpath.accounts.sign_in.openid.provider import Provider
from sendpath.config.environment import DATA, env, provider_keys
from sendpath.config.providers import read_provider

HTTPS = env.bool("SENDPATH_HTTPS", default=False)

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # refuses whoever keeps guessing, before any password
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": "sendpath.accounts.sign_in.passwords.NotOwnWords"},
]

# Sessions: kept in a table of our own, so that each can be listed and ended
SESSION_ENGINE = "sendpath.accounts.sign_in.services.session_store"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = env.int("SENDPATH_SESSION_HOURS", default=8) * 60 * 60
SESSION_IDLE = timedelta(minutes=env.int("SENDPATH_IDLE_MINUTES", default=30))
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
if HTTPS:  # a name that a browser takes from this host alone, over https alone
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"

# Second factors: allauth's models and ceremonies, none of its pages
MFA_ADAPTER = "sendpath.accounts.sign_in.adapter.Adapter"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute out
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # so that a passkey is two factors by itself

# Lock-out: counted in the database, so that it holds for every server
FAILURES_BY_ONE_ADDRESS = env.int("SENDPATH_FAILURES", default=5)
FAILURES_BY_ALL_ADDRESSES = env.int("SENDPATH_FAILURES_ALL_ADDRESSES", default=50)
NAMES_TRIED_BY_ONE_ADDRESS = env.int("SENDPATH_NAMES_TRIED", default=20)
AXES_COOLOFF_TIME = timedelta(minutes=env.int("SENDPATH_LOCK_OUT_MINUTES", default=30))
AXES_HANDLER = "sendpath.accounts.sign_in.services.lockout.Handler"
AXES_FAILURE_LIMIT = FAILURES_BY_ONE_ADDRESS
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "sendpath.accounts.sign_in.network.address_of"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # trying does not make it longer
AXES_DISABLE_ACCESS_LOG = True  # our own log has who signed in
AXES_SENSITIVE_PARAMETERS = ["username", "csrfmiddlewaretoken", "next", "code", "credential"]
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = ["axes.W002"]  # our own views show the page of a lock-out
PROXIES = env.int("SENDPATH_PROXIES", default=0)

# Signing in at a provider
PROVIDERS: dict[str, Provider] = {key: read_provider(key) for key in provider_keys()}

# E-mail: written into a folder until a server is named
_MAIL = env.email_url("SENDPATH_EMAIL_URL", default=f"filemail:///{DATA / 'mail'}")
EMAIL_BACKEND, EMAIL_FILE_PATH = _MAIL["EMAIL_BACKEND"], _MAIL["EMAIL_FILE_PATH"]
if EMAIL_BACKEND == "django.core.mail.backends.filebased.EmailBackend":
    EMAIL_BACKEND = "sendpath.accounts.sign_in.letters.EmailBackend"
EMAIL_HOST, EMAIL_PORT = _MAIL["EMAIL_HOST"] or "localhost", _MAIL["EMAIL_PORT"] or 25
EMAIL_HOST_USER = _MAIL["EMAIL_HOST_USER"] or ""
EMAIL_HOST_PASSWORD = _MAIL["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS = _MAIL.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _MAIL.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("SENDPATH_EMAIL_FROM", default="sendpath@localhost")
INVITATION_LASTS = timedelta(days=7)
RECOVERY_LASTS = timedelta(hours=1)
