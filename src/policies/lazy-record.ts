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

/** Values by name, made on demand. Records are classes, because functions of its own cost each record more than its values. */
export abstract class LazyRecord {
  #plain: Readonly<Record<string, unknown>> | null = null

  /** The value of a name; undefined when it is not known. */
  abstract read(name: string): unknown

  /** The same as an object for those who look at objects by themselves. */
  plain(): Readonly<Record<string, unknown>> {
    this.#plain ??= this.makePlain()
    return this.#plain
  }

  protected abstract makePlain(): Readonly<Record<string, unknown>>
}

/** A record about something, which works out each of its values once. */
export function lazyRecord<S>(readers: Readers<S>, source: S): LazyRecord {
  return new FactRecord(readers, source)
}

/** Stands for a value that was looked for and is not known. */
const ABSENT = Symbol('absent')

class FactRecord<S> extends LazyRecord {
  readonly #readers: Readers<S>
  readonly #source: S
  readonly #values: unknown[] = []

  constructor(readers: Readers<S>, source: S) {
    super()
    this.#readers = readers
    this.#source = source
  }

  read(name: string): unknown {
    const number = this.#readers.numbers.get(name)
    if (number === undefined) return undefined
    const before = this.#values[number]
    if (before !== undefined) return before === ABSENT ? undefined : before
    const value = this.#readers.reads[number]?.(this.#source)
    this.#values[number] = value === undefined ? ABSENT : value
    return value
  }

  protected makePlain(): Readonly<Record<string, unknown>> {
    return plainRecord(this.#readers.numbers.keys(), (name) => this.read(name))
  }
}

/** A record over a map, each of whose entries gives one value. */
export class MapRecord<T> extends LazyRecord {
  readonly #entries: ReadonlyMap<string, T>
  readonly #valueIn: (entry: T) => unknown

  constructor(entries: ReadonlyMap<string, T>, valueIn: (entry: T) => unknown) {
    super()
    this.#entries = entries
    this.#valueIn = valueIn
  }

  read(name: string): unknown {
    const entry = this.#entries.get(name)
    return entry === undefined ? undefined : this.#valueIn(entry)
  }

  protected makePlain(): Readonly<Record<string, unknown>> {
    const values = [...this.#entries].map(([name, entry]) => [name, this.#valueIn(entry)] as const)
    return Object.fromEntries(values.filter(([, value]) => value !== undefined))
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
