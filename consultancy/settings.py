"""The site's settings, read from the environment; every variable is described in docs/operator.md."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from consultancy import environment as env

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = env.directory("DATA_DIR", BASE_DIR / "var")

DEBUG = env.boolean("DEBUG", False)
HOST = env.interface("HOST", "127.0.0.1")
PORT = env.port("PORT", 8000)
WEB_CONCURRENCY = env.count("WEB_CONCURRENCY", 2, highest=64)
TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES")

SITE_URL = env.origin("SITE_URL", "")
if not SITE_URL and HOST not in env.LOCAL_HOSTS:
    raise env.Refused("SITE_URL: write the address that visitors use; HOST lets other machines reach this site")
SITE_URL = SITE_URL or f"http://localhost:{PORT}"
SITE_IS_LOCAL = env.is_local(SITE_URL)
SITE_IS_HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = [env.host_of(SITE_URL), *env.hosts("ALLOWED_HOSTS")]
if SITE_IS_LOCAL:
    ALLOWED_HOSTS += ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECRET_KEY = env.secret_key("SECRET_KEY", kept_in=DATA_DIR / "secret-key", may_be_made=SITE_IS_LOCAL)
ADMIN_PASSWORD = env.text("ADMIN_PASSWORD", "")

INSTALLED_APPS = [
    "consultancy.apps.SiteAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.forms",
    "csp",
    "markdownx",
    "django_tasks",
    "django_tasks_db",
    "trash",
    "images",
    "publishing",
    "pages",
    "blog",
    "testimonials",
    "contact",
    "consultancy",
]

MIDDLEWARE = [
    "consultancy.middleware.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "consultancy.middleware.PageCompressionMiddleware",
    "consultancy.middleware.RequestLimitsMiddleware",
    "consultancy.readings.visits.ReadingsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "publishing.addresses.redirects.RedirectFallbackMiddleware",
]

ROOT_URLCONF = "consultancy.urls"
WSGI_APPLICATION = "consultancy.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Widgets are drawn from `templates/` as well.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA_DIR / "site.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    },
}
DATABASES = {"default": env.database_url("DATABASE_URL") or SQLITE}
# What keeps the words of all items: of databases only SQLite has one yet. Empty: there is no search.
SEARCH_INDEX = "consultancy.search.fts5.FTS5Index" if DATABASES["default"]["ENGINE"] == SQLITE["ENGINE"] else ""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = env.choice("LANGUAGE_CODE", "nl", ["nl", "en"])
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "django"]
TIME_ZONE = env.time_zone("TIME_ZONE", "Europe/Amsterdam")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = env.media_url("MEDIA_URL_ROOT", "/media/")
if SITE_IS_HTTPS and MEDIA_URL.startswith("http:"):
    raise env.Refused("MEDIA_URL_ROOT: write an address with https; browsers show nothing else on a site with https")
MEDIA_ROOT = DATA_DIR / "media"
OBJECT_STORE = env.object_store()
WHITENOISE_MAX_AGE = 3600
STORAGES = {
    "default": {"BACKEND": "images.storage.WholeFileStorage"}
    if OBJECT_STORE is None
    else {"BACKEND": "images.object_store.ObjectStore", "OPTIONS": OBJECT_STORE},
    "staticfiles": {"BACKEND": "consultancy.static_files.StaticFiles"},
}

# Behind a proxy gunicorn's forwarded_allow_ips decides whom to believe about https, so no SECURE_PROXY_SSL_HEADER.
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SITE_IS_HTTPS else 0
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_IS_HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
if media_origin := env.origin_of(MEDIA_URL):
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"] = ["'self'", media_origin]
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # HSTS for every subdomain would bind names that are not this site's.
    "security.W008",  # The proxy redirects to https; a redirect here would turn in circles where it is misconfigured.
    "security.W021",  # The preload list of browsers is the owner's own decision.
]

# The longest text (250,000 characters, four bytes each, percent-encoded) and the rest of its form must fit.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# A whole request, uploaded files included.
REQUEST_MAX_SIZE = 32 * 1024 * 1024

vars().update(env.email_url("EMAIL_URL"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.email_address("EMAIL_FROM", f"webmaster@{env.mail_domain(SITE_URL)}")

# A function of a request that gives the code of a language.
LANGUAGE_OF_ADDRESS = "pages.site.language_of_address"

# A function without arguments that gives the address messages of visitors are mailed to; empty: nobody.
MESSAGE_RECIPIENT = "consultancy.recipient.message_recipient"
CONTACT_ADDRESS = "consultancy.recipient.contact_address"
OPERATOR_EMAIL = env.email_address("OPERATOR_EMAIL", "")
CONTACT_RECIPIENT = env.email_address("CONTACT_RECIPIENT", "")

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # What visitors ask in vain is no fault of the site; faults come with their traceback.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "CRITICAL"},
    },
}

MARKDOWNX_MARKDOWNIFY_FUNCTION = "publishing.views.preview_html"
MARKDOWNX_URLS_PATH = "/admin/editor/preview/"
MARKDOWNX_UPLOAD_URLS_PATH = "/admin/editor/upload/"
