"""What runs in a virtual environment of its own (`requirements.txt`): nothing of it is needed by the site."""
