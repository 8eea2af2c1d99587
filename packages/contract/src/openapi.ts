import type { TenantRoute } from '@goalkeeper/gainsight/route'
import { z } from 'zod'
import { activityExportPath } from './activity.ts'
import { changeExportPath } from './changes.ts'
import { goalExportPath, goalExportSchema, rowsHeader } from './exports.ts'
import { importProblemsPath, importSchema, importUploadPath } from './imports.ts'
import { reviewSummaryPath } from './reviews.ts'
import { endpoints } from './endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import { eventsPath, serverEventSchema } from './events.ts'
import { problemSchema } from './problem.ts'
import type { PlainOperation } from './plain-operations.ts'

type Json = { [key: string]: unknown }
/** Schemas that recur, by name: `#/components/schemas/<name>`. */
type Components = Record<string, unknown>

export type OpenApiDocument = {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  paths: Record<string, Record<string, Json>>
  components: { schemas: Components }
}

export const openApiPath = '/api/openapi.json'
/** Numbers of the running program, in the text format of Prometheus. */
export const metricsPath = '/metrics'

const description = `The API of Goalkeeper's backend. A script sends \`Authorization: Bearer <token>\`. A browser has a session cookie instead, and its
unsafe requests need the headers \`X-Requested-With: goalkeeper\` and \`Origin\` with the address of Goalkeeper itself.
Every failure is a problem (RFC 9457). Instants are epoch milliseconds, dates are YYYY-MM-DD.`

/** The bff's API as OpenAPI 3.1: its own calls, and those of the tenant that its gateway lets through under \`/gainsight\`. */
export function openApiDocument(version: string, gatewayRoutes: readonly TenantRoute[]): OpenApiDocument {
  const components: Components = {}
  const problem = { $ref: schemaRef(components, 'Problem', problemSchema, 'output') }
  const operations = [
    ...Object.entries(endpoints).map(([id, endpoint]) => describeEndpoint(id, endpoint, components)),
    ...gatewayRoutes.map((route) => describeGatewayRoute(route, components)),
    describeEvents(components),
    ...plainOperations(),
    describeUpload(components),
    describeExport(components),
  ]
  const paths: OpenApiDocument['paths'] = {}
  for (const { method, path, operation } of operations) {
    const responses = { ...(operation['responses'] as Json), default: failure(problem) }
    const item = (paths[path.replace(/:(\w+)/g, '{$1}')] ??= {})
    item[method.toLowerCase()] = { ...operation, responses }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Goalkeeper', version, description },
    paths,
    components: { schemas: components },
  }
}

type Operation = { method: string; path: string; operation: Json }

function describeEndpoint(id: string, endpoint: Endpoint, components: Components): Operation {
  const result = { $ref: schemaRef(components, `${id}.result`, endpoint.result, 'output') }
  const operation = {
    operationId: id,
    summary: endpoint.summary,
    parameters: [...parametersOf('path', endpoint.params), ...parametersOf('query', endpoint.query)],
    ...(endpoint.body && {
      requestBody: jsonContent(
        { $ref: schemaRef(components, `${id}.body`, endpoint.body, 'input') },
        { required: true },
      ),
    }),
    responses: { 200: jsonContent(result, { description: 'Done.' }) },
  }
  return { method: endpoint.method, path: endpoint.path, operation }
}

function describeGatewayRoute(route: TenantRoute, components: Components): Operation {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  const headers = route.effect === 'write' ? writeHeaders : []
  const operation = {
    operationId: `gateway.${route.name}`,
    summary: `The tenant's own call, within the call budget. Body and reply are the tenant's (${route.effect}, ${route.limitClass} limit).`,
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...headers,
    ],
    ...(route.request && {
      requestBody: jsonContent(
        { $ref: schemaRef(components, `${route.name}.body`, route.request, 'input') },
        { required: true },
      ),
    }),
    responses: { 200: jsonContent({}, { description: 'The reply of the tenant, unchanged.' }) },
  }
  return { method: route.method, path: `/gainsight${route.path}`, operation }
}

const writeHeaders = [
  {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A uuid: the id of the write in the journal. Sent again, it gives the same outcome and is not sent twice.',
    schema: { type: 'string', format: 'uuid' },
  },
  {
    name: 'If-Match',
    in: 'header',
    description:
      'The ETag of the goal as read: refused with 412 when a field or link that the write touches has changed since.',
    schema: { type: 'string' },
  },
]

function describeEvents(components: Components): Operation {
  const schema = { $ref: schemaRef(components, 'ServerEvent', serverEventSchema, 'output') }
  const operation = {
    operationId: 'events',
    summary: 'What happens, as it happens: server-sent events, the data of each is a ServerEvent.',
    responses: { 200: { description: 'A stream without end.', content: { 'text/event-stream': { schema } } } },
  }
  return { method: 'GET', path: eventsPath, operation }
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The one call whose body is a file. */
function describeUpload(components: Components): Operation {
  const file = { schema: { type: 'string', format: 'binary' } }
  const types = ['text/csv', 'text/tab-separated-values', workbookType, 'application/octet-stream']
  const inQuery = (name: string) => ({ name, in: 'query', required: false, schema: { type: 'string' } })
  const operation = {
    operationId: 'uploadImport' satisfies PlainOperation,
    summary:
      'Takes a CSV, TSV or XLSX file of goals with its name, reads it, guesses or remembers what its columns hold, and checks every row.',
    parameters: [inQuery('name'), inQuery('sheet')],
    requestBody: { required: true, content: Object.fromEntries(types.map((type) => [type, file])) },
    responses: {
      200: jsonContent(
        { $ref: schemaRef(components, 'uploadImport.result', importSchema, 'output') },
        { description: 'Done.' },
      ),
    },
  }
  return { method: 'POST', path: importUploadPath, operation }
}

/** The one call that takes a body and answers with a file. */
function describeExport(components: Components): Operation {
  const body = { $ref: schemaRef(components, 'exportGoals.body', goalExportSchema, 'input') }
  const operation = {
    operationId: 'exportGoals' satisfies PlainOperation,
    summary:
      'All goals of a filter, or some by their Gsids, as a CSV or XLSX file that an import takes back. It is made while it is sent.',
    requestBody: jsonContent(body, { required: true }),
    responses: {
      200: {
        description: 'The file.',
        headers: { [rowsHeader]: { description: 'How many goals it holds.', schema: { type: 'integer' } } },
        content: {
          'text/csv': { schema: { type: 'string' } },
          [workbookType]: { schema: { type: 'string', format: 'binary' } },
        },
      },
    },
  }
  return { method: 'POST', path: goalExportPath, operation }
}

/** Calls that answer with something else than a result of their own schema. */
function plainOperations(): Operation[] {
  const operation = (
    path: string,
    operationId: PlainOperation,
    summary: string,
    content: Json,
    parameters: Json[] = [],
  ) => ({
    method: 'GET',
    path,
    operation: { operationId, summary, parameters, responses: { 200: { description: 'Done.', content } } },
  })
  const text = { schema: { type: 'string' } }
  const filter = { name: 'filter', in: 'query', required: false, schema: { type: 'string' } }
  const exportWords = 'What happened, as CSV: all entries of the filter, which is that of `queryActivity` as JSON.'
  return [
    operation(activityExportPath, 'exportActivity', exportWords, { 'text/csv': text }, [filter]),
    operation(
      changeExportPath.replace(':id', '{id}'),
      'exportChangeSet',
      'The preview or the ledger of a change set as CSV, or one part of it: a record for each field of a goal.',
      { 'text/csv': text },
      [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        { ...filter, name: 'part' },
      ],
    ),
    operation(
      importProblemsPath.replace(':id', '{id}'),
      'exportImportProblems',
      'Every problem of an import as CSV: row, column, value and reason.',
      { 'text/csv': text },
      [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    ),
    operation(
      reviewSummaryPath.replace(':id', '{id}'),
      'exportReview',
      'Decisions and notes of a review by company, as CSV.',
      { 'text/csv': text },
      [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    ),
    operation(metricsPath, 'metrics', 'Numbers for Prometheus: budget, queue, sync, latencies.', {
      'text/plain': text,
    }),
    operation(openApiPath, 'openapi', 'This description.', { 'application/json': { schema: { type: 'object' } } }),
  ]
}

function parametersOf(place: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input')
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

const jsonContent = (schema: Json, rest: Json) => ({ ...rest, content: { 'application/json': { schema } } })

const failure = (problem: Json) => ({
  description: 'It failed, and says why.',
  content: { 'application/problem+json': { schema: problem } },
})

/** Adds a schema to the components, with what it refers to, and gives the reference to it. */
function schemaRef(components: Components, name: string, schema: z.ZodType, io: 'input' | 'output'): string {
  const root = '#/components/schemas/'
  const text = JSON.stringify(jsonSchema(schema, io)).replaceAll('"#/$defs/', `"${root}${name}.`)
  const { $defs = {}, ...rest } = JSON.parse(text) as { $defs?: Record<string, unknown> }
  components[name] = rest
  for (const [key, value] of Object.entries($defs)) components[`${name}.${key}`] = value
  return root + name
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): z.core.JSONSchema.BaseSchema {
  // A transform says nothing of what comes out of it, and needs not: the tenant's replies are not described here.
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
