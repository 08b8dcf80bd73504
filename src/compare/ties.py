"""When the opinions differ: the first step, whom to ask, and what is missing for a third opinion."""
