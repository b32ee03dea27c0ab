import type { DataPoint, FormStatus, FormValues, Submission } from '@threadwork/core'
import { useState } from 'react'
import { isRecord } from '../base/is-record.ts'

/** How a person left a form without an answer. */
export type FormEnd = 'declined' | 'cancelled'

export interface OwnAnswer {
  readonly status: FormStatus
  readonly end: FormEnd | null
  readonly answers: FormValues | null
  readonly handleSubmit: (values: FormValues) => Promise<void>
  readonly handleDecline: (() => Promise<void>) | undefined
  readonly handleCancel: (() => Promise<void>) | undefined
}

interface AnswerInput {
  readonly status?: FormStatus
  readonly submission?: Submission | null
  readonly answers?: FormValues | null
  readonly onSubmit: (values: FormValues) => void | Promise<void>
  readonly onDecline?: () => void | Promise<void>
  readonly onCancel?: () => void | Promise<void>
}

type Group = Readonly<Record<string, unknown>>

const without = (values: Group, path: readonly string[]): Group => {
  const [name = '', ...rest] = path
  const { [name]: inner, ...others } = values
  if (rest.length === 0 || !isRecord(inner)) return others
  return { ...others, [name]: without(inner, rest) }
}

const withoutSecrets = (fields: readonly DataPoint[], values: FormValues): FormValues =>
  fields
    .filter((field) => field.isSecret)
    .reduce<FormValues>((kept, field) => without(kept, field.path ?? [field.key]), values)

/** The end that a form remembers by itself: answers of a host that passes no `submission`, and a “no”. */
export const useOwnAnswer = (input: AnswerInput, fields: readonly DataPoint[]): OwnAnswer => {
  const [own, setOwn] = useState<FormValues | null>(null)
  const [end, setEnd] = useState<FormEnd | null>(null)
  const { submission, onSubmit, onDecline, onCancel } = input
  const handleSubmit = async (values: FormValues) => {
    await onSubmit(values)
    if (submission === undefined) setOwn(withoutSecrets(fields, values))
  }
  const leaving = (leave: (() => void | Promise<void>) | undefined, as: FormEnd) =>
    leave &&
    (async () => {
      await leave()
      setEnd(as)
    })
  const status: FormStatus = own ? 'submitted' : end ? 'closed' : (input.status ?? 'awaiting')
  return {
    status,
    end,
    answers: input.answers ?? own,
    handleSubmit,
    handleDecline: leaving(onDecline, 'declined'),
    handleCancel: leaving(onCancel, 'cancelled'),
  }
}
