import type { Call } from '../call.ts'
import { success } from '../http/envelope.ts'

const names: Record<string, string> = {
  CTA_TYPE: 'CTA Type',
  CTA_STATUS: 'CTA Status',
  CTA_PRIORITY: 'CTA Priority',
  CTA_REASON: 'CTA Reason',
  SUCCESS_PLAN_TYPE: 'Success Plan Type',
  SUCCESS_PLAN_STATUS: 'Success Plan Status',
}

/** GET /v2/…/admin/picklist/lite?category=A,B: items by category, those that are not known left out (reference 4). */
export function cockpitPicklists({ tenant, query }: Call): unknown {
  const asked = typeof query['category'] === 'string' ? query['category'].split(',') : []
  const picklists = [...tenant.picklists.values()]
  const found = asked.flatMap((category) => {
    const picklist = picklists.find(({ name }) => name === names[category])
    if (!picklist) return []
    const items = picklist.items.map(({ gsid, name, order, active, color }) => ({
      gsid,
      name,
      displayOrder: order,
      active,
      color,
    }))
    return [[category, items] as const]
  })
  return success(Object.fromEntries(found))
}
