from django.core.files.storage import storages


def full_after(number, monkeypatch):
    """The disk takes so many files more."""
    storage = type(storages["default"])
    save, saved = storage._save, []

    def until_full(self, name, content):
        if len(saved) == number:
            raise OSError(28, "No space left on device")
        saved.append(name)
        return save(self, name, content)

    monkeypatch.setattr(storage, "_save", until_full)
