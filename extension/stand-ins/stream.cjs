const { EventEmitter } = require('events')

/**
 * The part of Node's `Duplex`, as `readable-stream` 3 has it, that a STREAM connection of a wallet needs: it is ended
 * and destroyed, and what its receiver sends as data is held up to the mark and never read. There is no `read`,
 * `write` or `pipe`, so that whoever wants them finds out, and no 'finish', which nobody waits for.
 */
exports.Duplex = class Duplex extends EventEmitter {
  readableHighWaterMark = 16_384
  readableLength = 0
  readableFlowing = null
  destroyed = false
  #held = []
  #readingMore = false
  #noMoreToRead = false
  #ending = false
  #failed = false

  constructor() {
    super()
    // As `allowHalfOpen: false` has it.
    this.once('end', () => queueMicrotask(() => this.end()))
  }

  /** Data that came in; null: no more comes. */
  push(chunk) {
    if (chunk === null) {
      this.#noMoreToRead = true
      return false
    }
    if (chunk.length > 0 && this.#noMoreToRead) {
      this.emit('error', new Error('stream.push() after EOF'))
      return false
    }
    if (this.destroyed) return false
    this.#held.push(chunk)
    this.readableLength += chunk.length
    this.#readMore()
    return this.readableLength < this.readableHighWaterMark
  }

  end() {
    if (this.#ending) return this
    this.#ending = true
    if (!this.destroyed)
      queueMicrotask(() =>
        this._final((error) => {
          if (error) this.emit('error', error)
        }),
      )
    return this
  }

  destroy(reason) {
    const fails = (error) => {
      if (!error || this.#failed) return false
      this.#failed = true
      return true
    }
    if (this.destroyed) {
      if (fails(reason)) queueMicrotask(() => this.emit('error', reason))
      return this
    }
    this.destroyed = true
    this._destroy(reason ?? null, (error) => {
      const tell = fails(error)
      queueMicrotask(() => {
        if (tell) this.emit('error', error)
        this.emit('close')
      })
    })
    return this
  }

  #readMore() {
    if (this.#readingMore) return
    this.#readingMore = true
    queueMicrotask(() => {
      this.#readingMore = false
      if (!this.#noMoreToRead && this.readableLength < this.readableHighWaterMark)
        this._read(this.readableHighWaterMark)
    })
  }
}
