import * as texts from '@goalkeeper/texts/goal-form'
import * as common from '@goalkeeper/texts/common'
import { listTemplates } from '@goalkeeper/contract/catalogue'
import { entityTypes, type EntityType } from '@goalkeeper/gainsight/goal-parts'
import { MultiSelect, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { findCompanies, findLinkables, findOpportunities, findRelationships } from '#web/shared/api/record-searches.ts'
import { request } from '#web/shared/api/request.ts'
import { RecordPicker } from '#web/shared/form/record-picker.tsx'
import fieldClasses from '#web/shared/form/field-editor.module.css'
import { entityWords } from '#web/shared/names/entity-words.ts'
import classes from './goal-form.module.css'
import type { Place } from './new-goal.ts'
import { TypedOrPicked } from './typed-or-picked.tsx'

type Props = { place: Place; onChange: (change: Partial<Place>) => void; isDisabled: boolean }

/** Where a new goal hangs: on a company, or on a relationship or opportunity of one. */
export function ParentFields({ place, onChange, isDisabled }: Props) {
  const { entityType, company, record } = place
  const companyId = company?.gsid
  return (
    <>
      <div className={classes.field} data-wide role="group" aria-label={texts.aGoalOfA}>
        <div className={fieldClasses.label}>{texts.aGoalOfA}</div>
        <SegmentedControl
          size="xs"
          aria-label={texts.aGoalOfA}
          disabled={isDisabled}
          data={entityTypes.map((value) => ({ value, label: entityWords[value] }))}
          value={entityType}
          onChange={(next) => onChange({ entityType: next as EntityType, record: null })}
        />
      </div>
      <div className={classes.field} data-wide={entityType === 'COMPANY' || undefined}>
        <RecordPicker
          label={common.company}
          isRequired={entityType === 'COMPANY'}
          isDisabled={isDisabled}
          scope="company"
          search={findCompanies}
          value={company}
          onChange={(next) => onChange({ company: next, record: null, CTA: [], SP: [] })}
          {...(company && { description: `${company.hint ? `${company.hint}, ` : ''}…${company.gsid.slice(-6)}` })}
        />
      </div>
      {entityType !== 'COMPANY' && (
        <div className={classes.field}>
          <RecordPicker
            label={entityWords[entityType]}
            isRequired
            isDisabled={isDisabled}
            scope={`${entityType} ${companyId ?? ''}`}
            search={entityType === 'RELATIONSHIP' ? findRelationships(companyId) : findOpportunities(companyId)}
            value={record}
            onChange={(next) => onChange({ record: next })}
            {...(record && { description: `${record.hint ? `${record.hint}, ` : ''}…${record.gsid.slice(-6)}` })}
          />
        </div>
      )}
    </>
  )
}

/** Template, relationship type, and what is linked in the same call. */
export function PlaceExtras({ place, onChange, isDisabled }: Props) {
  const companyId = place.company?.gsid
  const { data: seen } = useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => request(listTemplates, {}, { signal }),
  })
  const { data: linkables } = useQuery({
    queryKey: ['linkables', companyId],
    queryFn: ({ signal }) => findLinkables(companyId ?? '', signal),
    enabled: companyId !== undefined,
  })
  const itemsOf = (kind: 'CTA' | 'SP') =>
    (linkables?.items ?? [])
      .filter((item) => item.kind === kind)
      .map((item) => ({ value: item.gsid, label: [item.name ?? item.gsid, item.status].filter(Boolean).join(' · ') }))
  return (
    <>
      <div className={classes.field}>
        <TypedOrPicked
          label={texts.template}
          choices={seen?.templates ?? []}
          value={place.templateId}
          onChange={(templateId) => onChange({ templateId })}
          isDisabled={isDisabled}
        />
      </div>
      {place.entityType === 'RELATIONSHIP' && (
        <div className={classes.field}>
          <TypedOrPicked
            label={texts.relationshipType}
            choices={seen?.relationshipTypes ?? []}
            value={place.relationshipTypeId}
            onChange={(relationshipTypeId) => onChange({ relationshipTypeId })}
            isDisabled={isDisabled}
          />
        </div>
      )}
      {(['CTA', 'SP'] as const).map((kind) => (
        <div key={kind} className={classes.field} data-wide>
          <MultiSelect
            label={kind === 'CTA' ? texts.linkCtas : texts.linkSuccessPlans}
            placeholder={companyId ? common.searchByName : texts.chooseACompanyFirst}
            disabled={isDisabled || companyId === undefined}
            searchable
            data={itemsOf(kind)}
            value={place[kind]}
            onChange={(next) => onChange({ [kind]: next })}
          />
        </div>
      ))}
    </>
  )
}
