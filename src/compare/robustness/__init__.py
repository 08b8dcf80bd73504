"""How often each opinion comes first, whatever is not known: the weights, the answers, or both."""
