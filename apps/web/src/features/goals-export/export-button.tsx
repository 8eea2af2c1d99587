import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goals-export-first'
import { Download } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import type { ExportedList } from './exported-list.ts'

const loadDialog = () => import('./export-dialog.tsx')
const ExportDialog = lazy(() => loadDialog().then((module) => ({ default: module.ExportDialog })))

/** Takes what a list shows out into a file. */
export function ExportButton({ list }: { list: ExportedList }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ToolButton
        icon={<Download size={14} />}
        iconBelow={1000}
        command={{ place: common.thisList, label: common.exportIt, key: 'x', alias: texts.downloadCsvXlsxExcelFile }}
        aria-haspopup="dialog"
        onPointerEnter={() => void loadDialog()}
        onClick={() => setOpen(true)}
      >
        {common.exportIt}
      </ToolButton>
      {isOpen && (
        <Suspense fallback={null}>
          <ExportDialog list={list} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
