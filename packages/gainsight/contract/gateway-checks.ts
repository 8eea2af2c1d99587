import { GainsightError } from '../src/error.ts'
import { readReply } from '../src/reply.ts'
import { tenantRoutes } from '../src/routes.ts'
import { assume, styleOf, type Check, type CheckContext } from './check.ts'

const { fetchGoals } = tenantRoutes

/** Sends a call past the client and gives back how reading its answer failed; null when it succeeded. */
async function failureOf(context: CheckContext, path: string, body: string): Promise<GainsightError | null> {
  const { status, headers, text } = await context.send({ method: 'POST', path, body })
  try {
    readReply({ status, contentType: headers.get('content-type'), text }, fetchGoals)
    return null
  } catch (error) {
    if (error instanceof GainsightError) return error
    throw error
  }
}

const unknownRoute: Check = {
  name: 'a route that does not exist',
  needs: 'read',
  async run(context) {
    const error = await failureOf(context, '/v1/csgoal/external/no-such-route', '{}')
    assume(error, 'The tenant answers a route that does not exist with a success.')
    return styleOf(context.lastAnswer())
  },
}

const pageZero: Check = {
  name: 'a page of no goals',
  needs: 'read',
  async run(context) {
    const body = JSON.stringify({ select: ['Gsid'], pageSize: 0, pageNumber: context.sample.firstPage })
    const error = await failureOf(context, fetchGoals.path, body)
    return error
      ? `refused (${styleOf(context.lastAnswer())}${error.kind === 'refused' ? '' : ', not known'})`
      : 'taken'
  },
}

const brokenJson: Check = {
  name: 'a body that is not JSON',
  needs: 'read',
  async run(context) {
    const error = await failureOf(context, fetchGoals.path, '{"select":')
    assume(error, 'The tenant answers a body that is not JSON with a success.')
    return styleOf(context.lastAnswer())
  },
}

export const gatewayChecks: Check[] = [unknownRoute, pageZero, brokenJson]
