import { once } from 'node:events'
import { constants, crc32, createDeflateRaw } from 'node:zlib'
import { strToU8, Zip, ZipDeflate, type ZipInputFile } from 'fflate'

/** A file of an archive: as a whole, or made part by part. */
export type ZipEntry = { name: string } & ({ text: string } | { parts: AsyncIterable<string> })

/**
 * A zip archive, as it is made: of each file no more is held than one of its parts. Every part can be unpacked as soon as it has come,
 * because it ends with a flush. Parts are deflated off the main thread.
 */
export async function* zipParts(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = []
  const take = () => {
    const taken = made
    made = []
    return taken
  }
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    made.push(bytes)
  })
  for (const entry of entries) {
    if ('text' in entry) {
      const whole = new ZipDeflate(entry.name)
      zip.add(whole)
      whole.push(strToU8(entry.text), true)
    } else {
      for await (const _part of addParts(zip, entry.name, entry.parts)) yield* take()
    }
    yield* take()
  }
  zip.end()
  yield* take()
}

/** Adds a file to an archive and comes back after each of its parts. */
async function* addParts(zip: Zip, name: string, parts: AsyncIterable<string>): AsyncGenerator<void> {
  const file: ZipInputFile = { filename: name, size: 0, crc: 0, compression: 8 }
  zip.add(file)
  const add = (bytes: Uint8Array, isLast: boolean) => file.ondata?.(null, new Uint8Array(bytes), isLast)
  const deflate = createDeflateRaw().on('data', (bytes: Buffer) => add(bytes, false))
  try {
    for await (const part of parts) {
      const bytes = Buffer.from(part)
      file.crc = crc32(bytes, file.crc)
      file.size += bytes.length
      deflate.write(bytes)
      await new Promise<void>((resolve) => deflate.flush(constants.Z_SYNC_FLUSH, resolve))
      yield
    }
    deflate.end()
    await once(deflate, 'end')
    add(new Uint8Array(), true)
  } finally {
    deflate.destroy()
  }
}
