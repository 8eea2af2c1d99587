import * as texts from '@goalkeeper/texts/server/import-files'
import { FileFault } from './file-fault.ts'

/** A text with what a person should know of how it was read. */
export type Decoded = { text: string; notices: string[] }

/** Texts that no spreadsheet writes have more than this part of control characters. */
const mostControls = 0.01

/** The text in a file: UTF-8 or UTF-16, with or without the mark by which they are known, else Windows-1252. */
export function decodeText(bytes: Uint8Array): Decoded {
  const { text, notices } = decode(bytes)
  if (controlsIn(text) > text.length * mostControls) {
    throw new FileFault(texts.thisIsNoTextAnImport)
  }
  const clean = text.toWellFormed().replaceAll('\0', '')
  if (clean === text) return { text, notices }
  return { text: clean, notices: [...notices, texts.charactersThatNoTextCanHold] }
}

/** Control characters other than those that set a text. */
function controlsIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 0 && code < 32 && (code < 9 || code > 13)) count += 1
  }
  return count
}

function decode(bytes: Uint8Array): Decoded {
  const encoding = marked(bytes) ?? utf16Without(bytes) ?? 'utf-8'
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), notices: [] }
  } catch {
    // Whoever mixes encodings has bytes that are no UTF-8.
  }
  if (encoding !== 'utf-8') throw new FileFault(texts.theFileSaysThatItIs(encoding.toUpperCase()))
  const notice = texts.theFileIsNoUtf8
  return { text: new TextDecoder('windows-1252').decode(bytes), notices: [notice] }
}

function marked([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** Of UTF-16 every second byte of Latin letters is zero. */
function utf16Without(bytes: Uint8Array): string | null {
  const some = bytes.subarray(0, 1024)
  const zeros = (from: number) => some.filter((byte, at) => at % 2 === from && byte === 0).length
  if (zeros(1) > some.length / 4) return 'utf-16le'
  return zeros(0) > some.length / 4 ? 'utf-16be' : null
}
