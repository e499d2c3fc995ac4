"""Everything a developer starts: `python3 dev.py --help` (Linux, Windows and macOS)."""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Rundgang needs Python 3.11 or newer; this is Python %d.%d (%s).\n"
        "Install a newer one and start again with it, for example: python3.11 dev.py"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )

from tools.verbs import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
