import { Fragment, type ReactNode } from 'react'
import type { MarkdownNode, NodeOf } from './parse-markdown.ts'
import { TaskMark } from './TaskMark.tsx'

type DrawAll = (nodes: readonly MarkdownNode[]) => ReactNode

const isSpread = (item: NodeOf<'listItem'>): boolean => item.spread ?? item.children.length > 1

const isLoose = (list: NodeOf<'list'>): boolean => list.spread === true || list.children.some(isSpread)

const drawTask = (item: NodeOf<'listItem'>): ReactNode =>
  typeof item.checked === 'boolean' && (
    <>
      <TaskMark isDone={item.checked} />{' '}
    </>
  )

interface ItemProps {
  readonly item: NodeOf<'listItem'>
  readonly isInLoose: boolean
  readonly drawAll: DrawAll
}

const Item = ({ item, isInLoose, drawAll }: ItemProps): ReactNode => (
  <li>
    {item.children[0]?.type !== 'paragraph' && drawTask(item)}
    {item.children.map((node, index) => {
      const words = node.type === 'paragraph' && (
        <>
          {index === 0 && drawTask(item)}
          {drawAll(node.children)}
        </>
      )
      return (
        <Fragment key={index}>
          {index > 0 && '\n'}
          {words === false ? drawAll([node]) : isInLoose ? <p>{words}</p> : words}
        </Fragment>
      )
    })}
  </li>
)

/** A list whose items are bare text when it was written without blank lines, and paragraphs otherwise. */
export const drawList = (list: NodeOf<'list'>, drawAll: DrawAll): ReactNode => {
  const isInLoose = isLoose(list)
  const items = list.children.map((item, index) => (
    <Item key={index} item={item} isInLoose={isInLoose} drawAll={drawAll} />
  ))
  return list.ordered === true ? (
    <ol start={list.start === 1 ? undefined : (list.start ?? undefined)}>{items}</ol>
  ) : (
    <ul>{items}</ul>
  )
}
