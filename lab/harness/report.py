"""RESULTS.md with tables and charts, verdicts.json for the pages of the policies, and results.json with every run."""
import json
import os

from harness.chart import bars
from harness.figures import AGREEING, COUNTS, METRICS, NAMES, NOISE, UNITS, shown, with_percentiles
from harness.machine import LAB
from harness.verdicts import OPEN, P99_FACTOR, THROUGHPUT_FACTOR, acceptance, exceptions, judge, model_rows, settings_of


def write_report(folder, data):
    os.makedirs(os.path.join(folder, "charts"), exist_ok=True)
    runs = with_percentiles(data["runs"])
    judged, models, lost = [], [], []
    found = {scenario["id"]: settings_of(scenario, data["predictions"][scenario["id"]]["settings"], runs) for scenario in data["scenarios"]}
    for scenario in data["scenarios"]:
        predicted, settings = data["predictions"][scenario["id"]]["settings"], found[scenario["id"]]
        skipped = data["skipped"].get(scenario["id"])
        verdict, notes = judge(scenario, settings, found) if skipped is None else (OPEN, [skipped])
        judged.append((scenario, settings, predicted, verdict, notes))
        models += model_rows(scenario, settings, predicted, data["machine"]["seconds"])
        lost += exceptions(scenario, settings)
    charts = {scenario["id"]: draw(folder, scenario, settings, predicted) for scenario, settings, predicted, _, _ in judged}
    lines = head(data["machine"], runs) + summary(judged) + beside(judged) + model_table(models) + losses(lost) + failures(runs)
    for entry in judged:
        lines += section(entry, charts[entry[0]["id"]], data["predictions"][entry[0]["id"]])
    save(folder, "RESULTS.md", "\n".join(lines).rstrip() + "\n")
    save(folder, "verdicts.json", json.dumps(by_policy(judged), indent=2) + "\n")
    kept = [{key: rounded(value) for key, value in run.items() if key != "latencies"} for run in runs]
    rows = ",\n".join("  " + json.dumps(run) for run in kept)
    save(folder, "results.json", '{"machine": ' + json.dumps(data["machine"]) + ',\n"runs": [\n' + rows + "\n]}\n")


def save(folder, name, text):
    with open(os.path.join(folder, name), "w") as file:
        file.write(text)


def rounded(value):
    return round(value, 4) if isinstance(value, float) else value


def head(machine, runs):
    disturbed = sum(1 for run in runs if run.get("outside", 0) > 0.3)
    return [
        "# Results of the laboratory", "",
        "Written by `npm run lab`. [How it works and how far to trust it](README.md).", "",
        "| | |", "|---|---|",
        f"| date | {machine['date']}, {machine['minutes']} minutes, {len(runs)} runs |",
        f"| machine | {machine['cpu']}, {machine['cores']} cores, {machine['memoryGiB']} GiB, Linux {machine['kernel']}, control groups {machine['cgroups']} |",
        f"| versions | Python {machine['python']}, gunicorn {machine['gunicorn']}, celery {machine['celery']}; {machine['redis']}; {machine['haproxy']} |",
        f"| each setting | {machine['repetitions']} repetitions of {machine['seconds']:g} s of load, in turn with its rivals, with the same arrivals |",
        f"| disturbed | in {disturbed} runs other processes used more than 0.3 cores |", "",
        f"A difference counts when the middle of the paired ratios is beyond {NOISE:.0%} and {AGREEING:.0%} of the pairs agree; OOM kills and what was lost count one by one. "
        "The settings and the model's figures were committed before the run ([predictions.json](predictions.json)). Nothing here was measured on more than the cores above.", "",
    ]


def summary(judged):
    lines = ["## Verdicts", "", "| scenario | policy or formula | verdict | what counted |", "|---|---|---|---|"]
    for scenario, _, _, verdict, notes in judged:
        subjects = ", ".join(f"[{policy}](../docs/policies/{policy}.md)" for policy in scenario["policies"]) or scenario.get("formula", "")
        lines.append(f"| [{scenario['id']}](#{scenario['id']}) | {subjects} | **{verdict}** | {'; '.join(notes)} |")
    measured = {policy for scenario, *_ in judged for policy in scenario["policies"]}
    rest = sorted(set(all_policies()) - measured)
    return [*lines, "", f"Not measured: {len(rest)} other policies. Most of them state facts of Kubernetes or of a program, which their pages cite.", "",
            "<details><summary>Which</summary>", "", ", ".join(f"`{policy}`" for policy in rest), "", "</details>", ""]


def beside(judged):
    """The recommended setting beside the original, in every scenario that has both."""
    rows = [(scenario, found) for scenario, settings, _, _, _ in judged if (found := acceptance(scenario, settings)) is not None]
    lines = ["## Recommended beside original", "", "No OOM kill of the recommended setting, and no less served or no later answered than the noise allows. Ratios are recommended to original.", "",
             "| scenario | OOM kills | served | p99 | memory | holds |", "|---|--:|--:|--:|--:|---|"]
    for scenario, found in rows:
        before, after = found["oomKills"]
        cells = [f"{outcome}{shown(ratio)}" if ratio is not None else "–" for outcome, ratio in found["compared"].values()]
        lines.append(f"| [{scenario['id']}](#{scenario['id']}) | {before:g} → {after:g} | {' | '.join(cells)} | {'yes' if found['holds'] else '**no**'} |")
    timed = [found for _, found in rows if found["isTimed"]]
    held = sum(1 for found in timed if found["holds"])
    return [*lines, "", f"Holds in {held} of {len(timed)} scenarios with a load, and in {sum(1 for _, found in rows if found['holds'])} of {len(rows)} in all.", ""]


def all_policies():
    root = os.path.join(os.path.dirname(LAB), "policies")
    return [name[:-5] for _, _, names in os.walk(root) for name in names if name.endswith(".yaml")]


def by_policy(judged):
    found = {}
    for scenario, _, _, verdict, _ in judged:
        for policy in scenario["policies"]:
            found.setdefault(policy, []).append({"scenario": scenario["id"], "title": scenario["title"], "verdict": verdict})
    return dict(sorted(found.items()))


def model_table(models):
    lines = ["## The model", "", f"Promised: what is served within a factor of {THROUGHPUT_FACTOR:g}, the 99th percentile within {P99_FACTOR:g} where nothing overflows. "
             "Requests do not differ, so the model of equal requests is used.", "",
             "| scenario | setting | served: expected | measured | factor | p99: expected | measured | factor |", "|---|---|--:|--:|--:|--:|--:|--:|"]
    for row in models:
        expected, served, factor = row["throughput"]
        mark = "" if row["within"] else " **beyond**"
        cells = f"| {row['scenario']} | {row['setting']} | {expected:.1f} | {served:.1f} | {factor:.2f}{mark} |"
        if row["p99"] is None:
            cells += " overload | | |"
        else:
            wanted, got, off = row["p99"]
            cells += f" {wanted:.0f} ms | {got:.0f} ms | {off:.2f}{'' if row['p99Within'] else ' **beyond**'} |"
        lines.append(cells)
    kept = sum(1 for row in models if row["within"])
    timed = [row for row in models if row["p99Within"] is not None]
    held = sum(1 for row in timed if row["p99Within"])
    return [*lines, "", f"Served: {kept} of {len(models)} within the factor. 99th percentile: {held} of {len(timed)}.", ""]


def losses(lost):
    lines = ["## Exceptions and losses", "", "Where the recommended setting lost to the original or to an alternative by more than the noise:", ""]
    return [*lines, *([f"- {loss}" for loss in lost] or ["- none"]), ""]


def failures(runs):
    failed = [run for run in runs if "error" in run]
    if not failed:
        return []
    return ["## Runs that failed", "", *(f"- {run['scenario']}, {run['setting']}, repetition {run['repetition'] + 1}: {run['error'][:300]!r}" for run in failed), ""]


def section(entry, chart, predictions):
    scenario, settings, predicted, verdict, notes = entry
    lines = [f"## {scenario['id']}", "", f"{scenario['title']}.{work_of(scenario)} **{verdict.capitalize()}**: {'; '.join(notes)}.", ""]
    if predictions["findings"]:
        lines += [f"`workerlint check` finds in the original: {', '.join(predictions['findings'])}.", ""]
    columns = [metric for metric in METRICS if any(setting.values(metric) for setting in settings.values()) and matters(metric, settings)]
    lines += ["| setting | " + " | ".join(NAMES[metric] for metric in columns) + " |", "|---|" + "--:|" * len(columns)]
    for name, setting in settings.items():
        lines.append(f"| {name}: {command_of(predicted[name])} | " + " | ".join(cell(setting, metric) for metric in columns) + " |")
    lines += ["", "Middle of the repetitions, lowest and highest in brackets; counts are sums.", ""]
    if chart is not None:
        lines += [f"![{scenario['title']}](charts/{chart})", ""]
    return lines


def matters(metric, settings):
    """Is it ever anything but nothing?"""
    return metric in ("throughput", "p99", "memoryMiB") or any(value for setting in settings.values() for value in setting.values(metric))


def work_of(scenario):
    work = scenario.get("work", {})
    if "rate" not in scenario or not work:
        return ""
    unit = "tasks" if scenario["kind"] == "celery" else "requests"
    return f" {scenario['rate']} {unit} a second of {work.get('cpuMs', 0)} ms of computing and {work.get('waitMs', 0)} ms of waiting."


def command_of(setting):
    words = " ".join(setting["words"]) or "no flags"
    pods = f"{setting['pods']} × " if setting.get("pods", 1) > 1 else ""
    cpu = "" if setting.get("cpu") is None else f", {setting['cpu']:g}m"
    memory = "" if setting.get("memory") is None else f", {setting['memory'] / 2**20:g}Mi"
    script = "" if setting.get("script") is None else f"`{' '.join(setting['script'])}` "
    return f"{pods}{script}`{words}`{cpu}{memory}"


def cell(setting, metric):
    values = setting.values(metric)
    if not values:
        return "–"
    if metric in COUNTS:
        return f"{setting.total(metric):g}"
    shown = [f"{value:.2f}" if metric in ("cpuCores", "exitSeconds", "makespan", "readySeconds", "throttledShare") else f"{value:.0f}" if value >= 10 else f"{value:.1f}" for value in (setting.middle(metric), min(values), max(values))]
    unit = UNITS.get(metric, "")
    return f"{shown[0]}{' ' + unit if unit and unit != '/s' else unit} ({shown[1]}–{shown[2]})"


def draw(folder, scenario, settings, predicted):
    """The chart of what the scenario claims first; topologies claim the 99th percentile."""
    metric = scenario["claims"][0]["metric"] if scenario.get("claims") else "p99" if scenario["kind"] == "web" else "memoryMiB"
    expected = {"p99": "p99", "throughput": "throughput"}.get(metric)
    rows = [(name, setting.values(metric), (predicted[name].get("model") or {}).get(expected) if expected else None) for name, setting in settings.items()]
    if not any(values for _, values, _ in rows):
        return None
    name = f"{scenario['id']}.svg"
    save(os.path.join(folder, "charts"), name, bars(f"{scenario['title']}: {NAMES[metric]}", UNITS.get(metric, ""), rows))
    return name
