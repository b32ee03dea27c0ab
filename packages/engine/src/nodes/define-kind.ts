import type { NodeKind } from './node-kind.ts'

/**
 * Keeps a kind in a list with others. Its functions are only ever called with what its own schema made of a config
 * (`readConfig`), which is why the type of the config can be forgotten here.
 */
export const defineKind = <Config>(kind: NodeKind<Config>): NodeKind => kind as unknown as NodeKind
