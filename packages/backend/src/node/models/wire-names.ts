/** The names of tools as providers take them, and back. */
export interface WireNames {
  toWire(name: string): string
  fromWire(name: string): string
}

const longest = 64

/** Providers take letters, digits, `_` and `-`, 64 at most; ours may have dots and more. No two become one. */
export function createWireNames(names: readonly string[]): WireNames {
  const wires = new Map<string, string>()
  const back = new Map<string, string>()
  for (const name of names) {
    const plain = name.replaceAll(/[^\w-]/g, '_').slice(0, longest) || 'tool'
    let wire = plain
    for (let number = 2; back.has(wire); number += 1) wire = `${plain.slice(0, longest - 4)}_${number}`
    wires.set(name, wire)
    back.set(wire, name)
  }
  return {
    // A tool that was called before, and is no longer offered.
    toWire: (name) => wires.get(name) ?? name.replaceAll(/[^\w-]/g, '_').slice(0, longest),
    fromWire: (name) => back.get(name) ?? name,
  }
}
