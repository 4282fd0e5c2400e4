/** daphne. Source: https://github.com/django/daphne#readme */
import { defineProgram } from '../parsing/table-program.ts'

/** daphne: one process with one event loop. */
export const program = defineProgram({
  name: 'daphne',
  executables: ['daphne'],
  style: 'argparse',
  docs: 'https://github.com/django/daphne#readme',
  sizeSetting: null,
  options: [
    { setting: 'port', flags: ['-p', '--port'], type: 'int', default: null },
    { setting: 'bind', flags: ['-b', '--bind'], type: 'string', default: null },
    { setting: 'websocket_timeout', flags: ['--websocket_timeout'], type: 'int', default: 86400 },
    { setting: 'websocket_connect_timeout', flags: ['--websocket_connect_timeout'], type: 'int', default: 5 },
    { setting: 'unix_socket', flags: ['-u', '--unix-socket'], type: 'string', default: null },
    { setting: 'fd', flags: ['--fd'], type: 'int', default: null },
    { setting: 'endpoint', flags: ['-e', '--endpoint'], type: 'list', default: [] },
    { setting: 'verbosity', flags: ['-v', '--verbosity'], type: 'int', default: 1 },
    { setting: 'http_timeout', flags: ['-t', '--http-timeout'], type: 'int', default: null },
    { setting: 'access_log', flags: ['--access-log'], type: 'string', default: null },
    { setting: 'ping_interval', flags: ['--ping-interval'], type: 'int', default: 20 },
    { setting: 'ping_timeout', flags: ['--ping-timeout'], type: 'int', default: 30 },
    { setting: 'application_close_timeout', flags: ['--application-close-timeout'], type: 'int', default: 10 },
    { setting: 'root_path', flags: ['--root-path'], type: 'string', default: '' },
    { setting: 'proxy_headers', flags: ['--proxy-headers'], type: 'boolean', default: false },
    { setting: 'server_name', flags: ['-s', '--server-name'], type: 'string', default: 'daphne' },
    { setting: 'help', flags: ['-h', '--help'], type: 'boolean', default: false },
  ],
  role: () => 'web',
  model: () => ({ processes: 1, threads: 1, concurrency: 'eventLoop', parents: 0 }),
})
