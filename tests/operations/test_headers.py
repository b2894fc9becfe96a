import pytest

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}


@pytest.mark.parametrize("path", ["/", "/admin/login/", "/nothing-here/", "/healthz"])
def test_every_answer_carries_the_headers_of_safety(client, path):
    headers = client.get(path).headers
    assert set(headers["Content-Security-Policy"].split("; ")) == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_https_is_demanded_for_a_year_where_it_is_used(client, settings):
    assert "Strict-Transport-Security" not in client.get("/").headers
    settings.SECURE_HSTS_SECONDS = 31536000
    client = type(client)()
    assert client.get("/", secure=True).headers["Strict-Transport-Security"] == "max-age=31536000"


def test_visitors_get_no_cookie(client):
    assert not client.get("/").cookies


def test_the_cookies_of_whoever_signs_in_stay_in_this_site(client, owner):
    owner.set_password("for this test")
    owner.save()
    client.post("/admin/login/", {"username": owner.username, "password": "for this test"})
    cookie = client.cookies["sessionid"]
    assert (cookie["samesite"], bool(cookie["httponly"])) == ("Lax", True)
