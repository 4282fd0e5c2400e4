/** Scalars of plain documents. */
import { type Location, locationOf } from '../../source/location.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { type SourcedText, unsourcedText } from '../../source/sourced-text.ts'
import type { ScalarStyle, YamlScalar } from '../node.ts'
import { decodeScalarText } from '../scalar-text.ts'
import { doubleQuotedValue, foldedValue, literalValue, plainScalarValue, singleQuotedValue } from './scalar-value.ts'

/** How a scalar is written and where. */
export interface Written {
  readonly start: number
  readonly stop: number
  readonly style: ScalarStyle
  readonly isShared: boolean
}

/** A scalar; its value and its characters are worked out when they are asked for. */
export class PlainScalar implements YamlScalar {
  readonly kind = 'scalar'
  readonly isShared: boolean
  readonly style: ScalarStyle
  readonly #file: SourceFile
  readonly #start: number
  readonly #stop: number
  #value: string | number | boolean | null | undefined
  #text: SourcedText | null = null

  constructor(file: SourceFile, { start, stop, style, isShared }: Written) {
    this.#file = file
    this.#start = start
    this.#stop = stop
    this.style = style
    this.isShared = isShared
  }

  get location(): Location {
    return locationOf(this.#file, this.#start, this.#stop)
  }

  get value(): string | number | boolean | null {
    if (this.#value === undefined) this.#value = scalarValue(this.#file.text, this.#start, this.#stop, this.style)
    return this.#value
  }

  get text(): SourcedText {
    this.#text ??= this.#decode()
    return this.#text
  }

  get bareText(): string {
    if (this.#start === this.#stop) return ''
    const { value } = this
    return typeof value === 'string' ? value : this.#file.text.slice(this.#start, this.#stop)
  }

  #decode(): SourcedText {
    if (this.#start === this.#stop) return unsourcedText('')
    return decodeScalarText(this.bareText, this.location, this.style)
  }
}

function scalarValue(text: string, start: number, stop: number, style: ScalarStyle): PlainScalar['value'] {
  switch (style) {
    case 'plain':
      return plainScalarValue(text.slice(start, stop))
    case 'doubleQuoted':
      return doubleQuotedValue(text.slice(start + 1, stop - 1))
    case 'singleQuoted':
      return singleQuotedValue(text.slice(start + 1, stop - 1))
    case 'literal':
      return literalValue(text.slice(start, stop))
    case 'folded':
      return foldedValue(text.slice(start, stop))
  }
}
