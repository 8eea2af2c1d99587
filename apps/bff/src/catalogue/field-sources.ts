import { type DescribedObject, describeObjectsBody } from '@goalkeeper/gainsight/objects'
import type { Connection } from '../connection/connection.ts'
import { likelyNames } from '../connection/object-names.ts'
import type { Gateway } from '../gateway/gateway.ts'
import { firstOffered } from './accepted-routes.ts'
import { type DescribedField, describedFields } from './described-field.ts'
import { isRefusal } from './narrow-select.ts'
import type { Turn } from './row-source.ts'

/** The fields of an object; null when the tenant describes none, or has no such object. */
export type DescribeObject = (object: string, turn: Turn) => Promise<DescribedField[] | null>

/** Describes an object in the first of three ways that the tenant offers (reference 6.2). */
export function createDescribe(
  gateway: Pick<Gateway, 'read'>,
  connection: Pick<Connection, 'known' | 'learn'>,
): DescribeObject {
  return async (object, turn) => {
    const params = { object }
    const described = await firstOffered<DescribedObject[]>(connection, [
      { capability: 'describe', run: () => known(gateway.read('describeObject', null, { ...turn, params })) },
      {
        capability: 'describeBatch',
        run: () => known(gateway.read('describeObjects', describeObjectsBody([object]), turn)),
      },
      {
        capability: 'describeLegacy',
        run: () => known(gateway.read('describeObjectLegacy', null, { ...turn, params })),
      },
    ])
    const fields = described?.[0]?.fields
    return fields && fields.length > 0 ? describedFields(fields) : null
  }
}

/** That there is no such object says nothing about the way it was asked for. */
async function known(described: Promise<DescribedObject[]>): Promise<DescribedObject[]> {
  try {
    return await described
  } catch (error) {
    if (isRefusal(error) && error.tenantCode === 'OBJECT_NOT_FOUND') return []
    throw error
  }
}

/** The goal object's fields, under the name that was found for it, else under likely ones. */
export async function describeGoal(
  describe: DescribeObject,
  connection: Pick<Connection, 'capabilities'>,
  turn: Turn,
): Promise<DescribedField[] | null> {
  const { goal } = connection.capabilities().objects
  for (const name of goal ? [goal] : likelyNames.goal) {
    const fields = await describe(name, turn)
    if (fields) return fields
  }
  return null
}
