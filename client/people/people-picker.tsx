import { Check, Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useId, useState } from 'react';

import { wordsFor } from '../apollo/words.ts';
import type { Person_userFragment } from '../generated/graphql.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/cx.ts';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useFoundPeople } from './use-found-people.ts';

type Props = {
  chosen: readonly Person_userFragment[];
  onChange: (chosen: readonly Person_userFragment[]) => void;
  /** Ids of people who cannot be chosen: oneself, those who are in already. */
  without: ReadonlySet<string>;
};

/** Finds people by name or handle. Arrow keys and Enter choose, Backspace in an empty field takes the last one out. */
export function PeoplePicker({ chosen, onChange, without }: Props) {
  const id = useId();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const { people, loading, error } = useFoundPeople(search.trim());
  const offered = people.filter((person) => !without.has(person.id));
  const at = Math.min(active, offered.length - 1);
  const isChosen = (person: Person_userFragment) => chosen.some((each) => each.id === person.id);

  function toggle(person: Person_userFragment) {
    if (isChosen(person)) onChange(chosen.filter((each) => each.id !== person.id));
    else onChange([...chosen, person]);
    setSearch('');
    setActive(0);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (to !== undefined && offered.length > 0) {
      event.preventDefault();
      setActive((to + offered.length) % offered.length);
    } else if (event.key === 'Enter' && offered[at] && (search !== '' || chosen.length === 0)) {
      // With somebody chosen and nothing typed, Enter sends the form.
      event.preventDefault();
      toggle(offered[at]);
    } else if (event.key === 'Backspace' && search === '') {
      onChange(chosen.slice(0, -1));
    }
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="text-meta font-medium">
          People
        </label>
        <div className="flex flex-wrap items-center gap-1.5 rounded-control border border-line-control bg-surface p-1.5 focus-within:outline-2 focus-within:outline-accent">
          {chosen.map((person) => (
            <button
              key={person.id}
              type="button"
              aria-label={`Take out ${person.displayName}`}
              onClick={() => toggle(person)}
              className="inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-full bg-accent-quiet ps-1 pe-2 text-meta pointer-coarse:min-h-11"
            >
              <Avatar id={person.id} name={person.displayName} url={person.avatarUrl} size={24} />
              <span className="truncate">{person.displayName}</span>
              <X aria-hidden size={14} />
            </button>
          ))}
          <span className="flex min-w-40 flex-1 items-center gap-2 px-1.5">
            <Search aria-hidden size={16} className="text-muted" />
            <input
              id={id}
              role="combobox"
              aria-expanded
              aria-autocomplete="list"
              aria-controls={`${id}-list`}
              aria-activedescendant={offered[at] ? `${id}-${offered[at].id}` : undefined}
              value={search}
              onChange={(event) => {
                setSearch(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
              placeholder={chosen.length === 0 ? 'Name or handle' : 'Somebody else?'}
              autoFocus
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              className="min-h-7 w-full bg-transparent outline-none pointer-coarse:min-h-11"
            />
          </span>
        </div>
      </div>
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-multiselectable
        aria-label="People found"
        aria-busy={loading}
        className="-mx-2 max-h-80 min-h-40 flex-1 overflow-y-auto"
      >
        {offered.map((person, index) => (
          <li
            key={person.id}
            id={`${id}-${person.id}`}
            role="option"
            aria-selected={isChosen(person)}
            onPointerMove={() => setActive(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => toggle(person)}
            className={cx(
              'flex min-h-12 cursor-pointer items-center gap-3 rounded-control px-2 py-1.5',
              index === at && 'bg-surface-hover',
            )}
          >
            <Avatar id={person.id} name={person.displayName} url={person.avatarUrl} size={36} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{person.displayName}</span>
              <span className="block truncate text-meta text-muted">@{person.handle}</span>
            </span>
            {isChosen(person) && <Check aria-hidden size={18} className="text-accent-text" />}
          </li>
        ))}
      </ul>
      <Note loading={loading} error={error} found={offered.length} search={search.trim()} />
    </div>
  );
}

type NoteProps = { loading: boolean; error: unknown; found: number; search: string };

function Note({ loading, error, found, search }: NoteProps) {
  if (found > 0) return null;
  return (
    <div role="status" className="-mt-40 min-h-36 text-center text-muted">
      {error ? wordsFor(error) : loading ? <SkeletonRows count={2} /> : nobody(search)}
    </div>
  );
}

function nobody(search: string): string {
  return search === '' ? 'Nobody else is here yet.' : `Nobody called “${search}”.`;
}
