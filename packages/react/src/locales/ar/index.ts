import type { Strings } from '../../strings/strings.ts'
import { formatOf } from '../locale-format.ts'
import { approval } from './approval.ts'
import { connection, renderer, result, skill, workflow } from './cards.ts'
import { conversationList, inspector, keys, launcher, status, thread } from './conversation.ts'
import { attachment, composer } from './composer.ts'
import { form } from './form.ts'
import { inspection } from './inspection.ts'
import { announcement, markdown, message } from './speech.ts'
import { transcript } from './transcript.ts'

/** The words of the kit in Arabic. */
export const arabic: Strings = {
  announcement,
  approval,
  attachment,
  composer,
  connection,
  conversationList,
  form,
  inspection,
  inspector,
  keys,
  launcher,
  markdown,
  message,
  renderer,
  result,
  skill,
  status,
  thread,
  time: formatOf('ar').time,
  transcript,
  workflow,
}
