const allowed = new Set(['http:', 'https:', 'mailto:']);

/** The address as the browser will read it, or undefined for anything but http, https and mailto. */
export function safeUrl(url: string): string | undefined {
  // The URL parser drops tabs and newlines, so "java\nscript:" is judged by what a click would really open.
  const parsed = parseOrNull(url);
  return parsed !== null && allowed.has(parsed.protocol) ? parsed.href : undefined;
}

/** Where in this app an address leads that is opened in place: to a conversation, a message or a group. Undefined for any other. */
export function placeWithin(href: string): string | undefined {
  const { origin, pathname, search } = new URL(href);
  return origin === location.origin && /^\/[ti]\/./.test(pathname) ? pathname + search : undefined;
}

function parseOrNull(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
