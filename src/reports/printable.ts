/** Text from files made safe for a terminal. */

/** Control, bidirectional, zero-width and impossible characters are shown as `\u{…}`; tabs become two spaces. */
export function printable(text: string): string {
  if (/^[ -~]*$/.test(text)) return text
  return text
    .replaceAll('\t', '  ')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\p{Noncharacter_Code_Point}]/gu,
      (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    )
}
