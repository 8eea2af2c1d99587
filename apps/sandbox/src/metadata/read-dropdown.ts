import type { Call } from '../call.ts'
import { success } from '../http/envelope.ts'
import { ObjectNotFound } from '../refusal.ts'

/** GET /v1/meta/services/dropdowns/:categoryId: a picklist with its items (reference 6.3). */
export function readDropdown({ tenant, params }: Call): unknown {
  const picklist = tenant.picklists.get(params['categoryId'] ?? '')
  if (!picklist) throw new ObjectNotFound()
  const { name, gsid, items } = picklist
  const systemName = name.toUpperCase().replace(/\W+/g, '_')
  return success({
    categoryDetails: {
      name,
      type: 'PICKLIST',
      count: items.length,
      limit: 500,
      variant: 'SINGLE_SELECT',
      systemName,
      gsid,
    },
    childItems: items.map((item) => ({
      name: item.name,
      systemName: item.name.toUpperCase().replace(/\W+/g, '_'),
      displayOrder: item.order,
      color: item.color,
      active: item.active,
      default: item.isDefault,
      deleted: false,
      systemDefined: false,
      categoryId: gsid,
      gsid: item.gsid,
    })),
  })
}
