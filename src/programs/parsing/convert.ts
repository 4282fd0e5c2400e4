/** Texts of options to values, with the refusals of argparse and click in their own words. */
import type { ResolvedText } from '../../source/resolved.ts'
import type { Setting, SettingOrigin, SettingValue } from '../program.ts'
import { type FoundOption, placeOf } from './option.ts'

/** A converted value, or why it is refused. */
export type Conversion =
  | { readonly kind: 'value'; readonly value: SettingValue }
  | { readonly kind: 'refused'; readonly message: string }

/** A setting from a found option whose value has been converted. */
export function settingFromOption(option: FoundOption, value: SettingValue, origin: SettingOrigin): Setting {
  const text = option.value?.known ? option.value.text : undefined
  const at = placeOf(option.value) ?? option.at
  return { known: true, value, origin, at, text, writtenAs: option.flag }
}

/** A setting that an unknown text sets. */
export function unknownSetting(value: Extract<ResolvedText, { known: false }>, writtenAs: string | undefined): Setting {
  return { known: false, why: value.why, dependsOn: value.dependsOn, at: placeOf(value), writtenAs }
}
