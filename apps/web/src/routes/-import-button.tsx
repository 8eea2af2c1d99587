import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/routes-first'
import { useNavigate } from '@tanstack/react-router'
import { FileInput } from 'lucide-react'
import { useMay } from '#web/shared/api/use-may.ts'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { sheetMedia, useMedia } from '#web/shared/ui/use-media.ts'

/** Leads to where goals come from a spreadsheet; switched off with the reason for those who may not change goals. */
export function ImportButton() {
  const reason = useMay('change')
  const navigate = useNavigate()
  const isPhone = useMedia(sheetMedia)
  // A phone has no room for it; the way there is at its foot.
  if (isPhone) return null
  return (
    <ToolButton
      tone="outlined"
      icon={<FileInput size={16} />}
      iconBelow={1000}
      command={{ place: common.thisList, label: texts.importGoals, alias: texts.spreadsheetUploadCsv }}
      aria-disabled={reason !== null || undefined}
      title={reason ?? texts.goalsFromASpreadsheet}
      onClick={() => reason === null && void navigate({ to: '/imports' })}
    >
      {texts.importIt}
    </ToolButton>
  )
}
