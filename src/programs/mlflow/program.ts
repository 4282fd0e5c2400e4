/** MLflow's server. Source: https://mlflow.org/docs/latest/api_reference/cli.html#mlflow-server */
import { behind, defineProgram, knownNumber } from '../parsing/table-program.ts'

/** `mlflow server` and `mlflow models serve`: four workers unless told otherwise. */
export const program = defineProgram({
  name: 'mlflow',
  executables: ['mlflow'],
  style: 'click',
  docs: 'https://mlflow.org/docs/latest/api_reference/cli.html#mlflow-server',
  sizeSetting: 'workers',
  options: [
    { setting: 'workers', flags: ['-w', '--workers'], type: 'int', default: 4, variables: ['MLFLOW_WORKERS'] },
    {
      setting: 'gunicorn_opts',
      flags: ['--gunicorn-opts'],
      type: 'string',
      default: null,
      variables: ['MLFLOW_GUNICORN_OPTS'],
    },
    {
      setting: 'uvicorn_opts',
      flags: ['--uvicorn-opts'],
      type: 'string',
      default: null,
      variables: ['MLFLOW_UVICORN_OPTS'],
    },
    { setting: 'waitress_opts', flags: ['--waitress-opts'], type: 'string', default: null },
    { setting: 'host', flags: ['-h', '--host'], type: 'string', default: '127.0.0.1', variables: ['MLFLOW_HOST'] },
    { setting: 'port', flags: ['-p', '--port'], type: 'int', default: 5000, variables: ['MLFLOW_PORT'] },
    { setting: 'backend_store_uri', flags: ['--backend-store-uri'], type: 'string', default: null },
    { setting: 'registry_store_uri', flags: ['--registry-store-uri'], type: 'string', default: null },
    { setting: 'default_artifact_root', flags: ['--default-artifact-root'], type: 'string', default: null },
    { setting: 'artifacts_destination', flags: ['--artifacts-destination'], type: 'string', default: null },
    {
      setting: 'serve_artifacts',
      flags: ['--serve-artifacts'],
      negative: '--no-serve-artifacts',
      type: 'boolean',
      default: true,
    },
    { setting: 'artifacts_only', flags: ['--artifacts-only'], type: 'boolean', default: false },
    { setting: 'static_prefix', flags: ['--static-prefix'], type: 'string', default: null },
    { setting: 'app_name', flags: ['--app-name'], type: 'string', default: null },
    { setting: 'dev', flags: ['--dev'], type: 'boolean', default: false },
    { setting: 'expose_prometheus', flags: ['--expose-prometheus'], type: 'string', default: null },
    { setting: 'help', flags: ['--help'], type: 'boolean', default: false },
  ],
  select: (words) => behind(words, 'server') ?? behind(words, 'models', 'serve'),
  role: () => 'web',
  model: (settings) => ({
    processes: knownNumber(settings, 'workers'),
    threads: 1,
    concurrency: 'process',
    parents: 1,
  }),
})
