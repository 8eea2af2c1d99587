import { createContext } from 'react'

/** Which screen a list of goals stands on, for the changes that are made in it. */
export const ListScreen = createContext<'list' | 'company'>('list')
