"""What is picked, pasted and chosen while a text is written."""
