import { wordsOf } from '../text/read-path.ts'
import type { GraphFacts } from './graph-facts.ts'
import { error, type Problem, warning } from './problem.ts'
import { type PathUse, pathUses } from './read-paths.ts'
import { isBoundTo, readUrlTemplate, type UrlTemplate } from './url-template.ts'
import type { SecretBinding, ValidationContext } from './validation-context.ts'

/** Secrets stand only where they go to a host that they are bound to. */
export function checkSecrets(facts: GraphFacts, context: ValidationContext): readonly Problem[] {
  const secrets = new Map((context.secrets ?? []).map((secret) => [secret.name, secret]))
  return pathUses(facts).flatMap((use) => {
    const secret = secrets.get(wordsOf(use.path)[0] ?? '')
    return secret ? secretProblems(secret, use, facts) : []
  })
}

function secretProblems(secret: SecretBinding, use: PathUse, facts: GraphFacts): readonly Problem[] {
  if (!use.mayHoldSecret) {
    const sentence = `“${secret.name}” is a secret, and here it would be read by others; it can stand in the URL, the headers and the body of a request alone.`
    return [error(use.place, sentence)]
  }
  const url = facts.byId.get(use.nodeId)?.node.config['url']
  const target = typeof url === 'string' ? readUrlTemplate(url) : null
  // What is no URL is told by its own check, and goes nowhere.
  return target === null ? [] : hostProblems(secret, use, target)
}

function hostProblems(
  secret: SecretBinding,
  { place }: PathUse,
  { host, scheme }: UrlTemplate,
): readonly Problem[] {
  if (host === null) {
    const sentence = `The secret “${secret.name}” would go to a host that is only known in a run; write the host of the URL out.`
    return [error(place, sentence)]
  }
  if (!isBoundTo(secret.hosts, host)) return [error(place, unbound(secret, host))]
  if (scheme !== 'http') return []
  return [warning(place, `The secret “${secret.name}” would go unencrypted to “${host}”; use https.`)]
}

function unbound({ name, hosts }: SecretBinding, host: string): string {
  const bound = hosts.length === 0 ? 'no host' : hosts.join(', ')
  return `The secret “${name}” would go to “${host}”, but it is bound to ${bound}; change the URL, or bind the secret to this host.`
}
