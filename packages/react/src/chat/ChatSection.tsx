import { useRef, type ReactElement, type ReactNode } from 'react'
import { useKeepFocus } from '../base/useKeepFocus.ts'
import { englishRegions } from '../strings/regions.ts'
import { useWords } from '../strings/useWords.ts'
import { useKeyboardInset } from './useKeyboardInset.ts'

export interface ChatSectionProps {
  readonly title: string | null
  readonly children: ReactNode
}

/** The landmark of a chat. Whatever goes away in it, the focus stays in it. */
export const ChatSection = ({ title, children }: ChatSectionProps): ReactElement => {
  const strings = useWords('keys', englishRegions)
  const section = useRef<HTMLElement>(null)
  useKeepFocus(section)
  useKeyboardInset(section)
  return (
    <section ref={section} className="twk-chat" aria-label={strings.chat(title)}>
      {children}
    </section>
  )
}
