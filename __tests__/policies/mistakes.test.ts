import { describe, expect, test } from '@jest/globals'
import { compileFiles } from '../../src/policies/compile-files.ts'
import { PROGRAMS } from '../../src/programs/registry.ts'
import { createSourceFile } from '../../src/source/source-file.ts'

function mistakesOf(text: string): readonly string[] {
  const { mistakes, policies } = compileFiles([{ file: createSourceFile('own.yaml', text), group: 'user' }], PROGRAMS)
  if (mistakes.length > 0) expect(policies).toEqual([])
  return mistakes.map(({ line, column, message }) => `${line}:${column}: ${message}`)
}

describe('a policy file', () => {
  test('with five mistakes shows all five, each with its place and the word that was meant', () => {
    const shown = mistakesOf(`id: ours
title: Ours
severity: warnig
confidence: fact
programs: [gunicron]
variables:
  - {name: port, expression: settings.wokers + 1}
matchConditions:
  - {name: small, expression: variables.port > 1}
validations:
  - expression: container.limits.memori != null
    message: Ours
    target: settings.workers
    recomendation: "3"
`)
    expect(shown).toHaveLength(5)
    expect(shown.join('\n')).toMatch(/3:11: severity is "warnig".*Did you mean "warning"\?/)
    expect(shown.join('\n')).toMatch(/5:12: unknown program "gunicron".*Did you mean "gunicorn"\?/)
    expect(shown.join('\n')).toMatch(/7:\d+: .*wokers.*Did you mean "workers"\?/)
    expect(shown.join('\n')).toMatch(/11:\d+: .*memori.*Did you mean "memory"\?/)
    expect(shown.join('\n')).toMatch(/14:5: unknown key "recomendation".*Did you mean "recommendation"\?/)
  })

  test('may not use a regular expression', () => {
    const shown = mistakesOf(`id: ours
title: Ours
severity: warning
confidence: fact
validations:
  - expression: "!process.command.matches('(a+)+$')"
    message: matches('x') in a text is fine
    target: process.command
`)
    expect(shown).toEqual([expect.stringMatching(/^6:\d+: matches is not available.*looksLike/)])
  })

  test('that is right has no mistakes', () => {
    expect(
      mistakesOf(`id: ours
title: Ours
severity: warning
confidence: fact
programs: [gunicorn]
validations:
  - expression: process.command.looksLike('*shop*')
    message: Ours
    target: process.command
`),
    ).toEqual([])
  })
})
