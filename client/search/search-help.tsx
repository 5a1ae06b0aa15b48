import type { ReactNode } from 'react';

const ways: readonly { readonly typed: string; readonly says: ReactNode }[] = [
  { typed: 'from:', says: 'by whom: a handle, or me' },
  { typed: 'in:', says: 'where: a group, or whom one talks with' },
  { typed: 'has:', says: 'a link, an image or a file' },
  { typed: 'before:', says: 'a day, month or year: 2026-05' },
  { typed: 'after:', says: 'from its beginning on' },
  { typed: '"', says: 'words that stand together' },
  { typed: '-', says: 'a word that it must not have' },
  { typed: '-from:', says: 'not by them; also -in: and -has:' },
];

/** What can be asked. A press puts it into the field. */
export function SearchHelp({ onTake }: { readonly onTake: (typed: string) => void }) {
  return (
    <section aria-labelledby="search-help" className="mx-auto w-full max-w-xl px-4 py-6 tablet:px-6">
      <h3 id="search-help" className="mb-2 font-semibold">
        Find what was said
      </h3>
      <p className="mb-4 text-muted">
        Words stand anywhere in a message or in the names of its files, in any case and without accents. And:
      </p>
      <ul className="flex flex-col gap-1">
        {ways.map(({ typed, says }) => (
          <li key={typed}>
            <button
              type="button"
              onClick={() => onTake(typed)}
              className="flex min-h-9 w-full items-center gap-3 rounded-control px-2 text-start hover:bg-surface-hover pointer-coarse:min-h-11"
            >
              <code className="w-16 shrink-0 rounded-control bg-surface-hover px-1.5 py-0.5 text-center text-meta">
                {typed}
              </code>
              <span className="text-muted">{says}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
