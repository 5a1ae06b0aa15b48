const allowed = new Set(['http:', 'https:', 'mailto:']);

/** The address as the browser will read it, or undefined for anything but http, https and mailto. */
export function safeUrl(url: string): string | undefined {
  // The URL parser drops tabs and newlines, so "java\nscript:" is judged by what a click would really open.
  const parsed = parseOrNull(url);
  return parsed !== null && allowed.has(parsed.protocol) ? parsed.href : undefined;
}

function parseOrNull(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
