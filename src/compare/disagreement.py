"""Where the doctors differ, layer by layer, and who can settle it."""
