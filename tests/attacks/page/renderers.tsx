import { Markdown, MarkdownExtrasProvider, OriginPolicyProvider, type MarkdownExtra } from '@threadwork/react'
import { diagrams } from '@threadwork/react/diagrams'
import { highlight } from '@threadwork/react/highlight'
import { math } from '@threadwork/react/math'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type RootOptions } from 'react-dom/client'
import { giveFrame } from './frames.ts'

/** Draws a text in the place of what was there; `isWhole`: no more of it will come. */
export type Draw = (text: string, isWhole: boolean) => void

/** The kit, the kit with every extra, and the control. */
export type RendererName = 'kit' | 'extras' | 'raw'

// Near misses of the one origin that is trusted are among the drawn attacks.
const origins = { imageOrigins: ['https://images.example'], linkOrigins: [], isLoopbackTrusted: false }

const none: readonly MarkdownExtra[] = []
const every: readonly MarkdownExtra[] = [highlight(), math(), diagrams({ frame: '/diagram-frame.html' })]

const drawKit = (container: Element, options: RootOptions, extras: readonly MarkdownExtra[]): Draw => {
  const root = createRoot(container, options)
  const show = (text: string, isWhole: boolean): ReactNode => (
    <OriginPolicyProvider value={origins}>
      <MarkdownExtrasProvider value={extras}>
        <Markdown text={text} streaming={!isWhole} />
      </MarkdownExtrasProvider>
    </OriginPolicyProvider>
  )
  return (text, isWhole) => {
    flushSync(() => root.render(show(text, isWhole)))
    flushSync(giveFrame)
  }
}

/** What the kit must not be: HTML of a message, handed to the page. */
const drawRaw =
  (container: Element): Draw =>
  (text) => {
    container.innerHTML = micromark(text, {
      allowDangerousHtml: true,
      allowDangerousProtocol: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    })
  }

/** A renderer at work in `container`; `options` say what to do with errors of a drawing. */
export const createRenderer = (name: RendererName, container: Element, options: RootOptions): Draw => {
  switch (name) {
    case 'kit':
      return drawKit(container, options, none)
    case 'extras':
      return drawKit(container, options, every)
    case 'raw':
      return drawRaw(container)
  }
}

/** Makes the extras load what they draw with, so that the attacks meet it. */
export const warmText = '$x$\n\n```js\na\n```\n\n```html\na\n```\n\n```ts\na\n```'
