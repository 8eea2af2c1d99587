import type { Import } from '@goalkeeper/contract/imports'
import { Link } from '@tanstack/react-router'
import { Band } from '#web/shared/ui/band.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'

type Props = { file: Import; onColumns: () => void }

/** What a person should know of the import before anything else. */
export function ImportBands({ file, onColumns }: Props) {
  const { changeSet, mappingProblems, notices } = file
  const general = mappingProblems.filter(({ column }) => column === null)
  return (
    <>
      {changeSet !== null && (
        <Band
          action={
            <Link to="/changes/$id" params={{ id: changeSet }}>
              Open the change set
            </Link>
          }
        >
          This import was made into a change set. To make another of it, throw that one away.
        </Band>
      )}
      {mappingProblems.length > 0 && (
        <Band
          tone="amber"
          action={
            <ToolButton tone="outlined" onClick={onColumns}>
              Show the columns
            </ToolButton>
          }
        >
          {general.length > 0
            ? general.map(({ reason }) => reason).join(' ')
            : 'Some columns cannot be read as they are chosen.'}{' '}
          No row is checked until then.
        </Band>
      )}
      {notices.map((notice) => (
        <Band key={notice}>{notice}</Band>
      ))}
    </>
  )
}
