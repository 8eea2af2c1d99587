import 'react'

declare module 'react' {
  interface CSSProperties {
    /** Styles may set variables for the stylesheet to read. */
    [name: `--${string}`]: string | number | undefined
  }
}
