/** Hashing takes the whole file into memory. */
const hashedBytes = 64 * 1024 * 1024;

/**
 * The SHA-256 of a file as hexadecimal digits, by which the server knows that it has got what was sent. Null where that
 * would take too much memory, or the page is not served securely.
 * @throws for a file that cannot be read
 */
export function sha256Of(blob: Blob): Promise<string | null> {
  const known = hashes.get(blob) ?? hash(blob);
  hashes.set(blob, known);
  return known;
}

/** A place may be asked for many times. */
const hashes = new WeakMap<Blob, Promise<string | null>>();

async function hash(blob: Blob): Promise<string | null> {
  if (blob.size > hashedBytes || !('subtle' in crypto)) return null;
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
