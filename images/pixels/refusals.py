class Refused(Exception):  # noqa: N818 - an answer, not an error of the program
    """The file can't be taken; `code` says why, `params` are the figures that belong to it."""

    def __init__(self, code: str, **params: int | str):
        super().__init__(code)
        self.code = code
        self.params = params


class Failed(Exception):  # noqa: N818
    """Nothing came of it, whatever the file is worth. `reason`: `memory`, `time`, `disk` or `crash`."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason
