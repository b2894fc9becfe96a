"""Against the real server, as visitors and others who are not as kind reach it."""

import shutil
import signal
import sqlite3
from contextlib import closing

import pytest

from tests.operations.server import serving, wait_until

pytestmark = pytest.mark.xdist_group("operations")


@pytest.fixture(scope="module")
def server(prepared, tmp_path_factory):
    data_dir = shutil.copytree(prepared[0], tmp_path_factory.mktemp("serving") / "site")
    with serving(data_dir, SITE_URL="https://localhost") as server:
        yield server


def test_bare_gunicorn_serves_the_site(server):
    response = server.get("/")
    assert response.status == 200
    assert response.headers["Content-Security-Policy"]


def test_static_files_are_compressed_and_kept_for_ever(server):
    page = server.get("/").body.decode()
    path = page.split('rel="stylesheet" href="')[1].split('"')[0]
    style = server.get(path, Accept_Encoding="br")
    assert (style.status, style.headers["Content-Encoding"]) == (200, "br")
    assert "immutable" in style.headers["Cache-Control"]
    assert style.headers["X-Content-Type-Options"] == "nosniff"
    assert server.get(path, Accept_Encoding="gzip").headers["Content-Encoding"] == "gzip"


def test_a_wrong_host_is_refused(server):
    assert server.get("/", Host="evil.example").status == 400
    assert server.get("/", Host="localhost:1@evil.example").status == 400
    assert server.get("/", Host=f"localhost:{server.port}").status == 200


def test_forwarded_headers_of_a_stranger_are_not_believed(server):
    response = server.get("/", X_Forwarded_Host="evil.example", X_Forwarded_Proto="https", X_Forwarded_For="6.6.6.6")
    assert response.status == 200
    assert b"evil.example" not in response.body
    assert "Strict-Transport-Security" not in response.headers


def test_a_trusted_proxy_is_believed_about_https(data_dir):
    with serving(data_dir, SITE_URL="https://localhost", TRUSTED_PROXIES="127.0.0.1") as server:
        assert "Strict-Transport-Security" in server.get("/", X_Forwarded_Proto="https").headers
        assert "Strict-Transport-Security" not in server.get("/", X_Forwarded_Proto="http").headers


FAULTY = """
    /%ff%fe/ /?page=%ff /%00 /a%00b/ /?page=%00 /% //evil.example/
    /%2e%2e/%2e%2e/etc/passwd /static/../../etc/passwd
    /media/../site.sqlite3 /media/%2e%2e/site.sqlite3 /media/%2e%2e%2fsecret-key
"""


@pytest.mark.parametrize("path", FAULTY.split())
def test_a_faulty_address_is_never_an_error_of_the_site(server, path):
    assert server.get(path).status in (200, 301, 400, 404)


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"414"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + b"a" * 100_000 + b"\r\n\r\n", b"431"),
        (b"GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n", b"400"),
        (b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", b"400"),
        (b"nonsense\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", b"400"),
    ],
)
def test_a_faulty_request_is_refused(server, raw, status):
    assert server.send(raw).split(b" ")[1] == status


def test_other_methods_get_sane_answers(server):
    head, page = server.get("/", method="HEAD"), server.get("/")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == page.headers["Content-Length"]
    assert server.get("/", method="OPTIONS").status in (200, 405)
    assert server.get("/", method="POST").status in (403, 405)
    assert server.get("/", method="TRACE").status == 405
    assert server.get("/", method="BREW").status in (403, 405)


def test_a_reload_serves_on_with_new_workers(data_dir):
    with serving(data_dir) as server:
        server.process.send_signal(signal.SIGHUP)
        wait_until(lambda: server.log().count("Booting worker") == 4, or_ended=server.process)
        assert server.get("/").status == 200


def test_the_log_has_tracebacks_but_no_whole_addresses(data_dir):
    with serving(data_dir, GUNICORN_CMD_ARGS="--access-logfile -") as server:
        server.get("/healthz?secret=1")
        with closing(sqlite3.connect(data_dir / "site.sqlite3")) as database:
            database.execute("ALTER TABLE pages_page RENAME TO gone")
        assert server.get("/").status == 500
        server.send(b"nonsense\r\n\r\n")
    assert " 127.0.0.0 GET /healthz 200 " in server.log()
    assert "no such table: pages_page" in server.log()
    assert "Traceback" in server.log()
    assert "ip=127.0.0.0:" in server.log()


def test_ctrl_c_ends_it_cleanly_and_visits_leave_no_line(data_dir):
    with serving(data_dir) as server:
        server.get("/")
    assert server.process.returncode == 0
    assert "Traceback" not in server.log()
    assert "GET /" not in server.log()


def test_a_form_that_is_cut_off_is_refused_in_words(server):
    form = "Content-Type: application/x-www-form-urlencoded"
    head = f"POST /contact/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{form}\r\nContent-Length: 100\r\n\r\n"
    answer = server.exchange(head.encode() + b"name=Vera&body=All that I wan")
    assert answer.startswith(b"HTTP/1.1 400")
    assert b"Niet alles is aangekomen" in answer
