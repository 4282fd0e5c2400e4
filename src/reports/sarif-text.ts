/** Text and paths in the form that SARIF asks for. */
import { printable } from './printable.ts'

/**
 * A message on one line without links and placeholders of its own.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html#_Toc141790714
 */
export function sarifText(text: string): string {
  return printable(text)
    .replace(/\](?=\()/g, '] ')
    .replace(/\{(\d+)\}/g, '{{$1}}')
}

/** A relative path as a URI reference: every segment percent-encoded. https://www.rfc-editor.org/rfc/rfc3986#section-4.2 */
export function sarifUri(path: string): string {
  return path
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
