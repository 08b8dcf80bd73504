"""A copy of a case without names: labels for people, doctors and centres, and every day moved by the same secret step."""
