/** Kubernetes field paths: the way to a value inside an object. */

/** Keys and list indexes from the root of an object, as in `['spec', 'containers', 0, 'image']`. */
export type FieldPath = readonly (string | number)[]

/** Prints a path as Kubernetes does: `spec.containers[0].image`. */
export function printFieldPath(path: FieldPath): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else if (/^[A-Za-z_][\w-]*$/.test(step)) text += text === '' ? step : `.${step}`
    else text += `[${JSON.stringify(step)}]`
  }
  return text
}
