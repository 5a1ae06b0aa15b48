type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear' | 'length'>;

/** Tabs and history outlive a reload; the passwords in them do not, not even in the browser's own storage. */
export function withoutPasswords(storage: TabStorage): TabStorage {
  return {
    getItem: (key) => storage.getItem(key),
    setItem: (key, value) => storage.setItem(key, redact(value)),
    removeItem: (key) => storage.removeItem(key),
    clear: () => storage.clear(),
    get length() {
      return storage.length;
    },
  };
}

/** `<password>` is what the page fills in anew (see findings.ts). */
function redact(value: string): string {
  const text = redactText(value);
  // Lists of tabs hold documents and variables as strings inside JSON.
  if (!/^{"(?:tabs|queries|favorites)":/.test(text)) return text;
  return JSON.stringify(
    JSON.parse(text, (_key, part: unknown) => (typeof part === 'string' ? redactText(part) : part)),
  );
}

function redactText(text: string): string {
  return text.replaceAll(/(password"?\s*:\s*)"(?:[^"\\]|\\.)*"/gi, '$1"<password>"');
}
