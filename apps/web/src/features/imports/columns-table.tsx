import * as texts from '@goalkeeper/texts/imports-columns'
import type { Import } from '@goalkeeper/contract/imports'
import { NativeSelect } from '@mantine/core'
import { useFormContext, useWatch } from 'react-hook-form'
import type { TargetGroup } from './column-targets.ts'
import classes from './columns-table.module.css'
import { columnProblem, type MappingForm } from './mapping-form.ts'

type Props = { file: Import; groups: TargetGroup[]; isLocked: boolean }

/** Each column of the file with what stands in it, and what it holds. */
export function ColumnsTable({ file, groups, isLocked }: Props) {
  const { register, control } = useFormContext<MappingForm>()
  const chosen = useWatch({ control, name: 'columns' })
  const data = [{ value: 'nothing', label: texts.leftOut }, ...groups]
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{texts.columnOfTheFile}</th>
          <th scope="col">{texts.holds}</th>
          <th scope="col">{texts.forExample}</th>
        </tr>
      </thead>
      <tbody>
        {file.columns.map(({ name, samples }, column) => {
          const key = chosen[column] ?? 'nothing'
          return (
            <tr key={column} data-left-out={key === 'nothing' || undefined}>
              <th scope="row">{name || texts.column(column + 1)}</th>
              <td>
                <NativeSelect
                  aria-label={texts.columnHolds(name || column + 1)}
                  data={data}
                  disabled={isLocked}
                  error={columnProblem(file, column, key)}
                  {...register(`columns.${column}`)}
                />
              </td>
              <td className={classes.samples}>
                {samples.length > 0 ? samples.join(' · ') : texts.nothingButEmptyCells}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
