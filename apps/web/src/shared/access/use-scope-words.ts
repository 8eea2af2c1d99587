import { useQuery } from '@tanstack/react-query'
import { fieldsQuery } from '../api/catalogue-queries.ts'
import { meQuery } from '../api/me-query.ts'
import { scopeWords } from './scope-words.ts'

/** Which goals I see, in a sentence; null when I see all. */
export function useScopeWords(): string | null {
  const { data: me } = useQuery(meQuery())
  const { data } = useQuery(fieldsQuery())
  return me ? scopeWords(me, data?.fields ?? []) : null
}
