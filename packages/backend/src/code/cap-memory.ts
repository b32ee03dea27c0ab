/** How much the memory of this realm's WebAssembly may still grow. */
export interface MemoryCap {
  allow(bytes: number): void
}

/**
 * Puts a cap on the memory of every interpreter in this realm. QuickJS's own limit counts blocks and not their sizes
 * in WebAssembly, and Pyodide has none; both grow through this one function, and hear that there is no more.
 */
export function capMemory(): MemoryCap {
  const { prototype } = WebAssembly.Memory
  const pageBytes = 65_536
  let budget = Number.POSITIVE_INFINITY
  // Called with the memory that it belongs to, below.
  // oxlint-disable-next-line typescript/unbound-method
  const { grow } = prototype
  prototype.grow = function growWithin(this: WebAssembly.Memory, pages: number): number {
    if (pages * pageBytes > budget) throw new RangeError('No more memory')
    budget -= pages * pageBytes
    return grow.call(this, pages)
  }
  return { allow: (bytes) => (budget = bytes) }
}
