"""A council with fictitious years behind it: the same arguments give the same content."""

from __future__ import annotations

from app.services.demo.make import make_demo

__all__ = ["make_demo"]
