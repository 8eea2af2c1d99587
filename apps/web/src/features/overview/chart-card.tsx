import * as texts from '@goalkeeper/texts/overview'
import { ChartNoAxesColumn, Table2 } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import classes from './chart-card.module.css'

type Props = {
  title: string
  /** What the chart shows, in a sentence. */
  about: ReactNode
  legend?: ReactNode
  tools?: ReactNode
  /** Without one nothing can be told yet, and the sentence says why. */
  chart?: ReactNode
  /** The same numbers, to be read. */
  table?: ReactNode
}

/** A chart with its title, what it means, and the table that can stand in its place. */
export function ChartCard({ title, about, legend, tools, chart, table }: Props) {
  const [isTable, setTable] = useState(false)
  const id = useId()
  return (
    <section className={classes.card} aria-labelledby={id}>
      <header className={classes.header}>
        <div className={classes.words}>
          <h2 className={classes.title} id={id}>
            {title}
          </h2>
          <p className={classes.about}>{about}</p>
        </div>
        {table && (
          <div className={classes.tools}>
            {tools}
            <ToolButton
              icon={isTable ? <ChartNoAxesColumn size={14} /> : <Table2 size={14} />}
              aria-label={isTable ? texts.asAChart(title) : texts.asATable(title)}
              onClick={() => setTable(!isTable)}
            >
              {isTable ? texts.chart : texts.table}
            </ToolButton>
          </div>
        )}
      </header>
      {legend}
      {isTable ? <div className={classes.table}>{table}</div> : chart}
    </section>
  )
}
