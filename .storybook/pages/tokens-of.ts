const styles = import.meta.glob<string>('../../packages/react/src/*/*.css', {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** The tokens that a component’s styles use, by name, each once. */
export const tokensOf = (file: string): readonly string[] => {
  const text = styles[`../../packages/react/src/${file}`]
  if (text === undefined)
    throw new Error(`There are no styles at packages/react/src/${file}. Name the component's file.`)
  return [...new Set([...text.matchAll(/var\((--twk-[\w-]+)/gu)].map(([, name]) => name ?? ''))].toSorted()
}
