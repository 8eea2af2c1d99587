import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/imports-rows'
import { Filled } from '#web/shared/ui/filled.tsx'
import type { Import } from '@goalkeeper/contract/imports'
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { asApiError } from '#web/shared/api/api-error.ts'
import { Ago } from '#web/shared/ui/ago.tsx'
import { PageHeader } from '#web/shared/ui/page-header.tsx'
import classes from './import-header.module.css'
import { fileQuery, useUpload } from './import-queries.ts'

type Props = { file: Import; reason: string | null; onOther: (id: string) => void }

/** What was handed in, by whom, and which sheet of it is read. */
export function ImportHeader({ file, reason, onOther }: Props) {
  return (
    <PageHeader
      above={<Link to="/imports">{common.imports}</Link>}
      title={file.fileName}
      meta={
        <>
          <Filled
            text={texts.handedInBy}
            rows={texts.rows(file.rows)}
            createdBy={file.createdBy}
            when={<Ago instant={file.createdAt} />}
          />
          {file.remembered && texts.columnsAsInTheLastFile}
        </>
      }
      actions={file.sheets.length > 1 && <SheetChoice file={file} reason={reason} onOther={onOther} />}
    />
  )
}

/** A workbook has several sheets: another one is another import. */
function SheetChoice({ file, reason, onOther }: Props) {
  const { data: handedIn } = useQuery(fileQuery(file.id))
  const upload = useUpload()
  const why = reason ?? (handedIn ? null : texts.toReadAnotherSheetHandThe)
  return (
    <div className={classes.sheet}>
      <NativeSelect
        aria-label={texts.sheet}
        data={file.sheets}
        value={upload.isPending ? upload.variables.sheet : (file.sheet ?? '')}
        disabled={why !== null || upload.isPending}
        title={why ?? texts.whichSheetIsRead}
        onChange={({ currentTarget: { value: sheet } }) => {
          if (handedIn) upload.mutate({ file: handedIn, sheet }, { onSuccess: ({ id }) => onOther(id) })
        }}
      />
      {upload.error && (
        <p role="alert" className={classes.problem}>
          {asApiError(upload.error).detail}
        </p>
      )}
    </div>
  )
}
