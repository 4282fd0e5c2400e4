"""Reads cases as JSON, answers with which options celery's own command line starts its worker."""
import json
import os
import sys
import tempfile

WANTED = ["concurrency", "pool", "autoscale", "max_tasks_per_child", "max_memory_per_child", "prefetch_multiplier", "optimization",
          "beat", "queues", "exclude_queues", "time_limit", "soft_time_limit", "without_gossip", "without_mingle", "without_heartbeat"]


def resolve(case):
    os.environ.clear()
    os.environ.update({"PATH": "/usr/bin:/bin", "HOME": "/tmp", **case.get("env", {})})
    folder = tempfile.mkdtemp()
    os.makedirs(os.path.join(folder, "proj"))
    for name in ("__init__", "app"):
        with open(os.path.join(folder, "proj", name + ".py"), "w") as file:
            file.write("import celery\napp = celery.Celery('proj', broker='memory://')\n")
    os.chdir(folder)
    sys.path.insert(0, folder)
    from celery import Celery
    received = {}

    class Stop(Exception):
        pass

    def capture(self, *args, **kwargs):
        received.update(kwargs)
        raise Stop()

    Celery.Worker = property(lambda self: lambda *args, **kwargs: capture(self, *args, **kwargs))
    from celery.bin.celery import celery
    try:
        celery.main(case["argv"][1:], prog_name="celery", standalone_mode=False, auto_envvar_prefix="CELERY")
    except Stop:
        pass
    if not received:
        return {"error": True}
    pool = received.pop("pool_cls", None) or received.get("pool")
    answer = {name: received.get(name) for name in WANTED}
    kind = getattr(pool, "__module__", str(pool)).split(".")[-1]
    answer["pool"] = {"thread": "threads"}.get(kind, kind)
    return answer


def in_child(case):
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        try:
            answer = resolve(case)
        except BaseException:
            answer = {"error": True}
        os.write(write, json.dumps(answer, default=str).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text)


print(json.dumps([in_child(case) for case in json.load(sys.stdin)]))
