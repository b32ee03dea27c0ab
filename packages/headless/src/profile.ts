import type { WireEventName } from './wire-event.ts'
import type { WireBodyForm, WireState } from './wire-rest.ts'

/** Which of the differing forms a server uses, one entry a difference; `null` is not known yet. */
export interface Profile {
  /** How bodies come. */
  readonly bodyForm: WireBodyForm | null
  /** Where an event on the stream has its type. */
  readonly eventNaming: 'event-line' | 'data' | 'both' | null
  /** The states that the server was heard to say. */
  readonly states: readonly WireState[]
  /** The kinds that Get events was seen to bring. */
  readonly persistedEvents: readonly WireEventName[]
  /** Whether `POST /runtime_connection/{attempt}/link` exists. */
  readonly hasLinkEndpoint: boolean | null
  /** Whether `GET …/genie-runs/{run}` opens a run's stream again. */
  readonly canResumeRun: boolean | null
  /** Whether the open stream goes on after a person connected an account. */
  readonly resumesAfterConnection: boolean | null
}

/** Nothing is known: every answer of the server teaches. */
export const unknownProfile: Profile = {
  bodyForm: null,
  eventNaming: null,
  states: [],
  persistedEvents: [],
  hasLinkEndpoint: null,
  canResumeRun: null,
  resumesAfterConnection: null,
}

/** Something that an answer or an event showed about the server. */
export type Observation =
  | { readonly type: 'body'; readonly form: WireBodyForm }
  | { readonly type: 'event-named'; readonly inLine: boolean; readonly inData: boolean }
  | { readonly type: 'state'; readonly state: WireState }
  | { readonly type: 'persisted'; readonly names: readonly WireEventName[] }
  | { readonly type: 'link-endpoint'; readonly exists: boolean }
  | { readonly type: 'run-resumed'; readonly exists: boolean }
  | { readonly type: 'after-connection'; readonly resumes: boolean }

const union = <Value>(known: readonly Value[], seen: readonly Value[]): readonly Value[] => {
  const fresh = seen.filter((value) => !known.includes(value))
  return fresh.length === 0 ? known : [...known, ...new Set(fresh)]
}

const namingOf = (inLine: boolean, inData: boolean): Profile['eventNaming'] => {
  if (inLine && inData) return 'both'
  if (inLine) return 'event-line'
  return inData ? 'data' : null
}

// A missing thing answers like a missing endpoint: what was seen working is not unlearned.
const learnExistence = (known: boolean | null, exists: boolean): boolean => known === true || exists

/** The profile with what was seen added; the same object when it knew. What is known stays. */
export const learn = (profile: Profile, seen: Observation): Profile => {
  const next = { ...profile, ...changeOf(profile, seen) }
  const isSame = (Object.keys(next) as (keyof Profile)[]).every((key) => next[key] === profile[key]) // keys of the same type
  return isSame ? profile : next
}

const changeOf = (profile: Profile, seen: Observation): Partial<Profile> => {
  switch (seen.type) {
    case 'body':
      return { bodyForm: profile.bodyForm ?? seen.form }
    case 'event-named':
      return { eventNaming: profile.eventNaming ?? namingOf(seen.inLine, seen.inData) }
    case 'state':
      return { states: union(profile.states, [seen.state]) }
    case 'persisted':
      return { persistedEvents: union(profile.persistedEvents, seen.names) }
    case 'link-endpoint':
      return { hasLinkEndpoint: learnExistence(profile.hasLinkEndpoint, seen.exists) }
    case 'run-resumed':
      return { canResumeRun: learnExistence(profile.canResumeRun, seen.exists) }
    case 'after-connection':
      return { resumesAfterConnection: profile.resumesAfterConnection ?? seen.resumes }
  }
}

/** A profile that learns, for one server. */
export interface LearningProfile {
  readonly get: () => Profile
  readonly learn: (seen: Observation) => void
}

/** Starts from what is given; the rest is discovered from the server's answers. */
export const createProfile = (given: Partial<Profile> = {}): LearningProfile => {
  let profile: Profile = { ...unknownProfile, ...given }
  return {
    get: () => profile,
    learn: (seen) => {
      profile = learn(profile, seen)
    },
  }
}
