/** Text from files made safe for a terminal. */

/** Control, bidirectional and zero-width characters are shown as `\u{…}`; tabs become two spaces. */
export function printable(text: string): string {
  return text
    .replaceAll('\t', '  ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (character) => {
      return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
    })
}
