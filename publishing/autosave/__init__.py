"""What is typed and not yet saved: kept every few seconds, given back, and set beside what others wrote meanwhile."""
