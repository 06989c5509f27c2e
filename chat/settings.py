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
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "axes",
    "django_htmx",
    "chat.conversations",
    "chat.desk",
    "chat.bubble",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.common.CommonMiddleware",  # refuses hosts that are not ours
    "chat.headers.content_security",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "builtins": ["chat.desk.templatetags.desk"],
        },
    }
]
STATIC_URL = "/static/"

DATABASES = {"default": django_database(OPASTIN.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

APPEND_SLASH = False
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"
USE_I18N = False  # the bot's words come from content/messages

# The desk: sessions of professionals. Both cookies are for its addresses alone.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # refuses who has failed too often
    "chat.desk.login.ProfessionalBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "MinimumLengthValidator": {"min_length": 12},
        "UserAttributeSimilarityValidator": {},
        "CommonPasswordValidator": {},
        "NumericPasswordValidator": {},
    }.items()
]
LOGIN_URL = "desk:login"
LOGIN_REDIRECT_URL = "desk:board"
LOGOUT_REDIRECT_URL = "desk:login"
SESSION_COOKIE_NAME = "opastin_desk"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/desk"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = OPASTIN.in_production
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = int(timedelta(hours=10).total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "chat.desk.login.stale"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "chat.desk.login.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

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

# People: who runs the queue, and how long what may last. Seconds.
HUMAN_QUEUE = "chat.desk.queue.DeskQueue"
PRESENT_FOR = 60.0
"""How long a professional counts as there after the last sign of their browser."""

IDLE_AFTER = 900.0
"""Without a touch of the desk for so long, somebody is away."""

TAKE_WITHIN = 300.0
"""When nobody takes for so long, the resident hears of other ways and the desk an alarm."""

NOBODY_FOR = 120.0
"""When nobody has been there for so long, who waits is sent on."""

WARN_AFTER = 600.0
CLOSE_AFTER = 300.0
"""A resident silent for the one is asked whether they are there; for the other more, it ends."""

GONE_AFTER = 180.0
"""A professional without a sign for so long gives back what they had taken."""

LEFT_AFTER = 600.0
"""Who waits and has shown no sign for so long has left."""
