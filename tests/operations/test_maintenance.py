"""The page that nginx shows while the site does not answer: written by `prepare`, served with its styles."""

import re
import shutil
import socket
import stat
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.operations.commands import PROJECT, environment, manage
from tests.operations.server import Server, wait_until

pytestmark = pytest.mark.xdist_group("operations")

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
CONFIGURATION = (PROJECT / "deploy" / "nginx.conf").read_text()
STATE = "/var/lib/consultancy"


def page(data_dir):
    return (data_dir / "static" / "maintenance.html").read_text(encoding="utf-8")


def test_prepare_writes_it_whole_and_all_it_needs_is_beside_it(data_dir):
    document = page(data_dir)
    assert document.startswith("<!doctype html>") and document.rstrip().endswith("</html>")
    assert '<html lang="nl">' in document and '<meta name="robots" content="noindex">' in document
    needed = re.findall(r'(?:href|src)="/static/([^"]+)"', document)
    assert any(re.fullmatch(r"css/site\.\w+\.css", name) for name in needed)
    assert all((data_dir / "static" / name).exists() for name in needed)
    assert set(re.findall(r'(?:href|src)="([^"]*)"', document)) == {"/", *(f"/static/{name}" for name in needed)}


def test_it_is_written_again_only_where_it_would_differ(data_dir):
    file = data_dir / "static" / "maintenance.html"
    before = file.stat().st_mtime_ns
    manage("prepare", data_dir=data_dir)
    assert file.stat().st_mtime_ns == before
    manage("prepare", data_dir=data_dir, LANGUAGE_CODE="en")
    assert '<html lang="en">' in page(data_dir)
    assert "back in a moment" in page(data_dir)


def test_a_web_server_that_is_another_user_may_read_it_and_nothing_else(data_dir):
    """As systemd runs it: with a mask that closes all to others."""
    shutil.rmtree(data_dir / "static")
    (data_dir / "static.stamp").unlink()
    command = [sys.executable, "manage.py", "prepare"]
    subprocess.run(command, cwd=PROJECT, env=environment(data_dir), umask=0o077, check=True)
    static = data_dir / "static"
    folders = [static, *(path for path in static.rglob("*") if path.is_dir())]
    assert {stat.S_IMODE(path.stat().st_mode) for path in folders} == {0o755}
    shown = [static / "maintenance.html", *static.glob("css/site.*.css"), *static.glob("fonts/*.woff2")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in shown} == {0o644}


def test_nginx_looks_for_it_where_the_service_keeps_it():
    service = (PROJECT / "deploy" / "consultancy.service").read_text()
    assert f"DATA_DIR={STATE}\n" in service
    assert "error_page 502 503 504 =503 /maintenance.html;" in CONFIGURATION
    assert f"root {STATE}/static;" in CONFIGURATION
    for unit in ("consultancy", "consultancy-worker"):
        assert "StateDirectoryMode=0711" in (PROJECT / "deploy" / f"{unit}.service").read_text()


@contextmanager
def nginx(data_dir, upstream):
    """nginx with the site's own configuration, without TLS, on a free port, as this user."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    site = CONFIGURATION[CONFIGURATION.rindex("\nserver {") :]
    site = re.sub(r"^ *(listen|ssl_\w+|access_log) .*\n", "", site, flags=re.MULTILINE)
    site = site.replace("server {", f"server {{ listen 127.0.0.1:{port};").replace(STATE, str(data_dir))
    site = site.replace("127.0.0.1:8000", f"127.0.0.1:{upstream}")
    user = "user root;" if data_dir.stat().st_uid == 0 else ""
    whole = f"{user} daemon off; pid {data_dir}/nginx.pid; events {{}} http {{ access_log off; {site} }}"
    (data_dir / "nginx.conf").write_text(whole)
    with (data_dir / "nginx.log").open("w") as log:
        command = [NGINX, "-e", "stderr", "-p", data_dir, "-c", data_dir / "nginx.conf"]
        process = subprocess.Popen(command, stdout=log, stderr=log)
    server = Server(process, port, data_dir / "nginx.log")
    try:
        wait_until(lambda: answers(server), or_ended=process)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=10)


def answers(server):
    try:
        return server.get("/")
    except OSError:
        return None


@pytest.mark.skipif(not NGINX, reason="no nginx found")
def test_nginx_shows_it_while_the_site_is_away_and_says_to_come_back(data_dir):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        with nginx(data_dir, nobody.getsockname()[1]) as server:
            for method in ("GET", "POST"):
                answer = server.get("/blog/a-post/", method=method)
                assert (answer.status, answer.headers["Retry-After"]) == (503, "60")
                assert answer.headers["Cache-Control"] == "no-store"
                assert answer.body.decode() == page(data_dir)
            style_sheet = re.search(r'"(/static/css/site\.\w+\.css)"', page(data_dir))[1]
            assert server.get(style_sheet).status == 200
            assert server.get("/static/nothing.css").status == 404
            assert server.get("/maintenance.html").status == 404
