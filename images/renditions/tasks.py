from django_tasks import task

from images.renditions import making, pruning


@task()
def make_renditions(image_pk: int, places: list[str]) -> None:
    """Make the renditions of a picture for these places; done twice, or too late, it changes nothing."""
    making.make(image_pk, places)


@task()
def prune_renditions() -> None:
    """Take away what no picture shows any more; see `pruning`."""
    for _done in pruning.prune():
        pass
