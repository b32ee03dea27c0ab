import { describe, expect, test } from 'vitest'
import { type Chapter, playChapter } from './chapter.ts'
import { building } from './chapters/building.ts'
import { errors, loops } from './chapters/errors.ts'
import { inbound, outbound, schedules, tools } from './chapters/outside.ts'
import { approval, connection, form } from './chapters/people.ts'
import { failing, fallback, progress, testing, turns } from './chapters/runs.ts'
import { agentTemplates, conversationTemplates, patientIntake } from './chapters/templates.ts'
import { conversationActions, conversationTriggers, talk } from './chapters/triggers.ts'
import { variables } from './chapters/variables.ts'
import { copies, keptVersion, statuses, versions } from './chapters/versions.ts'
import { decision, delay, edges } from './chapters/ways.ts'
import { openMemoryWorld } from './memory-world.ts'

/** Plays a chapter and compares its trace with the one that every world has to give. */
const play = (chapter: Chapter) => async (): Promise<void> => {
  const trace = await playChapter(chapter, openMemoryWorld)

  await expect(trace).toMatchFileSnapshot(`./traces/${chapter.name}.txt`)
}

describe('the engine from outside', () => {
  test(
    'builds a workflow by the paths of the seed, and runs it to its end (I02–I05, I13, I15, I19, I22, I56–I58, I62)',
    play(building),
  )
  test(
    'begins with an active version 0, saves, names, activates, compares, clears and restores versions (I38–I43, I45–I47, I49)',
    play(versions),
  )
  test('lets each run keep the version that it began with (I44)', play(keptVersion))
  test(
    'clones all or some versions, exports and imports without loss, and deletes when the name is confirmed (I20, I48, I50, I52)',
    play(copies),
  )
  test(
    'takes a conversation workflow through draft, active, paused and archived (C02–C04, C06–C09, C11, C19, C22–C24, C69–C71)',
    play(statuses),
  )
  test(
    'reads variables everywhere, refuses wrong and reserved names, and shows secrets nowhere (I28–I37)',
    play(variables),
  )
  test('follows edges by priority and by condition, and companions beside (I23, I24, I26, I16)', play(edges))
  test('decides by the five fields of a conversation, all or any (C48–C58)', play(decision))
  test('sleeps for three days through restarts, and goes on once (C59–C63)', play(delay))
  test('asks with a form, which is answered through the API and in the chat (I57)', play(form))
  test('asks for an approval, which is decided once, both ways', play(approval))
  test('asks for a connection, which is made, or skipped', play(connection))
  test(
    'shows a failure, retries from it, copies its input, and cancels (I59, I60, G22, G23, C77–C81)',
    play(failing),
  )
  test('says its own sentence when it fails, and is retried in the chat (G26)', play(fallback))
  test('lets runs beyond the limits wait, and says why (I53–I55)', play(turns))
  test('tests with sample data that can be edited, labelled as a test (C72–C76, C82)', play(testing))
  test('streams the progress of a run, to its team alone', play(progress))
  test('starts by each of the nine triggers of a conversation (C26–C34)', play(conversationTriggers))
  test('performs every action on a conversation (C35–C45, C64, G05)', play(conversationActions))
  test(
    'starts by a phrase above its threshold, by memory, and after the end (G06, G08, G09, G11–G14, G34)',
    play(talk),
  )
  test('starts by a signed webhook, once for each id (I61, G28)', play(inbound))
  test(
    'delivers signed webhooks, to Zapier and Make as well, and lists them (G01–G03, G28, G29)',
    play(outbound),
  )
  test('starts at a moment and by a cron line, through a restart (I61)', play(schedules))
  test('uses tools of every kind, fetches a run and judges it (I12, I14, I17, I18, I21)', play(tools))
  test('runs the four conversation templates to their ends (C83)', play(conversationTemplates))
  test(
    'runs the agent templates to their ends: leads, requests, escalation, signals (G04, G15–G18, G31, G32)',
    play(agentTemplates),
  )
  test('runs the intake of a patient to its end, from a form in the chat', play(patientIntake))
  test('tells every error with its place and what to do', play(errors))
  test('refuses loops, alone and in a circle of two (C25, C46)', play(loops))
})
