import * as texts from '@goalkeeper/texts/changes-rows'
import type { ChangeSet } from '@goalkeeper/contract/changes'
import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { PartTab } from '#web/shared/ui/part-tab.tsx'
import { useDraft } from '#web/shared/ui/use-draft.ts'
import { changeRowsQuery } from './change-queries.ts'
import { partsOf, type RowPart } from './change-search.ts'
import { partCount, partWords } from './change-words.ts'
import classes from './part-tabs.module.css'

type Props = {
  set: ChangeSet
  part: RowPart
  onPartChange: (part: RowPart) => void
  search: string
  onSearchChange: (search: string) => void
}

const pauseMs = 250

/** Which goals are shown. */
export function PartTabs({ set, part, onPartChange, search, onSearchChange }: Props) {
  const [words, setWords] = useDraft(search, onSearchChange, pauseMs)
  return (
    <div className={classes.line}>
      <div role="group" aria-label={texts.whichGoals} className={classes.tabs}>
        {partsOf(set.state).map((each) => (
          <CountedTab key={each} set={set} part={each} isShown={each === part} onShow={() => onPartChange(each)} />
        ))}
      </div>
      <TextInput
        className={classes.search}
        aria-label={texts.searchTheseGoals}
        placeholder={texts.goalOrCompany}
        leftSection={<Search size={14} aria-hidden="true" />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </div>
  )
}

type TabProps = { set: ChangeSet; part: RowPart; isShown: boolean; onShow: () => void }

function CountedTab({ set, part, isShown, onShow }: TabProps) {
  const known = partCount(part, set)
  const { data } = useQuery({ ...changeRowsQuery({ id: set.id, part, search: '' }, 0), enabled: known === null })
  return <PartTab words={partWords[part]} size={known ?? data?.total ?? 0} isShown={isShown} onShow={onShow} />
}
