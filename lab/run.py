#!/usr/bin/env python3
"""The laboratory: real servers under real limits, each setting several times in turn with the others, and a report of it."""
import argparse
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

LAB = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, LAB)

from harness import machine  # noqa: E402
from harness.cgroups import Groups, Unavailable  # noqa: E402
from harness.report import write_report  # noqa: E402
from harness.runs import missing, run_one  # noqa: E402
from harness.servers import free_port  # noqa: E402

# Runs meanwhile others used more than this many cores are repeated, as long as there is time for it.
BUSY = 0.3
MOST_REPEATS = 8


class Context:
    """What every run needs."""

    def __init__(self, groups, python, folder, seconds, redis_port):
        self.groups, self.python, self.folder, self.seconds, self.redis_port = groups, python, folder, seconds, redis_port
        self.redis_url = None
        self.databases = queue.Queue()
        for number in range(16):
            self.databases.put(number)

    def with_database(self, number):
        local = Context.__new__(Context)
        local.__dict__.update(self.__dict__)
        local.redis_url = f"redis://127.0.0.1:{self.redis_port}/{number}"
        local.database = number
        return local

    def redis(self, number, *words):
        done = subprocess.run(["redis-cli", "-p", str(self.redis_port), "-n", str(number), *words], capture_output=True, text=True)
        return done.stdout.strip()

    def flush(self, number):
        if self.redis_port is not None:
            self.redis(number, "FLUSHDB")

    def counts(self):
        """Tasks that were begun, done, and that still wait in the queue or unacknowledged."""
        done = int(self.redis(self.database, "LLEN", "lab-done") or 0)
        queued = int(self.redis(self.database, "LLEN", "celery") or 0)
        return done, done, queued


def main():
    options = parse()
    scenarios = json.load(open(os.path.join(LAB, "scenarios.json")))
    predictions = json.load(open(os.path.join(LAB, "predictions.json")))
    if options.only:
        scenarios = [scenario for scenario in scenarios if scenario["id"] in options.only.split(",")]
    try:
        groups = Groups()
    except Unavailable as reason:
        print(f"The laboratory cannot run here: {reason}.")
        return 0
    begun = time.time()
    folder = tempfile.mkdtemp(prefix="workerlint-lab-")
    redis = None
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(130))
    try:
        python = machine.find_python()
        has = {name: machine.version_of(python, name) is not None for name in ("gunicorn", "celery", "redis")}
        has["celery"] = has["celery"] and has["redis"]
        redis_port = None
        if shutil.which("redis-server"):
            redis_port = free_port()
            redis = subprocess.Popen(["redis-server", "--port", str(redis_port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=groups.driver.enter)
            time.sleep(0.5)
        context = Context(groups, python, folder, options.seconds, redis_port)
        skipped = {scenario["id"]: why for scenario in scenarios if (why := missing(scenario, lambda name: has[name]))}
        wanted = [scenario for scenario in scenarios if scenario["id"] not in skipped]
        runs = perform(context, wanted, predictions, options.repetitions)
        facts = {**machine.describe(python, groups), "date": time.strftime("%Y-%m-%d", time.gmtime()), "seconds": options.seconds,
                 "repetitions": options.repetitions, "minutes": round((time.time() - begun) / 60, 1)}
    finally:
        if redis is not None:
            redis.kill()
            redis.wait()
        groups.close()
        shutil.rmtree(folder, ignore_errors=True)
    is_partial = options.quick or options.only is not None
    output = options.output or (tempfile.mkdtemp(prefix="workerlint-lab-") if is_partial else LAB)
    write_report(output, {"machine": facts, "scenarios": scenarios, "predictions": predictions, "skipped": skipped, "runs": runs})
    print(f"{len(runs)} runs in {facts['minutes']} minutes; {os.path.join(output, 'RESULTS.md')} is written.")
    return 0


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short repetition of each, to see that everything works; writes to a temporary folder")
    parser.add_argument("--only", help="ids of scenarios, separated by commas; writes to a temporary folder")
    parser.add_argument("--repetitions", type=int)
    parser.add_argument("--seconds", type=float, help="of load in each run")
    parser.add_argument("--output", help="folder for RESULTS.md, results.json and charts; by default lab/, for all of it")
    options = parser.parse_args()
    options.repetitions = options.repetitions or (1 if options.quick else 5)
    options.seconds = options.seconds or (1.0 if options.quick else 3.0)
    return options


def settings_of(scenario, predictions):
    """The settings to compare: as it was, as recommended, and others."""
    predicted = predictions[scenario["id"]]["settings"]
    return [(name, predicted[name]) for name in predicted]


def perform(context, scenarios, predictions, repetitions):
    """Repetition by repetition, in each all settings in turn: what disturbs one disturbs its rivals as well."""
    runs, repeats = [], 0
    quiet = [scenario for scenario in scenarios if not scenario.get("light")]
    light = [scenario for scenario in scenarios if scenario.get("light")]
    for repetition in range(repetitions):
        jobs = [(scenario, name, setting) for scenario in light for name, setting in turned(settings_of(scenario, predictions), repetition)]
        with ThreadPoolExecutor(4) as lanes:
            for run in lanes.map(lambda job: attempt(context, *job, repetition), jobs):
                runs.append(run)
        for scenario in quiet:
            for name, setting in turned(settings_of(scenario, predictions), repetition):
                run = attempt(context, scenario, name, setting, repetition)
                if run.get("outside", 0) > BUSY and repeats < MOST_REPEATS:
                    repeats += 1
                    run = {**attempt(context, scenario, name, setting, repetition), "isRepeated": True}
                runs.append(run)
        print(f"repetition {repetition + 1} of {repetitions} done", flush=True)
    return runs


def turned(items, by):
    """The same in another order, so that none is always first."""
    by %= len(items)
    return items[by:] + items[:by]


def attempt(context, scenario, name, setting, repetition):
    run = {"scenario": scenario["id"], "setting": name, "repetition": repetition}
    begun = time.monotonic()
    try:
        return {**run, **run_one(context, scenario, setting, 100 + repetition), "took": round(time.monotonic() - begun, 1)}
    except Exception as error:  # One failure is a result, and the other runs go on.
        return {**run, "error": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    sys.exit(main())
