import type { Item } from '@threadwork/core'
import { useState, type ReactElement } from 'react'
import { goToItem } from './go-to-item.ts'
import { useInspection } from './useInspection.ts'

/** A way to each of some items on the page; says so where one is not drawn just now. */
export const ItemLinks = ({ items }: { readonly items: readonly Item[] }): ReactElement => {
  const words = useInspection()
  const [lost, setLost] = useState<string | null>(null)
  return (
    <>
      <ul className="twk-inspector__links">
        {items.map((item) => (
          <li key={item.key}>
            <button
              type="button"
              className="twk-text-button"
              onClick={({ currentTarget }) => setLost(goToItem(currentTarget, item.id) ? null : item.id)}
            >
              {words.goTo(words.items[item.kind])}
            </button>{' '}
            <code>{item.id}</code>
          </li>
        ))}
      </ul>
      <p className="twk-hint" role="status">
        {lost !== null && items.some(({ id }) => id === lost) ? words.notDrawn : ''}
      </p>
    </>
  )
}
