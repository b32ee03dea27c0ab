import { expect, it } from 'vitest'
import { createVirtualClock } from '../virtual-clock.ts'
import { Connection } from './connection.ts'
import { Roster } from './roster.ts'
import { defaultSettings } from './settings.ts'

it('takes a connection that ends out of everything, for good', () => {
  const roster = new Roster()
  const [ann, bob] = [createConnection('ann'), createConnection('bob')]
  for (const connection of [ann, bob]) {
    roster.add(connection)
    roster.join('room', connection)
  }

  roster.remove(ann)
  roster.join('room', ann)

  expect([...roster.all()]).toEqual([bob])
  expect([...roster.group('room')]).toEqual([bob])
  expect([...roster.user('ann')]).toEqual([])
  expect([...roster.connection('ann')]).toEqual([])
})

it('finds the connections of a user and of an id', () => {
  const roster = new Roster()
  const [ann, bob] = [createConnection('ann'), createConnection('bob')]
  roster.add(ann)
  roster.add(bob)

  expect([...roster.user('ann')]).toEqual([ann])
  expect([...roster.connection('bob')]).toEqual([bob])
})

it('knows a group no more when its last member leaves', () => {
  const roster = new Roster()
  const ann = createConnection('ann')
  roster.add(ann)
  roster.join('room', ann)

  roster.leave('room', ann)

  expect([...roster.group('room')]).toEqual([])
})

function createConnection(name: string): Connection {
  const identity = { connectionId: name, connectionToken: `secret ${name}`, user: name, isStateful: false }
  const settings = { ...defaultSettings, clock: createVirtualClock() }
  return new Connection(identity, settings, {
    opened: () => {},
    message: () => {},
    failed: () => {},
    ended: () => {},
  })
}
