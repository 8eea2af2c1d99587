/** The command that opens the palette. */
export const openPalette = 'Find anything'

export const preloadPalette = () => import('./palette.tsx')
