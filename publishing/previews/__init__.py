"""How an item will look: beside its form while it is typed, and behind a link for whoever may see a concept."""
