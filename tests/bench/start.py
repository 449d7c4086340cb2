"""The program as it starts in the morning: it takes one key in C01 and ends."""

import sys

from tests.bench.opening import accept_a_key, opened

READY = "ready"

if __name__ == "__main__":
    with opened(sys.argv[1]) as (office, window):
        accept_a_key(office, window)
        sys.stdout.write(READY + "\n")
