"""Whether the opinions are told in equal detail, and what the page still lacks."""
