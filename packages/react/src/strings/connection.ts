export interface ConnectionStrings {
  region(service: string): string
  /** `null`: nobody said which service. */
  title(service: string | null): string
  account(service: string | null): string
  readonly anyService: string
  readonly why: string
  readonly connect: string
  readonly renew: string
  readonly tryAgain: string
  readonly skip: string
  opens(host: string): string
  /** In the empty window, and on the card, until the window has its link. */
  readonly opening: string
  readonly opened: string
  readonly returned: string
  readonly openYourself: string
  /** The browser let no window open; a plain link and a button that copies it follow. */
  readonly blocked: string
  openPage(host: string): string
  readonly copyLink: string
  readonly copied: string
  readonly copyFailed: string
  expiresIn(span: string): string
  readonly expired: string
  readonly expiredWhileOpen: string
  /** A new link came after a window was opened with an earlier one. */
  readonly again: string
  readonly noLink: string
  readonly renewing: string
  readonly renewFailed: string
  readonly renewSame: string
  notSecure(host: string): string
  notAllowed(host: string): string
  readonly notAnAddress: string
  authorized(service: string): string
  readonly authorizedWaiting: string
  readonly failed: string
  readonly skipped: string
  readonly closed: string
  readonly skipQuestion: string
  readonly keepWaiting: string
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
  tryAgain: 'Try again',
  skip: 'Skip',
  opens: (host) => `opens ${host}`,
  opening: 'A new link is on its way to the window that opened…',
  opened: 'Continue in the window that opened. This card notices when you are done.',
  returned: 'Finished? We are checking.',
  openYourself: 'No window? Open it here.',
  blocked: 'Your browser did not let a window open. Follow this link instead; this card goes on by itself.',
  openPage: (host) => `Open ${host}`,
  copyLink: 'Copy link',
  copied: 'Copied',
  copyFailed: 'Not copied: the browser does not allow it here.',
  expiresIn: (span) => `The link works for another ${span} at most.`,
  expired: 'This link has expired.',
  expiredWhileOpen:
    'The link expired while its window was open. If you finished there, this card will notice; otherwise get a new link.',
  again: 'Here is a new link. The window that you opened before may not work any more.',
  noLink: 'There is no link yet.',
  renewing: 'Getting a new link…',
  renewFailed: 'No new link came. Try again in a moment.',
  renewSame: 'There is no newer link than this one.',
  notSecure: (host) => `Not opened: the link to ${host} is not encrypted (https).`,
  notAllowed: (host) => `Not opened: ${host} is not on this app’s list of trusted sign-in sites.`,
  notAnAddress: 'Not opened: the link is not a web address.',
  authorized: (service) => `${service} is connected.`,
  authorizedWaiting: 'The assistant goes on in a moment.',
  failed: 'The account was not connected.',
  skipped: 'You skipped this.',
  closed: 'The conversation went on without this.',
  skipQuestion: 'Go on without the account? What you began in the window is not used then.',
  keepWaiting: 'Keep waiting',
  skipping: 'Skipping…',
  skipUnknown: 'The skip may have arrived. Checking before it is sent again.',
  skipFailed: 'The skip was not sent.',
}
