/** A module beside this one: the source where Node runs the source, the build where it runs the build. */
export const siblingOf = (url: string, name: string): URL =>
  new URL(`./${name}${url.endsWith('.ts') ? '.ts' : '.js'}`, url)
