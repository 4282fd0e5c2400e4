/** A part of the files: the jobs of a matrix report on one part each, and `merge` puts the parts together. */
import { createHash } from 'node:crypto'
import { UserError } from './source/errors.ts'

/** Part `index` of `count`, from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** Reads `I/N`; anything else is the user's mistake. */
export function parseShard(text: string): Shard {
  const match = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text.trim())
  const shard = { index: Number(match?.[1]), count: Number(match?.[2]) }
  if (match === null || shard.index > shard.count)
    throw new UserError(`shard is ${JSON.stringify(text)}; expected I/N with I from 1 to N, such as 1/3`)
  return shard
}

/** Is a file in the part? Its path alone decides, so every file is in exactly one part. */
export function isInShard(file: string, { index, count }: Shard): boolean {
  return createHash('sha256').update(file).digest().readUInt32BE(0) % count === index - 1
}
