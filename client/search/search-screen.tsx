import { ArrowLeft } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';

import {
  canGoBack,
  homePlace,
  searchPlace,
  threadPlace,
  useNavigate,
  useSearchShown,
} from '../app/places.ts';
import { threadFace, threadName } from '../threads/thread-name.ts';
import { useThreads } from '../threads/use-threads.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/cx.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { finished, plainWords } from './completions.ts';
import { Hits } from './hits.tsx';
import { leftIn, searchName } from './left.ts';
import { SearchField } from './search-field.tsx';
import { SearchHelp } from './search-help.tsx';
import { useSearch } from './use-search.ts';

/** As long as a pause in typing. */
const pauseMs = 250;

/** Finds what was said in all of one's conversations, and the conversations themselves. The address says what is sought. */
export function SearchScreen() {
  const { q, best } = useSearchShown();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState(q);
  // Another address, by the browser's own ways, is another query.
  const [shown, setShown] = useState(q);
  if (shown !== q) {
    setShown(q);
    setTyped(q);
  }
  const query = finished(q);
  const search = searchName(query, best);
  const [returning] = useState(() => leftIn(search) !== undefined);
  const first = useRef(search);
  const found = useSearch(query, best ? 'RELEVANCE' : 'NEWEST', returning && search === first.current);

  // Another query in the same place: what leads back from here stays.
  const seek = useCallback(
    (query_: string, best_: boolean) =>
      navigate(searchPlace(query_, best_), { replace: true, state: history.state as unknown }),
    [navigate],
  );
  useEffect(() => {
    if (typed === q) return undefined;
    const timer = setTimeout(() => {
      setShown(typed);
      seek(typed, best);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, q, best, seek]);

  const firstHit = () => list.current?.querySelector<HTMLElement>('[data-roving]');
  const escape = () => {
    if (canGoBack()) history.back();
    else navigate(homePlace);
  };
  return (
    <section
      aria-label="Search"
      className="flex min-w-0 flex-1 flex-col"
      onKeyDown={(event) => {
        if (event.key === 'Escape') escape();
      }}
    >
      <header className="flex min-h-16 items-center gap-2 px-2 pt-[env(safe-area-inset-top)] tablet:px-4">
        <h2 className="sr-only">Search</h2>
        <IconButton
          icon={ArrowLeft}
          label="Back to conversations"
          className="desktop:hidden rtl:-scale-x-100"
          onClick={() => navigate(homePlace)}
        />
        <SearchField
          field={field}
          query={typed}
          onChange={setTyped}
          onDown={() => firstHit()?.focus()}
          onEnter={() => finished(typed) === query && firstHit()?.click()}
          onEscape={escape}
        />
      </header>
      {query === '' ? (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <SearchHelp
            onTake={(operator) => {
              setTyped(typed + operator);
              field.current?.focus();
            }}
          />
        </div>
      ) : (
        <>
          <Conversations words={plainWords(query)} />
          <div role="group" aria-label="Order" className="flex items-center gap-1 px-4 pb-2 tablet:px-6">
            {[false, true].map((isBest) => (
              <button
                key={String(isBest)}
                type="button"
                aria-pressed={best === isBest}
                onClick={() => seek(typed, isBest)}
                className={cx(
                  'min-h-8 rounded-full px-3 text-meta font-medium pointer-coarse:min-h-11',
                  best === isBest ? 'bg-accent-quiet text-accent-text' : 'text-muted hover:bg-surface-hover',
                )}
              >
                {isBest ? 'Best' : 'Newest'}
              </button>
            ))}
          </div>
          <Hits key={search} search={search} found={found} list={list} onUp={() => field.current?.focus()} />
        </>
      )}
    </section>
  );
}

const conversationsAtMost = 3;

/** Conversations that are called so. */
function Conversations({ words }: { readonly words: string }) {
  const needle = words.toLocaleLowerCase();
  const threads = useThreads()
    .filter((thread) => needle !== '' && threadName(thread).toLocaleLowerCase().includes(needle))
    .slice(0, conversationsAtMost);
  if (threads.length === 0) return null;
  return (
    <nav aria-label="Conversations found" className="flex flex-wrap gap-1 px-4 pb-2 tablet:px-6">
      {threads.map((thread) => (
        <Link
          key={thread.id}
          to={threadPlace(thread.id)}
          className="flex min-h-9 max-w-full items-center gap-2 rounded-full bg-surface-sunken ps-1.5 pe-3 hover:bg-surface-hover pointer-coarse:min-h-11"
        >
          <Avatar {...threadFace(thread)} size={24} />
          <bdi className="truncate text-meta font-medium">{threadName(thread)}</bdi>
        </Link>
      ))}
    </nav>
  );
}
