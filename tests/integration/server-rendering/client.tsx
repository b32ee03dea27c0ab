import { preloadThread } from '@threadwork/react'
import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { pages } from './pages.tsx'

// What the test reads of the page.
const found = { errors: [] as string[], shifts: 0, isAlive: () => false }
Reflect.set(globalThis, 'found', found)

// No type of the DOM library knows these entries yet.
interface Shift extends PerformanceEntry {
  readonly value: number
}

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) found.shifts += (entry as Shift).value
}).observe({ type: 'layout-shift', buffered: true })

const { page = '', preload } = document.body.dataset
const draw = pages[page]
const place = document.getElementById('page')
if (!draw || !place) throw new Error(`There is no page “${page}”.`)
if (preload !== undefined) await preloadThread()
hydrateRoot(place, createElement(draw), {
  onRecoverableError: (error) => void found.errors.push(error instanceof Error ? error.message : 'unknown'),
})

// React leaves its mark on each element that it has taken over; a boundary that waits for a chunk has none yet.
const isTaken = (element: Element): boolean =>
  // Its own scripts, by which it streams, are nobody's.
  element.localName === 'script' || Object.keys(element).some((name) => name.startsWith('__reactFiber'))

found.isAlive = () => [...place.querySelectorAll('*')].every(isTaken)
