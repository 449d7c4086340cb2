"""Checks of one value each: pure functions that return the tidy value or refuse it by code."""


class Refused(ValueError):
    """A value cannot be taken; `code` names the message and `facts` fill its places."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{key}={value!r}" for key, value in self.facts.items())
        return f"{self.code} ({told})" if told else self.code
