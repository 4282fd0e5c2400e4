/** How celery's processes use CPU and memory. Source: https://docs.celeryq.dev/en/stable/userguide/concurrency/index.html */
import type { Count, ProcessModel, Settings } from '../program.ts'

/** The model by pool; null when the pool is not known. */
export function celeryModel(settings: Settings): ProcessModel | null {
  const pool = settings.get('pool_effective')
  if (pool?.known !== true) return null
  const concurrency = largestConcurrency(settings)
  switch (pool.value) {
    case 'prefork':
      return { processes: concurrency, threads: 1, concurrency: 'process', parents: 1 }
    case 'threads':
      return { processes: 1, threads: concurrency, concurrency: 'thread', parents: 0 }
    case 'gevent':
    case 'eventlet':
      return { processes: 1, threads: concurrency, concurrency: 'eventLoop', parents: 0 }
    case 'solo':
      return { processes: 1, threads: 1, concurrency: 'process', parents: 0 }
    default:
      return null
  }
}

/** With autoscaling the maximum counts: the pool grows to it. */
function largestConcurrency(settings: Settings): Count {
  const autoscale = settings.get('autoscale')
  if (autoscale?.known === false) return null
  if (Array.isArray(autoscale?.value)) return typeof autoscale.value[0] === 'number' ? autoscale.value[0] : null
  const concurrency = settings.get('concurrency')
  return concurrency?.known === true && typeof concurrency.value === 'number' ? concurrency.value : null
}
