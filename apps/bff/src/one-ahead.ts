/** The same items, each got ready while the one before is being used. */
export async function* oneAhead<Item>(source: AsyncIterable<Item>): AsyncGenerator<Item> {
  const items = source[Symbol.asyncIterator]()
  let next = items.next()
  try {
    for (let item = await next; !item.done; item = await next) {
      next = items.next()
      // Whoever asks for it is told.
      next.catch(() => undefined)
      yield item.value
    }
  } finally {
    // Nothing of it goes on once this has ended, for whatever reason.
    await next.catch(() => undefined)
    await items.return?.()
  }
}
