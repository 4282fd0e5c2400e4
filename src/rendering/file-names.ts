/** The names of the files that make a folder a chart or a kustomization. */

/** https://helm.sh/docs/topics/charts/#the-chartyaml-file */
export const CHART_FILE = /(^|\/)Chart\.ya?ml$/

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
export const KUSTOMIZATION_FILE = /(^|\/)(kustomization\.ya?ml|Kustomization)$/
