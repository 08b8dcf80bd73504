"""Run the notebooks and store their outputs, so that two runs give the same files.

Usage: python scripts/notebooks.py [NOTEBOOK ...]      without a name: all of them

No time, no version and no widget state is stored; a widget leaves only its line of text, and the cells below it hold the
same as a table or a picture.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"
WIDGET = "application/vnd.jupyter.widget-view+json"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def run(path: Path) -> None:
    """Run one notebook and store it in place."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        store_widget_state=False,
        record_timing=False,
        extra_arguments=["--HistoryManager.enabled=False"],
    ).execute()
    notebook.metadata = nbformat.from_dict(METADATA)
    for place, cell in enumerate(notebook.cells):
        cell.id = f"cell-{place + 1}"
        if cell.cell_type == "code":
            cell.outputs = _joined([kept for output in cell.outputs if (kept := _still(output))])
    nbformat.validate(notebook)
    nbformat.write(notebook, path)


def _joined(outputs: list[Any]) -> list[Any]:
    """Join neighbouring pieces of one stream, which arrive in as many pieces as it happens."""
    joined: list[Any] = []
    for output in outputs:
        if joined and output.output_type == joined[-1].output_type == "stream" and output.name == joined[-1].name:
            joined[-1].text += output.text
        else:
            joined.append(output)
    return joined


def _still(output: Any) -> Any:
    """Return an output as it can be kept: without widgets; None for warnings and logs."""
    if output.output_type == "stream" and output.name == "stderr":
        raise SystemExit(f"A cell wrote to standard error:\n{output.text}")
    if "data" in output:
        output.data.pop(WIDGET, None)
    return output


if __name__ == "__main__":
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    for place in map(Path, sys.argv[1:]) if sys.argv[1:] else sorted(FOLDER.glob("*.ipynb")):
        run(place)
        print(f"ran {place.name}")
