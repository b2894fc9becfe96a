from tests.operations.commands import run

SHOW = ("-c", "from consultancy import settings; print(settings.SECRET_KEY)")


def test_the_key_of_a_local_site_is_made_once_and_kept_for_this_user_only(tmp_path):
    first, second = (run(*SHOW, data_dir=tmp_path / "new").stdout for _ in range(2))
    assert first == second
    assert len(first) > 60
    assert (tmp_path / "new" / "secret-key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["secret-key"]


def test_the_key_of_the_environment_goes_before_it_and_is_not_stored(tmp_path):
    key = "only-for-this-test-and-long-enough-to-be-taken-for-a-key"
    assert run(*SHOW, data_dir=tmp_path, SECRET_KEY=key).stdout.strip() == key
    assert not list(tmp_path.iterdir())
