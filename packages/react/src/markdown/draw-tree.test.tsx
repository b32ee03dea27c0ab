import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { drawTree } from './draw-tree.ts'
import { readMarkdown } from './read-markdown.ts'
import type { TreeNode } from './tree-rules.ts'

const element = (tagName: string, children: TreeNode[], properties = {}): TreeNode => ({
  type: 'element',
  tagName,
  properties,
  children,
})
const text = (value: string): TreeNode => ({ type: 'text', value })
const root = (...children: TreeNode[]): TreeNode => ({ type: 'root', children })

it('gives an element without a drawing of its own its start and its direction, and nothing else', async () => {
  const properties = { start: 3, dir: 'auto', id: 'x', className: ['y'], style: 'color:red', onClick: 'z()' }

  const { container } = await render(drawTree(root(element('ol', [text('a')], properties))))

  expect(container.innerHTML).toBe('<ol start="3" dir="auto">a</ol>')
})

it('draws text, and no node of another kind', async () => {
  const { container } = await render(
    drawTree(root(text('a'), { type: 'raw', value: '<b>' }, { type: 'comment', value: 'c' })),
  )

  expect(container.innerHTML).toBe('a')
})

it('leaves out the line breaks between the cells of a table, of which React would warn', async () => {
  const warned = vi.spyOn(console, 'error')

  const { container } = await render(drawTree(readMarkdown('| a |\n|---|\n| b |', [])))

  expect(container.querySelector('table')?.textContent).toBe('ab')
  expect(warned).not.toHaveBeenCalled()
  warned.mockRestore()
})

it('keeps an element when others of another name come before it', async () => {
  const screen = await render(drawTree(root(element('p', [text('a')]))))
  const before = screen.container.querySelector('p')

  await screen.rerender(drawTree(root(element('blockquote', []), element('p', [text('a')]))))

  expect(screen.container.querySelector('p')).toBe(before)
})
