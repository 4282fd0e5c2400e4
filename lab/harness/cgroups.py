"""Pods as control groups, of version 1 or 2: CPU quota, memory limit, and what they counted."""
import os
import time

ROOT = "/sys/fs/cgroup"
NAME = f"workerlint-lab-{os.getpid()}"
PERIOD = 100_000


class Unavailable(Exception):
    """Why no control group can be made here."""


def read(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return ""


def write(path, text):
    with open(path, "w") as file:
        file.write(str(text))


def counters(path):
    return {key: int(value) for key, value in (line.split() for line in read(path).splitlines() if len(line.split()) == 2) if value.lstrip("-").isdigit()}


def detect():
    """'v2' where the unified hierarchy has the controllers, 'v1' where they are mounted one by one."""
    if os.geteuid() != 0:
        raise Unavailable("not root, and control groups are made by root")
    if {"cpu", "memory"} <= set(read(f"{ROOT}/cgroup.controllers").split()):
        return "v2"
    if all(os.path.exists(f"{ROOT}/{name}/cgroup.procs") for name in ("cpu", "cpuacct", "memory")):
        return "v1"
    raise Unavailable(f"no cpu and memory controllers under {ROOT}")


class Groups:
    """All groups of one run of the laboratory."""

    def __init__(self):
        self.version = detect()
        self.pods = []
        try:
            for path in self.paths(NAME):
                os.makedirs(path, exist_ok=True)
            if self.version == "v2":
                for parent in (ROOT, f"{ROOT}/{NAME}"):
                    write(f"{parent}/cgroup.subtree_control", "+cpu +memory")
        except OSError as error:
            raise Unavailable(f"control groups cannot be made: {error}") from error
        self.driver = self.pod("driver")

    def paths(self, name):
        if self.version == "v2":
            return [f"{ROOT}/{name}"]
        return [f"{ROOT}/{controller}/{name}" for controller in ("cpu", "cpuacct", "memory")]

    def pod(self, name):
        pod = Pod(self, f"{NAME}/{name}")
        self.pods.append(pod)
        return pod

    def close(self):
        for pod in list(self.pods):
            pod.remove()
        for path in self.paths(NAME):
            remove(path)


class Pod:
    """One control group with limits, removed with everything in it."""

    def __init__(self, groups, name):
        self.groups, self.name = groups, name
        self.dirs = groups.paths(name)
        for path in self.dirs:
            os.makedirs(path, exist_ok=True)
        self.is_v2 = groups.version == "v2"
        self.cpu, self.account, self.memory = self.dirs * 3 if self.is_v2 else self.dirs

    def enter(self):
        """For the child of a fork: everything that it starts belongs to the pod."""
        for path in self.dirs:
            write(f"{path}/cgroup.procs", "0" if self.is_v2 else os.getpid())

    def limit(self, millicores=None, memory=None):
        if millicores is not None:
            quota = int(millicores * PERIOD / 1000)
            if self.is_v2:
                write(f"{self.cpu}/cpu.max", f"{quota} {PERIOD}")
            else:
                write(f"{self.cpu}/cpu.cfs_period_us", PERIOD)
                write(f"{self.cpu}/cpu.cfs_quota_us", quota)
        if memory is not None:
            write(f"{self.memory}/{'memory.max' if self.is_v2 else 'memory.limit_in_bytes'}", int(memory))
            if self.is_v2 and os.path.exists(f"{self.memory}/memory.swap.max"):
                write(f"{self.memory}/memory.swap.max", 0)

    def processes(self):
        return [int(pid) for pid in read(f"{self.cpu}/cgroup.procs").split()]

    def used_seconds(self):
        if self.is_v2:
            return counters(f"{self.cpu}/cpu.stat").get("usage_usec", 0) / 1e6
        return int(read(f"{self.account}/cpuacct.usage") or 0) / 1e9

    def throttling(self):
        stat = counters(f"{self.cpu}/cpu.stat")
        return stat.get("nr_throttled", 0), stat.get("nr_periods", 0)

    def memory_mebibytes(self):
        """Anonymous memory of all processes, shared pages once."""
        stat = counters(f"{self.memory}/memory.stat")
        return stat.get("anon" if self.is_v2 else "total_rss", 0) / 2**20

    def oom_kills(self):
        file = "memory.events" if self.is_v2 else "memory.oom_control"
        return counters(f"{self.memory}/{file}").get("oom_kill", 0)

    def kill(self):
        for _ in range(200):
            pids = self.processes()
            if not pids:
                return
            for pid in pids:
                try:
                    os.kill(pid, 9)
                except ProcessLookupError:
                    pass
            time.sleep(0.02)

    def remove(self):
        self.kill()
        for path in self.dirs:
            remove(path)
        if self in self.groups.pods:
            self.groups.pods.remove(self)


def remove(path):
    for _ in range(100):
        try:
            os.rmdir(path)
            return
        except FileNotFoundError:
            return
        except OSError:
            time.sleep(0.02)
