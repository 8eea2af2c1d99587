import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/imports'
import type { Import } from '@goalkeeper/contract/imports'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
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
      title={common.imports}
      meta={texts.goalsFromASpreadsheetEveryRow}
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
    texts.rows(rows),
    effectWords(counts) ?? texts.theColumnsHaveToBeLooked,
    stuck > 0 && texts.withProblems(stuck),
    open > 0 && texts.toDecide(open),
  ].filter((fact) => fact !== false)
  const link = (
    <Link to="/imports/$id" params={{ id }}>
      {fileName}
    </Link>
  )
  return <ListLine link={link} facts={facts} by={createdBy} at={createdAt} />
}
