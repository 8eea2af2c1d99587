import type { TenantField, TenantOption } from '@goalkeeper/gainsight/objects'
import { z } from 'zod'

/** What is kept of a field of the tenant: a describe reply is a hundred times as long. */
export const describedFieldSchema = z.object({
  name: z.string(),
  label: z.string(),
  dataType: z.string(),
  options: z.array(
    z.object({ value: z.string(), label: z.string(), active: z.boolean(), color: z.string().nullable() }),
  ),
  updateable: z.boolean(),
  required: z.boolean(),
  /** The object that a LOOKUP points to. */
  lookup: z.string().nullable(),
  decimalPlaces: z.number().nullable(),
  maxLength: z.number().nullable(),
  picklistCategory: z.string().nullable(),
})
export type DescribedField = z.infer<typeof describedFieldSchema>

/** Hidden fields are left out: an admin does not want them seen. */
export function describedFields(fields: readonly TenantField[]): DescribedField[] {
  return fields.filter(({ meta }) => !meta?.hidden).map(describedField)
}

function describedField({ fieldName, label, dataType, options, meta }: TenantField): DescribedField {
  return {
    name: fieldName,
    label: label || fieldName,
    dataType: dataType ?? 'STRING',
    options: (options ?? []).toSorted(byPlace).map(keptOption),
    updateable: (meta?.updateable ?? true) && !meta?.readOnly,
    required: meta?.required ?? false,
    lookup: meta?.lookupDetail?.lookupObjects?.[0]?.objectName ?? null,
    decimalPlaces: meta?.decimalPlaces ?? null,
    maxLength: meta?.length ?? null,
    picklistCategory: meta?.properties?.PICKLIST_CATEGORY_ID ?? null,
  }
}

const byPlace = (one: TenantOption, other: TenantOption) => (one.displayOrder ?? 0) - (other.displayOrder ?? 0)

const keptOption = ({ value, label, active, color }: TenantOption) => ({
  value,
  label,
  active: active ?? true,
  color: hexColor(color),
})

/** A colour as #rrggbb; null for none, and for one written in another way. */
export function hexColor(color: string | null | undefined): string | null {
  return color && /^#[0-9a-f]{6}$/i.test(color) ? color : null
}
