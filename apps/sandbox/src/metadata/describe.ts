import { z } from 'zod'
import type { Call } from '../call.ts'
import { success } from '../http/envelope.ts'
import { ObjectNotFound } from '../refusal.ts'
import { findTable } from '../tenant/tenant.ts'
import type { Table } from '../tenant/table.ts'
import { describeField } from './describe-field.ts'

/** GET /v1/meta/services/objects/:object/describe: the object as a list of one (reference 6.2). */
export function describeObject(call: Call): unknown {
  return success([describeTable(call, objectNamed(call, call.params['object']), true)])
}

const requestSchema = z.looseObject({
  objectNames: z.array(z.string()).min(1),
  populatePickListOptions: z.enum(['true', 'false']).default('false'),
})

/** POST /v1/meta/services/objects/describe: several objects; their picklists' items only when asked for (reference 6.2). */
export function describeObjects(call: Call): unknown {
  const request = requestSchema.safeParse(call.body)
  if (!request.success) throw new ObjectNotFound()
  const withOptions = request.data.populatePickListOptions === 'true'
  return success(request.data.objectNames.map((name) => describeTable(call, objectNamed(call, name), withOptions)))
}

/** GET /v1/api/describe/MDA/:object: the older form, objects by their name (reference 6.2). */
export function describeObjectLegacy(call: Call): unknown {
  const table = objectNamed(call, call.params['object'])
  return success({ [table.name]: describeTable(call, table, true) })
}

function objectNamed({ tenant }: Call, name = ''): Table {
  const table = findTable(tenant, name)
  if (!table) throw new ObjectNotFound()
  return table
}

function describeTable(call: Call, table: Table, withOptions: boolean) {
  return {
    objectName: table.name,
    label: table.label,
    labelPlural: table.labelPlural,
    objectType: 'STANDARD',
    ...(!call.switches.absent.includes('key-prefix') && { keyPrefix: table.keyPrefix }),
    fields: table.fields.map((field) => describeField(call, table, field, withOptions)),
  }
}
