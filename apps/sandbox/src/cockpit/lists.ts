import type { Call } from '../call.ts'
import { cockpitList } from './cockpit-list.ts'

const shared = [
  'Gsid',
  'Name',
  'CompanyId',
  'CompanyId__gr.Name',
  'DueDate',
  'OwnerId',
  'OwnerId__gr.Name',
  'StatusId',
  'StatusId__gr.Name',
]

/** POST /v2/cockpit/cta/list. */
export function listCtas(call: Call): unknown {
  return cockpitList(call, {
    object: 'call_to_action',
    alwaysSent: [
      ...shared,
      'PriorityId',
      'PriorityId__gr.Name',
      'ReasonId',
      'ReasonId__gr.Name',
      'TypeId',
      'TypeId__gr.Name',
    ],
    spellings: {},
  })
}

/** POST /v2/successPlan/list. Which spelling of status and type a tenant knows is not confirmed, so both are (reference 5.4). */
export function listSuccessPlans(call: Call): unknown {
  return cockpitList(call, {
    object: 'cta_group',
    alwaysSent: [...shared, 'TypeId', 'TypeId__gr.Name'],
    spellings: {
      StatusName: 'StatusId__gr.Name',
      TypeName: 'TypeId__gr.Name',
      SuccessPlanTypeId: 'TypeId',
      'SuccessPlanTypeId__gr.Name': 'TypeId__gr.Name',
    },
  })
}
