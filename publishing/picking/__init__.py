"""Other items, chosen while one is written: for a link, a picture, a quotation, a field of the form."""
