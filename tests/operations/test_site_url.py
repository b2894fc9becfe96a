import json

from tests.operations.commands import run

NAMES = ("SITE_URL", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "SESSION_COOKIE_SECURE", "SECURE_HSTS_SECONDS")
SHOW = f"""
import json
from consultancy import settings
print(json.dumps([getattr(settings, name) for name in {NAMES}]))
"""
KEY = "only-for-this-test-and-long-enough-to-be-taken-for-a-key"


def read(tmp_path, **variables):
    return json.loads(run("-c", SHOW, data_dir=tmp_path, **variables).stdout)


def test_hosts_origins_and_cookies_follow_from_the_address(tmp_path):
    url, hosts, origins, secure, hsts = read(tmp_path, SITE_URL="https://WWW.example.org/", SECRET_KEY=KEY)
    assert (url, hosts, origins) == ("https://www.example.org", ["www.example.org"], ["https://www.example.org"])
    assert (secure, hsts) == (True, 31536000)


def test_a_local_site_answers_to_every_name_of_this_machine(tmp_path):
    url, hosts, _, secure, hsts = read(tmp_path, PORT="8123")
    assert (url, secure, hsts) == ("http://localhost:8123", False, 0)
    assert {"localhost", "127.0.0.1", "[::1]"} <= set(hosts)


def test_more_hosts_can_be_named(tmp_path):
    _, hosts, *_ = read(
        tmp_path, SITE_URL="https://example.org", SECRET_KEY=KEY, ALLOWED_HOSTS="www.example.org, .example.com"
    )
    assert hosts == ["example.org", "www.example.org", ".example.com"]
