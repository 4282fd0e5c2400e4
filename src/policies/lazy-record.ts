/** Values by name that are worked out when an expression asks for them, because most are never asked for. */

/** Gives one value of a record from what the record is about; undefined stands for what is not known. */
type Reader<S> = (source: S) => unknown

/** What records of one kind hold, numbered so that each record remembers its values in a list. */
export interface Readers<S> {
  readonly numbers: ReadonlyMap<string, number>
  readonly reads: readonly Reader<S>[]
}

/** The values that records of one kind have, by name. */
export function readersOf<S>(entries: readonly (readonly [name: string, read: Reader<S>])[]): Readers<S> {
  return {
    numbers: new Map(entries.map(([name], number) => [name, number])),
    reads: entries.map(([, read]) => read),
  }
}

/** Values by name, made on demand. */
export class LazyRecord {
  /** The value of a name; undefined when it is not known. */
  readonly read: (name: string) => unknown
  /** The same as an object for those who look at objects by themselves. */
  readonly plain: () => Readonly<Record<string, unknown>>

  constructor(read: (name: string) => unknown, plain: () => Readonly<Record<string, unknown>>) {
    this.read = read
    this.plain = plain
  }
}

/** Stands for a value that was looked for and is not known. */
const ABSENT = Symbol('absent')

/** A record about something, which works out each of its values once. */
export function lazyRecord<S>({ numbers, reads }: Readers<S>, source: S): LazyRecord {
  const values: unknown[] = []
  const read = (name: string) => {
    const number = numbers.get(name)
    if (number === undefined) return undefined
    const before = values[number]
    if (before !== undefined) return before === ABSENT ? undefined : before
    const value = reads[number]?.(source)
    values[number] = value === undefined ? ABSENT : value
    return value
  }
  return new LazyRecord(
    read,
    once(() => plainRecord(numbers.keys(), read)),
  )
}

/** Gives what was made the first time. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | null = null
  return () => {
    made ??= make()
    return made
  }
}

/** Values by name without lazy records among them. */
export function plainScope(scope: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const plain: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(scope)) plain[name] = plainValue(value)
  return plain
}

/**
 * An object whose fields are still read when they are asked for. CEL's library tells the type of an object from its first
 * value, so that one has to be known.
 */
function plainRecord(names: Iterable<string>, read: (name: string) => unknown): Readonly<Record<string, unknown>> {
  const plain = {}
  let hasFirst = false
  for (const name of names) {
    hasFirst ||= read(name) !== undefined
    if (hasFirst) Object.defineProperty(plain, name, { enumerable: true, get: () => plainValue(read(name)) })
  }
  return plain
}

function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.some((item) => item instanceof LazyRecord) ? value.map(plainValue) : value
  return value instanceof LazyRecord ? value.plain() : value
}
