import { createContext, use } from 'react';

import { named } from '../../mentions/name.ts';
import { cx } from '../../ui/cx.ts';

/** Whom a message mentions, as the server found it when it was written: nothing is guessed from the text. */
export interface Mentioned {
  readonly people: readonly { readonly id: string; readonly handle: string; readonly displayName: string }[];
  readonly all: boolean;
  readonly viewerId: string;
  /** Whoever calls everybody does not call themselves. */
  readonly own: boolean;
}

export const MentionedContext = createContext<Mentioned | null>(null);

/** A text with the people whom it mentions as chips. */
export function MentionText({ text }: { readonly text: string }) {
  const mentioned = use(MentionedContext);
  if (mentioned === null || !/[@＠]/u.test(text)) return text;
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(named)) {
    const chip = chipFor(match[1]?.toLowerCase() ?? '', mentioned);
    if (chip === undefined) continue;
    parts.push(text.slice(at, match.index));
    parts.push(
      <span
        key={match.index}
        className={cx('mention', chip.me && 'mention-me')}
        {...(chip.title && { title: chip.title })}
      >
        {chip.text}
      </span>,
    );
    at = match.index + 1 + chip.length;
  }
  parts.push(text.slice(at));
  return parts;
}

/** What the server puts where somebody was mentioned who has deleted their account. Nobody else is called so. */
const deletedHandle = /^deleted-account[_-]*$/u;

function chipFor(name: string, { people, all, viewerId, own }: Mentioned) {
  const gone = deletedHandle.test(name) && people.find(({ handle }) => handle === '');
  if (gone) return { text: `@${gone.displayName}`, length: 15, me: false, title: undefined };
  if (name === 'all' && all) return { text: '@all', length: 3, me: !own, title: undefined };
  const bare = name.replace(/[_-]+$/u, '');
  // Who has deleted their account has no handle, and is called by none.
  const person =
    people.find(({ handle }) => handle === name) ??
    people.find(({ handle }) => handle !== '' && handle === bare);
  return (
    person && {
      text: `@${person.displayName}`,
      length: person.handle.length,
      me: person.id === viewerId,
      title: `@${person.handle}`,
    }
  );
}
