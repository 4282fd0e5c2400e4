/** Policies over subjects: what fails, how much that weighs, and what an override turns off. */
import type { Level } from '../configuration/configuration.ts'
import type { InspectedContainer } from '../inspection/inspection.ts'
import { evaluatePolicy, type Failure, type Subject } from '../policies/evaluate.ts'
import type { LazyRecord } from '../policies/lazy-record.ts'
import type { Scope } from '../policies/policy.ts'
import { workloadSubjects } from '../policies/subjects.ts'
import type { ProgramProcess } from '../programs/program.ts'
import type { ProcessSizing } from '../sizing/size-process.ts'
import type { System } from '../workloads/system.ts'
import type { Workload } from '../workloads/workload.ts'
import { type PlannedPolicy, type PolicyPlan, termsFor } from './policy-plan.ts'

/** What subjects are judged by. */
export interface Judge {
  readonly plan: PolicyPlan
  sizing(process: ProgramProcess, container: InspectedContainer): ProcessSizing | null
  /** Is nothing more to be judged after this? */
  decides(judged: JudgedFailure): boolean
}

/** A failure with its weight. */
export interface JudgedFailure {
  readonly failure: Failure
  readonly severity: Exclude<Level, 'off'>
  /** Why an override turns it off; null when none does. */
  readonly overridden: string | null
  /** The place of its policy among all. */
  readonly order: number
}

/** What has been judged so far. */
export interface Verdict {
  readonly failures: JudgedFailure[]
  /** Validations that something unknown kept from deciding. */
  undecided: number
  /** Has a failure decided, so that the rest was not judged? */
  isDecided: boolean
}

/** A verdict before anything is judged. */
export function openVerdict(): Verdict {
  return { failures: [], undecided: 0, isDecided: false }
}

/** What a workload is judged among. */
export interface Surroundings {
  readonly system: System
  readonly systemContext: LazyRecord
}

/** Judges a workload, its containers and their processes. */
export function judgeWorkload(
  { workload, containers }: { readonly workload: Workload; readonly containers: readonly InspectedContainer[] },
  { system, systemContext }: Surroundings,
  judge: Judge,
): Verdict {
  const subjects = workloadSubjects({ workload, containers, system, systemContext, sizing: judge.sizing })
  const verdict = openVerdict()
  for (const [scope, own] of subjects) for (const subject of own) judgeSubject(scope, subject, judge, verdict)
  return verdict
}

/** Judges one subject by the policies that are for it. */
export function judgeSubject(scope: Scope, subject: Subject, judge: Judge, verdict: Verdict): void {
  for (const planned of judge.plan.policiesFor(scope, subject.process)) {
    if (verdict.isDecided) return
    apply(planned, subject, judge, verdict)
  }
}

function apply(planned: PlannedPolicy, subject: Subject, judge: Judge, verdict: Verdict): void {
  const { level, reason, params } = termsFor(planned, subject)
  const severity = level === 'off' ? planned.general.level : level
  if (severity === 'off') return
  const { failures, undecided } = evaluatePolicy(planned.policy, subject, params)
  verdict.undecided += undecided
  if (failures.length === 0) return
  const overridden = level === 'off' ? (reason ?? 'turned off by the configuration') : null
  for (const failure of failures) {
    const judged = { failure, severity, overridden, order: planned.order }
    verdict.failures.push(judged)
    verdict.isDecided ||= judge.decides(judged)
  }
}
