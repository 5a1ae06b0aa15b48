import { Search, X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { useId, useState } from 'react';
import { flushSync } from 'react-dom';

import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/cx.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { complete, typedBefore } from './completions.ts';
import { useCompletions } from './use-completions.ts';

interface Props {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onChange: (query: string) => void;
  /** Into what was found: by ArrowDown to the first hit, by Enter to open it. */
  readonly onDown: () => void;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
}

/** What is sought. Behind `from:`, `in:` and `has:` it offers what could stand there. */
export function SearchField({ field, query, onChange, onDown, onEnter, onEscape }: Props) {
  const id = useId();
  const [caret, setCaret] = useState(query.length);
  const [active, setActive] = useState(0);
  const [shut, setShut] = useState(true);
  const typed = shut ? null : typedBefore(query, caret);
  const offered = useCompletions(typed);
  const at = Math.min(active, offered.length - 1);

  function change(next: string, place: number) {
    setCaret(place);
    setActive(0);
    setShut(false);
    onChange(next);
  }

  function take(value: string) {
    if (!typed) return;
    const done = complete(query, caret, typed, value);
    // The field shows it before the next key can come, which is then typed behind it.
    flushSync(() => change(done.query, done.caret));
    field.current?.focus();
    field.current?.setSelectionRange(done.caret, done.caret);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (offered.length > 0) {
      if (step !== undefined) setActive((at + step + offered.length) % offered.length);
      else if ((event.key === 'Enter' || event.key === 'Tab') && offered[at]) take(offered[at].value);
      else if (event.key === 'Escape') setShut(true);
      else return;
    } else if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape') onEscape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="relative min-w-0 flex-1">
      <div className="flex items-center gap-2 rounded-control border border-line-control bg-surface ps-3 focus-within:outline-2 focus-within:outline-accent">
        <Search aria-hidden size={18} className="shrink-0 text-muted" />
        <input
          ref={field}
          data-search-field
          data-region-focus
          role="combobox"
          aria-label="Search messages"
          aria-expanded={offered.length > 0}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={offered[at] ? `${id}-${at}` : undefined}
          value={query}
          onChange={({ target }) => change(target.value, target.selectionStart ?? target.value.length)}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? query.length)}
          onKeyDown={onKeyDown}
          onBlur={() => setShut(true)}
          placeholder="Search messages"
          maxLength={500}
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          className="min-h-10 w-full min-w-0 bg-transparent outline-none pointer-coarse:min-h-11"
        />
        {query !== '' && (
          <IconButton
            icon={X}
            label="Clear"
            onClick={() => {
              change('', 0);
              field.current?.focus();
            }}
          />
        )}
      </div>
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label="Completions"
        hidden={offered.length === 0}
        className="absolute inset-x-0 top-full z-10 mt-1 max-h-80 overflow-y-auto rounded-card bg-surface-raised p-1.5 shadow-float"
      >
        {offered.map(({ value, label, detail, face }, index) => (
          <li
            key={`${value} ${index}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setActive(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(value)}
            className={cx(
              'flex min-h-10 cursor-pointer items-center gap-3 rounded-control px-2 py-1 pointer-coarse:min-h-11',
              index === at && 'bg-surface-hover',
            )}
          >
            {face && <Avatar {...face} size={24} />}
            <bdi className="min-w-0 truncate font-medium">{label}</bdi>
            <span className="min-w-0 flex-1 truncate text-meta text-muted">{detail}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
