import * as texts from '@goalkeeper/texts/goals-export'
import * as common from '@goalkeeper/texts/common'
import { Button, Checkbox, Modal, Radio } from '@mantine/core'
import { useId, useState } from 'react'
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
      title={texts.exportGoals}
      size={480}
      closeButtonProps={{ 'aria-label': common.close }}
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
            label={texts.file}
            value={choice.format}
            onChange={(format) => choose({ format })}
            options={[
              { value: 'xlsx', label: texts.excel, hint: texts.aWorkbookWithDatesAndNumbers },
              { value: 'csv', label: texts.csv, hint: texts.forOtherPrograms },
            ]}
          />
          {list.selected && (
            <Choice
              label={common.goals}
              value={choice.of}
              onChange={(of) => choose({ of })}
              options={[
                { value: 'selection', label: texts.onlyTheSelected(list.selected.size) },
                { value: 'list', label: texts.allOfTheList(list.total) },
              ]}
            />
          )}
          <Choice
            label={common.columns}
            value={choice.columns}
            onChange={(columns) => choose({ columns })}
            options={[
              { value: 'shown', label: texts.columnsShown, hint: texts.inTheirOrderWithGsidAnd },
              { value: 'all', label: texts.allColumns, hint: texts.everyFieldWithDescriptionsAnd },
            ]}
          />
          <Checkbox
            label={texts.richTextAsHtml}
            description={hasRichText ? texts.toEditDescriptionsInTheFile : texts.noneOfTheColumnsShownHolds}
            checked={choice.asHtml}
            disabled={!hasRichText}
            onChange={(event) => choose({ asHtml: event.currentTarget.checked })}
          />
        </fieldset>
        <p className={classes.hint}>{texts.editedInASpreadsheetTheFile}</p>
        <Outcome state={state} />
        <div className={classes.deeds}>
          {isRunning ? (
            <Button key="cancel" variant="default" onClick={cancel}>
              {common.cancel}
            </Button>
          ) : (
            <Button key="export" type="submit" data-autofocus disabled={size === 0}>
              {texts.exportIt(size)}
            </Button>
          )}
          {!isRunning && (
            <Button variant="default" onClick={onClose}>
              {common.close}
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
        {state.kind === 'saved' && texts.savedAs(state.rows, state.name)}
      </p>
    )
  }
  const { done, all } = state.progress ?? { done: 0, all: 0 }
  const words = all === 0 ? texts.beginning : texts.outOf(done, all)
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
