import { Controls, Markdown, Primary, Stories, Subtitle, Title, useOf } from '@storybook/addon-docs/blocks'
import { Fragment, type ReactElement, type ReactNode } from 'react'
import type { ComponentPage } from './component-page.ts'
import { pages } from './pages.ts'
import { tokensOf } from './tokens-of.ts'

const List = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactNode =>
  lines.length > 0 && (
    <>
      <h3>{title}</h3>
      <Markdown>{lines.map((line) => `- ${line}`).join('\n')}</Markdown>
    </>
  )

const Keys = ({ keys }: Pick<ComponentPage, 'keys'>): ReactElement =>
  keys.length === 0 ? (
    <p>Nothing in it takes the focus.</p>
  ) : (
    <table>
      <thead>
        <tr>
          <th scope="col">Keys</th>
          <th scope="col">What they do</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(([name, does]) => (
          <tr key={name}>
            <td>
              <kbd>{name}</kbd>
            </td>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )

/** A component’s page: what it is for, its states, its keys, its tokens, what to do and what not. */
export const ComponentDocs = (): ReactElement => {
  const { preparedMeta } = useOf('meta', ['meta'])
  const page = pages.find(({ title, also = [] }) => [title, ...also].includes(preparedMeta.title))
  return (
    <>
      <Title />
      {page ? <Subtitle>{page.purpose}</Subtitle> : <Subtitle />}
      <Primary />
      {page && (
        <>
          <List title="Do" lines={page.dos} />
          <List title="Don’t" lines={page.donts} />
          <h3>Keys</h3>
          <Keys keys={page.keys} />
          {page.styles !== null && (
            <>
              <h3>Tokens</h3>
              <p>
                {tokensOf(page.styles).map((name) => (
                  <Fragment key={name}>
                    <code>{name}</code>{' '}
                  </Fragment>
                ))}
              </p>
            </>
          )}
        </>
      )}
      <h3>Props</h3>
      <Controls />
      <Stories title="States" includePrimary={false} />
    </>
  )
}
