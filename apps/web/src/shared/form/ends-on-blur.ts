/** Ends an edit when the focus goes elsewhere on the page; a person who looks at another window comes back to it as it was. */
export function endsOnBlur(end: () => void): () => void {
  return () => {
    if (document.hasFocus()) end()
  }
}
