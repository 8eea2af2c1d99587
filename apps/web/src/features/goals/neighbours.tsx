import { createContext, use, type ReactNode } from 'react'

/** The goals before and after the open one in the list beside it; null at an end, or where the list does not show the open goal. */
export type Neighbours = { previous: string | null; next: string | null }

export const noNeighbours: Neighbours = { previous: null, next: null }

const Context = createContext(noNeighbours)

export function NeighboursProvider({ value, children }: { value: Neighbours; children: ReactNode }) {
  return <Context value={value}>{children}</Context>
}

/** For the panel of the open goal, which steps through the list and stays open. */
export const useNeighbours = () => use(Context)
