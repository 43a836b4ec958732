"""Give the targets bytes that atheris makes up: ``python -m tests.fuzz --seconds 600``.

What fails is kept in ``tests/fuzz/found``, where ``make test`` gives it to the target again.
"""

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

FOUND = Path(__file__).parent / "found"


def main() -> int:
    """Fuzz one target, or each for its part of the time; 1 if a fault was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", nargs="?", help="one of them alone")
    parser.add_argument("--seconds", type=int, default=600, help="for all of them together")
    asked = parser.parse_args()
    if asked.target:
        return fuzz(asked.target, asked.seconds)
    from tests.fuzz.targets import TARGETS

    part = str(max(asked.seconds // len(TARGETS), 1))
    commands = [[sys.executable, "-m", "tests.fuzz", name, "--seconds", part] for name in TARGETS]
    return max(subprocess.run(command, check=False).returncode != 0 for command in commands)


def fuzz(name: str, seconds: int) -> int:
    """Give a target bytes for this time. Ends with the process, as libFuzzer does."""
    with atheris.instrument_imports(
        include=["iomdocs", "markdown_it", "mdit_py_plugins", "pybtex"]
    ):
        from tests.fuzz.seeds import SEEDS, WORDS
        from tests.fuzz.targets import LONGEST, MEGABYTES, SECONDS, run
    with TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        for number, seed in enumerate(SEEDS[name]):
            (corpus / str(number)).write_bytes(seed)
        words = Path(folder, "words")
        words.write_text("".join(f'"{_quoted(word)}"\n' for word in WORDS), "utf-8")
        options = [
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST}",
            f"-timeout={5 * SECONDS}",
            f"-rss_limit_mb={MEGABYTES}",
            f"-artifact_prefix={FOUND}/{name}-",
            f"-dict={words}",
            "-print_final_stats=1",
        ]
        atheris.Setup([name, *options, str(corpus)], lambda data: run(name, data))
        atheris.Fuzz()
    return 0


def _quoted(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    sys.exit(main())
