/** Completion scripts for shells. Words come from our own tables and hold no characters that a shell reads as more. */
import type { CompletedCommand } from './completion-words.ts'

/** Scripts by the name of their shell. */
export const COMPLETION_SCRIPTS: ReadonlyMap<string, (commands: readonly CompletedCommand[]) => string> = new Map([
  ['bash', bashScript],
  ['zsh', zshScript],
  ['fish', fishScript],
])

/** https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html */
function bashScript(commands: readonly CompletedCommand[]): string {
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter((option) => option.values !== null)
      .map(
        (option) =>
          `    '${name} ${option.flag}') words='${(option.values ?? []).join(' ')}'; [ -n "$words" ] || return ;;`,
      ),
  )
  const flags = commands.map(
    ({ name, options }) => `      ${name}) words='${options.map(({ flag }) => flag).join(' ')}' ;;`,
  )
  const own = commands
    .filter(({ words }) => words.length > 0)
    .map(({ name, words }) => `      ${name}) words='${words.join(' ')}' ;;`)
  return `# workerlint completion for bash: source <(workerlint completion bash)
_workerlint() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= word words=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${commands.map(({ name }) => name).join('|')}) command=$word; break ;; esac
  done
  # "--format=te" arrives as three words.
  [ "$current" = = ] && current=
  [ "$previous" = = ] && previous=\${COMP_WORDS[COMP_CWORD-2]}
  case "\${command:-check} $previous" in
${values.join('\n')}
    *) case $current in
    -*) case \${command:-check} in
${flags.join('\n')}
      esac ;;
    *) case $command in
      '') words='${commands.map(({ name }) => name).join(' ')}' ;;
${own.join('\n')}
      esac ;;
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _workerlint workerlint
`
}

/** https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
function zshScript(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name, about }) => `      '${name}:${zshText(about)}'`)
  const cases = commands.map(({ name, options, words }) => {
    const specs = options.map(({ flag, about, values }) => {
      const value = values === null ? '' : `:value:${values.length === 0 ? '_files' : `(${values.join(' ')})`}`
      return `        '*${flag}[${zshText(about)}]${value}'`
    })
    const rest =
      words.length === 0
        ? "'*:file:_files'"
        : `'*:word:_alternative "words:word:(${words.join(' ')})" "files:file:_files"'`
    return `    ${name})\n      _arguments \\\n${[...specs, `        ${rest}`].join(' \\\n')} ;;`
  })
  return `#compdef workerlint
# workerlint completion for zsh: source <(workerlint completion zsh)
_workerlint() {
  local -a commands
  if (( CURRENT == 2 )); then
    commands=(
${names.join('\n')}
    )
    _describe command commands
    _files
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
    *) _files ;;
  esac
}
compdef _workerlint workerlint
`
}

function zshText(text: string): string {
  return text.replace(/'/g, '’').replace(/[[\]:]/g, ' ')
}

/** https://fishshell.com/docs/current/completions.html */
function fishScript(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(' ')
  const lines = commands.flatMap(({ name, about, options, words }) => {
    const when = `'__fish_seen_subcommand_from ${name}'`
    return [
      `complete -c workerlint -n 'not __fish_seen_subcommand_from ${names}' -a ${name} -d '${fishText(about)}'`,
      ...options.map(({ flag, values, about: meaning }) => {
        const value = values === null ? '' : values.length === 0 ? ' -r' : ` -x -a '${values.join(' ')}'`
        return `complete -c workerlint -n ${when} -l ${flag.slice(2)}${value} -d '${fishText(meaning)}'`
      }),
      ...(words.length === 0 ? [] : [`complete -c workerlint -n ${when} -a '${words.join(' ')}'`]),
    ]
  })
  return `# workerlint completion for fish: workerlint completion fish | source\n${lines.join('\n')}\n`
}

function fishText(text: string): string {
  return text.replace(/['\\]/g, '’')
}
