"""Mail servers on this machine that do not do what they should; each lives for one connection or a few."""

import socket
from contextlib import contextmanager
from threading import Event, Thread


@contextmanager
def mail_server(talk):
    """A port on which `talk(connection, ended)` answers whoever comes, until the test is over."""
    ended = Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(5)
        thread = Thread(target=_serve, args=(listening, talk, ended), daemon=True)
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            ended.set()
            thread.join(5)


def _serve(listening, talk, ended):
    try:
        connection, _ = listening.accept()
        with connection:
            connection.settimeout(5)
            talk(connection, ended)
    except OSError:
        return


def hangs(connection, ended):
    ended.wait(5)


def dribbles(connection, ended):
    while not ended.wait(0.05):
        connection.sendall(b"2")


def speaks_nonsense(connection, ended):
    connection.sendall(b"\x00\xff HTTP/1.1 418\r\n" * 10)
    ended.wait(5)


def breaks_off(connection, ended):
    connection.sendall(b"220 hello\r\n")


def refuses_everything(connection, ended):
    connection.sendall(b"554 no service\r\n")
    ended.wait(5)


def answers(*, to_data):
    """Follows the protocol up to the letter itself."""

    def talk(connection, ended):
        connection.sendall(b"220 hello\r\n")
        stream = connection.makefile("rb")
        in_letter = False
        for line in stream:
            if in_letter and line != b".\r\n":
                continue
            if in_letter:
                in_letter = False
                connection.sendall(to_data)
            elif line.upper().startswith(b"DATA"):
                in_letter = True
                connection.sendall(b"354 go on\r\n")
            elif line.upper().startswith(b"QUIT"):
                return
            else:
                connection.sendall(b"250 fine\r\n")

    return talk
