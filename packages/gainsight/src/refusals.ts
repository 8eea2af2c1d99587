import * as says from '@goalkeeper/texts/gainsight-answers'
/** Why the tenant refused a request, in our words, and which fields to mend. */
export type Refusal = { message: string; fields: Record<string, string> }

type KnownRefusal = {
  /** Code and name in the error table of customer-goals-api.txt. */
  code?: string
  name?: string
  /** The wording of the table or of the samples. A group catches the names of the fields at fault. */
  text: RegExp
  message: string
  /** The field at fault, where the text names none. */
  field: string
}

/** The only codes and messages that are taken to mean that the tenant did nothing. */
const knownRefusals: KnownRefusal[] = [
  {
    code: '8001',
    name: 'CTA_RECORD_EMPTY',
    text: /^CTA set provided is empty$/i,
    message: says.theListOfCtasIsEmpty,
    field: 'CTA',
  },
  {
    code: '8002',
    name: 'SP_RECORD_EMPTY',
    text: /^Success Plan set provided is empty$/i,
    message: says.theListOfSuccessPlansIs,
    field: 'SP',
  },
  {
    code: '8007',
    name: 'INVALID_PAGE_REQUEST',
    text: /^Invalid page request$/i,
    message: says.gainsightDoesNotHaveAPage,
    field: 'pageSize',
  },
  {
    code: '8008',
    name: 'INVALID_LOOKUP_CONFIG',
    text: /^Lookup Error$/i,
    message: says.gainsightDidNotFindTheOne,
    field: 'lookups',
  },
  {
    code: '8009',
    name: 'INVALID_FIELD',
    text: /^Invalid fields? in select clause(?: - ([\w., ]+))?$/i,
    message: says.gainsightDoesNotKnowAField,
    field: 'select',
  },
  {
    code: '8010',
    name: 'INVALID_STATUS_NAME',
    text: /^Invalid status ?name provided(?: in request)?$/i,
    message: says.gainsightDoesNotHaveThisStatus,
    field: 'StatusName',
  },
  // Worded by the CTA list, whose engine the goal fetch is taken to share (reference 2.4).
  {
    text: /^Please add fields in the select clause$/i,
    message: says.gainsightWantsAtLeastOne,
    field: 'select',
  },
  {
    text: /^Invalid fields or operator in where clause(?: - ([\w., ]+))?$/i,
    message: says.filterFieldRefused,
    field: 'where',
  },
  {
    text: /^Please pass the expression for the respective conditions$/i,
    message: says.filterExpressionRefused,
    field: 'where.expression',
  },
  {
    text: /^Please pass the correct conditions$/i,
    message: says.filterConditionsRefused,
    field: 'where.conditions',
  },
]

/**
 * The refusal that a code (`8010`, `CSGOAL_8010`, `INVALID_STATUS_NAME`) or one of the texts of an answer is known to
 * mean; null where nobody can say.
 */
export function findRefusal(code: string | null, texts: readonly string[]): Refusal | null {
  for (const known of knownRefusals) {
    const match = texts.map((text) => known.text.exec(text)).find((found) => found !== null)
    if (!match && ![code, ...texts].some((each) => isCodeOf(known, each))) continue
    const named = match?.[1]?.split(/[\s,]+/).filter(Boolean) ?? []
    const fields = named.length > 0 ? named : [known.field]
    return { message: known.message, fields: Object.fromEntries(fields.map((field) => [field, known.message])) }
  }
  return null
}

function isCodeOf({ code, name }: KnownRefusal, text: string | null): boolean {
  if (text === null || code === undefined) return false
  return text === name || /^(?:\w+_)?(\d+)$/.exec(text)?.[1] === code
}
