/** The server names its public address, and the app may have been opened at another that it allows. */
export function pathOf(url: string): string {
  return URL.canParse(url, location.href) ? new URL(url, location.href).pathname : url;
}
