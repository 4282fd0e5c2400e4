/** Text from files made safe for Markdown. */

/** Escapes markup, keeps one line, and takes the meaning from mentions and references with a zero-width space. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? '')
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    .replace(/@/g, '@&#8203;')
    .replace(/\\#/g, '\\#&#8203;')
}
