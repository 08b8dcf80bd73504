"""What a family does next: a plan built from several, and what was decided."""
