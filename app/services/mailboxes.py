"""Addresses as a mail program's address field takes them."""

from __future__ import annotations

from collections.abc import Iterable
from email.utils import formataddr

from app.domain.rich_text import clean


def mailboxes(people: Iterable[tuple[str, str]]) -> str:
    """`Kari Berg <kari.berg@…>; …` of names and addresses, those without an address left out."""
    return "; ".join(_mailbox(name, email) for name, email in people if email)


def _mailbox(name: str, email: str) -> str:
    """A name and address that no separator or line break in the name can split."""
    name, email = (" ".join(clean(text).split()) for text in (name, email))
    if name.isascii():
        return formataddr((name, email))
    quoted = name.replace("\\", "").replace('"', "")
    needs_quotes = any(sign in quoted for sign in "()<>@,;:[].")
    return f'"{quoted}" <{email}>' if needs_quotes else f"{quoted} <{email}>"
