import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/form'
import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDraft } from '../ui/use-draft.ts'
import classes from './record-picker.module.css'

/** A record to choose. `hint` tells two of one name apart; the end of the Gsid does so where it does not. */
export type PickedRecord = { gsid: string; name: string; hint: string | null }

type Props = {
  label: string
  /** The label is told to screen readers alone. */
  isLabelHidden?: boolean
  value: PickedRecord | null
  onChange: (record: PickedRecord | null) => void
  /** Names the list that is searched. */
  scope: string
  search: (words: string, signal: AbortSignal) => Promise<{ records: PickedRecord[]; notice: string | null }>
  error?: string | undefined
  isRequired?: boolean
  isDisabled?: boolean
  placeholder?: string
  description?: string
}

const pauseMs = 200

/** Chooses one record by name: the server searches while someone types. Records of one name show what tells them apart. */
export function RecordPicker(props: Props) {
  const { label, value, onChange, scope, search, error, isRequired = false, isDisabled = false } = props
  const [words, setWords] = useState('')
  const [typed, setTyped] = useDraft(words, setWords, pauseMs)
  const [isTyping, setTyping] = useState(false)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const found = useQuery({
    queryKey: ['pick', scope, words],
    queryFn: ({ signal }) => search(words, signal),
    enabled: combobox.dropdownOpened,
    placeholderData: (last) => last,
  })
  const records = found.data?.records ?? []
  const isTwin = ({ name, gsid }: PickedRecord) => records.some((other) => other.name === name && other.gsid !== gsid)
  const close = () => {
    setTyping(false)
    setTyped('')
    setWords('')
    combobox.closeDropdown()
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(gsid) => {
        onChange(records.find((record) => record.gsid === gsid) ?? null)
        close()
      }}
    >
      <Combobox.Target>
        <InputBase
          // On the box around it, so that it is not read aloud after the label.
          wrapperProps={{ title: value?.gsid }}
          {...(props.isLabelHidden ? { 'aria-label': label } : { label })}
          description={props.description}
          error={error}
          withAsterisk={isRequired}
          disabled={isDisabled}
          placeholder={props.placeholder ?? common.searchByName}
          value={isTyping ? typed : (value?.name ?? '')}
          rightSection={
            value && !isRequired && !isDisabled ? (
              <Combobox.ClearButton aria-label={texts.clear(label)} onClear={() => onChange(null)} />
            ) : (
              <Combobox.Chevron />
            )
          }
          rightSectionPointerEvents={value && !isRequired && !isDisabled ? 'all' : 'none'}
          onChange={(event) => {
            setTyping(true)
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={close}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={classes.options} aria-label={label}>
          {records.map((record) => (
            <Combobox.Option key={record.gsid} value={record.gsid}>
              <span className={classes.name}>{record.name}</span>
              <span className={classes.hint}>{hintOf(record, isTwin(record))}</span>
            </Combobox.Option>
          ))}
          {records.length === 0 && (
            <Combobox.Empty>{found.isFetching ? texts.searching : texts.nothingFound}</Combobox.Empty>
          )}
        </Combobox.Options>
        {found.data?.notice && <Combobox.Footer className={classes.notice}>{found.data.notice}</Combobox.Footer>}
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** What stands beside a name: its hint and, where the name is not the only one, the end of the Gsid. */
export function hintOf({ hint, gsid }: PickedRecord, isTwin: boolean): string {
  return [hint, isTwin && !hint?.includes(gsid.slice(-6)) && `…${gsid.slice(-6)}`].filter(Boolean).join(', ')
}
