"""What each person sees: everybody's own order first."""
