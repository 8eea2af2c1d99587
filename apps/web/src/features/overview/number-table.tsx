import * as common from '@goalkeeper/texts/common'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { grouped } from '@goalkeeper/texts/counted'
import { ListLink } from './list-link.tsx'
import classes from './number-table.module.css'

/** A number, and the list behind it; null where nobody knows. */
export type TableNumber = { goals: number; filter: FilterTree | null } | null
export type TableRow = { key: string; title: string; numbers: TableNumber[] }

type Props = { caption: string; first: string; columns: string[]; rows: TableRow[] }

/** What a chart shows, as numbers that lead to their lists. */
export function NumberTable({ caption, first, columns, rows }: Props) {
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={classes.number}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, title, numbers }) => (
          <tr key={key}>
            <th scope="row">{title}</th>
            {numbers.map((number, index) => (
              <td key={columns[index]} className={classes.number}>
                {number === null ? (
                  <span className={classes.unknown}>{common.notKnown}</span>
                ) : number.goals === 0 ? (
                  <span className={classes.unknown}>0</span>
                ) : (
                  <ListLink filter={number.filter} aria-label={`${grouped(number.goals)}: ${title}, ${columns[index]}`}>
                    {grouped(number.goals)}
                  </ListLink>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
