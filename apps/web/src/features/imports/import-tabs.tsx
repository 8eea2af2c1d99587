import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/imports-rows'
import { importOutcomes } from '@goalkeeper/contract/import-outcomes'
import type { Import } from '@goalkeeper/contract/imports'
import { PartTab } from '#web/shared/ui/part-tab.tsx'
import type { ImportPart } from './import-search.ts'
import classes from './import-tabs.module.css'
import { outcomeWords, undecided } from './import-words.ts'

type Props = { file: Import; part: ImportPart; onPartChange: (part: ImportPart) => void }

/** How the file is read, what its values stand for, and its rows by what they come to. */
export function ImportTabs({ file, part, onPartChange }: Props) {
  const { columns, counts } = file
  const tab = (each: ImportPart, words: string, size: number | null) => (
    <PartTab key={each} words={words} size={size} isShown={part === each} onShow={() => onPartChange(each)} />
  )
  const goals = counts && importOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
  return (
    <div role="group" aria-label={texts.partsOfThisImport} className={classes.line}>
      {tab('columns', common.columns, columns.length)}
      {tab('values', texts.valuesToDecide, undecided(file))}
      <span className={classes.rule} aria-hidden="true" />
      {tab('all', texts.allRows, goals ?? file.rows)}
      {importOutcomes.map((outcome) => tab(outcome, outcomeWords[outcome], counts?.[outcome] ?? 0))}
    </div>
  )
}
