"""Getting ready for a second opinion: whether, when, with what, and what to ask."""
