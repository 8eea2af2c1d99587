import type { Import } from '@goalkeeper/contract/imports'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ago } from '#web/shared/ui/ago.tsx'
import { counted } from '#web/shared/ui/counted.ts'
import { ListPage } from '#web/shared/ui/list-page.tsx'
import { FileDrop } from './file-drop.tsx'
import { importsQuery } from './import-queries.ts'
import { effectWords, sizeOf, undecided } from './import-words.ts'
import classes from './imports-page.module.css'

type Props = { reason: string | null; onMade: (id: string) => void }

/** Where a file is handed in, and the imports that were not sent on yet. */
export function ImportsPage({ reason, onMade }: Props) {
  const asked = useQuery(importsQuery())
  return (
    <ListPage
      title="Imports"
      meta="Goals from a spreadsheet. Every row is checked, and nothing is sent before you have looked at it."
      asked={asked}
      items={asked.data?.imports ?? []}
      above={<FileDrop reason={reason} onMade={onMade} />}
      line={(file) => <ImportLine file={file} />}
    />
  )
}

function ImportLine({ file }: { file: Import }) {
  const { id, fileName, rows, counts, createdBy, createdAt } = file
  const { stuck } = sizeOf(counts)
  const open = undecided(file)
  const facts = [
    counted(rows, 'row'),
    effectWords(counts) ?? 'The columns have to be looked at.',
    stuck > 0 && `${counted(stuck, 'goal')} with problems`,
    open > 0 && `${counted(open, 'value')} to decide`,
  ].filter((fact) => fact !== false)
  return (
    <div className={classes.line}>
      <div className={classes.what}>
        <Link to="/imports/$id" params={{ id }} className={classes.title}>
          {fileName}
        </Link>
        <div className={classes.meta}>{facts.join(' · ')}</div>
      </div>
      <div className={classes.who}>
        {createdBy}
        <div className={classes.meta}>
          <Ago instant={createdAt} />
        </div>
      </div>
    </div>
  )
}
