/** The many ways to ask how many CPUs the node has. */

/** Does this command print the CPU count? `nproc` follows the node, or its quota in new versions: never the manifest. */
export function printsCpuCount(program: string, words: readonly string[]): boolean {
  switch (program) {
    case 'nproc':
      return true
    case 'getconf':
      return words.some(
        (word) => word === '_NPROCESSORS_ONLN' || word === '_NPROCESSORS_CONF' || word === 'NPROCESSORS_ONLN',
      )
    case 'grep':
    case 'egrep':
      return words.some(readsCpuFile)
    case 'awk':
    case 'sed':
    case 'wc':
    case 'cut':
    case 'head':
    case 'tail':
    case 'ls':
      return words.some(readsCpuFile)
    case 'lscpu':
    case 'mpstat':
      return true
    case 'sysctl':
      return words.some((word) => /ncpu|logicalcpu|physicalcpu/.test(word))
    default:
      return /^python[0-9.]*$/.test(program) && words.some((word) => /cpu_count|sched_getaffinity/.test(word))
  }
}

function readsCpuFile(word: string): boolean {
  return word === '/proc/cpuinfo' || word.startsWith('/sys/devices/system/cpu')
}
