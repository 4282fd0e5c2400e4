"""The machine, the versions, and how busy it is with other things."""
import os
import platform
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
LAB = os.path.dirname(HERE)


def find_python():
    """The interpreter that has gunicorn and celery: $LAB_PYTHON, lab/.venv, or the one that runs this."""
    for candidate in (os.environ.get("LAB_PYTHON"), os.path.join(LAB, ".venv", "bin", "python"), sys.executable):
        if candidate and os.path.exists(candidate):
            return candidate
    return sys.executable


def version_of(python, module):
    code = f"import importlib.metadata as m; print(m.version('{module}'))"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else None


def tool_version(name, *words):
    if shutil.which(name) is None:
        return None
    done = subprocess.run([name, *words], capture_output=True, text=True)
    return (done.stdout or done.stderr).strip().splitlines()[0] if done.stdout or done.stderr else "?"


def describe(python, groups):
    """The machine in words, for the report."""
    memory = next((line.split()[1] for line in open("/proc/meminfo") if line.startswith("MemTotal")), "0")
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "unknown CPU")
    interpreter = subprocess.run([python, "-c", "import platform; print(platform.python_version())"], capture_output=True, text=True)
    return {
        "cpu": model,
        "cores": os.cpu_count(),
        "memoryGiB": round(int(memory) / 2**20, 1),
        "kernel": platform.release(),
        "cgroups": groups.version,
        "python": interpreter.stdout.strip(),
        "gunicorn": version_of(python, "gunicorn"),
        "celery": version_of(python, "celery"),
        "redis": tool_version("redis-server", "--version"),
        "haproxy": tool_version("haproxy", "-v"),
    }


def busy_seconds():
    """CPU seconds that all processes of the machine have used."""
    fields = [int(word) for word in open("/proc/stat").readline().split()[1:]]
    idle = fields[3] + fields[4]
    return (sum(fields[:8]) - idle) / os.sysconf("SC_CLK_TCK")


class Watch:
    """How many cores other processes used meanwhile: the machine's, less those of the laboratory."""

    def __init__(self, groups):
        self.groups = groups
        self.begun = time.monotonic()
        self.all, self.own = busy_seconds(), self.used()

    def used(self):
        return {**{pod.name: pod.used_seconds() for pod in self.groups.pods}, "harness": time.process_time()}

    def outside(self):
        own = sum(seconds - self.own.get(name, 0) for name, seconds in self.used().items())
        spent = time.monotonic() - self.begun
        return max(0.0, (busy_seconds() - self.all - own) / spent)
