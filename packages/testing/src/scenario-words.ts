export interface Words {
  /** The words in their order, without their quotes. */
  readonly plain: readonly string[]
  readonly call: string | null
  readonly attempt: string | null
  readonly id: string | null
}

const word = /"((?:[^"\\]|\\.)*)"|(\S+)/gu
const setting = /^(call|attempt|id)=(.+)$/u

/** Parts what follows an event's name into plain words and the settings `call=`, `attempt=` and `id=`. */
export const readWords = (text: string): Words => {
  const plain: string[] = []
  const settings = new Map<string, string>()
  for (const [, quoted, bare = ''] of text.matchAll(word)) {
    const [, name, value] = (quoted === undefined && setting.exec(bare)) || []
    if (name !== undefined && value !== undefined) settings.set(name, value)
    else plain.push(quoted?.replaceAll(/\\(.)/gu, '$1') ?? bare)
  }
  return {
    plain,
    call: settings.get('call') ?? null,
    attempt: settings.get('attempt') ?? null,
    id: settings.get('id') ?? null,
  }
}
