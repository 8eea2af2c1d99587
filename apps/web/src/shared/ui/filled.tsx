import { Fragment, type ReactNode } from 'react'

type Gaps<Text extends string> = Text extends `${string}{${infer Gap}}${infer Rest}` ? Gap | Gaps<Rest> : never

/** A text with elements where it has gaps, wherever its language puts them: 'Changed by {who}'. Texts that take words only are functions. */
export function Filled<Text extends string>({ text, ...gaps }: { text: Text } & Record<Gaps<Text>, ReactNode>) {
  // Split at its braces, every second piece is the name of a gap.
  return text
    .split(/[{}]/)
    .map((piece, index) => (
      <Fragment key={index}>{index % 2 ? (gaps as Record<string, ReactNode>)[piece] : piece}</Fragment>
    ))
}
