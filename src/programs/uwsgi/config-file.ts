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
    const match = /^\s*([\w-]+)\s*(?:=\s*(.*?))?\s*$/.exec(line[0])
    if (section !== 'uwsgi' || match?.[1] === undefined || /^\s*[#;]/.test(line[0])) continue
    const value = match[2] ?? 'true'
    const start = line.index + line[0].lastIndexOf(value)
    options.push({
      name: match[1],
      value: match[2] === undefined ? { value, segments: [] } : sliceText(text, start, start + value.length),
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
