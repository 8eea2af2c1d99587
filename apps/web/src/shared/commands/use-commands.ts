import { useEffect, useEffectEvent } from 'react'
import { type Command, type CommandPlace, type KeyHint, offerCommands } from './command-store.ts'

/** Offers commands, and tells keys, as long as the component is on screen. */
export function useCommands(place: CommandPlace, commands: Command[], hints: KeyHint[] = []): void {
  const read = useEffectEvent(() => ({ place, commands, hints }))
  useEffect(() => offerCommands(() => read()), [])
}
