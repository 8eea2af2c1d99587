import * as texts from '@goalkeeper/texts/commands-first'
export const isMac = navigator.platform.startsWith('Mac')

/** The palette's own keys, as they are shown. */
export const paletteKeys = isMac ? '⌘K' : texts.ctrlK

/** A key as it is shown: J, ?, Enter, Esc. */
export const keyWords = (key: string): string =>
  key.length === 1 ? key.toUpperCase() : key.replace('Escape', texts.esc)
