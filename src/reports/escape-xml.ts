/** Text from files made safe for XML and HTML. */
import { printable } from './printable.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text on one line for an element or an attribute; characters that XML forbids are shown as `\u{…}`. https://www.w3.org/TR/xml/#charsets */
export function escapeXml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/** The same for several lines; line breaks stay. */
export function escapeXmlLines(text: string): string {
  return text.split(/\r?\n/).map(escapeXml).join('\n')
}
