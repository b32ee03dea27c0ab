const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** 256 random bits as 43 URL-safe characters. */
export const randomId = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)))

/** SHA-256 as 43 URL-safe characters: what a store may know of an id that opens something. */
export const digestOf = async (text: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))
