/** A value that has to be there. */
export const must = <Value>(value: Value | null | undefined): Value => {
  if (value === null || value === undefined) throw new Error('The composer is not on the page.')
  return value
}

/** The field that the message is written in. */
export const field = (): HTMLTextAreaElement => must(document.querySelector('textarea'))

/** Presses Enter in it, as `init` says; `false` when the composer took the key. */
export const press = (init: KeyboardEventInit & { readonly keyCode?: number } = {}): boolean =>
  field().dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }),
  )

/** A place for drafts, as a device has it. */
export const notebook = (): {
  readonly notes: Map<string, string>
  readonly readDraft: (name: string) => string | null
  readonly writeDraft: (name: string, value: string | null) => void
} => {
  const notes = new Map<string, string>()
  return {
    notes,
    readDraft: (name: string) => notes.get(name) ?? null,
    writeDraft: (name: string, value: string | null) =>
      void (value === null ? notes.delete(name) : notes.set(name, value)),
  }
}
