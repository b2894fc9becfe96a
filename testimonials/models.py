"""The place of testimonials."""
