"""The modules of a screen as one text, as a widget takes it."""

from compare.reports.bundle import bundle

__all__ = ["bundle"]
