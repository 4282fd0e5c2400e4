/** uWSGI's configuration files: ini, YAML and JSON with placeholders. */
import { childOf, type YamlNode } from '../../manifests/node.ts'
import { parseYaml } from '../../manifests/parse.ts'
import { createSourceFile } from '../../source/source-file.ts'
import { isVerbatimText, type SourcedText, sliceText } from '../../source/sourced-text.ts'

/** One option of a file, in order. */
export interface ConfigOption {
  readonly name: string
  readonly value: SourcedText
}

/** The options of the `uwsgi` section; none when the file cannot be read. */
export function readConfigFile(path: string, text: SourcedText): readonly ConfigOption[] {
  return /\.(ya?ml|json)$/.test(path) ? readYaml(text) : readIni(text)
}

/** `name = value` lines of `[uwsgi]`; `#` and `;` start comments. */
function readIni(text: SourcedText): readonly ConfigOption[] {
  const options: ConfigOption[] = []
  let section = ''
  for (const line of text.value.matchAll(/^[^\n]*$/gm)) {
    const header = /^\s*\[([^\]]*)\]/.exec(line[0])
    if (header?.[1] !== undefined) section = header[1]
    const sign = line[0].indexOf('=')
    const name = (sign < 0 ? line[0] : line[0].slice(0, sign)).trim()
    if (section !== 'uwsgi' || !/^[\w-]+$/.test(name)) continue
    const written = sign < 0 ? null : line[0].slice(sign + 1)
    const start = line.index + sign + 1 + (written === null ? 0 : written.length - written.trimStart().length)
    options.push({
      name,
      value: written === null ? { value: 'true', segments: [] } : sliceText(text, start, start + written.trim().length),
    })
  }
  return options
}

function readYaml(text: SourcedText): readonly ConfigOption[] {
  const whole = isVerbatimText(text) ? text.segments[0]?.location.file : undefined
  const file = whole !== undefined && whole.text === text.value ? whole : createSourceFile('uwsgi', text.value)
  const [document] = parseYaml(file).documents
  const section = childOf(document, 'uwsgi')
  if (section?.kind !== 'map') return []
  return [...section.entries].flatMap(([name, { value }]) => scalars(value).map((scalar) => ({ name, value: scalar })))
}

function scalars(node: YamlNode): readonly SourcedText[] {
  if (node.kind === 'scalar') return [node.text]
  return node.kind === 'sequence' ? node.items.flatMap(scalars) : []
}
