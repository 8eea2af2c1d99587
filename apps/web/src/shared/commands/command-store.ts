import * as common from '@goalkeeper/texts/common'
/** Where a command belongs, from what is nearest to the person outwards: the nearer one wins a key. */
export const commandPlaces = [
  common.thisGoal,
  common.thisReview,
  common.thisList,
  common.itsRows,
  common.thisPage,
  common.everywhere,
] as const
export type CommandPlace = (typeof commandPlaces)[number]

/** Something that the screen offers to do: the palette lists it, and its key does it. */
export type Command = {
  label: string
  /** The single key that does it, as `KeyboardEvent.key` has it. */
  key?: string | undefined
  /** Whether holding the key down does it again and again. */
  repeats?: boolean
  /** Other words that people look for it by. */
  alias?: string
  /** Why it cannot be done now. */
  reason?: string | null | undefined
  run: () => void
  /** Whether it is offered at the moment of asking: a narrow screen hides some buttons. */
  isThere?: () => boolean
}

/** A key that means something only where the focus is, told in the help sheet. */
export type KeyHint = { keys: string; label: string }

export type Offer = { place: CommandPlace; commands: Command[]; hints?: KeyHint[] }

type Read = () => Offer
const offers = new Set<Read>()

/** Offers commands until what it gives back is called. They are read whenever somebody asks for them. */
export function offerCommands(read: Read): () => void {
  offers.add(read)
  return () => offers.delete(read)
}

/** What the screen offers at this moment, by place; the nearest first. */
export function readCommands(): Offer[] {
  const read = [...offers].map((each) => each())
  return commandPlaces
    .map((place) => {
      const here = read.filter((offer) => offer.place === place)
      return {
        place,
        commands: here.flatMap(({ commands }) => commands.filter(({ isThere }) => isThere?.() ?? true)),
        hints: here.flatMap(({ hints = [] }) => hints),
      }
    })
    .filter(({ commands, hints }) => commands.length > 0 || hints.length > 0)
}

/** Does what a command of this label does, if the screen offers it. */
export function runCommand(label: string): void {
  readCommands()
    .flatMap(({ commands }) => commands)
    .find((command) => command.label === label)
    ?.run()
}
