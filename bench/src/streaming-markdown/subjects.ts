import { Markdown, MarkdownExtrasProvider, preloadThread, ThreadworkRoot } from '@threadwork/react'
import { highlight } from '@threadwork/react/highlight'
import { createElement, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { Streamdown } from 'streamdown'

/** Draws a growing text into an element: `show` with all of it so far, `end` with the whole. */
export interface Subject {
  show(text: string): void
  end(text: string): void
  unmount(): void
}

// The floor. One node for the whole text would be dearer: the browser reads all of a node again when it grows.
const plainText = (host: Element): Subject => {
  let node = new Text()
  let length = 0
  const addParagraph = (): void => {
    const paragraph = document.createElement('p')
    paragraph.style.whiteSpace = 'pre-wrap'
    node = paragraph.appendChild(document.createTextNode(''))
    host.append(paragraph)
  }
  const show = (text: string): void => {
    const [first = '', ...others] = text.slice(length).split('\n\n')
    length = text.length
    node.appendData(first)
    for (const words of others) {
      addParagraph()
      node.appendData(words)
    }
  }
  addParagraph()
  return { show, end: show, unmount: () => host.replaceChildren() }
}

const inReact =
  (draw: (text: string, isStreaming: boolean) => ReactNode) =>
  (host: Element): Subject => {
    const root = createRoot(host)
    return {
      show: (text) => root.render(draw(text, true)),
      end: (text) => root.render(draw(text, false)),
      unmount: () => root.unmount(),
    }
  }

const threadwork = inReact((text, streaming) =>
  createElement(ThreadworkRoot, null, createElement(Markdown, { text, streaming })),
)

const extras = [highlight()]

const highlighted = inReact((text, streaming) =>
  createElement(
    ThreadworkRoot,
    null,
    createElement(MarkdownExtrasProvider, { value: extras }, createElement(Markdown, { text, streaming })),
  ),
)

const streamdown = inReact((text, isStreaming) =>
  createElement(Streamdown, { mode: isStreaming ? 'streaming' : 'static' }, text),
)

/** What is compared. */
export const subjects = { text: plainText, markdown: threadwork, highlighted, streamdown } as const

export type SubjectName = keyof typeof subjects

/** Resolves when no subject has anything left to load. */
export const ready = (): Promise<unknown> => preloadThread()
