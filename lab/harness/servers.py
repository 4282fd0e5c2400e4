"""Starts real servers in pods, on free ports of the loopback address, and ends them."""
import os
import signal
import socket
import subprocess
import time

from harness.machine import LAB

APPS = os.path.join(LAB, "apps")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A process in a pod with its log."""

    def __init__(self, context, pod, words, environment=None):
        self.pod = pod
        self.log = os.path.join(context.folder, f"{pod.name.replace('/', '-')}-{time.monotonic_ns()}.log")
        variables = {"PATH": f"{os.path.dirname(context.python)}:{os.environ['PATH']}", "HOME": context.folder, "PYTHONPATH": APPS,
                     "LAB_REDIS": context.redis_url, "PYTHONDONTWRITEBYTECODE": "1", **(environment or {})}
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(words, cwd=APPS, env=variables, stdout=log, stderr=log, preexec_fn=pod.enter, start_new_session=True)

    def text(self):
        with open(self.log, errors="replace") as log:
            return log.read()

    def wait_for(self, condition, seconds):
        """True as soon as the condition holds, false when time is up or the process has ended."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return True
            if self.process.poll() is not None:
                return False
            time.sleep(0.02)
        return False

    def stop(self):
        if self.process.poll() is None:
            try:
                os.kill(self.process.pid, signal.SIGTERM)
                self.process.wait(0.3)
            except (subprocess.TimeoutExpired, ProcessLookupError):
                pass
        self.pod.kill()
        self.process.wait()


def answers(port, path="/warm"):
    try:
        with socket.create_connection(("127.0.0.1", port), 1) as connection:
            connection.settimeout(2)
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: lab\r\nConnection: close\r\n\r\n".encode())
            return connection.recv(64).startswith(b"HTTP/1.1 200")
    except OSError:
        return False


def gunicorn_words(context, words, port):
    """gunicorn as the manifest starts it, on a port of ours: the last --bind wins."""
    return [context.python, "-m", "gunicorn", "web:application", *words, f"--bind=127.0.0.1:{port}"]


def celery_words(context, words, name="lab"):
    return [context.python, "-m", "celery", "-A", "tasks", "worker", *words, "-n", f"{name}@lab", "--loglevel=info"]


def work_environment(work):
    return {
        "LAB_CPU_MS": str(work.get("cpuMs", 0)),
        "LAB_WAIT_MS": str(work.get("waitMs", 0)),
        "LAB_IMPORT_MS": str(work.get("importMs", 0)),
        "LAB_BALLAST_MIB": str(work.get("ballastMiB", 0)),
        "LAB_OBJECTS": str(work.get("objects", 0)),
    }
