"""The cache: what was put in or nothing, never more than it may hold, several processes at once."""

import multiprocessing
from collections.abc import Callable
from pathlib import Path

import pytest

from iomdocs.cache import Cache, cache_folder

LIMIT = 10_000


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", LIMIT)


def size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def test_what_was_put_is_got_by_another_cache_of_the_folder(cache: Cache, tmp_path: Path) -> None:
    assert cache.get("key") is None
    cache.put("key", b"content")
    cache.put("a/b: ü", b"")
    again = Cache(tmp_path / "cache", LIMIT)
    assert (again.get("key"), again.get("a/b: ü"), again.get("other")) == (b"content", b"", None)
    cache.put("key", b"new")
    assert again.get("key") == b"new"


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def changed(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"content", b"Content"))


def emptied(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize("damage", [cut, changed, emptied])
def test_a_damaged_file_is_absent_and_deleted(
    cache: Cache, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    cache.put("key", b"content")
    [file] = (tmp_path / "cache").iterdir()
    damage(file)
    assert cache.get("key") is None
    assert not file.exists()
    cache.put("key", b"content")
    assert cache.get("key") == b"content"


def test_a_file_does_not_stand_in_for_another(cache: Cache, tmp_path: Path) -> None:
    cache.put("one", b"content")
    [one] = (tmp_path / "cache").iterdir()
    cache.put("two", b"other")
    [two] = {*(tmp_path / "cache").iterdir()} - {one}
    two.write_bytes(one.read_bytes())
    assert cache.get("two") is None


def test_the_least_recently_used_go_first(cache: Cache, tmp_path: Path) -> None:
    names = [f"key{number}" for number in range(8)]
    for name in names:
        cache.put(name, bytes(1000))
    assert all(cache.get(name) for name in ("key0", "key3"))
    for name in ("new0", "new1", "new2"):
        cache.put(name, bytes(1000))
    kept = {name for name in [*names, "new0", "new1", "new2"] if cache.get(name)}
    assert kept == {"key0", "key3", "key4", "key5", "key6", "key7", "new0", "new1", "new2"}
    assert size(tmp_path / "cache") <= LIMIT


def test_many_small_contents_stay_within_the_limit(cache: Cache, tmp_path: Path) -> None:
    for number in range(300):
        cache.put(str(number), bytes(50))
        assert size(tmp_path / "cache") <= LIMIT
    assert cache.get("299")


def test_what_exceeds_the_limit_is_not_kept(cache: Cache) -> None:
    cache.put("small", bytes(10))
    cache.put("large", bytes(LIMIT))
    assert (cache.get("large"), cache.get("small")) == (None, bytes(10))


def test_what_an_ended_program_left_behind_goes_too(cache: Cache, tmp_path: Path) -> None:
    cache.put("key", bytes(10))
    left = tmp_path / "cache" / ".writing-by-nobody"
    left.write_bytes(bytes(9000))
    for number in range(4):
        cache.put(str(number), bytes(1000))
    assert not left.exists()


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    cache = Cache(tmp_path / "file", LIMIT)
    cache.put("key", b"content")
    assert cache.get("key") is None


def test_a_deleted_folder_is_made_again(cache: Cache, tmp_path: Path) -> None:
    cache.put("key", b"content")
    for file in (tmp_path / "cache").iterdir():
        file.unlink()
    (tmp_path / "cache").rmdir()
    assert cache.get("key") is None
    cache.put("key", b"content")
    assert cache.get("key") == b"content"


def test_the_folder_is_the_one_that_is_set(tmp_path: Path) -> None:
    conf, doctrees = tmp_path / "docs", tmp_path / "doctrees"
    assert cache_folder("", conf, doctrees) == doctrees / "iomdocs-cache"
    assert cache_folder("../kept", conf, doctrees) == conf / "../kept"
    assert cache_folder(str(tmp_path), conf, doctrees) == tmp_path


def write_and_read(folder: Path, number: int) -> list[str]:
    """Keys whose content was not what any process put there."""
    cache = Cache(folder, LIMIT)
    wrong = []
    for turn in range(60):
        key = str((turn + number) % 7)
        cache.put(key, key.encode() * 900)
        if cache.get(key) not in (None, key.encode() * 900):
            wrong.append(key)
    return wrong


def test_several_processes_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        wrong = pool.starmap(write_and_read, [(folder, number) for number in range(4)])
    assert wrong == [[], [], [], []]
    assert size(folder) <= LIMIT * 1.2
    assert not list(folder.glob(".*"))
