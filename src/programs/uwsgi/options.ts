/** The options of uWSGI that decide about processes, memory and shutdown. Source: https://uwsgi-docs.readthedocs.io/en/latest/Options.html */
import type { SettingValue } from '../program.ts'

/** One option; names with `_` and `-` are the same to uWSGI. */
export interface UwsgiOption {
  readonly setting: string
  readonly names: readonly string[]
  readonly short?: string
  readonly type: 'int' | 'boolean' | 'string'
  readonly default: SettingValue
}

/** The options by setting. */
export const UWSGI_OPTIONS: readonly UwsgiOption[] = [
  { setting: 'processes', names: ['processes', 'workers'], short: 'p', type: 'int', default: 1 },
  { setting: 'threads', names: ['threads'], type: 'int', default: 1 },
  { setting: 'cheaper', names: ['cheaper'], type: 'int', default: null },
  { setting: 'harakiri', names: ['harakiri'], short: 't', type: 'int', default: null },
  { setting: 'max_requests', names: ['max-requests'], short: 'R', type: 'int', default: null },
  { setting: 'reload_on_rss', names: ['reload-on-rss'], type: 'int', default: null },
  { setting: 'worker_reload_mercy', names: ['worker-reload-mercy'], type: 'int', default: 60 },
  { setting: 'gevent', names: ['gevent'], type: 'int', default: null },
  { setting: 'async', names: ['async'], type: 'int', default: null },
  { setting: 'listen', names: ['listen'], short: 'l', type: 'int', default: 100 },
  { setting: 'buffer_size', names: ['buffer-size'], short: 'b', type: 'int', default: 4096 },
  { setting: 'master', names: ['master'], short: 'M', type: 'boolean', default: false },
  { setting: 'die_on_term', names: ['die-on-term'], type: 'boolean', default: false },
  { setting: 'hook_master_start', names: ['hook-master-start'], type: 'string', default: null },
  { setting: 'lazy_apps', names: ['lazy-apps'], type: 'boolean', default: false },
  { setting: 'enable_threads', names: ['enable-threads'], short: 'T', type: 'boolean', default: false },
  { setting: 'single_interpreter', names: ['single-interpreter'], short: 'i', type: 'boolean', default: false },
  { setting: 'need_app', names: ['need-app'], type: 'boolean', default: false },
  { setting: 'vacuum', names: ['vacuum'], type: 'boolean', default: false },
  { setting: 'http', names: ['http'], type: 'string', default: null },
  { setting: 'http_socket', names: ['http-socket'], type: 'string', default: null },
  { setting: 'socket', names: ['socket', 'uwsgi-socket'], short: 's', type: 'string', default: null },
  { setting: 'chdir', names: ['chdir'], type: 'string', default: null },
  { setting: 'module', names: ['module', 'wsgi'], short: 'w', type: 'string', default: null },
  { setting: 'wsgi_file', names: ['wsgi-file', 'file'], type: 'string', default: null },
  { setting: 'pythonpath', names: ['pythonpath', 'pp'], type: 'string', default: null },
  { setting: 'uid', names: ['uid'], type: 'string', default: null },
  { setting: 'gid', names: ['gid'], type: 'string', default: null },
  { setting: 'daemonize', names: ['daemonize'], short: 'd', type: 'string', default: null },
  { setting: 'py_autoreload', names: ['py-autoreload', 'python-autoreload'], type: 'int', default: null },
]

/** Options that name a file with further options. */
export const CONFIG_OPTIONS: ReadonlySet<string> = new Set(['ini', 'yaml', 'yml', 'json'])

/** Finds an option by its long name. */
export function optionNamed(name: string): UwsgiOption | undefined {
  const wanted = name.replaceAll('_', '-')
  return UWSGI_OPTIONS.find((option) => option.names.includes(wanted))
}
