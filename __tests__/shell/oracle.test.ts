/** The interpreter agrees with the shells that are installed here, on what they really started. */
import { beforeAll, describe, expect, test } from '@jest/globals'
import { loadShellGrammar, type ShellGrammar } from '../../src/shell/grammar.ts'
import type { ShellExecution } from '../../src/shell/interpret.ts'
import { stringOf } from '../../src/source/resolved.ts'
import { oracleEnvironment, oracleParameters, oracleScripts } from './oracle-scripts.ts'
import { interpret, isInstalled, isStub, type RealStart, runReally } from './shells.ts'

let grammar: ShellGrammar
beforeAll(async () => {
  grammar = await loadShellGrammar()
})

const watched = ['A', 'B', 'C', 'D', 'E', 'PORT', 'NEW', 'OTHER', 'EMPTY']

for (const shell of ['dash', 'bash', 'busybox'] as const) {
  const scripts = oracleScripts.filter((one) => one.shells.includes(shell)).map(({ script }) => script)
  const title = isInstalled(shell) ? `as ${shell} does` : `as ${shell} does: skipped, ${shell} is not installed`
  const suite = isInstalled(shell) ? describe : describe.skip
  suite(title, () => {
    test.each(scripts)('%s', (script) => {
      const setting = {
        environment: { ...oracleEnvironment, HOME: '/root' },
        parameters: oracleParameters,
        name: 'name',
      }
      const real = runReally(shell, script, setting)
      const found = interpret(grammar, script, { ...setting, dialect: shell })
      expect(found.incomplete).toBeNull()
      const starts = found.executions.filter((one) => !one.conditional && isStub(programOf(one)))
      expect(starts.map((one) => describeExecution(one)).sort()).toEqual(real.map(describeReal).sort())
    })
  })
}

function programOf(execution: ShellExecution): string {
  return execution.argv[0] === undefined ? '' : (stringOf(execution.argv[0]) ?? '')
}

function describeExecution({ argv, environment }: ShellExecution): string {
  const variables = watched.flatMap((name) => {
    const text = environment.variables.get(name)
    return text === undefined ? [] : [`${name}=${stringOf(text)}`]
  })
  return JSON.stringify([argv.map((word) => stringOf(word)), variables])
}

function describeReal({ argv, environment }: RealStart): string {
  const variables = watched.flatMap((name) => (environment[name] === undefined ? [] : [`${name}=${environment[name]}`]))
  return JSON.stringify([argv, variables])
}
