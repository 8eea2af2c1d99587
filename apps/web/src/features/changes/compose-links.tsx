import * as texts from '@goalkeeper/texts/changes-compose'
import * as common from '@goalkeeper/texts/common'
import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import type { Deed } from '@goalkeeper/contract/changes'
import { Radio, SegmentedControl, TextInput } from '@mantine/core'
import { Controller, useForm, useWatch, type Control, type UseFormRegister } from 'react-hook-form'
import { RecordPicker, type PickedRecord } from '#web/shared/form/record-picker.tsx'
import { useNames } from '#web/shared/names/use-names.ts'
import { shortId } from '#web/shared/names/shown-kind.ts'
import classes from './compose.module.css'
import type { ComposerProps } from './composer.ts'
import { findLinked } from './find-linked.ts'
import { usePlanValues } from './plan-values.ts'
import { PickedLinks } from './picked-links.tsx'

type Kind = LinkedItem['kind']
type LinkForm = {
  how: 'link' | 'unlink' | 'link-plan' | 'link-ctas-by-name' | 'replace-link'
  kind: Kind
  gsids: string[]
  type: string
  status: string
  from: string
  to: string
}

/** Links and unlinks: by a rule that finds each goal's own, or these very CTAs and success plans. */
export function ComposeLinks({ formId, initial, onDeed }: ComposerProps) {
  const { control, register, handleSubmit, setValue } = useForm<LinkForm>({ defaultValues: formOf(initial) })
  const [how, kind] = useWatch({ control, name: ['how', 'kind'] })
  const hasKind = how === 'link' || how === 'unlink' || how === 'replace-link'
  return (
    <form id={formId} className={classes.form} noValidate onSubmit={handleSubmit((form) => onDeed(deedOf(form)))}>
      <Controller
        control={control}
        name="how"
        render={({ field: { value, onChange } }) => (
          <Radio.Group label={texts.whatIsLinked} value={value} onChange={onChange}>
            <div className={classes.choices}>
              <Radio
                size="xs"
                value="link-plan"
                data-autofocus
                label={texts.eachCompanysOwnSuccessPlan}
                description={texts.noneOrSeveralAtACompany}
              />
              <Radio size="xs" value="link-ctas-by-name" label={texts.eachCompanysOwnOpenCtasOf} />
              <Radio size="xs" value="replace-link" label={texts.oneInThePlaceOfAnother} />
              <Radio size="xs" value="link" label={texts.linkTheseVeryOnesToEvery} />
              <Radio size="xs" value="unlink" label={texts.unlinkTheseVeryOnesWhereThey} />
            </div>
          </Radio.Group>
        )}
      />
      {how === 'link-plan' && <PlanTraits register={register} />}
      {hasKind && (
        <SegmentedControl
          size="xs"
          aria-label={texts.kind}
          data={[
            { value: 'CTA', label: common.ctas },
            { value: 'SP', label: common.successPlans },
          ]}
          value={kind}
          onChange={(next) => {
            setValue('kind', next === 'SP' ? 'SP' : 'CTA')
            setValue('gsids', [])
            setValue('from', '')
            setValue('to', '')
          }}
        />
      )}
      {how === 'replace-link' && (
        <>
          <OneLink control={control} name="from" label={texts.inThePlaceOf} kind={kind} />
          <OneLink control={control} name="to" label={common.link} kind={kind} />
        </>
      )}
      {(how === 'link' || how === 'unlink') && (
        <Controller
          control={control}
          name="gsids"
          rules={{ validate: (gsids) => gsids.length > 0 || texts.chooseAtLeastOne }}
          render={({ field: { value, onChange }, fieldState }) => (
            <PickedLinks kind={kind} gsids={value} onChange={onChange} error={fieldState.error?.message} />
          )}
        />
      )}
    </form>
  )
}

/** Which of a company’s plans: by values that are seen on linked plans, or others as they are typed. */
function PlanTraits({ register }: { register: UseFormRegister<LinkForm> }) {
  const seen = usePlanValues()
  const box = (name: 'type' | 'status', label: string) => (
    <div>
      <TextInput
        label={label}
        description={texts.emptyAny}
        autoComplete="off"
        list={`plan-${name}`}
        {...register(name)}
      />
      <datalist id={`plan-${name}`}>
        {seen[name].map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </div>
  )
  return (
    <div className={classes.pair}>
      {box('type', texts.type)}
      {box('status', common.status)}
    </div>
  )
}

type OneLinkProps = { control: Control<LinkForm>; name: 'from' | 'to'; label: string; kind: Kind }

function OneLink({ control, name, label, kind }: OneLinkProps) {
  return (
    <Controller
      control={control}
      name={name}
      rules={{
        validate: (gsid, form) => {
          if (form.how !== 'replace-link') return true
          if (gsid === '') return texts.chooseOne
          return name === 'from' || gsid !== form.from || texts.chooseAnotherOne
        },
      }}
      render={({ field: { value, onChange }, fieldState }) => (
        <NamedPicker label={label} kind={kind} gsid={value} onChange={onChange} error={fieldState.error?.message} />
      )}
    />
  )
}

type PickerProps = {
  label: string
  kind: Kind
  gsid: string
  onChange: (gsid: string) => void
  error: string | undefined
}

function NamedPicker({ label, kind, gsid, onChange, error }: PickerProps) {
  const name = useNames(kind, gsid === '' ? [] : [gsid]).get(gsid)
  const value: PickedRecord | null = gsid === '' ? null : { gsid, name: name ?? shortId(gsid), hint: null }
  return (
    <RecordPicker
      label={label}
      value={value}
      onChange={(record) => onChange(record?.gsid ?? '')}
      scope={`linked ${kind}`}
      search={findLinked(kind)}
      error={error}
      placeholder={common.searchAllCompaniesByName}
    />
  )
}

function formOf(deed: Deed | null): LinkForm {
  const blank: LinkForm = { how: 'link-plan', kind: 'CTA', gsids: [], type: '', status: '', from: '', to: '' }
  switch (deed?.kind) {
    case 'link':
    case 'unlink':
      return { ...blank, how: deed.kind, kind: deed.link, gsids: deed.gsids }
    case 'link-plan':
      return { ...blank, type: deed.type ?? '', status: deed.status ?? '' }
    case 'link-ctas-by-name':
      return { ...blank, how: deed.kind }
    case 'replace-link':
      return { ...blank, how: deed.kind, kind: deed.link, from: deed.from, to: deed.to }
    default:
      return blank
  }
}

function deedOf({ how, kind, gsids, type, status, from, to }: LinkForm): Deed {
  switch (how) {
    case 'link-plan':
      return { kind: how, type: type.trim() || null, status: status.trim() || null }
    case 'link-ctas-by-name':
      return { kind: how }
    case 'replace-link':
      return { kind: how, link: kind, from, to }
    default:
      return { kind: how, link: kind, gsids }
  }
}
