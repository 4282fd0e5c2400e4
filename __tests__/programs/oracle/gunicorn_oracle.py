"""Reads cases as JSON, answers what gunicorn itself resolves for each on a node with 6 and with 61 CPUs."""
import json
import multiprocessing
import os
import sys
import tempfile

WANTED = ["workers", "threads", "worker_class", "bind", "timeout", "graceful_timeout", "keepalive", "max_requests",
          "max_requests_jitter", "worker_tmp_dir", "preload_app", "worker_connections", "backlog"]


def resolve(case, cpus):
    os.environ.clear()
    os.environ.update({"PATH": "/usr/bin:/bin", "HOME": "/tmp", **case.get("env", {})})
    os.chdir(tempfile.mkdtemp())
    for path, text in case.get("files", {}).items():
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "w") as file:
            file.write(text)
    multiprocessing.cpu_count = lambda: cpus
    os.cpu_count = lambda: cpus
    sys.argv = case["argv"]
    from gunicorn.app.wsgiapp import WSGIApplication
    config = WSGIApplication("%(prog)s [OPTIONS] [APP_MODULE]", prog="gunicorn").cfg
    answer = {name: config.settings[name].get() for name in WANTED}
    answer["worker_class_effective"] = config.worker_class_str
    return answer


def in_child(case, cpus):
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        try:
            answer = resolve(case, cpus)
        except BaseException:
            answer = {"error": True}
        os.write(write, json.dumps(answer, default=str).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text)


def both(case):
    small, large = in_child(case, 6), in_child(case, 61)
    if "error" in small:
        return small
    return {name: value if large.get(name) == value else {"dependsOn": "cpu_count"} for name, value in small.items()}


print(json.dumps([both(case) for case in json.load(sys.stdin)]))
