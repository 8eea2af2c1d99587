import * as common from '@goalkeeper/texts/common'
import { readLinkables, type LinkedItem } from '@goalkeeper/contract/catalogue'
import { request } from '#web/shared/api/request.ts'
import type { PickedRecord } from '#web/shared/form/record-picker.tsx'

/** Searches CTAs or success plans of all companies by name. */
export const findLinked =
  (kind: LinkedItem['kind']) =>
  async (search: string, signal: AbortSignal): Promise<{ records: PickedRecord[]; notice: string | null }> => {
    const { items, notice } = await request(readLinkables, { query: { search, companyId: undefined } }, { signal })
    return {
      notice: search.trim() === '' ? common.typeAPartOfTheName : notice,
      records: items
        .filter((item) => item.kind === kind && item.found)
        .map(({ gsid, name, companyName, status }) => ({
          gsid,
          name: name ?? gsid,
          hint: [companyName, status].filter(Boolean).join(', ') || null,
        })),
    }
  }
