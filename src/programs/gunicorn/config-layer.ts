/** gunicorn's configuration file: the one that `-c` names, else `gunicorn.conf.py` in the working directory. */
import type { Invocation } from '../../commands/invocation.ts'
import type { ConfigFiles } from '../config-files.ts'
import type { Setting } from '../program.ts'
import type { Layer } from './layer.ts'

const EMPTY: Layer = { settings: new Map(), error: null, opaque: null, doubts: [] }

/** Reads the settings of the configuration file. */
export function readConfigLayer(config: Setting | undefined, invocation: Invocation, files: ConfigFiles): Layer {
  void config
  void invocation
  void files
  return EMPTY
}
