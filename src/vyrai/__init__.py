"""Vyrai: where a family that has to leave can lawfully go, why, and on whose word."""

__version__ = "0.1.0"
