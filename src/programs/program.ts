/** What every program module provides, and what a recognised process looks like. */
import type { Invocation } from '../commands/invocation.ts'
import type { Location } from '../source/location.ts'
import type { SourcedText } from '../source/sourced-text.ts'
import type { ConfigFiles } from './config-files.ts'
import type { ProgramWords } from './program-words.ts'

/** A setting's value in the program's own terms. */
export type SettingValue = string | number | boolean | null | readonly (string | number)[]

/** Where a setting's value comes from. */
export type SettingOrigin = 'cli' | 'env' | 'configFile' | 'default'

/**
 * A setting of a process. `at` is the place of the value, or of what makes it unknown; `text` the characters of the value
 * alone, for edits.
 */
export type Setting =
  | {
      readonly known: true
      readonly value: SettingValue
      readonly origin: SettingOrigin
      readonly at?: Location | undefined
      readonly text?: SourcedText | undefined
      /** The flag or variable as it is written. */
      readonly writtenAs?: string | undefined
    }
  | {
      readonly known: false
      readonly why: string
      readonly dependsOn?: 'cpu_count' | undefined
      readonly at?: Location | undefined
      readonly text?: SourcedText | undefined
      readonly writtenAs?: string | undefined
    }

/** Settings by the program's own names. */
export type Settings = ReadonlyMap<string, Setting>

/** The part a process plays. */
export type ProcessRole = 'web' | 'worker' | 'beat' | 'monitor'

/** A number that settings decide; null when it cannot be known. */
export type Count = number | null

/** How a process uses CPU and memory. */
export interface ProcessModel {
  /** Processes that do the work, without their parent. */
  readonly processes: Count
  /** Threads or greenlets that serve at once in each process. */
  readonly threads: Count
  /** What one more unit of concurrency is. */
  readonly concurrency: 'process' | 'thread' | 'eventLoop'
  /** Parents and helpers beside the working processes. */
  readonly parents: number
}

/** Why the real program would refuse to start, in its own words. */
export interface StartupError {
  readonly message: string
  readonly at: Location | undefined
  /** The setting that is refused, when the error is about one. */
  readonly setting: string | null
}

/** A recognised process. */
export interface ProgramProcess {
  readonly program: string
  readonly role: ProcessRole
  readonly invocation: Invocation
  readonly settings: Settings
  readonly startupError: StartupError | null
  readonly model: ProcessModel | null
  /** The setting that decides how many processes work; null when none does. */
  readonly sizeSetting: string | null
  /** Variables that the program reads by itself. */
  readonly readsVariables: readonly string[]
  /** Flags by setting, first the one to recommend: `{workers: '--workers'}`. */
  readonly flags: ReadonlyMap<string, string>
  /** Index in argv after which further options may stand. */
  readonly optionsFrom: number
  /** Sentences about what could not be known that a user can act on. */
  readonly doubts: readonly string[]
}

/** The type of a setting in policies; `any` for those that may be null. */
export type SettingType = 'number' | 'string' | 'boolean' | 'strings' | 'numbers' | 'any'

/** A program that workerlint knows. */
export interface Program {
  readonly name: string
  /** Every setting that a process of this program can have, with its type. */
  readonly settingTypes: ReadonlyMap<string, SettingType>
  /** Names of executables and Python modules under which it is started. */
  readonly executables: readonly string[]
  /** The processes that a command of this program starts; none when it is no server (`--version`, `inspect`). */
  read(words: ProgramWords, invocation: Invocation, files: ConfigFiles): readonly ProgramProcess[]
}
