import { Button, Checkbox, Modal, Radio } from '@mantine/core'
import { useId, useState } from 'react'
import { counted, grouped } from '#web/shared/ui/counted.ts'
import classes from './export-dialog.module.css'
import { exportOf, sizeOf, type ExportChoice, type ExportedList } from './exported-list.ts'
import { useExport, type ExportState } from './use-export.ts'

type Props = { list: ExportedList; onClose: () => void }

/** Asks what the file is to hold, makes it, and says how far it is. */
export function ExportDialog({ list, onClose }: Props) {
  const [choice, setChoice] = useState<ExportChoice>({
    format: 'xlsx',
    of: list.selected ? 'selection' : 'list',
    columns: 'shown',
    asHtml: false,
  })
  const { state, start, cancel } = useExport()
  const isRunning = state.kind === 'running'
  const size = sizeOf(list, choice.of)
  const hasRichText = choice.columns === 'all' || list.hasRichText
  const choose = (patch: Partial<ExportChoice>) => setChoice({ ...choice, ...patch })
  return (
    <Modal
      opened
      // A click beside the dialog, or Escape, is no word to give up a file that is half there.
      closeOnClickOutside={!isRunning}
      closeOnEscape={!isRunning}
      onClose={onClose}
      title="Export goals"
      size={480}
      closeButtonProps={{ 'aria-label': 'Close' }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          start(exportOf(list, choice))
        }}
      >
        <fieldset className={classes.choices} disabled={isRunning}>
          <Choice
            label="File"
            value={choice.format}
            onChange={(format) => choose({ format })}
            options={[
              { value: 'xlsx', label: 'Excel', hint: 'A workbook, with dates and numbers as such' },
              { value: 'csv', label: 'CSV', hint: 'For other programs' },
            ]}
          />
          {list.selected && (
            <Choice
              label="Goals"
              value={choice.of}
              onChange={(of) => choose({ of })}
              options={[
                { value: 'selection', label: `Only the ${grouped(list.selected.size)} selected` },
                { value: 'list', label: `All ${counted(list.total, 'goal')} of the list` },
              ]}
            />
          )}
          <Choice
            label="Columns"
            value={choice.columns}
            onChange={(columns) => choose({ columns })}
            options={[
              { value: 'shown', label: 'Columns shown', hint: 'In their order, with Gsid and version before them' },
              { value: 'all', label: 'All columns', hint: 'Every field, with descriptions and links' },
            ]}
          />
          <Checkbox
            label="Rich text as HTML"
            description={
              hasRichText
                ? 'To edit descriptions in the file and keep their form. Otherwise their words stand there.'
                : 'None of the columns shown holds rich text.'
            }
            checked={choice.asHtml}
            disabled={!hasRichText}
            onChange={(event) => choose({ asHtml: event.currentTarget.checked })}
          />
        </fieldset>
        <p className={classes.hint}>
          Edited in a spreadsheet, the file can be imported again. Goals that have changed meanwhile are not
          overwritten.
        </p>
        <Outcome state={state} />
        <div className={classes.deeds}>
          {isRunning ? (
            <Button key="cancel" variant="default" onClick={cancel}>
              Cancel
            </Button>
          ) : (
            <Button key="export" type="submit" data-autofocus disabled={size === 0}>
              Export {counted(size, 'goal')}
            </Button>
          )}
          {!isRunning && (
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
          )}
        </div>
      </form>
    </Modal>
  )
}

type ChoiceProps<Value extends string> = {
  label: string
  value: Value
  onChange: (value: Value) => void
  options: { value: Value; label: string; hint?: string }[]
}

function Choice<Value extends string>({ label, value, onChange, options }: ChoiceProps<Value>) {
  return (
    <Radio.Group label={label} value={value} onChange={(next) => onChange(next as Value)}>
      <div className={classes.options}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} description={option.hint} />
        ))}
      </div>
    </Radio.Group>
  )
}

/** How far the file is, or what became of it. Its room is kept, so that the buttons do not move. */
function Outcome({ state }: { state: ExportState }) {
  const id = useId()
  if (state.kind === 'failed') {
    return (
      <p role="alert" className={classes.problem}>
        {state.problem}
      </p>
    )
  }
  if (state.kind !== 'running') {
    return (
      <p className={classes.outcome} role="status">
        {state.kind === 'saved' && `Saved ${counted(state.rows, 'goal')} as ${state.name}.`}
      </p>
    )
  }
  const { done, all } = state.progress ?? { done: 0, all: 0 }
  const words = all === 0 ? 'Beginning…' : `${grouped(done)} of ${counted(all, 'goal')}`
  return (
    <div className={classes.outcome}>
      <span id={id}>{words}</span>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={done}
        aria-valuetext={words}
        className={classes.bar}
      >
        <span className={classes.done} style={{ width: `${all === 0 ? 0 : (100 * done) / all}%` }} />
      </div>
    </div>
  )
}
