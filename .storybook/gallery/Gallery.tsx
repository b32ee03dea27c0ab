import type { ReactElement } from 'react'
import { shelves, type Shelf } from './specimens.ts'
import './gallery.css'

const ShelfView = ({ shelf }: { readonly shelf: Shelf }): ReactElement => (
  <section className="gallery__shelf">
    <h2>{shelf.title.replace('/', ' · ')}</h2>
    <div className="gallery__specimens">
      {shelf.specimens.map(({ name, Drawing }) => (
        <figure key={name}>
          <figcaption>{name}</figcaption>
          <Drawing />
        </figure>
      ))}
    </div>
  </section>
)

export interface GalleryProps {
  /** Begins of titles, such as `Cards/`; all shelves when left out. */
  readonly only?: readonly string[]
}

/** Every card in every state on one page, to look over and to print. */
export const Gallery = ({ only }: GalleryProps): ReactElement => (
  <main className="gallery">
    <h1>Every card in every state</h1>
    {shelves
      .filter(({ title }) => !only || only.some((begin) => title.startsWith(begin)))
      .map((shelf) => (
        <ShelfView key={shelf.title} shelf={shelf} />
      ))}
  </main>
)
