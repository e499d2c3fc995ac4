"""The colours of the window by what they mean, in a light and a dark set, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

Tone = Literal["neutral", "accent", "ok", "warn", "bad"]
"""What a coloured word says; the word itself always says it too."""

Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One set of colours as `#RRGGBB`; a soft colour is the ground for its strong one."""

    scheme: Scheme
    background: str
    surface: str
    side: str
    line: str
    faint_line: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    business: str
    research: str
    public: str
    # What ui.md leaves open, kept in the same family.
    plum: str
    moss: str
    rose: str
    on_accent: str
    on_business: str
    accent_hover: str
    accent_pressed: str
    hover: str
    pressed: str
    field_line: str
    neutral_soft: str
    shadow: str

    def strong(self, tone: Tone) -> str:
        """The colour of words of this tone."""
        return self.muted if tone == "neutral" else str(getattr(self, tone))

    def soft(self, tone: Tone) -> str:
        """The ground that words of this tone stand on."""
        return str(getattr(self, f"{tone}_soft"))


LIGHT = Tokens(
    scheme="light",
    background="#F6F7F8",
    surface="#FFFFFF",
    side="#F0F2F3",
    line="#DFE3E6",
    faint_line="#EDF0F2",
    text="#1B2429",
    muted="#5E6B73",
    accent="#0B5C6B",
    accent_soft="#E3F0F2",
    ok="#2B7A4B",
    ok_soft="#E5F3EA",
    warn="#9A6200",
    warn_soft="#FBF1DD",
    bad="#B3261E",
    bad_soft="#FBE9E7",
    business="#C98A1B",
    research="#3B6FB5",
    public="#0B5C6B",
    plum="#7B4B94",
    moss="#4E7A27",
    rose="#A8476A",
    on_accent="#FFFFFF",
    on_business="#1B2429",
    accent_hover="#094C59",
    accent_pressed="#073E49",
    hover="#F3F5F6",
    pressed="#E8ECEE",
    field_line="#C6CDD2",
    neutral_soft="#EDF0F2",
    shadow="#1B2429",
)

DARK = Tokens(
    scheme="dark",
    background="#14191C",
    surface="#1B2226",
    side="#171D20",
    line="#2C353A",
    faint_line="#232B30",
    text="#E8EDEF",
    muted="#9BA8AF",
    accent="#4FB3C4",
    accent_soft="#15343A",
    ok="#6CC08B",
    ok_soft="#16301F",
    warn="#E0A84A",
    warn_soft="#33270F",
    bad="#F2857D",
    bad_soft="#3A1A18",
    business="#E0A84A",
    research="#7BA4E0",
    public="#4FB3C4",
    plum="#C39BD8",
    moss="#9CC56B",
    rose="#E79BB4",
    on_accent="#0E1A1D",
    on_business="#0E1A1D",
    accent_hover="#67C0CF",
    accent_pressed="#7FCCD8",
    hover="#20282D",
    pressed="#273137",
    field_line="#3B464C",
    neutral_soft="#273137",
    shadow="#000000",
)

THEMES: dict[Scheme, Tokens] = {"light": LIGHT, "dark": DARK}

READ_PAIRS: tuple[tuple[str, str], ...] = (
    ("text", "background"),
    ("text", "surface"),
    ("text", "side"),
    ("text", "hover"),
    ("text", "pressed"),
    ("text", "accent_soft"),
    ("text", "neutral_soft"),
    ("text", "ok_soft"),
    ("text", "warn_soft"),
    ("text", "bad_soft"),
    ("muted", "background"),
    ("muted", "surface"),
    ("muted", "side"),
    ("muted", "hover"),
    ("muted", "accent_soft"),
    ("muted", "neutral_soft"),
    ("muted", "pressed"),
    ("accent", "background"),
    ("accent", "surface"),
    ("accent", "hover"),
    ("accent", "accent_soft"),
    ("ok", "surface"),
    ("ok", "ok_soft"),
    ("warn", "surface"),
    ("warn", "warn_soft"),
    ("bad", "surface"),
    ("bad", "background"),
    ("bad", "bad_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("on_accent", "public"),
    ("on_business", "business"),
    ("on_accent", "research"),
    ("on_accent", "plum"),
    ("on_accent", "moss"),
    ("on_accent", "rose"),
    ("on_accent", "muted"),
    ("surface", "warn"),
)
"""Every pair of text on ground that the style sheet and the painters use; tested to be readable."""


def contrast(one: str, other: str) -> float:
    """The ratio of luminance between two colours, from 1 to 21 (WCAG 2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def colours(tokens: Tokens) -> dict[str, str]:
    """The colours by name, without the scheme."""
    return {
        field.name: str(getattr(tokens, field.name))
        for field in fields(tokens)
        if field.name != "scheme"
    }
