"""Sends tasks at the times of a Poisson process (or all at once), then reports those that were done."""
import json
import random
import sys
import time

from tasks import log, work

request = json.loads(sys.argv[1])
rng = random.Random(request["seed"])
start = time.time() + 0.05
due, sent = start, 0
compute, wait = request["cpuMs"] / 1000, request["waitMs"] / 1000
work.app.pool  # opens the connection before the clock runs
if request.get("burst"):
    for _ in range(request["burst"]):
        work.delay(time.time(), compute, wait)
        sent += 1
else:
    while True:
        due += rng.expovariate(request["rate"])
        if due > start + request["seconds"]:
            break
        time.sleep(max(0, due - time.time()))
        work.delay(due, compute, wait)
        sent += 1
deadline = start + request["seconds"] + request["grace"]
while time.time() < deadline and log.llen("lab-done") < sent:
    time.sleep(0.02)
done = [[float(word) for word in line.split()] for line in log.lrange("lab-done", 0, -1)]
end = start + request["seconds"]
print(json.dumps({
    "sent": sent,
    "ok": len(done),
    "failed": sent - len(done),
    "throughput": sum(1 for _, _, finished, _ in done if finished <= end) / request["seconds"],
    "makespan": max((finished for _, _, finished, _ in done), default=end) - start,
    "latencies": [1000 * (finished - since) for since, _, finished, _ in done],
}))
