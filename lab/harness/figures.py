"""Figures of settings over their repetitions, and what a comparison of two settings says."""
from statistics import median

# A difference counts when the middle of the paired ratios is beyond this, and four of five pairs agree in direction.
NOISE = 0.10
AGREEING = 0.8
COUNTS = ("oomKills", "lost", "killed")
METRICS = ("throughput", "p50", "p99", "memoryMiB", "collectedMiB", "cpuCores", "throttledShare", "oomKills", "ok", "failed",
           "lost", "killed", "exitSeconds", "makespan", "readySeconds", "processes")
UNITS = {"throughput": "/s", "p50": "ms", "p99": "ms", "memoryMiB": "MiB", "collectedMiB": "MiB", "exitSeconds": "s", "makespan": "s",
         "readySeconds": "s", "cpuCores": "cores"}
NAMES = {"throughput": "served", "memoryMiB": "memory", "collectedMiB": "after gc", "cpuCores": "CPU used", "throttledShare": "throttled periods",
         "oomKills": "OOM kills", "ok": "answered", "failed": "failed", "lost": "lost", "killed": "had to be killed", "exitSeconds": "exit after",
         "makespan": "all done after", "readySeconds": "ready after", "processes": "processes", "p50": "p50", "p99": "p99"}


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None


def with_percentiles(runs):
    """Runs with their latencies summed up; the latencies themselves stay beside them for what is pooled."""
    for run in runs:
        latencies = run.get("latencies")
        if latencies:
            run["p50"], run["p99"] = percentile(latencies, 0.5), percentile(latencies, 0.99)
    return runs


class Setting:
    """All runs of one setting of a scenario."""

    def __init__(self, name, runs):
        self.name = name
        self.runs = sorted((run for run in runs if "error" not in run), key=lambda run: run["repetition"])
        self.errors = [run["error"] for run in runs if "error" in run]

    def values(self, metric):
        return [run[metric] for run in self.runs if run.get(metric) is not None]

    def middle(self, metric):
        values = self.values(metric)
        return median(values) if values else None

    def total(self, metric):
        return sum(self.values(metric))

    def pooled_p99(self):
        return percentile([latency for run in self.runs for latency in run.get("latencies", [])], 0.99)

    def offered(self, seconds):
        sent = self.values("sent")
        return median(sent) / seconds if sent else None

    def by_repetition(self, metric):
        return {run["repetition"]: run[metric] for run in self.runs if run.get(metric) is not None}


def shown(ratio):
    """A ratio for people: beside nothing at all it is none."""
    return "" if ratio is None else f" (× {ratio:.2f})" if ratio < 1000 else " (from none)"


def compare(setting, with_setting, metric, better):
    """'better', 'worse' or 'same': the first beside the second. Counts by their sums, all else pair by pair."""
    if metric in COUNTS:
        first, second = setting.total(metric), with_setting.total(metric)
        if not setting.values(metric) or not with_setting.values(metric):
            return "same", None
        outcome = "same" if first == second else "better" if (first < second) == (better == "lower") else "worse"
        return outcome, None
    ours, theirs = setting.by_repetition(metric), with_setting.by_repetition(metric)
    pairs = [(ours[key], theirs[key]) for key in ours if key in theirs and (better == "higher" or (ours[key] and theirs[key]))]
    if not pairs:
        return "same", None
    ratios = [(first + 1e-9) / (second + 1e-9) for first, second in pairs]
    middle = median(ratios)
    lower = sum(1 for ratio in ratios if ratio < 1) / len(ratios)
    higher = sum(1 for ratio in ratios if ratio > 1) / len(ratios)
    direction = "lower" if middle < 1 - NOISE and lower >= AGREEING else "higher" if middle > 1 + NOISE and higher >= AGREEING else None
    if direction is None:
        return "same", middle
    return ("better" if direction == better else "worse"), middle
