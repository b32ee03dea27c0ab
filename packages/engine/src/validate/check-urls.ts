import { type GraphFacts, type NodeFacts } from './graph-facts.ts'
import { below, error, type Problem, warning } from './problem.ts'
import { readUrlTemplate } from './url-template.ts'

/** Hosts that a preset's URLs have, at their ends. */
const presetHosts: Readonly<Record<string, readonly string[]>> = {
  zapier: ['.zapier.com'],
  make: ['.make.com', '.integromat.com'],
}

/** The URLs of requests and web hooks are some. */
export const checkUrls = ({ nodes }: GraphFacts): readonly Problem[] =>
  nodes.flatMap((facts) => (facts.read?.type === 'config' ? urlProblems(facts) : []))

function urlProblems({ node, place }: NodeFacts): readonly Problem[] {
  const { url, preset } = node.config
  if (typeof url !== 'string') return []
  const at = below(place, 'config.url')
  const read = readUrlTemplate(url)
  if (read === null)
    return [error(at, `“${url}” is not a URL; write it like https://api.example.com/orders.`)]
  const problems: Problem[] = []
  if (read.hasCredentials) {
    problems.push(
      error(
        at,
        'A name or password in a URL is seen by everybody who sees the URL; send a header with a secret instead.',
      ),
    )
  }
  const hosts =
    typeof preset === 'string' && Object.hasOwn(presetHosts, preset) ? presetHosts[preset] : undefined
  if (
    hosts &&
    typeof preset === 'string' &&
    read.host !== null &&
    !hosts.some((end) => read.host?.endsWith(end))
  ) {
    problems.push(
      warning(at, `“${read.host}” is not a host of ${preset}; copy the URL that its web hook shows.`),
    )
  }
  return problems
}
