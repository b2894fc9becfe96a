import pytest
from django.db import OperationalError, connection


@pytest.fixture
def broken_database(db):
    def refuse(execute, sql, params, many, context):
        raise OperationalError("disk I/O error at /secret/place")

    with connection.execute_wrapper(refuse):
        yield


@pytest.mark.django_db
def test_health_is_ok_while_the_database_answers(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_health_names_the_class_of_the_reason_and_no_more(client, broken_database):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (503, b"OperationalError")


@pytest.mark.django_db
def test_health_can_only_be_read(client):
    assert client.head("/healthz").status_code == 200
    assert client.post("/healthz").status_code == 405
