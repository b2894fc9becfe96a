import pytest

from images.circuit import PAUSE, Circuit


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def circuit(clock):
    return Circuit(clock)


def test_all_are_let_through_while_there_are_answers(circuit):
    assert circuit.lets_through()
    circuit.answered()
    assert circuit.lets_through()


def test_after_a_failure_nobody_is(circuit):
    circuit.failed()
    assert not circuit.lets_through()


def test_after_a_pause_one_tries_for_all(circuit, clock):
    circuit.failed()
    clock.now += PAUSE
    assert [circuit.lets_through() for _visitor in range(3)] == [True, False, False]


def test_one_answer_opens_it_again(circuit, clock):
    circuit.failed()
    clock.now += PAUSE
    assert circuit.lets_through()
    circuit.answered()
    assert circuit.lets_through()
    assert circuit.lets_through()
