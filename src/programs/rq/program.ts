/** rq. Sources: https://python-rq.org/docs/workers/ and https://github.com/rq/rq/blob/master/rq/cli/cli.py */
import { behind, defineProgram, knownNumber } from '../parsing/table-program.ts'

/** `rq worker` (a parent and one forked process a job), `rq worker-pool -n`. */
export const program = defineProgram({
  name: 'rq',
  executables: ['rq', 'rqworker', 'manage.py'],
  style: 'click',
  docs: 'https://python-rq.org/docs/workers/',
  sizeSetting: 'num_workers',
  options: [
    { setting: 'num_workers', flags: ['-n', '--num-workers'], type: 'int', default: 1 },
    { setting: 'url', flags: ['-u', '--url'], type: 'string', default: null, variables: ['RQ_REDIS_URL'] },
    { setting: 'config', flags: ['-c', '--config'], type: 'string', default: null, variables: ['RQ_CONFIG'] },
    {
      setting: 'worker_class',
      flags: ['-w', '--worker-class'],
      type: 'string',
      default: null,
      variables: ['RQ_WORKER_CLASS'],
    },
    { setting: 'job_class', flags: ['-j', '--job-class'], type: 'string', default: null },
    { setting: 'queue_class', flags: ['--queue-class'], type: 'string', default: null },
    { setting: 'path', flags: ['-P', '--path'], type: 'list', default: [] },
    { setting: 'serializer', flags: ['-S', '--serializer'], type: 'string', default: null },
    { setting: 'burst', flags: ['-b', '--burst'], type: 'boolean', default: false },
    { setting: 'with_scheduler', flags: ['-s', '--with-scheduler'], type: 'boolean', default: false },
    { setting: 'max_jobs', flags: ['--max-jobs'], type: 'int', default: null },
    { setting: 'max_idle_time', flags: ['--max-idle-time'], type: 'int', default: null },
    { setting: 'results_ttl', flags: ['--results-ttl'], type: 'int', default: 500 },
    { setting: 'worker_ttl', flags: ['--worker-ttl'], type: 'int', default: 420 },
    { setting: 'logging_level', flags: ['-l', '--logging_level', '--logging-level'], type: 'string', default: 'INFO' },
    { setting: 'verbose', flags: ['-v', '--verbose'], type: 'boolean', default: false },
    { setting: 'quiet', flags: ['-q', '--quiet'], type: 'boolean', default: false },
    { setting: 'exception_handler', flags: ['--exception-handler'], type: 'list', default: [] },
    { setting: 'pid', flags: ['--pid'], type: 'string', default: null },
    { setting: 'help', flags: ['--help'], type: 'boolean', default: false },
  ],
  select: (words) => {
    if (words.name === 'rqworker') return words
    if (words.name === 'manage.py') return behind(words, 'rqworker') ?? behind(words, 'rqworker-pool')
    const pool = behind(words, 'worker-pool')
    if (pool !== null) return pool
    const worker = behind(words, 'worker')
    // `-n` names a single worker and counts only those of a pool.
    return worker === null ? null : { ...worker, words: withoutName(worker.words) }
  },
  role: () => 'worker',
  model: (settings) => ({
    processes: knownNumber(settings, 'num_workers'),
    threads: 1,
    concurrency: 'process',
    parents: 1,
  }),
})

function withoutName<T extends { readonly known: boolean }>(words: readonly T[]): readonly T[] {
  const texts = words.map((word) =>
    'text' in word && typeof word.text === 'object' && word.text !== null && 'value' in word.text
      ? String(word.text.value)
      : '',
  )
  return words.filter(
    (_, index) =>
      !/^(-n|--name)$/.test(texts[index] ?? '') &&
      !/^(-n|--name)$/.test(texts[index - 1] ?? '') &&
      !/^--name=/.test(texts[index] ?? ''),
  )
}
