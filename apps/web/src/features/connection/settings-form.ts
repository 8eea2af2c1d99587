import * as texts from '@goalkeeper/texts/connection'
import type { Settings } from '@goalkeeper/contract/connection'
import { z } from 'zod'

/** The types that a goal's custom field can have (reference 6.2). */
const dataTypes = [
  'STRING',
  'NUMBER',
  'BOOLEAN',
  'DATE',
  'DATETIME',
  'CURRENCY',
  'PERCENTAGE',
  'EMAIL',
  'URL',
  'LOOKUP',
  'PICKLIST',
  'MULTISELECTDROPDOWNLIST',
  'RICHTEXTAREA',
]

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The settings as they are typed: a list is a text of lines, and nothing is an empty text. */
export const settingsForm = z.object({
  addressPattern: z.string().trim().refine(isAddress, texts.thisIsNotAnAddressThat),
  correlationField: z
    .string()
    .trim()
    .regex(/^(\w+__gc)?$/, texts.theNameOfACustomField),
  companyAttributes: z.string().superRefine((text, context) => {
    const wrong = lines(text).find((line) => !/^\w+(\.\w+)*$/.test(line))
    if (wrong) context.addIssue(texts.isNotTheNameOfA(wrong))
  }),
  typedFields: z.string().superRefine((text, context) => {
    for (const line of lines(text)) {
      const fault = faultOf(line)
      if (fault) context.addIssue(`“${line}”: ${fault}`)
    }
  }),
})
export type SettingsForm = z.infer<typeof settingsForm>

/** What the form says, as the server takes it; what it does not show stays as it is. */
export function settingsOf(form: SettingsForm): Omit<Settings, 'pacing'> {
  return {
    addressPattern: form.addressPattern.trim() || null,
    correlationField: form.correlationField.trim() || null,
    companyAttributes: [...new Set(lines(form.companyAttributes))],
    typedFields: lines(form.typedFields).map((line) => {
      const [name = '', label = '', dataType = ''] = partsOf(line)
      return { name, label, dataType: dataType.toUpperCase() }
    }),
  }
}

const partsOf = (line: string) => line.split(',').map((part) => part.trim())

function faultOf(line: string): string | null {
  const [name = '', label = '', dataType = '', ...more] = partsOf(line)
  if (!label || !dataType || more.length > 0) return texts.nameLabelAndTypeAreNeeded
  if (!/^\w+__gc$/.test(name)) return texts.theNameOfACustomFieldSmall
  return dataTypes.includes(dataType.toUpperCase()) ? null : texts.theTypeMustBeOneOf(dataTypes.join(', '))
}

function isAddress(text: string): boolean {
  const sample = text.replaceAll(/\{(gsid|companyId|relationshipId)\}/g, 'x')
  return text === '' || (URL.canParse(sample) && new URL(sample).protocol === 'https:' && !/[{}]/.test(sample))
}
