"""How the rooms take part: each signal is sent with the model as its sender."""

from django.dispatch import Signal

# Before deletion, with `items`. A receiver answers what to keep beside each, as {key: {name: value for JSON}}, or None;
# a ValidationError refuses the deletion.
put_away = Signal()

# Before an item is inserted again, with `instance`, `lost` ({name of a foreign key that leads nowhere now: its former
# value}) and `restoration`. A receiver may change the instance; a ValidationError refuses the whole restoration.
restoring = Signal()

# After all rows are back, with `restored` (a list of (instance, extras)) and `restoration`.
restored = Signal()

# Before a row that stayed gets back what the deletion took from it, with that `instance`; a ValidationError keeps it.
relinking = Signal()

# Before rows are deleted for good, with `rows`.
purged = Signal()

# After the nightly round has emptied the bin of so many items (`number`, 0 of none); its sender is `Deletion`.
emptied = Signal()
