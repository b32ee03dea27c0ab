'use client'

import { createContext, useContext, type Context } from 'react'

/** Which addresses from a conversation this app trusts. Origins are written `https://login.example.com`. */
export interface OriginPolicy {
  /** Sites that may ask a person to sign in. Every other connection link is refused. */
  readonly linkOrigins: readonly string[]
  /**
   * Sites whose images are drawn as they come. For all others a placeholder names the host, and loads only when a person
   * asks for it. An origin that redirects can lead elsewhere: only the page's `img-src` sees where.
   */
  readonly imageOrigins: readonly string[]
  /** For development: links to this machine need neither https nor a place on the list. */
  readonly isLoopbackTrusted: boolean
}

const nothing: OriginPolicy = { linkOrigins: [], imageOrigins: [], isLoopbackTrusted: false }

const OriginPolicyContext: Context<OriginPolicy> = createContext(nothing)

/** `<OriginPolicyProvider value={policy}>`: without one, nothing remote is trusted. */
export const OriginPolicyProvider: Context<OriginPolicy> = OriginPolicyContext

/** The policy in use here. */
export const useOriginPolicy = (): OriginPolicy => useContext(OriginPolicyContext)
