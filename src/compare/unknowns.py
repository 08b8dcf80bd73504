"""What to ask next: the answers that could change who comes first, the most useful first."""
