"""The web face: one ASGI app without any memory of people beyond the running process."""

from vyrai.app._home import application

__all__ = ["application"]
