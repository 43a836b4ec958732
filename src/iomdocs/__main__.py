"""Run the command as ``python -m iomdocs``."""

import sys

from iomdocs.cli import main

sys.exit(main())
