"""A WSGI application whose requests compute and wait for as long as the environment says."""
import gc
import os
import time

CPU = float(os.environ.get("LAB_CPU_MS", "0")) / 1000
WAIT = float(os.environ.get("LAB_WAIT_MS", "0")) / 1000
IMPORT = float(os.environ.get("LAB_IMPORT_MS", "0")) / 1000
BALLAST = int(os.environ.get("LAB_BALLAST_MIB", "0"))
OBJECTS = int(os.environ.get("LAB_OBJECTS", "0"))


def burn(seconds):
    """Computes for so much CPU time of this thread: waiting for the lock or for the quota does not count."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


burn(IMPORT)
# What an application loads: pages that are written, and objects that the garbage collector looks at.
ballast = bytearray(b"x") * (BALLAST << 20)
objects = [{"number": number} for number in range(OBJECTS)]


def application(environ, start_response):
    path = environ.get("PATH_INFO", "/")
    if path == "/collect":
        gc.collect()
    elif path.startswith("/sleep/"):
        time.sleep(float(path.split("/")[2]))
    elif path == "/":
        burn(CPU / 2)
        time.sleep(WAIT)
        burn(CPU / 2)
    body = str(os.getpid()).encode()
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    return [body]
