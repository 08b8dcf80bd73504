import subprocess
import sys

import compare

WITHOUT = """
import sys
sys.modules["pyarrow"] = None
from compare.cli import main
sys.exit(main(["cohort", "check", "cohort.parquet"]))
"""


def test_without_pyarrow_it_says_how_to_install_it():
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert 'pip install "opinion-compare[cohort]"' in done.stderr


def test_the_room_is_found_by_its_name():
    assert compare.cohort.score_files.__module__ == "compare.cohort.running"


def test_other_commands_load_neither_arrays_nor_tables():
    code = "import sys; from compare.cli import main; main(['limits']); print([m for m in ('numpy', 'pyarrow', 'pandas') if m in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
