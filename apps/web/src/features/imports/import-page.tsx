import * as texts from '@goalkeeper/texts/imports-rows'
import type { Import, ImportRow } from '@goalkeeper/contract/imports'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { useMay } from '#web/shared/api/use-may.ts'
import { useOpenRow } from '#web/shared/table/use-open-row.ts'
import { PageWithSide } from '#web/shared/ui/page-with-side.tsx'
import { usePageTitle } from '#web/shared/ui/use-page-title.ts'
import { ColumnsPart } from './columns-part.tsx'
import { ImportBands } from './import-bands.tsx'
import { ImportGrid } from './import-grid.tsx'
import { ImportHeader } from './import-header.tsx'
import { importQuery, importRowsKey, useSaveImportRow } from './import-queries.ts'
import { ImportRowPanel } from './import-row-panel.tsx'
import type { ImportPart } from './import-search.ts'
import { ImportSide } from './import-side.tsx'
import { ImportTabs } from './import-tabs.tsx'
import { sizeOf, undecided } from './import-words.ts'
import { ValuesPart } from './values-part.tsx'

type Props = {
  id: string
  part: ImportPart | undefined
  onPartChange: (part: ImportPart) => void
  /** Another import of the same file was made: of another sheet. */
  onOther: (id: string) => void
  onPreview: (changeSet: string) => void
  onDeleted: () => void
}

/** One import: what its columns hold, what its values stand for, what its rows come to, and the way to the change set. */
export function ImportPage({ id, part: asked, onPartChange, ...props }: Props) {
  const { data: file } = useSuspenseQuery(importQuery(id))
  const { fields } = useSuspenseQuery(fieldsQuery()).data
  const { statuses } = useSuspenseQuery(statusesQuery()).data
  const reason = useMay('change')
  const save = useSaveImportRow(id)
  // Where there is most to do when one comes; it does not change under the hand.
  const [first] = useState<ImportPart>(() => firstPart(file))
  const part = asked ?? first
  const [openRow, setOpenRow] = useState<{ row: number; place: number } | null>(null)
  const open = useOpenRow<ImportRow>(
    importRowsKey(id),
    openRow && (({ row, place }) => row === openRow.row && place === openRow.place),
  )
  usePageTitle(file.fileName)
  return (
    <PageWithSide
      head={
        <>
          <ImportHeader file={file} reason={reason} onOther={props.onOther} />
          <ImportBands file={file} onColumns={() => onPartChange('columns')} />
        </>
      }
      sideLabel={texts.thisImport}
      side={
        <ImportSide
          file={file}
          reason={reason}
          onPartChange={onPartChange}
          onPreview={props.onPreview}
          onDeleted={props.onDeleted}
        />
      }
      panel={
        open && (
          <ImportRowPanel
            key={`${open.row} ${open.place}`}
            row={open}
            file={file}
            fields={fields}
            statuses={statuses}
            reason={reason}
            save={save}
            onClose={() => setOpenRow(null)}
          />
        )
      }
    >
      <ImportTabs file={file} part={part} onPartChange={onPartChange} />
      {part === 'columns' ? (
        <ColumnsPart file={file} fields={fields} statuses={statuses} reason={reason} />
      ) : part === 'values' ? (
        <ValuesPart file={file} fields={fields} statuses={statuses} reason={reason} />
      ) : (
        <ImportGrid
          key={part}
          file={file}
          outcome={part === 'all' ? null : part}
          fields={fields}
          reason={reason}
          save={save}
          open={openRow}
          onOpen={({ row, place }) => setOpenRow({ row, place })}
          onClose={() => setOpenRow(null)}
        />
      )}
    </PageWithSide>
  )
}

function firstPart(file: Import): ImportPart {
  if (!file.remembered || file.mappingProblems.length > 0) return 'columns'
  if (undecided(file) > 0) return 'values'
  return sizeOf(file.counts).stuck > 0 ? 'invalid' : 'all'
}
