import type { EngineWorld } from './engine-world.ts'
import { createStage, type Stage } from './stage.ts'

/** A part of what a workflow engine is used for, played from outside. It says itself what has to be so. */
export interface Chapter {
  readonly name: string
  readonly play: (stage: Stage) => Promise<void>
}

/** Plays a chapter in a world of its own; resolves to its trace. A defect of the backend is an error. */
export const playChapter = async ({ play }: Chapter, open: () => Promise<EngineWorld>): Promise<string> => {
  const world = await open()
  try {
    const stage = createStage(world)
    await play(stage)
    if (world.defects.length > 0) throw new AggregateError(world.defects, 'The backend had defects.')
    return `${stage.trace.join('\n')}\n`
  } finally {
    await world.close()
  }
}
