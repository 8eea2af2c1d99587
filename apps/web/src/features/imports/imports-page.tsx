import type { Import } from '@goalkeeper/contract/imports'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { counted } from '#web/shared/ui/counted.ts'
import { ListLine } from '#web/shared/ui/list-line.tsx'
import { ListPage } from '#web/shared/ui/list-page.tsx'
import { FileDrop } from './file-drop.tsx'
import { importsQuery } from './import-queries.ts'
import { effectWords, sizeOf, undecided } from './import-words.ts'

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
  const link = (
    <Link to="/imports/$id" params={{ id }}>
      {fileName}
    </Link>
  )
  return <ListLine link={link} facts={facts} by={createdBy} at={createdAt} />
}
