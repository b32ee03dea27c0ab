import { useVirtualizer } from '@tanstack/react-virtual'
import type { Item } from '@threadwork/core'
import {
  ApprovalCard,
  Composer,
  Message,
  SkillGroup,
  Thread,
  ThreadworkRoot,
  WorkflowCard,
} from '@threadwork/react'
import { memo, useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react'

export interface SubjectProps {
  readonly items: readonly Item[]
}

const drawItem = (item: Item): ReactNode => {
  switch (item.kind) {
    case 'message':
      return <Message item={item} />
    case 'skill':
      return <SkillGroup items={[item]} />
    case 'approval':
      return <ApprovalCard item={item} />
    case 'workflow':
      return <WorkflowCard item={item} />
    case 'connection':
    case 'form':
    case 'notice':
      throw new Error(`The sample has no ${item.kind}.`)
  }
}

/** The rows of both floors: the kit's own cards, drawn again only when their item is another. */
const Row = memo(({ item }: { readonly item: Item }): ReactNode => drawItem(item))

// The list that TanStack's own guide for chats gives, over the same cards: tanstack.com/virtual/latest/docs/chat
const Bare = ({ items }: SubjectProps): ReactElement => {
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- the floor is measured as its own guide writes it
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 72,
    getItemKey: (index) => items[index]?.key ?? index,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: 80,
    overscan: 6,
  })
  useLayoutEffect(() => list.scrollToEnd(), [list])
  return (
    <div ref={scroller} className="bare" data-scroller="">
      <div className="bare__rows" style={{ blockSize: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index]
          if (!item) return null
          return (
            <div
              key={key}
              ref={list.measureElement}
              data-index={index}
              className="bare__row"
              style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)` }}
            >
              <Row item={item} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const Plain = ({ items }: SubjectProps): ReactElement => {
  const scroller = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight
  })
  return (
    <div ref={scroller} className="bare" data-scroller="">
      <div className="bare__rows">
        {items.map((item, index) => (
          <div key={item.key} className="bare__row" data-index={index}>
            <Row item={item} />
          </div>
        ))}
      </div>
    </div>
  )
}

const Threadwork = ({ items }: SubjectProps): ReactElement => <Thread items={items} />

/** What is compared. */
export const subjects = { plain: Plain, tanstack: Bare, thread: Threadwork } as const

export type SubjectName = keyof typeof subjects

const ignore = (): void => undefined

// Its props never change, so that the thread's traffic does not render it.
const Foot = memo((): ReactElement => <Composer onSend={ignore} />)

/** A subject as it stands in a chat: above a composer. */
export const Stage = ({ subject, items }: SubjectProps & { readonly subject: SubjectName }): ReactElement => {
  const Subject = subjects[subject]
  return (
    <ThreadworkRoot className="stage">
      <div className="stage__thread">
        <Subject items={items} />
      </div>
      <Foot />
    </ThreadworkRoot>
  )
}
