import type { Status } from '@goalkeeper/contract/catalogue'

/** The statuses to choose from, in the order given to them here; what the tenant has switched off cannot be chosen any more. */
export function statusChoices(statuses: readonly Status[]): Status[] {
  return statuses.filter(({ active, name }) => active && name !== '').toSorted((a, b) => a.order - b.order)
}

/** Those that the typed words can mean: names that begin with them first, then names that hold them. */
export function matchingChoices(choices: readonly Status[], typed: string): Status[] {
  const words = typed.trim().toLowerCase()
  const rank = ({ name }: Status) => {
    const place = name.toLowerCase().indexOf(words)
    return place < 0 ? 2 : Math.min(place, 1)
  }
  return choices.filter((choice) => rank(choice) < 2).toSorted((a, b) => rank(a) - rank(b))
}

/** The choice that a number key picks: 1 for the first. Null where the tenant has names that begin with the digit, or there is no such choice. */
export function choiceOfDigit(choices: readonly Status[], key: string): Status | null {
  if (!/^[1-9]$/.test(key) || choices.some(({ name }) => name.startsWith(key))) return null
  return choices[Number(key) - 1] ?? null
}
