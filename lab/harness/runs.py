"""One run of one setting of a scenario, by the kind of the scenario: starts it, loads it, measures it, removes it."""
import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

from harness.machine import HERE, Watch
from harness.servers import APPS, Server, answers, celery_words, free_port, gunicorn_words, work_environment

MEBIBYTE = 2**20


def run_one(context, scenario, setting, seed):
    """The figures of a run; for one that runs alone, with how many cores others used meanwhile."""
    pods = []
    watch = Watch(context.groups)
    database = context.databases.get()
    local = context.with_database(database)
    try:
        figures = KINDS[scenario["kind"]](local, scenario, setting, seed, pods)
        if not scenario.get("light"):
            figures["outside"] = round(watch.outside(), 3)
    finally:
        for pod in pods:
            pod.remove()
        context.flush(database)
        context.databases.put(database)
    return figures


def new_pod(context, pods, setting, limited=False):
    pod = context.groups.pod(f"{threading.get_ident() % 100000}-{time.monotonic_ns() % 10**9}-{len(pods)}")
    pods.append(pod)
    pod.limit(memory=setting.get("memory"))
    if limited:
        pod.limit(millicores=setting.get("cpu"))
    return pod


def workers_of(words):
    for index, word in enumerate(words):
        if word.startswith("--workers="):
            return int(word.split("=")[1])
        if word in ("--workers", "-w"):
            return int(words[index + 1])
    return 1


def start_web(context, pods, scenario, setting):
    """A pod with gunicorn, all of whose workers have started without a CPU limit; the limit follows."""
    pod, port = new_pod(context, pods, setting), free_port()
    server = Server(context, pod, gunicorn_words(context, setting["words"], port), work_environment(scenario["work"]))
    wanted = 1 + workers_of(setting["words"])
    if not server.wait_for(lambda: len(pod.processes()) >= wanted and answers(port), 30):
        raise RuntimeError(f"gunicorn did not start: {server.text()[-400:]}")
    for _ in range(2 * wanted):
        answers(port)
    return pod, port, server


def load_on(context, port, scenario, seed):
    request = {"port": port, "rate": scenario["rate"], "seconds": context.seconds, "grace": 1.0, "seed": seed}
    done = subprocess.run([sys.executable, os.path.join(HERE, "load.py"), json.dumps(request)],
                          capture_output=True, text=True, preexec_fn=context.groups.driver.enter, timeout=60)
    if done.returncode != 0:
        raise RuntimeError(f"the load failed: {done.stderr[-400:]}")
    return json.loads(done.stdout)


def measured(pods, action):
    """Runs the action; its figures with CPU, throttling, memory and out-of-memory kills of the pods."""
    used, throttled = sum(pod.used_seconds() for pod in pods), [pod.throttling() for pod in pods]
    kills = sum(pod.oom_kills() for pod in pods)
    begun = time.monotonic()
    figures = action()
    seconds = time.monotonic() - begun
    after = [pod.throttling() for pod in pods]
    periods = sum(now[1] - before[1] for now, before in zip(after, throttled))
    stopped = sum(now[0] - before[0] for now, before in zip(after, throttled))
    figures["cpuCores"] = (sum(pod.used_seconds() for pod in pods) - used) / seconds
    figures["throttledShare"] = stopped / periods if periods else 0.0
    figures["memoryMiB"] = sum(pod.memory_mebibytes() for pod in pods)
    figures["oomKills"] = sum(pod.oom_kills() for pod in pods) - kills
    return figures


def web(context, scenario, setting, seed, pods):
    """An open-loop load on one pod, or on several behind haproxy."""
    started = [start_web(context, pods, scenario, setting) for _ in range(setting.get("pods", 1))]
    own = [pod for pod, _, _ in started]
    port, proxy = started[0][1], None
    if len(started) > 1 or scenario.get("balance"):
        port = free_port()
        proxy = start_proxy(context, scenario["balance"], port, [port for _, port, _ in started])
    try:
        for pod in own:
            pod.limit(millicores=setting.get("cpu"))
        return measured(own, lambda: load_on(context, port, scenario, seed))
    finally:
        if proxy is not None:
            proxy.kill()
            proxy.wait()
        for _, _, server in started:
            server.stop()


def start_proxy(context, balance, port, backends):
    """haproxy as the Service: random(1) spreads like kube-proxy, leastconn like many an ingress."""
    lines = ["global", "  maxconn 4000", "defaults", "  mode http", "  timeout connect 5s", "  timeout client 30s", "  timeout server 30s",
             "  option http-server-close", "frontend front", f"  bind 127.0.0.1:{port}", "  default_backend pods", "backend pods", f"  balance {balance}"]
    lines += [f"  server pod{index} 127.0.0.1:{backend}" for index, backend in enumerate(backends)]
    path = os.path.join(context.folder, f"haproxy-{port}.cfg")
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")
    proxy = subprocess.Popen(["haproxy", "-db", "-q", "-f", path], preexec_fn=context.groups.driver.enter,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        if answers(port):
            return proxy
        time.sleep(0.02)
    proxy.kill()
    raise RuntimeError("haproxy did not start")


def oom(context, scenario, setting, seed, pods):
    """A pod that starts under its limits, memory and CPU, and is then loaded; what does not come up counts as failed."""
    pod, port = new_pod(context, pods, setting, limited=True), free_port()
    words = with_node_cores(scenario, gunicorn_words(context, setting["words"], port), context)
    server = Server(context, pod, words, work_environment(scenario["work"]))
    begun = time.monotonic()
    server.wait_for(lambda: answers(port), scenario.get("startSeconds", 12))
    ready = time.monotonic() - begun
    time.sleep(scenario.get("settleSeconds", 0))

    def act():
        try:
            return load_on(context, port, scenario, seed)
        except (RuntimeError, OSError):
            sent = int(scenario["rate"] * context.seconds)
            return {"sent": sent, "ok": 0, "failed": sent, "unfinished": 0, "throughput": 0.0, "latencies": []}

    figures = measured([pod], act)
    figures["oomKills"] = pod.oom_kills()
    figures["readySeconds"] = ready
    figures["processes"] = len(pod.processes())
    server.stop()
    return figures


def with_node_cores(scenario, words, context):
    """A node of so many cores: a file over the one that the C library counts them in, in a mount namespace of its own."""
    cores = scenario.get("nodeCores")
    if cores is None:
        return words
    online = os.path.join(context.folder, f"online-{cores}")
    with open(online, "w") as file:
        file.write(f"0-{cores - 1}\n")
    script = f"mount --bind {online} /sys/devices/system/cpu/online && exec \"$@\""
    return ["unshare", "-m", "sh", "-c", script, "sh", *words]


def celery(context, scenario, setting, seed, pods):
    """Tasks at a Poisson rate for one worker."""
    pod = new_pod(context, pods, setting)
    if scenario.get("nodeCores") is not None:
        pod.limit(millicores=setting.get("cpu"))
    server = Server(context, pod, with_node_cores(scenario, celery_words(context, setting["words"]), context))
    begun = time.monotonic()
    is_ready = server.wait_for(lambda: "ready." in server.text(), scenario.get("startSeconds", 20))
    ready = time.monotonic() - begun
    pod.limit(millicores=setting.get("cpu"))
    figures = measured([pod], lambda: produce(context, scenario, seed))
    figures["oomKills"] = pod.oom_kills()
    figures["readySeconds"] = ready
    figures["isReady"] = 1 if is_ready else 0
    figures["processes"] = len(pod.processes())
    server.stop()
    return figures


def produce(context, scenario, seed):
    work = scenario["work"]
    request = {"seed": seed, "seconds": context.seconds, "rate": scenario.get("rate", 1), "burst": scenario.get("burst"),
               "grace": scenario.get("grace", 1.5), "cpuMs": work.get("cpuMs", 0), "waitMs": work.get("waitMs", 0)}
    environment = {**os.environ, "PYTHONPATH": APPS, "LAB_REDIS": context.redis_url, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([context.python, os.path.join(APPS, "produce.py"), json.dumps(request)], env=environment, cwd=APPS,
                          capture_output=True, text=True, preexec_fn=context.groups.driver.enter, timeout=90)
    if done.returncode != 0:
        raise RuntimeError(f"the tasks were not sent: {done.stderr[-400:]}")
    return json.loads(done.stdout)


def late(context, scenario, setting, seed, pods):
    """A worker that has reserved tasks when an autoscaler adds a second one: how long until all are done?"""
    servers = []

    def join(name):
        pod = new_pod(context, pods, setting)
        servers.append(Server(context, pod, celery_words(context, setting["words"], name)))
        servers[-1].wait_for(lambda: "ready." in servers[-1].text(), 20)
        return pod

    first = join("first")
    helper = threading.Timer(1.0, lambda: join("second"))
    helper.start()
    figures = measured([first], lambda: produce(context, scenario, seed))
    helper.join()
    for server in servers:
        server.stop()
    return figures


def signal_web(context, scenario, setting, seed, pods):
    """SIGTERM to PID 1 with a request in flight, then SIGKILL when the grace period is over."""
    pod, port = new_pod(context, pods, setting), free_port()
    server = Server(context, pod, as_pid1(setting, gunicorn_words(context, setting["words"], port)))
    if not server.wait_for(lambda: answers(port), 15):
        raise RuntimeError(f"no answer: {server.text()[-400:]}")
    outcome = {}

    def ask():
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.request("GET", f"/sleep/{scenario['inFlightSeconds']}")
            outcome["status"] = connection.getresponse().status
        except (OSError, http.client.HTTPException):
            outcome["status"] = 0

    request = threading.Thread(target=ask)
    request.start()
    time.sleep(0.4)
    figures = terminate(pod, server, scenario["graceSeconds"])
    request.join()
    figures["lost"] = 0 if outcome["status"] == 200 else 1
    return figures


def signal_celery(context, scenario, setting, seed, pods):
    """SIGTERM to PID 1 with tasks running, then SIGKILL: how many tasks were lost or are stuck?"""
    pod = new_pod(context, pods, setting)
    server = Server(context, pod, as_pid1(setting, celery_words(context, setting["words"])))
    if not server.wait_for(lambda: "ready." in server.text(), 20):
        raise RuntimeError(f"not ready: {server.text()[-400:]}")
    burst = scenario["burst"]
    sending = threading.Thread(target=lambda: produce(context, {**scenario, "grace": 0}, seed))
    sending.start()
    server.wait_for(lambda: server.text().count("received") >= 2, 10)
    time.sleep(0.3)
    figures = terminate(pod, server, scenario["graceSeconds"])
    sending.join()
    begun, done, queued = context.counts()
    figures["lost"] = burst - done - queued
    figures["doneTasks"] = done
    return figures


def as_pid1(setting, words):
    """In a PID namespace of its own, as a container's command: through a shell as the setting says, or directly."""
    script = setting.get("script")
    command = words if script is None else [*script[:-1], script[-1].replace("PROGRAM", " ".join(words))]
    return ["unshare", "-p", "-f", "--kill-child", "--mount-proc", *command]


def terminate(pod, server, grace):
    """What the kubelet does: SIGTERM to PID 1, and SIGKILL when the grace period is over."""
    first = next(pid for pid in pod.processes() if is_first(pid))
    begun = time.monotonic()
    os.kill(first, signal.SIGTERM)
    has_ended = server.wait_for(lambda: not os.path.exists(f"/proc/{first}"), grace) or not os.path.exists(f"/proc/{first}")
    seconds = time.monotonic() - begun
    server.stop()
    return {"exitSeconds": seconds, "killed": 0 if has_ended else 1, "oomKills": pod.oom_kills()}


def is_first(pid):
    """Is it PID 1 of its namespace?"""
    try:
        line = next(line for line in open(f"/proc/{pid}/status") if line.startswith("NSpid"))
        return line.split()[-1] == "1" and len(line.split()) > 2
    except (OSError, StopIteration):
        return False


def memory(context, scenario, setting, seed, pods):
    """Memory of all processes after each has answered, and after a full garbage collection in each."""
    pod, port, server = start_web(context, pods, scenario, setting)
    wanted = workers_of(setting["words"])
    visit(port, "/warm", wanted)
    fresh = pod.memory_mebibytes()
    visit(port, "/collect", wanted)
    figures = {"memoryMiB": fresh, "collectedMiB": pod.memory_mebibytes(), "oomKills": pod.oom_kills()}
    server.stop()
    return figures


def visit(port, path, workers):
    """Asks until every worker has answered; each says its own process id."""
    seen = set()
    for _ in range(200 * workers):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", path)
        seen.add(connection.getresponse().read())
        connection.close()
        if len(seen) >= workers:
            return
    raise RuntimeError(f"only {len(seen)} of {workers} workers answered")


KINDS = {"web": web, "oom": oom, "celery": celery, "late": late, "signalWeb": signal_web, "signalCelery": signal_celery, "memory": memory}
NEEDS = {
    "celery": ["redis-server"],
    "late": ["redis-server"],
    "signalCelery": ["redis-server", "unshare"],
    "signalWeb": ["unshare"],
}


def missing(scenario, python_has):
    """Why a scenario cannot run here; null when it can."""
    tools = [*NEEDS.get(scenario["kind"], []), *(["haproxy"] if scenario.get("balance") else []), *(["unshare"] if scenario.get("nodeCores") else [])]
    absent = [tool for tool in tools if shutil.which(tool) is None]
    module = "celery" if scenario["kind"] in ("celery", "late", "signalCelery") else "gunicorn"
    if not python_has(module):
        absent.append(module)
    if absent:
        return f"no {' and no '.join(absent)} here"
    if os.cpu_count() < scenario.get("cores", 1):
        return f"needs {scenario['cores']} cores"
    return None
