/** Names by how near they are to a word: the share of runs of three letters that both have. */
export function createNearness<Item>(items: readonly Item[], nameOf: (item: Item) => string) {
  let runs: Map<string, number[]> | null = null
  const sizes: number[] = []

  function index(): Map<string, number[]> {
    const found = new Map<string, number[]>()
    for (const [at, item] of items.entries()) {
      const own = runsOf(nameOf(item))
      sizes[at] = own.size
      for (const run of own) {
        const list = found.get(run)
        if (list) list.push(at)
        else found.set(run, [at])
      }
    }
    return found
  }

  return (word: string, most = 5): Item[] => {
    runs ??= index()
    const own = runsOf(word)
    const shared = new Map<number, number>()
    for (const run of own) for (const at of runs.get(run) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    return [...shared]
      .map(([at, count]) => ({ at, score: (2 * count) / (own.size + (sizes[at] ?? 0)) }))
      .filter(({ score }) => score >= leastAlike)
      .toSorted((one, other) => other.score - one.score || one.at - other.at)
      .slice(0, most)
      .flatMap(({ at }) => items[at] ?? [])
  }
}

const leastAlike = 0.35

function runsOf(text: string): Set<string> {
  const padded = `  ${text.trim().toLowerCase().replaceAll(/\s+/g, ' ')} `
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)))
}
