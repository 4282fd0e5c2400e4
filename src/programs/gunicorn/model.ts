/** How gunicorn's processes use CPU and memory. */
import type { Count, ProcessModel, Settings } from '../program.ts'

/** Worker classes that run one event loop a process. */
const EVENT_LOOP_CLASS = /^(gevent|eventlet|tornado|asgi)|uvicorn|gevent|aiohttp|hypercorn/i

/** The model by worker class; null when the class is not known. */
export function gunicornModel(settings: Settings): ProcessModel | null {
  const workerClass = settings.get('worker_class_effective')
  if (workerClass?.known !== true || typeof workerClass.value !== 'string') return null
  const processes = countOf(settings, 'workers')
  if (EVENT_LOOP_CLASS.test(workerClass.value)) return { processes, threads: 1, concurrency: 'eventLoop', parents: 1 }
  if (/^gthread$|ThreadWorker$/.test(workerClass.value)) {
    return { processes, threads: countOf(settings, 'threads'), concurrency: 'thread', parents: 1 }
  }
  return { processes, threads: 1, concurrency: 'process', parents: 1 }
}

function countOf(settings: Settings, name: string): Count {
  const setting = settings.get(name)
  return setting?.known === true && typeof setting.value === 'number' ? setting.value : null
}
