/** Why a file cannot be read, in a sentence for people. */
export class FileFault extends Error {
  override name = 'FileFault'
}
