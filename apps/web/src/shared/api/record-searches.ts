import {
  readLinkables,
  searchCompanies,
  searchOpportunities,
  searchRelationships,
  searchUsers,
  type NamedRecord,
} from '@goalkeeper/contract/catalogue'
import { request } from './request.ts'

type Search = (words: string, signal: AbortSignal) => Promise<{ records: NamedRecord[]; notice: string | null }>

export const findCompanies: Search = async (search, signal) => {
  const { companies, notice } = await request(searchCompanies, { query: { search, limit: 20 } }, { signal })
  return {
    notice,
    records: companies.map(({ gsid, name, hint, attributes }) => ({ gsid, name, hint: hint ?? csmOf(attributes) })),
  }
}

export const findUsers: Search = (search, signal) => request(searchUsers, { query: { search, limit: 20 } }, { signal })

/** Relationships of one company or, without one, of all. */
export const findRelationships =
  (companyId?: string): Search =>
  (search, signal) =>
    request(searchRelationships, { query: { search, limit: 20, companyId } }, { signal })

/** Opportunities of one company or, without one, of all. */
export const findOpportunities =
  (companyId?: string): Search =>
  (search, signal) =>
    request(searchOpportunities, { query: { search, limit: 20, companyId } }, { signal })

/** Open CTAs and plans of a company. */
export const findLinkables = (companyId: string, signal: AbortSignal) =>
  request(readLinkables, { query: { companyId, search: '' } }, { signal })

function csmOf(attributes: Record<string, unknown>): string | null {
  const csm = attributes['Csm__gr.Name']
  return typeof csm === 'string' ? csm : null
}
