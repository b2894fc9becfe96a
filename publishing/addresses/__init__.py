"""The addresses that items had, have and will have: what a change brings about, and what is asked for and not found."""
