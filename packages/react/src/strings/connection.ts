export interface ConnectionStrings {
  region(service: string): string
  /** `null`: nobody said which service. */
  title(service: string | null): string
  account(service: string | null): string
  readonly anyService: string
  readonly why: string
  readonly connect: string
  readonly renew: string
  readonly skip: string
  opens(host: string): string
  readonly opened: string
  readonly openYourself: string
  expiresIn(span: string): string
  readonly expired: string
  readonly noLink: string
  readonly renewing: string
  readonly renewFailed: string
  notSecure(host: string): string
  notAllowed(host: string): string
  readonly notAnAddress: string
  authorized(service: string): string
  readonly authorizedWaiting: string
  readonly failed: string
  readonly skipped: string
  readonly closed: string
  readonly skipping: string
  readonly skipUnknown: string
  readonly skipFailed: string
}

export const englishConnection: ConnectionStrings = {
  region: (service) => `Connection: ${service}`,
  title: (service) => (service === null ? 'Connect your account' : `Connect your ${service} account`),
  account: (service) => (service === null ? 'Account' : `${service} account`),
  anyService: 'service',
  why: 'Needed once, so that the assistant can act as you.',
  connect: 'Connect to your account',
  renew: 'Get a new link',
  skip: 'Skip',
  opens: (host) => `opens ${host}`,
  opened: 'Continue in the window that opened. This card notices when you are done.',
  openYourself: 'No window? Open it here.',
  expiresIn: (span) => `The link works for another ${span} at most.`,
  expired: 'This link has expired.',
  noLink: 'There is no link yet.',
  renewing: 'Getting a new link…',
  renewFailed: 'No new link came. Try again in a moment.',
  notSecure: (host) => `Not opened: the link to ${host} is not encrypted (https).`,
  notAllowed: (host) => `Not opened: ${host} is not on this app’s list of trusted sign-in sites.`,
  notAnAddress: 'Not opened: the link is not a web address.',
  authorized: (service) => `${service} is connected.`,
  authorizedWaiting: 'The assistant goes on in a moment.',
  failed: 'The account was not connected.',
  skipped: 'You skipped this.',
  closed: 'The conversation went on without this.',
  skipping: 'Skipping…',
  skipUnknown: 'The skip may have arrived. Checking before it is sent again.',
  skipFailed: 'The skip was not sent.',
}
