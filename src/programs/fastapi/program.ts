/** `fastapi run`: uvicorn behind FastAPI's own command. Source: https://fastapi.tiangolo.com/fastapi-cli/ */
import { behind, defineProgram, knownNumber } from '../parsing/table-program.ts'

/** `fastapi run` (and `fastapi dev`, which reloads). */
export const program = defineProgram({
  name: 'fastapi',
  executables: ['fastapi'],
  style: 'click',
  docs: 'https://fastapi.tiangolo.com/fastapi-cli/',
  sizeSetting: 'workers',
  options: [
    { setting: 'workers', flags: ['--workers'], type: 'int', default: 1, variables: ['WEB_CONCURRENCY'] },
    { setting: 'host', flags: ['--host'], type: 'string', default: '0.0.0.0' },
    { setting: 'port', flags: ['--port'], type: 'int', default: 8000, variables: ['PORT'] },
    { setting: 'reload', flags: ['--reload'], negative: '--no-reload', type: 'boolean', default: false },
    { setting: 'root_path', flags: ['--root-path'], type: 'string', default: '' },
    { setting: 'app', flags: ['--app'], type: 'string', default: null },
    { setting: 'entrypoint', flags: ['--entrypoint', '-e'], type: 'string', default: null },
    {
      setting: 'proxy_headers',
      flags: ['--proxy-headers'],
      negative: '--no-proxy-headers',
      type: 'boolean',
      default: true,
    },
    { setting: 'forwarded_allow_ips', flags: ['--forwarded-allow-ips'], type: 'string', default: null },
    { setting: 'help', flags: ['--help'], type: 'boolean', default: false },
  ],
  select: (words) => behind(words, 'run') ?? behind(words, 'dev'),
  role: () => 'web',
  model: (settings) => {
    const processes = knownNumber(settings, 'workers')
    return { processes, threads: 1, concurrency: 'eventLoop', parents: processes === 1 ? 0 : 1 }
  },
})
