"""Runs one command and prints what it took: JSON in (command, folder, output, seconds), JSON out, as the kernel counted it."""
import json
import os
import signal
import subprocess
import sys
import time

asked = json.load(sys.stdin)
with open(asked["output"], "wb") as out:
    started = time.perf_counter()
    child = subprocess.Popen(
        asked["command"], cwd=asked["folder"], stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True
    )
    late = []

    def end(*_):
        late.append(True)
        os.killpg(child.pid, signal.SIGKILL)

    signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, asked["seconds"])
    # The usage of the child holds that of its own children that it waited for.
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    signal.setitimer(signal.ITIMER_REAL, 0)

json.dump(
    {
        "code": os.waitstatus_to_exitcode(status),
        "isLate": bool(late),
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        # https://man7.org/linux/man-pages/man2/getrusage.2.html: kilobytes on Linux, bytes on macOS.
        "peak": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
    },
    sys.stdout,
)
