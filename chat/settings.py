"""Django's settings, derived from the project's own."""

from datetime import timedelta

from bot import log
from bot.settings import read_settings
from chat.databases import django_database

OPASTIN = read_settings()

DEBUG = False  # never: Django's debug pages show what residents wrote
SECRET_KEY = OPASTIN.chat_secret_key
ALLOWED_HOSTS = list(OPASTIN.chat_allowed_hosts)
ROOT_URLCONF = "chat.urls"
ASGI_APPLICATION = "chat.asgi.application"

INSTALLED_APPS = [
    "corsheaders",
    "django.contrib.staticfiles",
    "chat.conversations",
    "chat.bubble",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.common.CommonMiddleware",  # refuses hosts that are not ours
    "chat.headers.content_security",
]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
STATIC_URL = "/static/"

DATABASES = {"default": django_database(OPASTIN.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

APPEND_SLASH = False
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"
USE_I18N = False  # the bot's words come from content/messages

# Residents get no cookies: no sessions, no CSRF token; the secret travels in a header.
CORS_ALLOWED_ORIGINS = list(OPASTIN.chat_cors_origins)
CORS_ALLOW_METHODS = ["GET", "POST", "DELETE", "OPTIONS"]
CORS_ALLOW_HEADERS = ["authorization", "content-type", "last-event-id"]

# Behind a proxy that ends TLS, the proxy sends residents from http to https.
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if OPASTIN.in_production else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = log.configuration()

# The way of a message. Seconds.
RASA_TIMEOUT = 5.0
READY_TIMEOUT = 2.0
CALL_LEASE = 15.0
"""After this long a call whose process died is taken over by another."""

SWEEP_EVERY = 10.0
UNANSWERED_AFTER = 5.0
EXPIRE_EVERY = 3600.0
"""How often a process looks for conversations that are too old to be kept."""

HEARTBEAT_EVERY = 15.0
LOOK_AROUND_EVERY = 1.0
"""How soon streams see what another process did."""

LONGEST_WAIT = 20.0
