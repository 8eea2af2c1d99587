/**
 * HTML with its style attributes under another name. They are never applied here, but the content security policy reports each
 * one that is read, even into a document that nobody sees. This only keeps the report clean: what is safe to show is not decided here.
 */
export function withInertStyles(html: string): string {
  return html.replaceAll(/<[a-z][^>]*>/gi, (tag) => tag.replaceAll(/([\s"'/])style(\s*=)/gi, '$1data-style$2'))
}
