import * as texts from '@goalkeeper/texts/shell-first'
/** The command that opens the palette. */
export const openPalette = texts.findAnything

export const preloadPalette = () => import('./palette.tsx')
