import { createElement, Fragment, type ReactNode } from 'react'
import { elements } from './elements.tsx'
import type { TreeNode } from './tree-rules.ts'

/** What an element without a drawing of its own keeps of what the tree says of it. */
const kept = ['start', 'dir'] as const

// Between rows and cells the tree has line breaks, and React warns of them there.
const holdsNoText = new Set(['table', 'thead', 'tbody', 'tr'])

const drawElement = (node: TreeNode, tagName: string, key: string): ReactNode => {
  const inside = drawAll(node.children ?? [], holdsNoText.has(tagName))
  const drawing = elements.get(tagName)
  if (drawing) return createElement(drawing, { key, node }, ...inside)
  const attributes = kept.map((name) => [name, node.properties?.[name]])
  return createElement(tagName, { key, ...Object.fromEntries(attributes) }, ...inside)
}

const textOf = ({ type, value = '' }: TreeNode, isBetweenCells: boolean): string | null =>
  type !== 'text' || (isBetweenCells && value.trim() === '') ? null : value

// By its name's place among its neighbours, so that an element stays itself when others come before and behind it.
const drawAll = (nodes: readonly TreeNode[], isBetweenCells = false): readonly ReactNode[] => {
  const counts = new Map<string, number>()
  return nodes.map((node) => {
    if (node.tagName === undefined) return textOf(node, isBetweenCells)
    const count = (counts.get(node.tagName) ?? 0) + 1
    counts.set(node.tagName, count)
    return drawElement(node, node.tagName, `${node.tagName}-${count}`)
  })
}

/** Draws a tree: an element by its own drawing where there is one, else as the plain HTML element that it names. */
export const drawTree = (tree: TreeNode): ReactNode =>
  createElement(Fragment, null, ...drawAll(tree.children ?? []))
