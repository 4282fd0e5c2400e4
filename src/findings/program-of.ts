/** The process a violation is about. */

import type { Subject } from '../policies/evaluate.ts'
import type { ProgramProcess } from '../programs/program.ts'
import { InternalError } from '../source/errors.ts'

/** The subject's process; asking for it where there is none is a bug. */
export function programOf(subject: Subject): ProgramProcess {
  if (subject.process === null) throw new InternalError('a violation without a process')
  return subject.process
}
