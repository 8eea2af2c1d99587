import * as texts from '@goalkeeper/texts/shell-palette'
import type { Command, Offer } from '../commands/command-store.ts'
import { findLabelled } from '../commands/find-commands.ts'
import { openPalette } from './palette-name.ts'
import type { PaletteGroup, PaletteItem } from './palette.tsx'

/** As many as leave room for goals. */
const most = 6

/** What the screen offers to do: without words all of it by place, with words what fits them best. */
export function commandGroups(offers: readonly Offer[], words: string): PaletteGroup[] {
  const groups = offers.map(({ place, commands }) => ({
    title: place,
    items: commands
      .filter(({ label }) => label !== openPalette)
      // What has a key is what people do most.
      .toSorted((a, b) => Number(b.key !== undefined) - Number(a.key !== undefined))
      .map((command) => itemOf(command, place)),
  }))
  if (words === '') return groups
  const fitting = findLabelled(
    words,
    groups.flatMap(({ items }) => items),
  )
  return [{ title: texts.actions, items: fitting.slice(0, most) }]
}

const itemOf = ({ label, key, alias, reason, run }: Command, place: string): PaletteItem => ({
  id: `${place}-${label}`.replace(/\W+/g, '-'),
  label,
  key,
  alias,
  reason,
  go: run,
})
