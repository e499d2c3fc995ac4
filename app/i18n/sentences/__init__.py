"""From a rule's code and its facts to the sentence that people read.

One module per room holds `SENTENCES`, a table from code to bokmål msgid. Placeholders are named
and say how they are shown: `{amount:kr}`, `{on:dato}`, `{names:liste}`, `{n:tall}`,
`{n:sak|saker}` (number and the word's form), `{kind:case_kind}` (a group of `labels`).
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from app.i18n.catalogue import Language, translator
from app.i18n.sentences.placeholders import Placeholders


def sentence(code: str, params: Mapping[str, object], language: Language = "nb") -> str:
    """The sentence of `code` with `params` filled in; an unknown code is a bug (`LookupError`)."""
    try:
        message = sentences()[code]
    except KeyError:
        raise LookupError(f"no sentence for the code {code!r}") from None
    return Placeholders(language).vformat(translator(language)(message), (), params)


@cache
def sentences() -> Mapping[str, str]:
    """Every code and its bokmål msgid; a code that two rooms use is our bug (`ValueError`)."""
    table: dict[str, str] = {}
    for module in pkgutil.iter_modules(__path__):
        own: dict[str, str] = getattr(import_module(f"{__name__}.{module.name}"), "SENTENCES", {})
        if both := table.keys() & own.keys():
            raise ValueError(f"{module.name} repeats the codes {sorted(both)}")
        table.update(own)
    return table
