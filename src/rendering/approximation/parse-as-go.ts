/** YAML as helm reads it: that of 1.1 with its booleans and merge keys, but without times. */
import { parse } from 'yaml'

/**
 * Reads values. `yes` and `off` are booleans, `0644` is octal, and `<<` merges; dates and `1:30` stay texts. Fails on `0o17`,
 * which is a number of 1.2 that helm knows.
 * https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go
 */
export function parseAsGo(text: string): unknown {
  if (/(^|[\s:,[{])[-+]?0o[0-7]/m.test(text)) throw new RangeError('0o is octal for helm alone')
  return parse(text, {
    version: '1.1',
    customTags: (tags) =>
      tags.filter((tag) => typeof tag === 'string' || (tag.tag !== 'tag:yaml.org,2002:timestamp' && !isTime(tag))),
  })
}

function isTime(tag: object): boolean {
  return 'format' in tag && tag.format === 'TIME'
}
