import '@threadwork/react/diagrams.css'
import '@threadwork/react/highlight.css'
import '@threadwork/react/math.css'
import type { MarkdownExtra } from '@threadwork/react'
import { diagrams } from '@threadwork/react/diagrams'
import { highlight } from '@threadwork/react/highlight'
import { math } from '@threadwork/react/math'

/** What messages can draw here besides plain markdown. Each loads its library with the first message that needs it. */
export const markdownExtras: readonly MarkdownExtra[] = [
  highlight(),
  math(),
  diagrams({ frame: '/diagram-frame.html' }),
]
