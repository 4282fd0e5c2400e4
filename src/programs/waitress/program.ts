/** waitress. Source: https://docs.pylonsproject.org/projects/waitress/en/stable/runner.html */
import { defineProgram, knownNumber } from '../parsing/table-program.ts'

/** `waitress-serve`: one process with threads. */
export const program = defineProgram({
  name: 'waitress',
  executables: ['waitress-serve', 'waitress'],
  style: 'argparse',
  docs: 'https://docs.pylonsproject.org/projects/waitress/en/stable/runner.html',
  sizeSetting: 'threads',
  options: [
    { setting: 'host', flags: ['--host'], type: 'string', default: '0.0.0.0' },
    { setting: 'port', flags: ['--port'], type: 'int', default: 8080 },
    { setting: 'listen', flags: ['--listen'], type: 'list', default: [] },
    { setting: 'unix_socket', flags: ['--unix-socket'], type: 'string', default: null },
    { setting: 'threads', flags: ['--threads'], type: 'int', default: 4 },
    { setting: 'connection_limit', flags: ['--connection-limit'], type: 'int', default: 100 },
    { setting: 'backlog', flags: ['--backlog'], type: 'int', default: 1024 },
    { setting: 'channel_timeout', flags: ['--channel-timeout'], type: 'int', default: 120 },
    { setting: 'cleanup_interval', flags: ['--cleanup-interval'], type: 'int', default: 30 },
    { setting: 'url_scheme', flags: ['--url-scheme'], type: 'string', default: 'http' },
    { setting: 'url_prefix', flags: ['--url-prefix'], type: 'string', default: '' },
    { setting: 'trusted_proxy', flags: ['--trusted-proxy'], type: 'string', default: null },
    { setting: 'ident', flags: ['--ident'], type: 'string', default: 'waitress' },
    { setting: 'call', flags: ['--call'], type: 'boolean', default: false },
    { setting: 'help', flags: ['--help'], type: 'boolean', default: false },
  ],
  role: () => 'web',
  model: (settings) => ({ processes: 1, threads: knownNumber(settings, 'threads'), concurrency: 'thread', parents: 0 }),
})
