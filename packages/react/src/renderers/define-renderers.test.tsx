import type { ApprovalItem, MessageItem, SkillItem } from '@threadwork/core'
import { expectTypeOf, test } from 'vitest'
import { defineRenderers, type FieldRendererProps } from './renderers.ts'

test('tells each component the type of its item', () => {
  defineRenderers({
    kinds: {
      message: ({ item }) => {
        expectTypeOf(item).toEqualTypeOf<MessageItem>()
        return item.text
      },
      approval: ({ item, actions }) => {
        expectTypeOf(item).toEqualTypeOf<ApprovalItem>()
        expectTypeOf(actions.decide).parameter(1).toEqualTypeOf<'approved' | 'rejected'>()
        return item.skillName
      },
    },
  })
})

test('tells a component of a skill which of its two faces it draws', () => {
  defineRenderers({
    skills: {
      create_refund: ({ item }) => {
        expectTypeOf(item).toEqualTypeOf<SkillItem | ApprovalItem>()
        return item.kind === 'approval' ? String(item.parameters.amount) : item.skillName
      },
      look_up_order: {
        skill: ({ item }) => {
          expectTypeOf(item).toEqualTypeOf<SkillItem>()
          return item.skillName
        },
      },
    },
  })
})

test('takes a field by our type and by a word of the backend', () => {
  defineRenderers({
    fields: {
      Rating: (props) => {
        expectTypeOf(props).toEqualTypeOf<FieldRendererProps>()
        return props.field.label
      },
      Iban: ({ id }) => id,
    },
  })
})

test('refuses what the kit does not know, where it is written', () => {
  defineRenderers({
    // @ts-expect-error no kind has this name
    kinds: { aproval: () => null },
  })
  defineRenderers({
    // @ts-expect-error a skill is drawn as a card and as an approval, and as nothing else
    skills: { create_refund: { form: () => null } },
  })
  defineRenderers({
    // @ts-expect-error renderers come by kind, by skill and by field
    kind: {},
  })
  defineRenderers({
    kinds: {
      // @ts-expect-error a skill has no text
      skill: ({ item }) => item.text,
    },
  })
  defineRenderers({
    // @ts-expect-error what a component needs beyond its props would never come
    kinds: { notice: ({ tone }: { readonly tone: string }) => tone },
  })
})
