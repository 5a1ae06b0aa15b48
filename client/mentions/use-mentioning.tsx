import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useId, useState } from 'react';
import { flushSync } from 'react-dom';

import { useThreadPeopleCalledQuery, useThreadPeopleQuery } from '../generated/mentions.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/cx.ts';
import { useSettled } from '../ui/use-settled.ts';
import { calledSo, mentionIn, typedMention } from './typed-mention.ts';

/** Where one writes, and whether one may call everybody there. */
interface MentioningIn {
  readonly threadId: string;
  readonly viewerId: string;
  readonly mayCallAll: boolean;
}

interface Options extends MentioningIn {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

interface Offered {
  readonly id: string;
  readonly handle: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
}

const peopleLoaded = 100;
const soughtAtMost = 20;
const atMost = 6;
const everybody: Offered = { id: 'all', handle: 'all', displayName: 'Everybody here', avatarUrl: null };

/** Offers the thread's people while an @ is typed: arrow keys choose, Enter and Tab take, Esc leaves it as it is. */
export function useMentioning({ threadId, viewerId, mayCallAll, field, value, onChange }: Options) {
  const id = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const typed = caret === null ? null : typedMention(value, caret);
  const { data } = useThreadPeopleQuery({
    variables: { threadId, first: peopleLoaded },
    skip: typed === null,
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const loaded = data?.thread?.participants;
  // Asked for once typing pauses; those who are loaded are offered meanwhile.
  const sought = useSettled(typed?.name ?? '');
  const { data: beyond } = useThreadPeopleCalledQuery({
    variables: { threadId, search: sought, first: soughtAtMost },
    skip: typed === null || sought === '' || loaded?.pageInfo.hasNextPage !== true,
    // Beside the list of people that is kept, and no part of it.
    fetchPolicy: 'no-cache',
  });
  const found = [...(loaded?.edges ?? []), ...(beyond?.thread?.participants.edges ?? [])];
  const people = [...new Map(found.map(({ node }) => [node.user.id, node.user as Offered])).values()].filter(
    (user) => user.id !== viewerId,
  );
  const offered =
    typed === null ? [] : calledSo(mayCallAll ? [...people, everybody] : people, typed.name).slice(0, atMost);
  const at = Math.min(active, offered.length - 1);

  function take(handle: string) {
    if (typed === null || caret === null) return;
    const done = mentionIn(value, caret, typed, handle);
    // The field shows it before the next key can come: set any later, the caret may jump in front of what was typed since.
    flushSync(() => {
      setCaret(null);
      onChange(done.text);
    });
    field.current?.focus();
    field.current?.setSelectionRange(done.caret, done.caret);
  }

  /** @returns whether the key was for the list */
  function onKeyDown(event: KeyboardEvent): boolean {
    if (offered.length === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((at + step + offered.length) % offered.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && offered[at]) take(offered[at].handle);
    else if (event.key === 'Escape') setCaret(null);
    else return false;
    event.preventDefault();
    return true;
  }

  const list: ReactNode = offered.length > 0 && (
    <ul
      id={id}
      role="listbox"
      aria-label="People to mention"
      className="absolute inset-x-0 bottom-full z-10 mb-1 max-h-72 max-w-96 overflow-y-auto rounded-card bg-surface-raised p-1.5 shadow-float"
    >
      {offered.map((person, index) => (
        <li
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerMove={() => setActive(index)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(person.handle)}
          className={cx(
            'flex min-h-10 cursor-pointer items-center gap-3 rounded-control px-2 py-1 pointer-coarse:min-h-11',
            index === at && 'bg-surface-hover',
          )}
        >
          <Avatar id={person.id} name={person.displayName} url={person.avatarUrl} size={24} />
          <bdi className="min-w-0 truncate font-medium">{person.displayName}</bdi>
          <span className="min-w-0 flex-1 truncate text-meta text-muted">@{person.handle}</span>
        </li>
      ))}
    </ul>
  );
  return {
    list,
    onKeyDown,
    /** After typing alone: whoever walks through a text is offered nothing. */
    onTyped(place: number | null) {
      setActive(0);
      setCaret(place);
    },
    onBlur: () => setCaret(null),
    aria: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': offered.length > 0 ? id : undefined,
      'aria-activedescendant': offered[at] ? `${id}-${at}` : undefined,
    } as const,
  };
}

export type Mentioning = ReturnType<typeof useMentioning>;
