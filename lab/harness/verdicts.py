"""What the runs of a scenario say about its policies and formulas: supported, refuted, or not measured."""
from harness.figures import NAMES, NOISE, Setting, compare, shown

SUPPORTED, REFUTED, OPEN = "supported", "refuted", "not measured"
# By what factor the model may be off: served requests, and the 99th percentile where nothing overflows.
THROUGHPUT_FACTOR, P99_FACTOR = 1.25, 3.0


def judge(scenario, settings, others):
    """The verdict with one sentence for each thing that counted; `others` are the settings of the other scenarios."""
    if scenario.get("fit"):
        return judge_fit(scenario, settings)
    if scenario.get("evens"):
        return judge_evened(settings, others.get(scenario["evens"]))
    if scenario.get("topologies"):
        return judge_order(settings)
    return judge_recommendation(scenario, settings)


def judge_recommendation(scenario, settings):
    before, after = settings["as it was"], settings["recommended"]
    if not before.runs or not after.runs:
        return OPEN, ["no run of it succeeded"]
    notes, outcomes = [], []
    for claim in scenario["claims"]:
        outcome, ratio = compare(after, before, claim["metric"], claim["better"])
        outcomes.append(outcome)
        notes.append(f"{NAMES[claim['metric']]} {outcome}{shown(ratio)}")
    broken = broken_facts(scenario, settings)
    kills = after.total("oomKills")
    if kills > 0:
        broken.append(f"the recommended setting had {kills} OOM kills")
    worse = [metric for metric, better in (("throughput", "higher"), ("p99", "lower")) if compare(after, before, metric, better)[0] == "worse"]
    if len(worse) == 2:
        broken.append("the recommended setting served less and answered later")
    if broken or "worse" in outcomes:
        return REFUTED, notes + broken
    if all(outcome == "better" for outcome in outcomes):
        return SUPPORTED, notes
    return OPEN, [*notes, "what is the same is within the noise"]


def acceptance(scenario, settings):
    """The recommended setting beside the original: no OOM kill, and served no less or answered no later than the noise allows."""
    if "recommended" not in settings or not settings["recommended"].runs or not settings["as it was"].runs:
        return None
    before, after = settings["as it was"], settings["recommended"]
    compared = {metric: compare(after, before, metric, better) for metric, better in (("throughput", "higher"), ("p99", "lower"), ("memoryMiB", "lower"))}
    is_timed = bool(after.values("throughput"))
    holds = after.total("oomKills") == 0 and not (is_timed and compared["throughput"][0] == "worse" and compared["p99"][0] == "worse")
    return {"oomKills": (before.total("oomKills"), after.total("oomKills")), "compared": compared, "isTimed": is_timed, "holds": holds}


def broken_facts(scenario, settings):
    broken = []
    for name, facts in scenario.get("facts", {}).items():
        for metric, fact in facts.items():
            for value in settings[name].values(metric):
                fails = ("is" in fact and value != fact["is"]) or ("above" in fact and value <= fact["above"]) or ("below" in fact and value >= fact["below"])
                if fails:
                    broken.append(f"{name}: {NAMES[metric]} was {value:g}, which was predicted to be {describe(fact)}")
                    break
    return broken


def describe(fact):
    return next(f"{word if word != 'is' else ''} {fact[word]:g}".strip() for word in ("is", "above", "below") if word in fact)


def judge_fit(scenario, settings):
    """base + n × worker from two settings, against the others."""
    fit = scenario["fit"]
    counts = fit["counts"]
    first, second = fit["from"]
    low, high = settings[first].middle("memoryMiB"), settings[second].middle("memoryMiB")
    if low is None or high is None:
        return OPEN, ["no run of it succeeded"]
    worker = (high - low) / (counts[second] - counts[first])
    base = low - worker * counts[first]
    notes, worst = [f"base {base:.1f} MiB, worker {worker:.1f} MiB from {first} and {second}"], 0.0
    for name, setting in settings.items():
        value = setting.middle("memoryMiB")
        if name in fit["from"] or value is None:
            continue
        error = (base + worker * counts[name]) / value - 1
        worst = max(worst, abs(error))
        notes.append(f"{name}: {base + worker * counts[name]:.0f} expected, {value:.0f} measured ({error:+.1%})")
    return (SUPPORTED if worst <= fit["within"] else REFUTED), notes


def judge_order(settings):
    """Fewer and larger pods answer no later than many small ones."""
    outcome, ratio = compare(settings["vertical"], settings["horizontal"], "p99", "lower")
    if ratio is None:
        return OPEN, ["no run of it succeeded"]
    middle, between = compare(settings["mixed"], settings["horizontal"], "p99", "lower")
    notes = [f"p99 of vertical beside horizontal: {outcome} (× {ratio:.2f})", f"p99 of mixed beside horizontal: {middle} (× {between:.2f})"]
    return {"better": SUPPORTED, "worse": REFUTED, "same": OPEN}[outcome], notes


def judge_evened(settings, others):
    """The small pods are nearer to the large one than where the balancer does not look."""
    if others is None:
        return OPEN, ["its rival was not run"]
    here, there = (compare(one["horizontal"], one["vertical"], "p99", "lower")[1] for one in (settings, others))
    if here is None or there is None:
        return OPEN, ["no run of it succeeded"]
    notes = [f"p99 of horizontal is × {here:.2f} that of vertical, and × {there:.2f} at random"]
    if abs(here / there - 1) <= NOISE:
        return OPEN, notes
    return (SUPPORTED if here < there else REFUTED), notes


def exceptions(scenario, settings):
    """Where the recommended setting is worse than the original, and where something else beats it."""
    if "recommended" not in settings:
        return []
    found, after = [], settings["recommended"]
    for metric, better in (("throughput", "higher"), ("p99", "lower"), ("memoryMiB", "lower")):
        for name, setting in settings.items():
            if name == "recommended":
                continue
            outcome, ratio = compare(after, setting, metric, better)
            if outcome == "worse" and ratio is not None:
                found.append(f"`{scenario['id']}`: {NAMES[metric]} of the recommended setting is × {ratio:.2f} that of “{name}”")
    return found


def model_rows(scenario, settings, predicted, seconds):
    """Predicted and measured, with the factor between them and whether it is as promised."""
    rows = []
    for name, setting in settings.items():
        model = predicted[name].get("model")
        offered = setting.offered(seconds)
        served, p99 = setting.middle("throughput"), setting.pooled_p99()
        if model is None or offered is None or not served:
            continue
        expected = min(model["capacity"], offered)
        factor = max(expected / served, served / expected)
        row = {"scenario": scenario["id"], "setting": name, "throughput": (expected, served, factor), "p99": None}
        if model["p99"] is not None and p99:
            row["p99"] = (model["p99"], p99, max(model["p99"] / p99, p99 / model["p99"]))
        row["within"] = factor <= THROUGHPUT_FACTOR
        row["p99Within"] = None if row["p99"] is None else row["p99"][2] <= P99_FACTOR
        rows.append(row)
    return rows


def settings_of(scenario, predicted, runs):
    own = [run for run in runs if run["scenario"] == scenario["id"]]
    return {name: Setting(name, [run for run in own if run["setting"] == name]) for name in predicted}
