import type { Json } from '@threadwork/engine'
import { quote } from '../conversation.ts'
import { HttpProblem, notFound } from '../problem.ts'
import { judgeHostBinding } from '../secrets/host-binding.ts'
import { masked } from '../secrets/mask.ts'
import type { Sealer } from '../secrets/sealer.ts'
import { SecretError } from '../secrets/secret-error.ts'
import { judgeSecretValue } from '../secrets/secret-value.ts'
import type { VariableRecord } from '../store/library-records.ts'
import { MAX_ENTRIES } from './graph-limits.ts'
import type { LibraryContext } from './library-context.ts'
import { conflict, refuseField } from './refusal.ts'
import { requireVariableName } from './variable-name.ts'

/** What a variable is made of, or what changes of it. */
export interface VariableFields {
  readonly value?: Json
  readonly description?: string
  readonly category?: string
  readonly isSecret?: boolean
  readonly hosts?: readonly string[]
}

/** What changing a secret needs beside the library. */
export type SealingLibrary = LibraryContext & { readonly sealer: Sealer }

const idOf = (teamId: string, name: string): string => `${teamId}:${name}`

/** A variable of this team by its name; a 404 for everybody else. */
export function readVariable(library: LibraryContext, teamId: string, name: string): VariableRecord {
  const variable = library.store.get('variables', idOf(teamId, name))
  if (variable?.parent !== teamId) throw notFound(`The variable ${quote(name)}`)
  return variable
}

/** The team's variables by name. */
export const listVariables = (library: LibraryContext, teamId: string): readonly VariableRecord[] =>
  library.store.list('variables', teamId).toSorted((one, other) => (one.name < other.name ? -1 : 1))

/** What is shown of a variable's value: a secret's never (I33). */
export const shownValue = ({ content }: VariableRecord): Json =>
  content.type === 'plain' ? content.value : masked

/** Makes a variable (I28). Its name is new in the team, follows the rule (I29) and is none that the runtime gives a meaning (I34). */
export async function createVariable(
  library: SealingLibrary,
  teamId: string,
  name: string,
  fields: VariableFields & { readonly value: Json },
): Promise<VariableRecord> {
  requireVariableName(name)
  const isSecret = fields.isSecret ?? false
  const content = await contentOf(library, { teamId, name, isSecret, value: fields.value })
  // Asked after the sealing, which takes time in which somebody else may have made it.
  const all = library.store.list('variables', teamId)
  if (all.some((variable) => variable.name === name)) {
    throw conflict(`There is a variable ${quote(name)} already. Change that one, or choose another name.`)
  }
  if (all.length >= MAX_ENTRIES)
    throw conflict(`There are ${MAX_ENTRIES} variables, which is the most that a team can have.`)
  const now = library.clock.now()
  const variable: VariableRecord = {
    id: idOf(teamId, name),
    parent: teamId,
    at: now,
    updatedAt: now,
    name,
    content,
    description: fields.description ?? '',
    category: fields.category ?? '',
    isSecret,
    hosts: hostsOf(fields.hosts ?? [], isSecret),
  }
  library.store.put('variables', variable)
  return variable
}

/** Changes a variable. A secret becomes readable only together with a new value. */
export async function changeVariable(
  library: SealingLibrary,
  variable: VariableRecord,
  fields: VariableFields,
): Promise<VariableRecord> {
  const isSecret = fields.isSecret ?? variable.isSecret
  const value =
    fields.value === undefined && variable.content.type === 'plain' ? variable.content.value : fields.value
  if (value === undefined && !isSecret) {
    throw refuseField(
      'value',
      `“${variable.name}” is a secret, and its value is shown to nobody. Give a new value together with “is_secret”: false.`,
    )
  }
  const { parent: teamId, name } = variable
  const content =
    value === undefined ? variable.content : await contentOf(library, { teamId, name, isSecret, value })
  // Read again: sealing took time in which it may have been deleted or changed.
  const current = readVariable(library, teamId, name)
  const changed: VariableRecord = {
    ...current,
    content,
    isSecret,
    description: fields.description ?? current.description,
    category: fields.category ?? current.category,
    hosts: hostsOf(fields.hosts ?? (isSecret ? current.hosts : []), isSecret),
    updatedAt: library.clock.now(),
  }
  library.store.put('variables', changed)
  return changed
}

/** Takes a variable away. Templates that name it render as nothing from then on, and validation says so. */
export const deleteVariable = (library: LibraryContext, variable: VariableRecord): void =>
  library.store.remove('variables', variable.id)

interface Given {
  readonly teamId: string
  readonly name: string
  readonly isSecret: boolean
  readonly value: Json
}

async function contentOf(
  { sealer }: SealingLibrary,
  { teamId, name, isSecret, value }: Given,
): Promise<VariableRecord['content']> {
  if (!isSecret) return { type: 'plain', value }
  if (typeof value !== 'string') throw refuseField('value', 'The value of a secret has to be a text.')
  if (value === masked) {
    throw refuseField(
      'value',
      `“${masked}” is what is shown in a secret’s place, not its value. Leave “value” out to keep it.`,
    )
  }
  const flaw = judgeSecretValue(value)
  if (flaw !== null) throw refuseField('value', flaw)
  return { type: 'sealed', sealed: await sealed(() => sealer.seal(value, { teamId, name })) }
}

/** A server without a key is not the caller's fault, and no defect either. */
async function sealed<Result>(seal: () => Promise<Result>): Promise<Result> {
  try {
    return await seal()
  } catch (error) {
    throw error instanceof SecretError ? new HttpProblem(503, error.message) : error
  }
}

function hostsOf(hosts: readonly string[], isSecret: boolean): readonly string[] {
  if (!isSecret && hosts.length > 0) {
    throw refuseField(
      'hosts',
      'Only a secret is bound to hosts. Leave “hosts” out, or set “is_secret” to true.',
    )
  }
  for (const host of hosts) {
    const flaw = judgeHostBinding(host)
    if (flaw !== null) throw refuseField('hosts', flaw)
  }
  return [...new Set(hosts)]
}
