import type { DataPointOption } from '@threadwork/core'
import { useMemo, useState, type KeyboardEvent } from 'react'
import { matchOptions, nextHighlight } from './combobox-keys.ts'

/** So many options are drawn; typing brings the others. */
const mostShown = 100

export interface ComboboxState {
  readonly isOpen: boolean
  /** What is typed; `null` while nothing is and the value is shown. */
  readonly typed: string | null
  /** The options that match, as far as they are drawn. */
  readonly shown: readonly DataPointOption[]
  /** How many more match. */
  readonly hiddenCount: number
  readonly highlight: number
  readonly open: () => void
  readonly close: () => void
  readonly type: (text: string) => void
  /** Takes what is typed back, with the list open. */
  readonly clearTyped: () => void
  readonly handleKeyDown: (event: KeyboardEvent) => void
}

interface ComboboxInput {
  readonly options: readonly DataPointOption[]
  readonly isDisabled: boolean
  /** The option to begin at; `undefined`: the first. */
  readonly chosen?: unknown
  readonly onChoose: (option: DataPointOption) => void
}

/** What is open, typed and highlighted in a list that is filtered by typing, and the keys that move it. */
export const useCombobox = ({ options, isDisabled, chosen, onChoose }: ComboboxInput): ComboboxState => {
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [highlight, setHighlight] = useState(0)
  const matches = useMemo(() => matchOptions(options, typed ?? ''), [options, typed])
  const chosenAt = matches.findIndex((option) => option.value === chosen)
  // The chosen option is drawn, wherever in the list it stands.
  const shown = matches.slice(0, Math.max(mostShown, chosenAt + 1))

  const open = () => {
    if (isDisabled) return
    setIsOpen(true)
    setHighlight(Math.max(0, chosenAt))
  }
  const close = () => {
    setIsOpen(false)
    setTyped(null)
  }
  const type = (text: string) => {
    setTyped(text)
    setIsOpen(true)
    setHighlight(0)
  }
  const move = (event: KeyboardEvent) => {
    const next = nextHighlight(event.key, isOpen ? highlight : -1, shown.length)
    if (next === null) return
    event.preventDefault()
    if (isOpen) setHighlight(next)
    else open()
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const option = shown[highlight]
    if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      if (option) onChoose(option)
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else move(event)
  }
  return {
    isOpen,
    typed,
    shown,
    hiddenCount: matches.length - shown.length,
    highlight,
    open,
    close,
    type,
    clearTyped: () => setTyped(null),
    handleKeyDown,
  }
}
