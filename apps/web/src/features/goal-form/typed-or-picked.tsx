import * as texts from '@goalkeeper/texts/goal-form'
import type { NamedRecord } from '@goalkeeper/contract/catalogue'
import { Autocomplete } from '@mantine/core'

type Props = {
  label: string
  /** Those seen on goals: the API has no list of them. */
  choices: readonly NamedRecord[]
  /** An id. */
  value: string
  onChange: (id: string) => void
  isDisabled: boolean
}

/** An id that is picked by name from those seen, or typed as it is. */
export function TypedOrPicked({ label, choices, value, onChange, isDisabled }: Props) {
  const nameOf = ({ name, gsid }: NamedRecord) =>
    choices.some((other) => other.name === name && other.gsid !== gsid) ? `${name} …${gsid.slice(-6)}` : name
  const picked = choices.find(({ gsid }) => gsid === value)
  return (
    <Autocomplete
      label={label}
      placeholder={texts.oneSeenOnGoalsOrAn}
      disabled={isDisabled}
      data={[...new Set(choices.map(nameOf))]}
      value={picked ? nameOf(picked) : value}
      onChange={(text) => onChange(choices.find((choice) => nameOf(choice) === text)?.gsid ?? text)}
    />
  )
}
