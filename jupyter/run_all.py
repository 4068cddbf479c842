#!/usr/bin/env python3
"""Execute every notebook of a folder with nbclient, two at a time, one line each.

usage: run_all.py FOLDER [--out DIR] [--timeout 120] [--compare]

JUPYTER_PATH must hold kernels/breachscope. Exit 1 if a notebook failed or, with --compare, if its outputs are others
than those that were saved. Pictures are compared by being there, not by their bytes.
"""
import argparse
import concurrent.futures
import copy
import json
import pathlib
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

AT_ONCE = 2


def comparable(notebook):
    """Outputs by cell, without what differs in every run or from machine to machine."""
    found = {}
    for index, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", []):
            output = copy.deepcopy(output)
            output.pop("execution_count", None)
            output.pop("metadata", None)
            for mime in [mime for mime in output.get("data", {}) if mime.startswith("image/")]:
                del output["data"][mime]
            found.setdefault(index, []).append(json.dumps(output, sort_keys=True))
    return found


def execute(path, timeout):
    """The executed notebook and what became of it."""
    notebook = nbformat.read(path, as_version=4)
    before = comparable(notebook)
    client = NotebookClient(
        notebook,
        timeout=timeout,
        startup_timeout=30,
        kernel_name="breachscope",
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        client.execute()
    except CellTimeoutError:
        return notebook, before, f"TIMEOUT: a cell ran longer than {timeout} s"
    except DeadKernelError:
        return notebook, before, "KERNEL DIED"
    except CellExecutionError as error:
        return notebook, before, f"FAILED {error.ename}: {error.evalue}"
    return notebook, before, "ok"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--out")
    parser.add_argument("--timeout", type=int, default=120)
    parser.add_argument("--compare", action="store_true")
    options = parser.parse_args()
    out = pathlib.Path(options.out or options.folder)
    out.mkdir(parents=True, exist_ok=True)

    def run(path):
        """The line about one notebook, and whether it is as it should be."""
        began = time.time()
        notebook, before, note = execute(path, options.timeout)
        nbformat.write(notebook, out / path.name)
        after = comparable(notebook)
        if note == "ok" and options.compare and after != before:
            cells = sorted(i for i in {*before, *after} if before.get(i) != after.get(i))
            note = "CHANGED outputs in cells " + ", ".join(map(str, cells))
        return f"{path.name}: {note} ({time.time() - began:.1f} s)", note == "ok"

    failures = 0
    # Each runs in a kernel of its own, and its client in an event loop of its own thread.
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        for line, ok in pool.map(run, sorted(pathlib.Path(options.folder).glob("*.ipynb"))):
            print(line, flush=True)
            failures += not ok
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
