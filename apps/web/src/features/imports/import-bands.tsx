import * as texts from '@goalkeeper/texts/imports-rows'
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
              {texts.openTheChangeSet}
            </Link>
          }
        >
          {texts.thisImportWasMadeIntoA}
        </Band>
      )}
      {mappingProblems.length > 0 && (
        <Band
          tone="amber"
          action={
            <ToolButton tone="outlined" onClick={onColumns}>
              {texts.showTheColumns}
            </ToolButton>
          }
        >
          {texts.noRowIsCheckedUntilThen(general.length, general.map(({ reason }) => reason).join(' '))}
        </Band>
      )}
      {notices.map((notice) => (
        <Band key={notice}>{notice}</Band>
      ))}
    </>
  )
}
