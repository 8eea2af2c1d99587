import { lazy, Suspense } from 'react'
import type { RichTextEditorProps } from './rich-text-editor.tsx'

const RichTextField = lazy(() => import('./rich-text-editor.tsx').then((module) => ({ default: module.RichTextField })))

/** The editor for rich text, fetched when a form first needs it. */
export function LazyRichTextField(props: RichTextEditorProps) {
  return (
    <Suspense fallback={<div style={{ height: 180 }} aria-busy="true" />}>
      <RichTextField {...props} />
    </Suspense>
  )
}
