'use client'

import { createContext, useContext, type Context } from 'react'
import type { Renderers } from './renderers.ts'

const RenderersContext: Context<Renderers> = createContext({})

/** `<RenderersProvider value={renderers}>`: keep the object's identity, or every item is drawn anew. */
export const RenderersProvider: Context<Renderers> = RenderersContext

/** The replacements in use here. */
export const useRenderers = (): Renderers => useContext(RenderersContext)
