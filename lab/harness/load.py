"""An open-loop load on loopback: requests leave at the times of a Poisson process, and latency counts from when they were due."""
import asyncio
import json
import random
import sys
import time


async def ask(port, path="/"):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: lab\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        return answer.startswith(b"HTTP/1.1 200")
    finally:
        writer.close()


async def drive(request):
    """Sends for `seconds`, waits `grace` for the rest; what is not answered then counts with the time it has waited."""
    rng = random.Random(request["seed"])
    port, seconds = request["port"], request["seconds"]
    for _ in range(3):
        await ask(port, "/warm")
    start = time.perf_counter() + 0.05
    latencies, finished, failed = [], [], 0
    pending = {}

    async def one(due):
        nonlocal failed
        try:
            is_ok = await ask(port)
        except (OSError, asyncio.IncompleteReadError):
            is_ok = False
        now = time.perf_counter()
        if is_ok:
            latencies.append(now - due)
            finished.append(now - start)
        else:
            failed += 1
            latencies.append(max(now - due, 0))

    due = start
    while True:
        due += rng.expovariate(request["rate"])
        if due > start + seconds:
            break
        await asyncio.sleep(max(0, due - time.perf_counter()))
        task = asyncio.create_task(one(due))
        pending[task] = due
        task.add_done_callback(lambda done: pending.pop(done, None))
    if pending:
        await asyncio.wait(list(pending), timeout=request["grace"] + start + seconds - time.perf_counter())
    left = dict(pending)
    for task in left:
        task.cancel()
    now = time.perf_counter()
    unfinished = [now - since for since in left.values()]
    sent = len(latencies) + len(unfinished)
    print(json.dumps({
        "sent": sent,
        "ok": len(finished),
        "failed": failed,
        "unfinished": len(unfinished),
        "throughput": sum(1 for at in finished if at <= seconds) / seconds,
        "latencies": [1000 * latency for latency in latencies + unfinished],
    }))


if __name__ == "__main__":
    asyncio.run(drive(json.loads(sys.argv[1])))
