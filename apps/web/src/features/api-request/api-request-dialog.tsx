import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/api-request'
import { asCurl, asJson, type PrintableCall } from '@goalkeeper/gainsight/print-call'
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { CopyButton } from '#web/shared/ui/copy-button.tsx'
import classes from './api-request-dialog.module.css'

type Props = {
  /** What the call does, such as "Goals of this list". */
  title: string
  call: PrintableCall
  /** What the call leaves out and Goalkeeper adds, in sentences. */
  left: readonly string[]
  onClose: () => void
}

const forms = { json: 'JSON', curl: 'cURL' } as const
type Form = keyof typeof forms

/** The tenant call behind what is seen, to be copied. The key stands in it as a variable: no browser knows it. */
export function ApiRequestDialog({ title, call, left, onClose }: Props) {
  const [form, setForm] = useState<Form>('json')
  const text = form === 'json' ? asJson(call) : asCurl(call)
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={720}
      closeButtonProps={{ 'aria-label': common.close }}
      // React hands keys on to whatever drew the dialog: Escape here would close the panel behind it too.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={classes.head}>
        <code className={classes.route}>
          {call.method} {call.path}
        </code>
        <div role="group" aria-label={texts.form} className={classes.forms}>
          {(Object.keys(forms) as Form[]).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === form}
              className={classes.form}
              onClick={() => setForm(each)}
            >
              {forms[each]}
            </button>
          ))}
        </div>
        <CopyButton key={form} text={() => text}>
          {texts.copy}
        </CopyButton>
      </div>
      <pre className={classes.text} tabIndex={0} aria-label={forms[form]}>
        {text}
      </pre>
      {left.length > 0 && (
        <div className={classes.left}>
          <p>{texts.notInThisCallBecauseThe}</p>
          <ul>
            {left.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <p className={classes.meta}>{texts.gainsightBaseUrlAndGainsight}</p>
    </Modal>
  )
}
