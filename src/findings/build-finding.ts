/** A violation to a finding: its place, its recommendation in words, and the edit that would mend it. */

import type { RecommendedValue, Subject, Violation } from '../policies/evaluate.ts'
import type { Severity } from '../policies/policy.ts'
import type { Location } from '../source/location.ts'
import type { Manifest } from '../workloads/manifest.ts'
import type { Edit } from './edits/edit.ts'
import { insertExec } from './edits/insert-exec.ts'
import { scalarCovering } from './edits/scalar-covering.ts'
import { setField } from './edits/set-field.ts'
import { setSetting } from './edits/set-setting.ts'
import { fieldText, flagText } from './edits/value-text.ts'
import type { Finding, FindingRecommendation } from './finding.ts'
import { fingerprintOf } from './fingerprint.ts'
import { fieldTarget, placeOfTarget } from './places.ts'
import { programOf } from './program-of.ts'

/** What findings are built with. */
export interface FindingRequest {
  readonly violation: Violation
  readonly severity: Severity
  /** Objects of the document that a place is in, to find the scalar behind a place. */
  objectsAt(location: Location): readonly Manifest[]
}

/** Builds a finding; its fingerprint may still be shared with others. */
export function buildFinding(request: FindingRequest): Finding {
  const { violation, severity } = request
  const { subject } = violation
  const place = placeOfTarget(violation.target, subject)
  return {
    policy: violation.policy.policy,
    severity,
    message: violation.message,
    primary: place.at,
    related: violation.related.flatMap(({ target, message }) => {
      const related = placeOfTarget(target, subject)
      return related.isWritten ? [{ at: related.at, message }] : []
    }),
    violation,
    recommendation: violation.recommendation === null ? null : describe(violation.recommendation, subject),
    edits: plannedEdits(request),
    fingerprint: fingerprintOf(violation),
  }
}

function describe(recommended: RecommendedValue, subject: Subject): FindingRecommendation {
  const name = recommended.target.replace(/^(settings|container|pod|workload|scaler)\./, '')
  const derivation = recommended.derivation.map(({ term, value }) => ({ term, value }))
  const alternatives = recommended.alternatives.map(({ field, value }) => ({
    field: field.replace(/^(settings|container|pod|workload|scaler)\./, ''),
    value,
  }))
  if (!recommended.target.startsWith('settings.')) {
    const value = fieldText(name, recommended.value)
    const isWord = recommended.target.startsWith('process.')
    const text = isWord ? String(recommended.value) : `${name}: ${value}`
    return {
      setting: name,
      flag: null,
      current: currentField(recommended.target, subject),
      value,
      text,
      derivation,
      alternatives,
    }
  }
  const setting = subject.process?.settings.get(name)
  const flag = subject.process?.flags.get(name) ?? null
  const current = setting?.known === true && !Array.isArray(setting.value) ? scalarOf(setting.value) : null
  const isVariable = setting?.known === true && setting.origin === 'env' && setting.writtenAs !== undefined
  const text = isVariable
    ? `${setting.writtenAs}=${String(recommended.value)}`
    : flag === null
      ? `${name} = ${String(recommended.value)}`
      : flagText(flag, recommended.value)
  return { setting: name, flag, current, value: recommended.value, text, derivation, alternatives }
}

function scalarOf(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function currentField(target: string, subject: Subject): string | null {
  const field = fieldTarget(target, subject)
  if (field === null) return null
  const place = placeOfTarget(target, subject)
  return place.isWritten ? place.at.file.text.slice(place.at.span.start, place.at.span.end) : null
}

/** The edit for the recommended value; none when the target is no setting, field or word, or cannot be edited. */
function plannedEdits(request: FindingRequest): readonly Edit[] {
  const { recommendation, subject } = request.violation
  if (recommendation === null) return []
  const scalarAt = (location: Location) => scalarCovering(request.objectsAt(location), location)
  const { target, value } = recommendation
  if (target.startsWith('settings.')) {
    if (subject.process === null || subject.container === null) return []
    return listOf(
      setSetting({
        process: subject.process,
        setting: target.slice('settings.'.length),
        value,
        container: subject.container.container.node,
        scalarAt,
      }),
    )
  }
  if (target === 'process.exec') return listOf(insertExec(programOf(subject), scalarAt))
  if (target.startsWith('process.')) return wordEdits(target, String(value), subject)
  const field = fieldTarget(target, subject)
  if (field === null || subject.workload?.isTemplate === true) return []
  return listOf(setField(field.root, field.path, fieldText(target, value)))
}

/** A whole word of a list replaced by others, each written as that one is. */
function wordEdits(target: string, value: string, subject: Subject): readonly Edit[] {
  const place = placeOfTarget(target, subject)
  if (!place.isWritten) return []
  const { file, span } = place.at
  return [{ file, start: span.start, end: span.end, text: value }]
}

function listOf(edit: Edit | null): readonly Edit[] {
  return edit === null ? [] : [edit]
}
