/** The most calls that fell into any stretch of a given length. Times must not go back; both in milliseconds. */
export class RollingMost {
  readonly #length: number
  #times: number[] = []
  #first = 0
  most = 0

  constructor(length: number) {
    this.#length = length
  }

  /** Adds a call. A stretch takes in its beginning and not its end: calls exactly one length apart never share one. */
  add(time: number): void {
    this.#times.push(time)
    while (time - (this.#times[this.#first] ?? time) >= this.#length) this.#first += 1
    this.most = Math.max(this.most, this.#times.length - this.#first)
    if (this.#first > 10_000) {
      this.#times = this.#times.slice(this.#first)
      this.#first = 0
    }
  }
}
