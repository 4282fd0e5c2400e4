/** The arithmetic and the remedies of a finding as plain text. */
import type { JsonRecommendation } from './json-report.ts'

/** `limits.cpu = 500m → floor(2 × 0.5) + 1 = 2`; empty without steps. */
export function arithmeticText({ derivation }: JsonRecommendation): string {
  return derivation.map(({ term, value }) => `${term} = ${value}`).join(' → ')
}

/** `--workers=2 (limits.cpu = 500m → …), or resources.limits.cpu: 4`. */
export function remedyText(recommendation: JsonRecommendation): string {
  const steps = arithmeticText(recommendation)
  const others = recommendation.alternatives.map(({ field, value }) => `, or ${field}: ${value}`)
  return `${recommendation.text}${steps === '' ? '' : ` (${steps})`}${others.join('')}`
}
