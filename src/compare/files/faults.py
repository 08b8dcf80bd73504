"""Where in the file a fault stands."""

from __future__ import annotations

from dataclasses import replace

from pydantic import ValidationError

from compare.errors import CompareError, quoted
from compare.faults import translated
from compare.trees import Node


def first_fault(error: ValidationError, tree: Node, file: str) -> CompareError:
    """Return the fault that stands first in the file, with its line, and how many more there are."""
    faults = sorted((_placed(fault, tree) for fault in translated(error)), key=lambda fault: fault.line or 0)
    return replace(faults[0], file=file, more=len(faults) - 1)


def _placed(fault: CompareError, tree: Node) -> CompareError:
    """Return a fault with its line; steps that the file does not have are left out, save the name of what is missing."""
    missing = (fault.fix or "").startswith("add `")
    path = (*tree.known(fault.path[:-1]), fault.path[-1]) if missing else tree.known(fault.path)
    of_key = bool(path) and fault.found == quoted(str(path[-1]))
    return replace(fault, path=path, line=tree.line_of(path, value=not of_key))
