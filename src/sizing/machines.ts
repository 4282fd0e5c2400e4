/** Machines that nodes are commonly made of, and what of them is left for pods. */
import { MEBIBYTE } from '../units/format.ts'
import type { NodeSize } from './pick-topology.ts'

const GIBIBYTE = 1024 * MEBIBYTE

/** Name, cores, memory in GiB, and pods at most where memory is kept for each. */
type MachineRow = readonly [name: string, cores: number, gibibytes: number, pods?: number]

/** Sizes and pods: https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html and https://github.com/awslabs/amazon-eks-ami/blob/main/templates/shared/runtime/eni-max-pods.txt */
const EKS: readonly MachineRow[] = [
  ['t3.medium', 2, 4, 17],
  ['t3.large', 2, 8, 35],
  ['t3.xlarge', 4, 16, 58],
  ['m5.large', 2, 8, 29],
  ['m5.xlarge', 4, 16, 58],
  ['m5.2xlarge', 8, 32, 58],
  ['m5.4xlarge', 16, 64, 234],
  ['m6i.large', 2, 8, 29],
  ['m6i.xlarge', 4, 16, 58],
  ['m6i.2xlarge', 8, 32, 58],
  ['m6i.4xlarge', 16, 64, 234],
  ['c5.large', 2, 4, 29],
  ['c5.xlarge', 4, 8, 58],
  ['c5.2xlarge', 8, 16, 58],
  ['r5.large', 2, 16, 29],
  ['r5.xlarge', 4, 32, 58],
  ['r5.2xlarge', 8, 64, 58],
]

/** Sizes: https://cloud.google.com/compute/docs/general-purpose-machines */
const GKE: readonly MachineRow[] = [
  ['e2-standard-2', 2, 8],
  ['e2-standard-4', 4, 16],
  ['e2-standard-8', 8, 32],
  ['e2-standard-16', 16, 64],
  ['n2-standard-2', 2, 8],
  ['n2-standard-4', 4, 16],
  ['n2-standard-8', 8, 32],
  ['n2-standard-16', 16, 64],
]

/** Sizes: https://learn.microsoft.com/azure/virtual-machines/sizes/general-purpose/dsv5-series; pods: 250 is AKS' maximum. */
const AKS: readonly MachineRow[] = [
  ['Standard_D2s_v5', 2, 8, 250],
  ['Standard_D4s_v5', 4, 16, 250],
  ['Standard_D8s_v5', 8, 32, 250],
  ['Standard_D16s_v5', 16, 64, 250],
]

/** What pods can have on a machine, computed as its provider documents it. Millicores and bytes. */
export const MACHINES: ReadonlyMap<string, NodeSize> = new Map([
  ...EKS.map(([name, cores, gibibytes, pods = 0]) => [name, allocatable(cores, gibibytes, eksMemory(pods))] as const),
  ...GKE.map(([name, cores, gibibytes]) => [name, allocatable(cores, gibibytes, gkeMemory(gibibytes))] as const),
  ...AKS.map(
    ([name, cores, gibibytes, pods = 0]) => [name, allocatable(cores, gibibytes, aksMemory(gibibytes, pods))] as const,
  ),
])

/** Memory in mebibytes that is kept: 255 + 11 a pod, and 100 before pods are evicted. https://github.com/awslabs/amazon-eks-ami/blob/main/nodeadm/internal/kubelet/config.go */
function eksMemory(pods: number): number {
  return 255 + 11 * pods + 100
}

/** A share that falls with the size, and 100 before pods are evicted. https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes */
function gkeMemory(gibibytes: number): number {
  const bands = [
    [4, 0.25],
    [4, 0.2],
    [8, 0.1],
    [112, 0.06],
    [Number.POSITIVE_INFINITY, 0.02],
  ] as const
  let left = gibibytes
  let kept = 0
  for (const [size, share] of bands) {
    const part = Math.min(left, size)
    kept += part * share
    left -= part
  }
  return kept * 1024 + 100
}

/** 20 MB a pod and 50 MB, at most a quarter, and 100 MiB before pods are evicted. https://learn.microsoft.com/azure/aks/node-resource-reservations */
function aksMemory(gibibytes: number, pods: number): number {
  const megabytes = Math.min(20 * pods + 50, (gibibytes * GIBIBYTE * 0.25) / 1e6)
  return (megabytes * 1e6) / MEBIBYTE + 100
}

function allocatable(cores: number, gibibytes: number, keptMebibytes: number): NodeSize {
  return {
    cpu: cores * 1000 - keptMillicores(cores),
    memory: Math.floor(gibibytes * GIBIBYTE - keptMebibytes * MEBIBYTE),
  }
}

/** 6 % of the first core, 1 % of the second, 0.5 % of two more, 0.25 % of the rest; the same rule at all three but for roundings. */
function keptMillicores(cores: number): number {
  const bands = [60, 10, 5, 5]
  const first = bands.slice(0, cores).reduce((sum, kept) => sum + kept, 0)
  return Math.ceil(first + Math.max(0, cores - bands.length) * 2.5)
}
