from contextlib import ExitStack

import pytest

from images.circuit import PAUSE, PLACES, Circuit, Turnstile


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


def test_only_so_many_wait_at_once_and_then_nobody_for_a_while():
    turnstile = Turnstile(patience=0.01)
    with ExitStack() as waiting:
        for _visitor in range(PLACES):
            waiting.enter_context(turnstile.place())
        with pytest.raises(TimeoutError, match="are waiting"), turnstile.place():
            pass
        with pytest.raises(TimeoutError, match="a moment ago"), turnstile.place():
            pass


def test_whoever_goes_leaves_a_place():
    turnstile = Turnstile(patience=0.01)
    for _visitor in range(PLACES + 1):
        with pytest.raises(FileNotFoundError), turnstile.place():
            raise FileNotFoundError
