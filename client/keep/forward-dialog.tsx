import { useApolloClient } from '@apollo/client/react';
import { Check, Search } from 'lucide-react';
import { useId, useState } from 'react';
import { v7 } from 'uuid';

import { wordsFor } from '../apollo/words.ts';
import { ForwardMessageDocument } from '../generated/keep.ts';
import { QuotedText } from '../messages/list/quote.tsx';
import type { Message } from '../messages/list/row.ts';
import { FormError } from '../session/form-error.tsx';
import { Edge } from '../threads/list-edge.tsx';
import { threadFace, threadName } from '../threads/thread-name.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { rowOf } from './row-of.ts';
import { useForwardTargets } from './use-forward-targets.ts';

/** As many as the server takes at once. */
const most = 10;

interface Props {
  readonly message: Message;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Chooses where a message goes on to. */
export function ForwardDialog({ message, open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Forward to" finalFocus={rowOf(message.id)}>
      <Form message={message} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function Form({ message, onDone }: { readonly message: Message; readonly onDone: () => void }) {
  const id = useId();
  const [search, setSearch] = useState('');
  const { targets, ...more } = useForwardTargets(search);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { forward, failure, busy } = useForward(message.id, onDone);

  function toggle(threadId: string) {
    const next = new Set(chosen);
    if (!next.delete(threadId) && next.size < most) next.add(threadId);
    setChosen(next);
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.size > 0) void forward(chosen);
      }}
      className="flex min-h-0 flex-1 flex-col gap-3"
    >
      <p className="flex min-w-0 items-baseline gap-1.5 rounded-control bg-surface-sunken px-2.5 py-1.5 text-meta">
        <bdi className="max-w-[40%] shrink-0 truncate font-semibold">
          {(message.forwardedFrom ?? message.author)?.displayName}
        </bdi>
        <QuotedText quoted={message} />
      </p>
      <span className="flex items-center gap-2 rounded-control border border-line-control bg-surface px-2.5 py-1.5 focus-within:outline-2 focus-within:outline-accent">
        <Search aria-hidden size={16} className="shrink-0 text-muted" />
        <input
          aria-label="Search your conversations"
          aria-controls={`${id}-list`}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          placeholder="Name of a person or group"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          className="min-h-7 w-full bg-transparent outline-none pointer-coarse:min-h-11"
        />
      </span>
      <ul
        id={`${id}-list`}
        aria-label="Conversations"
        className="-mx-2 max-h-80 min-h-40 flex-1 overflow-y-auto"
      >
        {targets?.map((thread) => (
          <li key={thread.id}>
            <label
              className={cx(
                'flex min-h-12 cursor-pointer items-center gap-3 rounded-control px-2 py-1.5 hover:bg-surface-hover has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent',
                chosen.size >= most && !chosen.has(thread.id) && 'opacity-50',
              )}
            >
              <input
                type="checkbox"
                className="sr-only"
                checked={chosen.has(thread.id)}
                disabled={chosen.size >= most && !chosen.has(thread.id)}
                onChange={() => toggle(thread.id)}
              />
              <Avatar {...threadFace(thread)} size={36} />
              <span className="min-w-0 flex-1 truncate font-medium">
                <bdi>{threadName(thread)}</bdi>
              </span>
              {chosen.has(thread.id) && <Check aria-hidden size={18} className="text-accent-text" />}
            </label>
          </li>
        ))}
        {targets === null ? (
          more.error === null ? (
            <li>
              <SkeletonRows count={4} />
            </li>
          ) : (
            <li className="p-4 text-center text-meta text-muted">{more.error}</li>
          )
        ) : (
          targets.length === 0 &&
          !more.hasMore && (
            <li role="status" className="p-4 text-center text-muted">
              No conversation of that name that you write in.
            </li>
          )
        )}
        {targets !== null && <Edge {...more} />}
      </ul>
      <FormError>{failure}</FormError>
      <Button type="submit" variant="primary" busy={busy} disabled={chosen.size === 0} className="min-h-10">
        {chosen.size > 1 ? `Forward to ${chosen.size}` : 'Forward'}
      </Button>
    </form>
  );
}

function useForward(messageId: string, onDone: () => void) {
  const client = useApolloClient();
  /** By the thread, what is to stand there: the same for every try, also where it was let go meanwhile, so that nothing is there twice. */
  const [ids] = useState(() => new Map<string, string>());
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  function idIn(threadId: string): string {
    const id = ids.get(threadId) ?? `msg_${v7()}`;
    ids.set(threadId, id);
    return id;
  }

  async function forward(chosen: ReadonlySet<string>) {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const threadIds = [...chosen];
      const input = { messageId, threadIds, ids: threadIds.map(idIn) };
      const { data } = await client.mutate({ mutation: ForwardMessageDocument, variables: { input } });
      const result = data?.forwardMessage;
      if (result?.__typename === 'ForwardMessagePayload') {
        toast(chosen.size === 1 ? 'Forwarded' : `Forwarded to ${chosen.size} conversations`);
        onDone();
      } else setFailure(`Couldn’t forward it. ${result?.reason ?? ''}`);
    } catch (error) {
      setFailure(`Couldn’t forward it. ${wordsFor(error)}`);
    } finally {
      setBusy(false);
    }
  }

  return { forward, failure, busy };
}
