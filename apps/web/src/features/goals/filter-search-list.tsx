import * as texts from '@goalkeeper/texts/goals-filter'
import { Combobox, useCombobox } from '@mantine/core'
import { Check, ChevronDown } from 'lucide-react'
import { useEffect, useEffectEvent, type ClipboardEvent } from 'react'
import classes from './filter-search-list.module.css'
import { grouped } from '@goalkeeper/texts/counted'

export type ListOption = {
  value: string
  label: string
  hint?: string | null
  count?: number | null
  isChosen: boolean
}
export type OptionGroup = { title: string | null; options: ListOption[] }

type Props = {
  /** What is chosen here, for screen readers: "Field", "Values". */
  label: string
  /** What is chosen; null: nothing yet. */
  text: string | null
  placeholder: string
  groups: OptionGroup[]
  search: string
  onSearchChange: (search: string) => void
  onPick: (value: string) => void
  onOpenChange?: (isOpen: boolean) => void
  onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void
  /** Several can be chosen, and the list stays open. */
  isMulti?: boolean
  /** Said in place of options, or below them. */
  note?: string | null
  tone?: 'strong' | 'boxed'
}

/** A button that opens a list with a search field, for one choice or several. */
export function FilterSearchList(props: Props) {
  const { label, text, placeholder, groups, search, onSearchChange, onPick, isMulti = false, note } = props
  const combobox = useCombobox({
    onDropdownOpen: () => {
      props.onOpenChange?.(true)
      combobox.focusSearchInput()
    },
    onDropdownClose: () => {
      props.onOpenChange?.(false)
      combobox.resetSelectedOption()
      combobox.focusTarget()
      onSearchChange('')
    },
  })
  const first = groups.flatMap(({ options }) => options)[0]?.value
  // Whoever has typed enough presses Enter.
  const selectFirst = useEffectEvent(() => combobox.selectFirstOption())
  useEffect(() => {
    if (search !== '' && first !== undefined) selectFirst()
  }, [search, first])

  return (
    <Combobox
      store={combobox}
      width={300}
      position="bottom-start"
      onOptionSubmit={(value) => {
        onPick(value)
        if (!isMulti) combobox.closeDropdown()
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <button
          type="button"
          className={classes.button}
          data-tone={props.tone}
          data-empty={text === null || undefined}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          aria-label={`${label}: ${text ?? placeholder}`}
          title={text ?? undefined}
          onClick={() => combobox.toggleDropdown()}
        >
          <span className={classes.text}>{text ?? placeholder}</span>
          <ChevronDown size={14} className={classes.chevron} aria-hidden="true" />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown className={classes.dropdown}>
        <Combobox.Search
          value={search}
          aria-label={texts.find(label)}
          placeholder={texts.findDots}
          onPaste={props.onPaste}
          onChange={(event) => onSearchChange(event.currentTarget.value)}
        />
        <Combobox.Options className={classes.options} aria-label={label} aria-multiselectable={isMulti || undefined}>
          {groups.map((group) =>
            group.title === null ? (
              group.options.map((option) => <Option key={option.value} option={option} isMulti={isMulti} />)
            ) : (
              <Combobox.Group key={group.title} label={group.title}>
                {group.options.map((option) => (
                  <Option key={option.value} option={option} isMulti={isMulti} />
                ))}
              </Combobox.Group>
            ),
          )}
          {note && <Combobox.Empty>{note}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function Option({
  option: { value, label, hint, count, isChosen },
  isMulti,
}: {
  option: ListOption
  isMulti: boolean
}) {
  return (
    <Combobox.Option value={value} active={isChosen} className={classes.option} aria-selected={isChosen}>
      {isMulti && (
        <span className={classes.box} data-checked={isChosen || undefined} aria-hidden="true">
          {isChosen && <Check size={12} strokeWidth={3} />}
        </span>
      )}
      <span className={classes.label} title={label}>
        {label}
        {hint && <span className={classes.hint}> {hint}</span>}
      </span>
      {count != null && <span className={classes.count}>{grouped(count)}</span>}
    </Combobox.Option>
  )
}
