import { describe, expect, test } from '@jest/globals'
import type { Environment } from '../../src/source/environment.ts'
import { knownValue, stringOf, unknownText } from '../../src/source/resolved.ts'
import { unsourcedText } from '../../src/source/sourced-text.ts'
import { expandReferences } from '../../src/workloads/expansion.ts'

const environment: Environment = {
  variables: new Map(
    Object.entries({ VAR_A: 'A', VAR_B: 'B', VAR_C: 'C', VAR_REF: '$(VAR_A)', VAR_EMPTY: '' }).map(([name, value]) => [
      name,
      knownValue(value),
    ]),
  ),
  open: null,
}

/** The cases of Kubernetes' own table, `third_party/forked/golang/expansion/expand_test.go`. */
const CASES: readonly (readonly [string, string])[] = [
  ['$(VAR_A)', 'A'],
  ['$(VAR_A)-$(VAR_A)', 'A-A'],
  ['$(VAR_A)-1', 'A-1'],
  ['___$(VAR_B)___', '___B___'],
  ['___$(VAR_C)', '___C'],
  ['$(VAR_A)_$(VAR_B)_$(VAR_C)', 'A_B_C'],
  ['$$(VAR_B)_$(VAR_A)', '$(VAR_B)_A'],
  ['$$(VAR_A)_$$(VAR_B)', '$(VAR_A)_$(VAR_B)'],
  ['f000-$$VAR_A', 'f000-$VAR_A'],
  ['foo\\$(VAR_C)bar', 'foo\\Cbar'],
  ['foo\\\\$(VAR_C)bar', 'foo\\\\Cbar'],
  ['foo\\\\\\\\$(VAR_A)bar', 'foo\\\\\\\\Abar'],
  ['$(VAR_A$(VAR_B))', '$(VAR_A$(VAR_B))'],
  ['$(VAR_A$(VAR_B)', '$(VAR_A$(VAR_B)'],
  ['$(VAR_REF)', '$(VAR_A)'],
  ['%%$(VAR_REF)--$(VAR_REF)%%', '%%$(VAR_A)--$(VAR_A)%%'],
  ['foo$(VAR_EMPTY)bar', 'foobar'],
  ['foo$(VAR_Awhoops!', 'foo$(VAR_Awhoops!'],
  ['f00__(VAR_A)__', 'f00__(VAR_A)__'],
  ['$?_boo_$!', '$?_boo_$!'],
  ['$VAR_A', '$VAR_A'],
  ['$(VAR_DNE)', '$(VAR_DNE)'],
  ['$$$$$$(BIG_MONEY)', '$$$(BIG_MONEY)'],
  ['$$$$$$(VAR_A)', '$$$(VAR_A)'],
  ['$$$$$$$(GOOD_ODDS)', '$$$$(GOOD_ODDS)'],
  ['$$$$$$$(VAR_A)', '$$$A'],
  ['$VAR_A)', '$VAR_A)'],
  ['${VAR_A}', '${VAR_A}'],
  ['$(VAR_B)_______$(A', 'B_______$(A'],
  ['$(VAR_C)_______$(', 'C_______$('],
  ['$(VAR_A)foobarzab$', 'Afoobarzab$'],
  ['foo-\\$(VAR_A', 'foo-\\$(VAR_A'],
  ['--$($($($($--', '--$($($($($--'],
  ['$($($($($--foo$(', '$($($($($--foo$('],
  ['foo0--$($($($(', 'foo0--$($($($('],
  ['$(foo$$var)', '$(foo$$var)'],
  ['\n', '\n'],
]

describe('$(NAME) is expanded as the kubelet expands it', () => {
  test.each(CASES)('%j', (input, expected) => {
    expect(stringOf(expandReferences(unsourcedText(input), environment))).toBe(expected)
  })

  test('a variable that is not known makes the text unknown and keeps its beginning', () => {
    const secret: Environment = {
      variables: new Map([['W', unknownText({ why: 'W comes from Secret s' })]]),
      open: null,
    }
    const expanded = expandReferences(unsourcedText('--workers=$(W)'), secret)
    expect(expanded.known).toBe(false)
    expect(!expanded.known && [expanded.why, expanded.prefix.value]).toEqual(['W comes from Secret s', '--workers='])
  })

  test('a name that a Secret may hold is unknown, a command substitution is not a name', () => {
    const open: Environment = { variables: new Map(), open: { why: 'Secret s' } }
    expect(expandReferences(unsourcedText('$(WORKERS)'), open).known).toBe(false)
    expect(stringOf(expandReferences(unsourcedText('$(nproc)'), open))).toBe('$(nproc)')
  })
})
