import * as texts from '@goalkeeper/texts/rich-text'
import { Filled } from '#web/shared/ui/filled.tsx'
import { RichTextEditor } from '@mantine/tiptap'
import '@mantine/tiptap/styles.layer.css'
import { useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useState } from 'react'
import { styleNonce } from '../theme/style-nonce.ts'
import { withInertStyles } from './inert-styles.ts'
import { RichText } from './rich-text.tsx'
import classes from './rich-text-editor.module.css'
import { isSameMarkup } from './same-markup.ts'

export type RichTextEditorProps = {
  label: string
  /** The text as it stood when editing began; what the editor makes equal to it is not a change. */
  original: string
  value: string
  onChange: (html: string) => void
  isDisabled?: boolean
}

/** Links are kept as they came: no target or rel is put into somebody's text. */
const extensions = [
  StarterKit.configure({ link: { openOnClick: false, HTMLAttributes: { target: null, rel: null, class: null } } }),
]

/**
 * Rich text in an editor. What the editor cannot hold without loss is shown as it is, and can be edited as HTML.
 * Nothing is handed on before the person has changed something.
 */
export function RichTextField(props: RichTextEditorProps) {
  const { label, original, value, onChange, isDisabled = false } = props
  const [isHtml, setHtml] = useState(false)
  const editor = useEditor({
    extensions,
    content: withInertStyles(value),
    injectNonce: styleNonce(),
    editable: !isDisabled,
    shouldRerenderOnTransaction: true,
    editorProps: { attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true' } },
    onUpdate: ({ editor: changed }) => {
      const html = changed.isEmpty ? '' : changed.getHTML()
      onChange(isSameMarkup(html, original) ? original : html)
    },
  })

  const [isLossy] = useState(() => value !== '' && editor !== null && !isSameMarkup(value, editor.getHTML()))

  if (isHtml)
    return (
      <textarea
        className={classes.html}
        aria-label={texts.asHtml(label)}
        value={value}
        rows={10}
        spellCheck={false}
        disabled={isDisabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  if (isLossy)
    return (
      <div className={classes.lossy}>
        <RichText html={value} />
        <p className={classes.note}>
          <Filled
            text={texts.thisTextHoldsThingsThatThe}
            button={
              <button type="button" className={classes.deed} onClick={() => setHtml(true)}>
                {texts.editAsHtml}
              </button>
            }
          />
        </p>
      </div>
    )
  return (
    <RichTextEditor editor={editor} className={classes.editor}>
      <RichTextEditor.Toolbar>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          <RichTextEditor.Underline />
          <RichTextEditor.Strikethrough />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.H3 />
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
          <RichTextEditor.Blockquote />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Link />
          <RichTextEditor.Unlink />
        </RichTextEditor.ControlsGroup>
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content />
    </RichTextEditor>
  )
}
