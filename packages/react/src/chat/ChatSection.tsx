import { useRef, type ReactElement, type ReactNode } from 'react'
import { useKeepFocus } from '../base/useKeepFocus.ts'
import { useStrings } from '../strings/StringsProvider.tsx'
import { useKeyboardInset } from './useKeyboardInset.ts'

export interface ChatSectionProps {
  readonly title: string | null
  readonly children: ReactNode
}

/** The landmark of a chat. Whatever goes away in it, the focus stays in it. */
export const ChatSection = ({ title, children }: ChatSectionProps): ReactElement => {
  const strings = useStrings().keys
  const section = useRef<HTMLElement>(null)
  useKeepFocus(section)
  useKeyboardInset(section)
  return (
    <section ref={section} className="twk-chat" aria-label={strings.chat(title)}>
      {children}
    </section>
  )
}
