/**
 * Forgets what this browser kept for an account, drafts and the outbox, whichever feature wrote it: every entry of localStorage and every
 * database whose name holds the account's id.
 */
export async function forgetAccount(userId: string): Promise<void> {
  try {
    for (const key of Object.keys(localStorage)) if (key.includes(userId)) localStorage.removeItem(key);
    for (const { name } of await indexedDB.databases()) {
      if (!name?.includes(userId)) continue;
      const request = indexedDB.deleteDatabase(name);
      // Where another tab holds on to it, it goes as soon as that lets go.
      await new Promise((done) =>
        ['success', 'error', 'blocked'].forEach((end) => request.addEventListener(end, done)),
      );
    }
  } catch {
    // Storage is switched off, so nothing was kept either.
  }
}
