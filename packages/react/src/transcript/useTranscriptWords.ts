'use client'

import { useMemo } from 'react'
import { englishApprovalCard, type ApprovalCardStrings } from '../strings/approval-card.ts'
import { englishConnection } from '../strings/connection.ts'
import { englishFormCard, type FormCardStrings } from '../strings/form-card.ts'
import { englishMessage } from '../strings/message.ts'
import { englishSkill } from '../strings/skill.ts'
import { englishStatus } from '../strings/status.ts'
import type { Strings } from '../strings/strings.ts'
import { englishThread } from '../strings/thread.ts'
import { englishTime } from '../strings/time.ts'
import { englishTranscript } from '../strings/transcript.ts'
import { useWords } from '../strings/useWords.ts'
import { englishWorkflow } from '../strings/workflow.ts'

type Areas = 'connection' | 'message' | 'skill' | 'status' | 'thread' | 'time' | 'transcript' | 'workflow'

/** What a transcript says: the words of all that stands in it. */
export interface TranscriptWords extends Pick<Strings, Areas> {
  readonly approval: ApprovalCardStrings
  readonly form: FormCardStrings
}

/** The words of a transcript in use here. */
export const useTranscriptWords = (): TranscriptWords => {
  const approval = useWords('approval', englishApprovalCard)
  const connection = useWords('connection', englishConnection)
  const form = useWords('form', englishFormCard)
  const message = useWords('message', englishMessage)
  const skill = useWords('skill', englishSkill)
  const status = useWords('status', englishStatus)
  const thread = useWords('thread', englishThread)
  const time = useWords('time', englishTime)
  const transcript = useWords('transcript', englishTranscript)
  const workflow = useWords('workflow', englishWorkflow)
  return useMemo(
    () => ({ approval, connection, form, message, skill, status, thread, time, transcript, workflow }),
    [approval, connection, form, message, skill, status, thread, time, transcript, workflow],
  )
}
