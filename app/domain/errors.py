"""The one error that is the user's world, not ours: said in words, nothing lost."""

from __future__ import annotations

from app.domain.reasons import Reason, Value


class UserError(Exception):
    """Something the user can mend; its sentence (what happened, the data, the cure) is in `i18n`.

    `code` names the sentence and `params` its facts. Every other exception is our own bug.
    """

    def __init__(self, code: str, /, **params: Value) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    @property
    def reason(self) -> Reason:
        """The same error as a `Reason`, for lists of findings."""
        return Reason(self.code, **self.params)

    def __reduce__(self) -> tuple[object, ...]:
        return (_remake, (type(self), self.code, self.params))


def _remake(kind: type[UserError], code: str, params: dict[str, Value]) -> UserError:
    return kind(code, **params)
