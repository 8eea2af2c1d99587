import type { NamedKind } from '@goalkeeper/contract/catalogue'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import type { Database } from '#bff/database/connect.ts'

/** What an id is called, and what tells two of one name apart. */
export type Label = { label: string; hint: string | null }

/** The names behind ids, of which a facet has hundreds: asked of the catalogue once, for as long as it does not change. */
export type Labels = {
  of: (kind: NamedKind, ids: readonly string[]) => Promise<ReadonlyMap<string, Label>>
  forget: () => void
}

type Parts = { database: Pick<Database, 'kind'>; catalogue: Pick<Catalogue, 'companies' | 'names'> }

export function createLabels({ database, catalogue }: Parts): Labels {
  const known = new Map<NamedKind, Map<string, Label>>()

  async function read(kind: NamedKind, ids: readonly string[]): Promise<[string, Label][]> {
    if (kind === 'company') {
      const companies = await catalogue.companies(ids)
      return [...companies].map(([id, { name, hint }]) => [id, { label: name, hint }])
    }
    const names = await catalogue.names(kind, ids)
    return [...names].map(([id, label]) => [id, { label, hint: null }])
  }

  return {
    async of(kind, ids) {
      // On a server other processes change the catalogue, too.
      if (database.kind === 'postgres') return new Map(await read(kind, ids))
      const labels = known.get(kind) ?? new Map<string, Label>()
      known.set(kind, labels)
      const unknown = ids.filter((id) => !labels.has(id))
      if (unknown.length > 0) for (const [id, label] of await read(kind, unknown)) labels.set(id, label)
      return labels
    },
    forget: () => known.clear(),
  }
}
