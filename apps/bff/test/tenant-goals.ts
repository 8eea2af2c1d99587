import type { Sandbox } from '@goalkeeper/sandbox/start'

/** A goal as the tenant lists it. */
export type TenantGoal = { fields: Record<string, string | number | boolean | null>; CTA: string[]; SP: string[] }

const fields = [
  'Gsid',
  'Name',
  'StatusId',
  'DueDate',
  'EntityType',
  'CompanyId',
  'CreatedDate',
  'ModifiedDate',
  'ModifiedById',
  'Target_Value__gc',
]

/** Every goal of a sandbox, asked of itself and not of the bff, whatever its switches are. Costs one call. */
export async function readTenantGoals(sandbox: Sandbox): Promise<Map<string, TenantGoal>> {
  const switches = sandbox.switches()
  sandbox.switches({
    pageMaximum: 100_000,
    pageBase: 1,
    pageOverflow: 'refuse',
    where: 'optional',
    unselectable: [],
    associationShape: 'strings',
  })
  const response = await fetch(`${sandbox.url}/v1/csgoal/external/fetch`, {
    method: 'POST',
    headers: { accesskey: sandbox.accessKey, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ select: fields, pageSize: 100_000, pageNumber: 1 }),
  })
  sandbox.switches(switches)
  const reply = (await response.json()) as {
    data: { recordList: { dataList: TenantGoal['fields']; associatedCTAs: string[]; associatedSPs: string[] }[] }
  }
  return new Map(
    reply.data.recordList.map(({ dataList, associatedCTAs, associatedSPs }) => [
      String(dataList['Gsid']),
      { fields: dataList, CTA: associatedCTAs.toSorted(), SP: associatedSPs.toSorted() },
    ]),
  )
}
