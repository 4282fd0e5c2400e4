"""What the harness makes of figures, without starting anything."""
import os
import sys
import tempfile
import unittest
from unittest import mock

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from harness import cgroups  # noqa: E402
from harness.chart import bars  # noqa: E402
from harness.figures import Setting, compare, percentile  # noqa: E402
from harness.runs import workers_of  # noqa: E402
from harness.verdicts import OPEN, REFUTED, SUPPORTED, judge_fit, judge_recommendation  # noqa: E402

CLAIM = {"id": "x", "claims": [{"metric": "p99", "better": "lower"}]}


def setting(name, metric, values, **more):
    return Setting(name, [{"repetition": index, metric: value, **more} for index, value in enumerate(values)])


def both(before, after, **more):
    return {"as it was": setting("as it was", "p99", before), "recommended": setting("recommended", "p99", after, **more)}


class Figures(unittest.TestCase):
    def test_the_99th_of_a_hundred_is_the_last(self):
        self.assertEqual(percentile(range(1, 101), 0.99), 100)
        self.assertIsNone(percentile([], 0.99))

    def test_pairs_must_agree(self):
        slow, mixed = setting("a", "p99", [100] * 5), setting("b", "p99", [50, 50, 50, 150, 150])
        self.assertEqual(compare(mixed, slow, "p99", "lower")[0], "same")
        self.assertEqual(compare(setting("c", "p99", [50, 50, 50, 50, 150]), slow, "p99", "lower")[0], "better")

    def test_a_tenth_is_noise(self):
        self.assertEqual(compare(setting("a", "p99", [91] * 5), setting("b", "p99", [100] * 5), "p99", "lower")[0], "same")
        self.assertEqual(compare(setting("a", "p99", [89] * 5), setting("b", "p99", [100] * 5), "p99", "lower")[0], "better")

    def test_counts_count_one_by_one(self):
        self.assertEqual(compare(setting("a", "oomKills", [0, 0]), setting("b", "oomKills", [0, 1]), "oomKills", "lower")[0], "better")


class Verdicts(unittest.TestCase):
    def test_what_is_better_is_supported_and_what_is_worse_is_refuted(self):
        self.assertEqual(judge_recommendation(CLAIM, both([100] * 5, [50] * 5))[0], SUPPORTED)
        self.assertEqual(judge_recommendation(CLAIM, both([50] * 5, [100] * 5))[0], REFUTED)
        self.assertEqual(judge_recommendation(CLAIM, both([100] * 5, [100] * 5))[0], OPEN)

    def test_an_oom_kill_of_the_recommended_setting_refutes_it(self):
        self.assertEqual(judge_recommendation(CLAIM, both([100] * 5, [50] * 5, oomKills=1))[0], REFUTED)

    def test_a_fact_that_was_predicted_and_did_not_come_refutes_it(self):
        scenario = {**CLAIM, "facts": {"recommended": {"p99": {"below": 40}}}}
        verdict, notes = judge_recommendation(scenario, both([100] * 5, [50] * 5))
        self.assertEqual(verdict, REFUTED)
        self.assertIn("predicted to be below 40", notes[-1])

    def test_runs_that_failed_leave_it_open(self):
        failed = Setting("recommended", [{"repetition": 0, "error": "no"}])
        self.assertEqual(judge_recommendation(CLAIM, {**both([1], [1]), "recommended": failed})[0], OPEN)

    def test_a_line_through_two_points_has_to_meet_the_third(self):
        scenario = {"fit": {"from": ["one", "two"], "counts": {"one": 1, "two": 2, "four": 4}, "within": 0.05}}
        line = {name: setting(name, "memoryMiB", [value]) for name, value in (("one", 30), ("two", 50), ("four", 90))}
        self.assertEqual(judge_fit(scenario, line)[0], SUPPORTED)
        self.assertEqual(judge_fit(scenario, {**line, "four": setting("four", "memoryMiB", [120])})[0], REFUTED)


class ControlGroups(unittest.TestCase):
    def read(self, *parts):
        with open(os.path.join(*parts)) as file:
            return file.read()

    def limited(self, root, controllers):
        for path in controllers:
            os.makedirs(os.path.join(root, path), exist_ok=True)
            open(os.path.join(root, path, "cgroup.procs"), "w").close()
        with mock.patch.object(cgroups, "ROOT", root), mock.patch("os.geteuid", return_value=0):
            groups = cgroups.Groups()
            pod = groups.pod("web")
            pod.limit(millicores=250, memory=2**20)
        return groups, pod

    def test_version_2_has_one_hierarchy(self):
        with tempfile.TemporaryDirectory() as root:
            with open(os.path.join(root, "cgroup.controllers"), "w") as file:
                file.write("cpuset cpu io memory pids")
            groups, pod = self.limited(root, ["."])
            self.assertEqual(groups.version, "v2")
            self.assertEqual(self.read(root, pod.name, "cpu.max"), "25000 100000")
            self.assertEqual(self.read(root, pod.name, "memory.max"), str(2**20))
            self.assertEqual(self.read(root, cgroups.NAME, "cgroup.subtree_control"), "+cpu +memory")

    def test_version_1_has_one_for_each_controller(self):
        with tempfile.TemporaryDirectory() as root:
            groups, pod = self.limited(root, ["cpu", "cpuacct", "memory"])
            self.assertEqual(groups.version, "v1")
            self.assertEqual(self.read(root, "cpu", pod.name, "cpu.cfs_quota_us"), "25000")
            self.assertEqual(self.read(root, "memory", pod.name, "memory.limit_in_bytes"), str(2**20))

    def test_without_root_or_controllers_it_says_why(self):
        with mock.patch("os.geteuid", return_value=1000), self.assertRaisesRegex(cgroups.Unavailable, "not root"):
            cgroups.detect()
        with tempfile.TemporaryDirectory() as root, mock.patch.object(cgroups, "ROOT", root), mock.patch("os.geteuid", return_value=0):
            self.assertRaisesRegex(cgroups.Unavailable, "no cpu and memory controllers", cgroups.detect)


class Words(unittest.TestCase):
    def test_workers_are_read_as_gunicorn_reads_them(self):
        self.assertEqual([workers_of(words) for words in (["--workers=3"], ["-w", "2"], [])], [3, 2, 1])

    def test_names_in_a_chart_are_text(self):
        self.assertIn("a &lt; b", bars("a < b", "ms", [("x", [1.0], None)]))


if __name__ == "__main__":
    unittest.main()
