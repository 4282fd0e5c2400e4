/** arq. Source: https://arq-docs.helpmanual.io/ */
import { defineProgram } from '../parsing/table-program.ts'

/** `arq worker.Settings`: one process with one event loop; `max_jobs` is in the application. */
export const program = defineProgram({
  name: 'arq',
  executables: ['arq'],
  style: 'click',
  docs: 'https://arq-docs.helpmanual.io/',
  sizeSetting: null,
  ending: ['check'],
  options: [
    { setting: 'burst', flags: ['--burst'], negative: '--no-burst', type: 'boolean', default: null },
    { setting: 'check', flags: ['--check'], type: 'boolean', default: false },
    { setting: 'watch', flags: ['--watch'], type: 'string', default: null },
    { setting: 'verbose', flags: ['-v', '--verbose'], type: 'boolean', default: false },
    { setting: 'custom_log_dict', flags: ['--custom-log-dict'], type: 'string', default: null },
    { setting: 'version', flags: ['--version'], type: 'boolean', default: false },
    { setting: 'help', flags: ['--help'], type: 'boolean', default: false },
  ],
  role: () => 'worker',
  model: () => ({ processes: 1, threads: 10, concurrency: 'eventLoop', parents: 0 }),
})
