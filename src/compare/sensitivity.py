"""What would change it: weights and answers at which another opinion comes first."""
