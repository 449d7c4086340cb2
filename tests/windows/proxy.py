"""A line to a server that a test can cut, or let fall silent without a word."""

import socket
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

PIECE = 65_536  # bytes


class Proxy:
    """Passes bytes on between programs and a server; `mute` swallows what the server answers."""

    def __init__(self, server: Path) -> None:
        self._server = server
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._muted, self._cut, self._ended = Event(), Event(), Event()
        self._open: list[socket.socket] = []
        Thread(target=self._accept, daemon=True).start()

    def mute(self) -> None:
        """Take in everything, answer nothing: a firewall that drops, a server that hangs."""
        self._muted.set()

    def cut(self) -> None:
        """Close every line and let nobody in."""
        self._cut.set()
        self._close_all()

    def heal(self) -> None:
        """Be a good line again; the lines that were mute stay dead."""
        self._close_all()
        self._muted.clear()
        self._cut.clear()

    def close(self) -> None:
        """End."""
        self._ended.set()
        self._listening.close()
        self._close_all()

    def _close_all(self) -> None:
        for one in self._open:
            with suppress(OSError):  # it is closed already
                one.shutdown(socket.SHUT_RDWR)
        self._open.clear()

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            if self._cut.is_set():
                client.close()
                continue
            server = socket.socket(socket.AF_UNIX)
            server.connect(str(self._server))
            self._open += [client, server]
            Thread(target=self._pass, args=(client, server, False), daemon=True).start()
            Thread(target=self._pass, args=(server, client, True), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, answers: bool) -> None:
        with suppress(OSError):  # a side hung up
            while data := source.recv(PIECE):
                if not (answers and self._muted.is_set()):
                    target.sendall(data)
        for one in (source, target):
            one.close()
