import * as texts from '@goalkeeper/texts/imports'
import { mostBytes, mostRows } from '@goalkeeper/contract/imports'
import { Button } from '@mantine/core'
import { FileSpreadsheet } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState, type DragEvent } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import classes from './file-drop.module.css'
import { useUpload } from './import-queries.ts'

type Props = {
  /** Why the person may not import; null when they may. */
  reason: string | null
  onMade: (id: string) => void
}

const megabytes = mostBytes / 1024 / 1024

/** Takes a file that is dropped or chosen, or cells that are pasted anywhere on the page. */
export function FileDrop({ reason, onMade }: Props) {
  const upload = useUpload()
  const chooser = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  function take(files: readonly File[]) {
    const [file, ...others] = files
    if (!file || reason !== null || upload.isPending) return
    upload.reset()
    const why =
      others.length > 0
        ? texts.theseAreSeveralFilesEachIs
        : file.size > mostBytes
          ? texts.hasMoreThanMbSplitIt(file.name, megabytes)
          : null
    setFault(why)
    if (why === null) upload.mutate({ file }, { onSuccess: ({ id }) => onMade(id) })
  }
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const isTyping = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')
    if (isTyping || !event.clipboardData) return
    const files = [...event.clipboardData.files]
    const text = event.clipboardData.getData('text/plain')
    // Cells that are copied from a spreadsheet come as text and as a picture of themselves.
    if (text.trim() === '') return take(files)
    take([new File([text], texts.pastedCells, { type: 'text/tab-separated-values' })])
  })
  useEffect(() => {
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])

  const drag = (isHere: boolean) => (event: DragEvent<HTMLElement>) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(isHere && reason === null)
  }
  const words = upload.isPending ? texts.readingAndChecking(upload.variables.file.name) : null
  const problem = fault ?? (upload.error && asApiError(upload.error).detail)
  return (
    <section
      className={classes.drop}
      aria-label={texts.aFileWithGoals}
      aria-busy={upload.isPending}
      data-over={isOver || undefined}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take([...event.dataTransfer.files])
      }}
    >
      <FileSpreadsheet size={24} strokeWidth={1.5} className={classes.icon} aria-hidden="true" />
      <p className={classes.title}>{texts.dropACsvOrExcelFile}</p>
      <p className={classes.hint}>{texts.oneGoalARowTheFirst(mostRows, megabytes)}</p>
      <input
        ref={chooser}
        type="file"
        className={classes.chooser}
        tabIndex={-1}
        aria-label={texts.fileWithGoals}
        accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])])
          // The same file can be chosen again once it was mended.
          currentTarget.value = ''
        }}
      />
      <Button
        variant="default"
        disabled={reason !== null}
        title={reason ?? undefined}
        loading={upload.isPending}
        onClick={() => chooser.current?.click()}
      >
        {texts.chooseAFile}
      </Button>
      <p role="status" className={classes.hint}>
        {words ?? reason ?? ''}
      </p>
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
    </section>
  )
}
