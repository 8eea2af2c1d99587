import type { Screen } from '@goalkeeper/contract/screens'

/** The header that names the screen which a change was asked for on. */
export const onScreen = (screen: Screen) => ({ 'x-goalkeeper-screen': screen })
