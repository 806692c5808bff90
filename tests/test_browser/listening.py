"""A proxy for all that leaves this machine: it writes down who was asked for what, and refuses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread


@dataclass
class Listener:
    """Where the browser sends what leaves this machine, and what it sent."""

    address: str = ""
    asked: list[str] = field(default_factory=list)


class _Refusing(StreamRequestHandler):
    def __init__(self, *arguments: object, listener: Listener) -> None:
        self.listener = listener
        super().__init__(*arguments)  # type: ignore[arg-type]

    def handle(self) -> None:
        """Write down the first line of what was asked."""
        self.listener.asked.append(self.rfile.readline().decode("latin-1").strip())
        self.wfile.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")


@contextmanager
def listening() -> Iterator[Listener]:
    """A proxy on a free port of this machine."""
    listener = Listener()
    server = ThreadingTCPServer(("127.0.0.1", 0), partial(_Refusing, listener=listener))
    server.daemon_threads = True
    listener.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield listener
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
