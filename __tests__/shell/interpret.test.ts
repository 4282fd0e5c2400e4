/** What is not known stays unknown, what cannot be decided is conditional, and every word knows where it was written. */
import { beforeAll, describe, expect, test } from '@jest/globals'
import { loadShellGrammar, type ShellGrammar } from '../../src/shell/grammar.ts'
import type { ShellExecution } from '../../src/shell/interpret.ts'
import { textAt } from '../../src/source/location.ts'
import { unknownText } from '../../src/source/resolved.ts'
import { isVerbatimText, locateText } from '../../src/source/sourced-text.ts'
import { interpret, summarize } from './shells.ts'

let grammar: ShellGrammar
beforeAll(async () => {
  grammar = await loadShellGrammar()
})

const secret = unknownText({ why: 'X comes from Secret web-env' })

describe('the CPU count of the node', () => {
  test.each([
    ['prog -w $(nproc)'],
    ['prog -w `nproc`'],
    ['prog -w "$(nproc --all)"'],
    ['W=$(nproc); prog -w $((W * 2 + 1))'],
    ['prog -w $(( 2 * `nproc` + 1 ))'],
    ['prog -w ${UNSET:-$(( $(nproc) * 2 + 1 ))}'],
    ['prog -w $(getconf _NPROCESSORS_ONLN)'],
    ['prog -w $(grep -c ^processor /proc/cpuinfo)'],
    ['prog -w $(cat /proc/cpuinfo | grep processor | wc -l)'],
    ["prog -w $(python -c 'import multiprocessing; print(multiprocessing.cpu_count())')"],
    ['prog -w $(python3 -c "import os; print(len(os.sched_getaffinity(0)))")'],
    ['prog -w `expr 2 \\* $(nproc --all) + 1`'],
    ['prog -w $(echo "2 * $(nproc) + 1" | bc)'],
    ["prog -w $(nproc | awk '{print $1 * 2 + 1}')"],
    ['W=$(nproc); if [ "$W" -gt 4 ]; then W=4; fi; prog -w $W'],
    ['W=$(nproc); [ -z "$W" ] && W=2; prog -w $W'],
    ['export W=$(nproc); (( W = W > 8 ? 8 : W )); prog -w $W'],
    ['let W=$(nproc)*2; prog -w $W'],
  ])('%s', (script) => {
    expect(summarize(interpret(grammar, script)).at(-1)).toBe('prog -w ?(cpu)')
  })
})

describe('values that are not known', () => {
  test.each([
    ['prog $X "$X" --a=$X "--b=$X"', ['prog ?… ? --a=?… --b=?']],
    ['prog ${X:-4} ${X#a} ${#X} $((X + 1))', ['prog ?… ?… ? ?']],
    ['prog ${X:+set} ${UNSET:+set} ${UNSET:-2}', ['prog ?… 2']],
    ['prog $(hostname) "$(date +%s)" $HOSTNAME "$RANDOM" "$$"', ['prog ?… ? ?… ? ?']],
    ['A=$X; B=pre$A; prog "$B" $B', ['prog pre? pre?…']],
    ['set -- $X; prog "$#" "$1" "$@"', ['prog ? ? ?…']],
    ['a=(1 $X 2); prog "${a[0]}" "${a[1]}" "${a[2]}" "${#a[@]}" "${a[@]}"', ['prog 1 ? ? ? 1 ?… 2']],
    ['read W; prog $W', ['prog ?…']],
    ['prog *.conf --allow=* "*"', ['prog ?… --allow=* *']],
    ['eval "$X"; prog ${LATER:-4}', ['prog ?…']],
    ['. ./unseen.sh; prog ${LATER:-4}', ['prog ?…']],
    ['. ./seen.sh; prog ${LATER:-4}', ['prog 7']],
    ['. /venv/bin/activate; prog ${LATER:-4}', ['prog 4']],
    ['prog $UNSET ${UNSET:-3} "$UNSET"', ['prog 3 ""']],
  ])('%s', (script, expected) => {
    const files = { '/app/seen.sh': 'LATER=7\n' }
    expect(summarize(interpret(grammar, script, { environment: { X: secret }, files }))).toEqual(expected)
  })

  test('an open environment may set any variable, but what the script sets or unsets is certain', () => {
    const found = interpret(grammar, 'prog ${W:-4} $Z; W=2; unset Z; prog $W ${Z-none}', { open: 'Secret web-env' })
    expect(summarize(found)).toEqual(['prog ?… ?…', 'prog 2 none'])
    expect(found.executions[0]?.argv[1]).toMatchObject({ why: 'W may be set by Secret web-env' })
  })

  test.each([
    ['prog $(hostname)', 'the output of `hostname` is not known'],
    ['prog $HOSTNAME', 'HOSTNAME is set when the container runs'],
    ['prog "$X"', 'X comes from Secret web-env'],
    ['if [ "$X" ]; then W=1; fi; prog $W', 'W depends on a condition that cannot be decided'],
    ['prog *', 'the files that match * are not known'],
  ])('%s says why: %s', (script, why) => {
    const [start] = interpret(grammar, script, { environment: { X: secret } }).executions
    expect(start?.argv[1]).toMatchObject({ known: false, why })
  })
})

describe('conditions that cannot be decided', () => {
  test.each([
    ['if [ "$X" = a ]; then prog a; else prog b; fi; prog c', ['[maybe] prog a', '[maybe] prog b', 'prog c']],
    ['if [ -f /x ]; then W=1; else W=2; fi; prog $W', ['prog ?…']],
    ['if [ -f /x ]; then W=1; else W=1; fi; prog $W', ['prog 1']],
    ['if [ -f /known ]; then prog yes; else prog no; fi', ['prog yes']],
    ['if check; then prog a; else prog b; fi', ['check', '[maybe] prog a', '[maybe] prog b']],
    ['if [ "$X" ]; then exec prog a; fi; exec prog b', ['[maybe] prog a', '[maybe] prog b']],
    ['[ "$X" ] && exit 0; prog b', ['[maybe] prog b']],
    ['check || exit 1; prog a', ['check', 'prog a']],
    ['if ! check; then exit 1; fi; prog a', ['check', 'prog a']],
    ['[ "$X" ] || exit 1; prog a', ['prog a']],
    ['[ "$X" ] || exit 0; prog a', ['[maybe] prog a']],
    ['[ "$X" ] || exit $X; prog a', ['[maybe] prog a']],
    ['([ "$X" ] || exit 1; prog a); prog b', ['[maybe] [sub] prog a', 'prog b']],
    [
      'if [ "$X" ]; then prog a; exit 1; fi; if [ "$X" = y ]; then prog b; fi; prog c',
      ['[maybe] prog a', '[maybe] prog b', 'prog c'],
    ],
    ['case $X in a) exit 1;; b) prog b;; *) prog c;; esac; prog d', ['[maybe] prog b', '[maybe] prog c', 'prog d']],
    ['check || exit 1; if [ "$X" ]; then prog a; else prog b; fi', ['check', '[maybe] prog a', '[maybe] prog b']],
    ['set -e; [ "$X" = a ] && Y=1; if [ "$X" ]; then [ a = b ]; fi; prog a', ['prog a']],
    [
      'while true; do check; if [ $? = 0 ]; then break; fi; n=x$n; if [ $n = xxx ]; then exit 1; fi; done; prog a',
      ['check', '[maybe] check', '[maybe] check', 'prog a'],
    ],
    [
      'while true; do if check; then break; fi; if [ "$X" ]; then exit 1; fi; sleep 1; done; prog b',
      ['check', '[maybe] sleep 1', 'prog b'],
    ],
    ['check && prog a || prog b; prog c', ['check', 'prog a', '[maybe] prog b', 'prog c']],
    ['! check && prog a; prog b', ['check', '[maybe] prog a', 'prog b']],
    ['until check; do sleep 1; done; prog a', ['check', 'prog a']],
    ['while ! nc -z db 5432; do sleep 1; done; prog a', ['nc -z db 5432', 'prog a']],
    ['while true; do prog a; sleep 5; done; prog never', ['prog a', 'sleep 5']],
    ['while true; do n=$((n + 1)); prog a; done; prog never', ['prog a']],
    ['while true; do if check; then break; fi; sleep 1; done; prog b', ['check', '[maybe] sleep 1', 'prog b']],
    ['while read l; do prog "$l"; done <f; prog b', ['[maybe] prog ?', 'prog b']],
    ['for q in $X; do prog -Q $q; done; prog b', ['[maybe] prog -Q ?…', 'prog b']],
    ['case $X in a) prog a;; *) prog b;; esac; prog c', ['[maybe] prog a', '[maybe] prog b', 'prog c']],
    ['case $X in a) exec prog a;; esac; prog c', ['[maybe] prog a', '[maybe] prog c']],
    ['case pre$X in a*) prog a;; pre*) prog b;; esac', ['[maybe] prog b']],
    ['[ "pre$X" = other ] || prog a; [ -z "pre$X" ] || prog b', ['prog a', 'prog b']],
    ['f() { if check; then return; fi; prog a; }; f; prog b', ['check', '[maybe] prog a', 'prog b']],
    ['A="-w 4"; [ "$X" ] && A="$A -x"; prog $A', ['prog ?…']],
    ['true || prog a; false && prog b; prog c', ['prog c']],
    ['set -e; check; prog a; false; prog b', ['check', 'prog a']],
    ['command -v prog >/dev/null && prog a; prog b', ['[maybe] prog a', 'prog b']],
    ['test -n "$X" && set -- x; prog "$@"', ['prog ?…']],
  ])('%s', (script, expected) => {
    const files = { '/known': 'text' }
    expect(summarize(interpret(grammar, script, { environment: { X: secret }, files }))).toEqual(expected)
  })
})

describe('processes', () => {
  test.each([
    ['prog a & prog b; wait', ['[background] prog a', 'prog b']],
    [
      '(prog a; prog b) & prog c | prog d',
      ['[background] [sub] prog a', '[background] [sub] prog b', '[piped] prog c', '[piped] prog d'],
    ],
    ['(prog a)', ['[sub] prog a']],
    ['A=$(prog a); prog "$A"', ['prog ?']],
  ])('%s', (script, expected) => {
    expect(summarize(interpret(grammar, script))).toEqual(expected)
  })

  test.each([
    // dash, bash, busybox, an unknown /bin/sh; measured with dash 0.5.12, bash 5.2 and busybox 1.35
    ['prog', [false, true, true, null]],
    ['exec prog', [true, true, true, true]],
    ['other; prog', [false, true, true, null]],
    ['other && prog', [false, true, true, null]],
    ['V=1 prog', [false, true, true, null]],
    ['prog 2>&1', [false, false, true, null]],
    ['{ prog; }', [false, false, true, null]],
    ['if true; then prog; fi', [false, false, true, null]],
    ['prog\n', [false, true, false, null]],
    ['prog\n\n', [false, false, false, false]],
    ['prog; :', [false, false, false, false]],
    ['prog | cat', [false, false, false, false]],
    ['! prog', [false, false, false, false]],
    ['prog &', [false, false, false, false]],
    ['other & prog', [false, false, true, null]],
    ['trap "echo x" TERM; prog', [false, false, false, false]],
    ['trap "" TERM; prog', [false, true, true, null]],
    ['set -e; other && prog', [false, false, true, null]],
    ['f() { prog; }; f', [false, false, false, false]],
    ['eval prog', [false, false, false, false]],
    ['command prog', [false, true, true, null]],
  ])('%j becomes the shell: dash, bash, busybox, unknown %j', (script, expected) => {
    const found = (['dash', 'bash', 'busybox', 'posix'] as const).map(
      (dialect) =>
        interpret(grammar, script, { dialect }).executions.find((one) => programOf(one) === 'prog')?.becomesShell,
    )
    expect(found).toEqual(expected)
  })

  test('a script file is never replaced by its last command, except by exec', () => {
    const found = interpret(grammar, 'prog a\nexec prog b', { form: 'file' }).executions
    expect(found.map(({ becomesShell }) => becomesShell)).toEqual([false, true])
  })

  test.each([
    ["trap 'kill -TERM $p' TERM; prog & p=$!; wait", true],
    ["trap 'x' INT EXIT; prog", false],
    ["trap '' TERM; prog", false],
    ['(trap x TERM); prog', false],
    ['trap x TERM; trap - TERM; prog', false],
    ['trap x SIGTERM', true],
    ['trap x 15', true],
  ])('%s acts on TERM: %s', (script, expected) => {
    expect(interpret(grammar, script).trapsTerm).toBe(expected)
  })

  test('the working directory follows cd', () => {
    const found = interpret(grammar, 'prog; cd sub && prog; cd ../..; prog; cd "$X"; prog; (cd /tmp; prog)', {
      environment: { X: secret },
    })
    expect(found.executions.map(({ workingDirectory }) => workingDirectory)).toEqual([
      '/app',
      '/app/sub',
      '/',
      null,
      '/tmp',
    ])
  })

  test('exec -c clears the environment', () => {
    const [start] = interpret(grammar, 'exec -c prog', { environment: { A: '1' } }).executions
    expect(start?.environment.variables.size).toBe(0)
  })
})

function programOf(execution: ShellExecution): string | undefined {
  const [program] = execution.argv
  return program?.known === true ? program.text.value : undefined
}

describe('places', () => {
  test.each([
    ['prog -w 4 --x', 2, '4'],
    ['prog "-w 4" x', 1, '-w 4'],
    ["prog 'quoted text'", 1, 'quoted text'],
    ['W=4\nprog -w $W', 2, '4'],
    ['W="4 5"; prog $W', 2, '5'],
    ['prog ${W:-16}', 1, '16'],
    ['prog "${W:-16}"', 1, '16'],
    ['a=(-w 7); prog "${a[@]}"', 2, '7'],
    ['f() { prog "$1"; }; f 9', 1, '9'],
    ['set -- -w 3; exec prog "$@"', 2, '3'],
    ['V=abc.tar; prog ${V%.*}', 1, 'abc'],
    ['V=xx12; prog ${V#xx} y', 1, '12'],
    ['prog "$(echo 5)"', 1, '5'],
    ['eval "prog -w 8"', 2, '8'],
    ['export N=6; prog $N', 1, '6'],
  ])('%s: word %d stands where it can be edited, as %s', (script, index, expected) => {
    const word = interpret(grammar, script).executions[0]?.argv[index]
    const at = word?.known === true && isVerbatimText(word.text) ? locateText(word.text) : undefined
    expect(at === undefined ? undefined : textAt(at)).toBe(expected)
  })

  test('a value from the environment points at the environment', () => {
    const word = interpret(grammar, 'prog -w $W', { environment: { W: '12' } }).executions[0]?.argv[2]
    expect(word?.known === true ? locateText(word.text)?.file.path : undefined).toBe('env/W')
  })

  test('a word pieced together points at its pieces, and is not verbatim', () => {
    const word = interpret(grammar, 'W=4; prog --workers=$W').executions[0]?.argv[1]
    expect(
      word?.known === true ? [word.text.value, isVerbatimText(word.text), word.text.segments.length] : undefined,
    ).toEqual(['--workers=4', false, 2])
  })

  test('a command points at its words', () => {
    const at = interpret(grammar, 'other;  W=1 prog a "b"  # c').executions[1]?.at
    expect(at === undefined ? undefined : textAt(at)).toBe('W=1 prog a "b"')
  })
})

describe('errors and limits', () => {
  test.each([
    ['prog a\nprog b\nif', ['prog a', 'prog b'], 'unexpected end of the script'],
    ['prog a; fi', [], 'unexpected "fi"'],
    ['prog a\nprog "x', ['prog a'], 'a double quote is not closed'],
    ['prog a\n)', ['prog a'], 'unexpected ")"'],
    ['prog ${X:?wanted}; prog b', [], 'X is not set, and the script stops without it'],
    ['prog a; prog $((1 / 0))', ['prog a'], 'division by zero'],
    ['set -u; prog $NOPE', [], 'NOPE is not set'],
    ['readonly A=1; A=2; prog', [], 'A is readonly'],
  ])('%j', (script, executions, why) => {
    const found = interpret(grammar, script)
    expect(summarize(found)).toEqual(executions)
    expect(found.problems.map((problem) => problem.why)).toEqual([why])
    expect(found.problems[0]?.at).toBeDefined()
  })

  test.each([
    ['a=a; while true; do a=$a$a; done', 'a text grows longer than 131072 characters'],
    ['prog a; f() { f; }; f', 'calls are nested more than 50 deep'],
    ['prog a; for i in $(seq 1000); do prog $i; done', 'a loop runs more than 100 times'],
    ['prog a; i=0; while [ $i -lt 5000 ]; do i=$((i + 1)); done', 'a loop runs more than 100 times'],
    ['prog a; for a in {1..99}; do for b in {1..99}; do :; done; done', 'the script runs more than 4000 commands'],
    ['prog {1..100}{1..100}', 'braces make more than 1000 words'],
    ['eval "$(printf "a%.0s" $(seq 5))"; x=\'eval "$x"\'; eval "$x"', 'calls are nested more than 50 deep'],
  ])('%s stops: %s', (script, why) => {
    const found = interpret(grammar, script)
    expect(found.incomplete?.why).toBe(why)
    if (script.startsWith('prog a;')) expect(summarize(found)[0]).toBe('prog a')
  })

  test('deep nesting is a problem, not a crash', () => {
    for (const script of [
      `${'('.repeat(5000)}prog`,
      `prog ${'$('.repeat(5000)}`,
      `prog $((${'('.repeat(5000)}1${')'.repeat(5000)}))`,
      `${'if true; then '.repeat(3000)}prog`,
      `prog ${'"${a:-'.repeat(4000)}`,
      `[[ ${'( '.repeat(4000)}`,
      'a && '.repeat(20000),
      `${'true || '.repeat(3000)}prog`,
    ]) {
      const found = interpret(grammar, script)
      expect(found.problems.length + (found.incomplete === null ? 0 : 1)).toBeLessThanOrEqual(5)
    }
  })

  test('bash commands in an unknown /bin/sh are pointed out', () => {
    const found = interpret(grammar, '[[ $1 == a ]] && prog a; prog b', { dialect: 'posix' })
    expect(found.problems.map((problem) => problem.why)).toEqual(['[[ is a command of bash that /bin/sh may not have'])
    expect(summarize(found)).toEqual(['[maybe] prog a', 'prog b'])
  })
})
