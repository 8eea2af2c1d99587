import { Duplex } from 'node:stream'
import type { MessagePort } from 'node:worker_threads'

/**
 * What a client of `pg` takes for the socket to its server: a port to the thread of the embedded database. Whole messages of PostgreSQL's
 * protocol go out, those of one statement together, and come back.
 */
export class EmbeddedStream extends Duplex {
  readonly #port: MessagePort

  constructor(port: MessagePort) {
    super()
    this.#port = port
    port.on('message', (bytes: Uint8Array<ArrayBuffer>) => this.push(Buffer.from(bytes.buffer)))
    // The thread has ended.
    port.once('close', () => this.destroy())
  }

  // What `pg` calls of a socket.

  connect(): void {
    process.nextTick(() => this.emit('connect'))
  }

  /** Nothing waits for more anyway. */
  setNoDelay(): void {}

  ref(): void {
    this.#port.ref()
  }

  unref(): void {
    this.#port.unref()
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#send(chunk)
    done()
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)))
    done()
  }

  override _final(done: () => void): void {
    this.push(null)
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#port.close()
    done(error)
  }

  /** A copy, as small buffers lie side by side in one that cannot be given away. */
  #send(bytes: Buffer): void {
    const copy = new Uint8Array(bytes)
    this.#port.postMessage(copy, [copy.buffer])
  }
}
