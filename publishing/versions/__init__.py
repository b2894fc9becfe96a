"""What was written of an item and when: kept, compared, published, taken back."""
