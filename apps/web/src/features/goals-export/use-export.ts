import type { GoalExport } from '@goalkeeper/contract/exports'
import { useEffect, useRef, useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { downloadExport, saveFile, type ExportProgress } from './download-export.ts'

export type ExportState =
  | { kind: 'idle' }
  /** `progress` is null until the first answer. */
  | { kind: 'running'; progress: ExportProgress | null }
  | { kind: 'failed'; problem: string }
  | { kind: 'saved'; name: string; rows: number }

/** One export at a time. Who leaves the screen ends it. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ kind: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  async function start(asked: GoalExport): Promise<void> {
    const controller = new AbortController()
    running.current = controller
    setState({ kind: 'running', progress: null })
    let rows = 0
    const onProgress = (progress: ExportProgress) => {
      rows = progress.all
      if (!controller.signal.aborted) setState({ kind: 'running', progress })
    }
    try {
      const file = await downloadExport(asked, { signal: controller.signal, onProgress })
      saveFile(file)
      setState({ kind: 'saved', name: file.name, rows })
    } catch (error) {
      if (!controller.signal.aborted) setState({ kind: 'failed', problem: asApiError(error).detail })
    }
  }

  return {
    state,
    start: (asked: GoalExport) => void start(asked),
    cancel: () => {
      running.current?.abort()
      setState({ kind: 'idle' })
    },
  }
}
