/** A refusal that is known to mean that the tenant did nothing: what to tell people, and which fields to mend. */
export type Refusal = { message: string; fields: Record<string, string> }

type KnownRefusal = {
  /** Code and name in the error table of customer-goals-api.txt. */
  code?: string
  name?: string
  /** The reason as the table words it, or the message as the samples show it. The group is the field at fault. */
  text: RegExp
  message: string
  field: string
}

const known: KnownRefusal[] = [
  {
    code: '8001',
    name: 'CTA_RECORD_EMPTY',
    text: /^CTA set provided is empty$/i,
    message: 'The list of CTAs is empty.',
    field: 'CTA',
  },
  {
    code: '8002',
    name: 'SP_RECORD_EMPTY',
    text: /^Success Plan set provided is empty$/i,
    message: 'The list of success plans is empty.',
    field: 'SP',
  },
  {
    code: '8007',
    name: 'INVALID_PAGE_REQUEST',
    text: /^Invalid page request$/i,
    message: 'Gainsight does not accept this page size or page number.',
    field: 'pageSize',
  },
  {
    code: '8008',
    name: 'INVALID_LOOKUP_CONFIG',
    text: /^Lookup Error$/i,
    message: 'Gainsight found no record, or no single record, for a lookup.',
    field: 'lookups',
  },
  {
    code: '8009',
    name: 'INVALID_FIELD',
    text: /^Invalid fields? in select clause(?: - ([\w., ]+))?$/i,
    message: 'Gainsight does not know a selected field',
    field: 'select',
  },
  {
    code: '8010',
    name: 'INVALID_STATUS_NAME',
    text: /^Invalid status ?name provided(?: in request)?$/i,
    message: 'Gainsight does not have a status of this name.',
    field: 'StatusName',
  },
  // The next four are worded by the CTA API, whose engine the goal fetch is taken to share (reference 2.4).
  {
    text: /^Please add fields in the select clause$/i,
    message: 'Gainsight wants at least one selected field.',
    field: 'select',
  },
  {
    text: /^Invalid fields or operator in where clause(?: - ([\w., ]+))?$/i,
    message: 'Gainsight does not accept a field or operator of the filter',
    field: 'where',
  },
  {
    text: /^Please pass the expression for the respective conditions$/i,
    message: 'Gainsight does not accept the expression of the filter.',
    field: 'where.expression',
  },
  {
    text: /^Please pass the correct conditions$/i,
    message: 'Gainsight does not accept the conditions of the filter.',
    field: 'where.conditions',
  },
]

/** Finds the refusal that a code (8010, "CSGOAL_8010"), a name (INVALID_STATUS_NAME) or a message stands for; null when none does. */
export function knownRefusal(code: string | null, text: string | null): Refusal | null {
  for (const each of known) {
    const match = text === null ? null : each.text.exec(text)
    const isCoded =
      code !== null && (code === each.name || (each.code !== undefined && code.split('_').at(-1) === each.code))
    if (match || isCoded) return refusal(each, match?.[1])
  }
  return null
}

function refusal({ message, field }: KnownRefusal, named: string | undefined): Refusal {
  const names = named?.split(/[\s,]+/).filter(Boolean) ?? []
  const sentence = names.length > 0 ? `${message}: ${names.join(', ')}.` : message.replace(/\.?$/, '.')
  const fields = names.length > 0 ? names : [field]
  return { message: sentence, fields: Object.fromEntries(fields.map((name) => [name, sentence])) }
}
