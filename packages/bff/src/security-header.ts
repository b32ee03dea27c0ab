import type { Settings } from './settings.ts'

/** What the headers depend on. `trustedTypes`: the names of policies that the app makes; none by default. */
export interface HeaderSettings extends Pick<Settings, 'imageOrigins' | 'publicOrigin'> {
  readonly trustedTypes?: readonly string[]
}

const policy = (settings: HeaderSettings): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // A picture that the person attaches is shown from its own bytes, which only this page's scripts can name.
    `img-src ${["'self'", 'blob:', ...settings.imageOrigins].join(' ')}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${settings.trustedTypes?.join(' ') || "'none'"}`,
  ].join('; ')

/** Sent with every answer but one. Nothing inline, nothing framed but a page of ours, no connection but to this origin. */
export const securityHeaders = (settings: HeaderSettings): Readonly<Record<string, string>> => ({
  'content-security-policy': policy(settings),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-dns-prefetch-control': 'off',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  ...(settings.publicOrigin.startsWith('https:')
    ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : {}),
})

/** Where an app serves the page that draws diagrams, if it does. */
export const framedPage = '/diagram-frame.html'

/** Sent with that page: the app may frame it, and it has no origin even when it is opened by itself. Its own policy is in it. */
export const framedHeaders = (
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => ({
  ...headers,
  'content-security-policy': "sandbox allow-scripts; frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
})
