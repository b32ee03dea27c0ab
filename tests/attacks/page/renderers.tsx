import { Markdown, OriginPolicyProvider } from '@threadwork/react'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type RootOptions } from 'react-dom/client'
import { giveFrame } from './frames.ts'

/** Draws a text in the place of what was there; `isWhole`: no more of it will come. */
export type Draw = (text: string, isWhole: boolean) => void

export const rendererNames = ['kit', 'raw'] as const
export type RendererName = (typeof rendererNames)[number]

// Near misses of the one origin that is trusted are among the drawn attacks.
const origins = { imageOrigins: ['https://images.example'], linkOrigins: [], isLoopbackTrusted: false }

const drawKit = (container: Element, options: RootOptions): Draw => {
  const root = createRoot(container, options)
  const show = (text: string, isWhole: boolean): ReactNode => (
    <OriginPolicyProvider value={origins}>
      <Markdown text={text} streaming={!isWhole} />
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
      return drawKit(container, options)
    case 'raw':
      return drawRaw(container)
  }
}
