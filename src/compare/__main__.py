"""``python -m compare`` is the command ``opinions``."""

import sys

from compare.cli import main

sys.exit(main())
