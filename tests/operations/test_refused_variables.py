import pytest

from consultancy import environment as env
from tests.operations.commands import manage, run

UNREADABLE = [
    ("DEBUG", "perhaps", lambda name: env.boolean(name, False)),
    ("PORT", "eight", lambda name: env.port(name, 8000)),
    ("PORT", "0", lambda name: env.port(name, 8000)),
    ("PORT", "65536", lambda name: env.port(name, 8000)),
    ("PORT", "٨٠٠٠", lambda name: env.port(name, 8000)),
    ("WEB_CONCURRENCY", "0", lambda name: env.count(name, 2, highest=64)),
    ("WEB_CONCURRENCY", "-1", lambda name: env.count(name, 2, highest=64)),
    ("TIME_ZONE", "Mars", lambda name: env.time_zone(name, "UTC")),
    ("TIME_ZONE", "../../etc/passwd", lambda name: env.time_zone(name, "UTC")),
    ("TIME_ZONE", "Europe", lambda name: env.time_zone(name, "UTC")),
    ("LANGUAGE_CODE", "fr", lambda name: env.choice(name, "nl", ["nl", "en"])),
    ("SITE_URL", "www.example.org", lambda name: env.origin(name, "")),
    ("SITE_URL", "ftp://www.example.org", lambda name: env.origin(name, "")),
    ("SITE_URL", "https://www.example.org/folder", lambda name: env.origin(name, "")),
    ("SITE_URL", "https://", lambda name: env.origin(name, "")),
    ("SITE_URL", "https://me@www.example.org", lambda name: env.origin(name, "")),
    ("SITE_URL", "https://www.example.org:port", lambda name: env.origin(name, "")),
    ("SITE_URL", "https://www.exa mple.org", lambda name: env.origin(name, "")),
    ("ALLOWED_HOSTS", "*", env.hosts),
    ("ALLOWED_HOSTS", "a.example,", env.hosts),
    ("HOST", "http://0.0.0.0", lambda name: env.interface(name, "127.0.0.1")),
    ("TRUSTED_PROXIES", "nginx", env.networks),
    ("TRUSTED_PROXIES", "*", env.networks),
    ("TRUSTED_PROXIES", "10.0.0.1/8", env.networks),
    ("EMAIL_FROM", "me at example.org", lambda name: env.email_address(name, "")),
    ("EMAIL_FROM", "Me <me@example.org", lambda name: env.email_address(name, "")),
    ("EMAIL_FROM", "me@example.org\nBcc: you@example.org", lambda name: env.email_address(name, "")),
    ("DATA_DIR", "/proc/nothing", lambda name: env.directory(name, "")),
    ("DATA_DIR", "/dev/null", lambda name: env.directory(name, "")),
]
UNREADABLE_SECRETS = [
    ("DATABASE_URL", "mysql://user:hidden@host/name", env.database_url),
    ("DATABASE_URL", "postgres://user:hid/hidden@host/name", env.database_url),
    ("DATABASE_URL", "postgres://user:hidden@host", env.database_url),
    ("EMAIL_URL", "http://user:hidden@host", env.email_url),
    ("EMAIL_URL", "smtp://user:hidden@host:99999", env.email_url),
    ("EMAIL_URL", "smtp://user:hidden/hidden@host", env.email_url),
    ("EMAIL_URL", "smtp://", env.email_url),
]


@pytest.mark.parametrize(("name", "value", "read"), UNREADABLE)
def test_what_can_not_be_read_is_refused_by_its_name(monkeypatch, name, value, read):
    monkeypatch.setenv(name, value)
    with pytest.raises(env.Refused, match=f"^{name}: "):
        read(name)


@pytest.mark.parametrize(("name", "value", "read"), UNREADABLE_SECRETS)
def test_a_refusal_does_not_show_a_password(monkeypatch, name, value, read):
    monkeypatch.setenv(name, value)
    with pytest.raises(env.Refused, match=f"^{name}: ") as refusal:
        read(name)
    assert "hid" not in str(refusal.value)


def test_an_empty_variable_is_one_that_is_not_set(monkeypatch):
    monkeypatch.setenv("PORT", " ")
    assert env.port("PORT", 8000) == 8000


def test_mail_is_encrypted_as_its_address_says(monkeypatch):
    sent_by = {}
    for scheme in ("smtp", "smtp+tls", "smtps"):
        monkeypatch.setenv("EMAIL_URL", f"{scheme}://me:p%40ss@mail.example.org")
        config = env.email_url("EMAIL_URL")
        assert (config["EMAIL_HOST"], config["EMAIL_HOST_PASSWORD"]) == ("mail.example.org", "p@ss")
        sent_by[scheme] = config["EMAIL_PORT"], config.get("EMAIL_USE_TLS"), config.get("EMAIL_USE_SSL")
    assert sent_by == {"smtp": (25, None, None), "smtp+tls": (587, True, None), "smtps": (465, None, True)}


@pytest.mark.parametrize("command", [["manage.py", "start"], ["manage.py", "migrate"], ["-m", "gunicorn"]])
def test_a_command_says_it_in_one_line_and_does_not_start(tmp_path, command):
    done = run(*command, data_dir=tmp_path, PORT="eight")
    assert done.returncode == 1
    assert done.stderr == "PORT: 'eight' can't be used: write a whole number from 1 to 65535\n"
    assert not list(tmp_path.iterdir())


def test_a_public_site_does_not_start_without_a_key_or_an_address(tmp_path):
    without_key = manage("check", data_dir=tmp_path, SITE_URL="https://www.example.org")
    assert (without_key.returncode, without_key.stderr[:11]) == (1, "SECRET_KEY:")

    short_key = manage("check", data_dir=tmp_path, SITE_URL="https://www.example.org", SECRET_KEY="secret")
    assert (short_key.returncode, short_key.stderr[:11]) == (1, "SECRET_KEY:")

    without_address = manage("check", data_dir=tmp_path, HOST="0.0.0.0")  # noqa: S104
    assert (without_address.returncode, without_address.stderr[:9]) == (1, "SITE_URL:")


def test_a_public_site_with_both_starts_without_a_warning(tmp_path):
    public = {
        "SITE_URL": "https://www.example.org",
        "SECRET_KEY": "only-for-this-test-and-long-enough-to-be-taken-for-a-key",
        "TRUSTED_PROXIES": "127.0.0.1",
        "EMAIL_URL": "smtp://mail.example.org",
    }
    done = manage("check", "--deploy", "--fail-level", "WARNING", data_dir=tmp_path, **public)
    assert (done.returncode, "W00" in done.stderr) == (0, False), done.stderr

    for name in ("TRUSTED_PROXIES", "EMAIL_URL"):
        warned = manage("check", "--deploy", data_dir=tmp_path, **{**public, name: ""})
        assert name in warned.stderr
