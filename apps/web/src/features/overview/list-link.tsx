import type { FilterTree } from '@goalkeeper/filter/tree'
import { Link } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'a'>, 'href' | 'ref' | 'target'> & { filter: FilterTree | null }

/** Leads to the list of exactly the goals that a number or a bar stands for. */
export function ListLink({ filter, children, ...props }: Props) {
  return (
    <Link to="/goals" search={filter ? { filter } : {}} {...props}>
      {children}
    </Link>
  )
}
