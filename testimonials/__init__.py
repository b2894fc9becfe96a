"""What clients say, with their consent."""
