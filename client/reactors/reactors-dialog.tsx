import { useId } from 'react';

import { wordsFor } from '../apollo/words.ts';
import { useMessageReactorsQuery } from '../generated/reactors.ts';
import { rowOf } from '../keep/row-of.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { type Kind, kindsOf, withMore } from './kinds.ts';

/** Of each kind. */
const PAGE = 50;

interface Props {
  readonly message: { readonly id: string };
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Everybody who has reacted to a message, by what they have set. */
export function ReactorsDialog({ message, open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Who has reacted" finalFocus={rowOf(message.id)}>
      <div className="flex min-h-0 flex-col gap-5 overflow-y-auto">
        <Kinds messageId={message.id} />
      </div>
    </Dialog>
  );
}

function Kinds({ messageId }: { readonly messageId: string }) {
  const { data, error, refetch, fetchMore } = useMessageReactorsQuery({
    variables: { id: messageId, first: PAGE },
    // What is kept of reactions is what rows show.
    fetchPolicy: 'no-cache',
  });
  if (!data) {
    if (!error) return <SkeletonRows count={3} />;
    return (
      <div className="flex flex-col items-start gap-2 text-muted">
        {wordsFor(error)}
        <Button onClick={() => void refetch().catch(() => {})}>Try again</Button>
      </div>
    );
  }
  const kinds = kindsOf(data);
  if (kinds.length === 0) return <p className="text-muted">Nobody any more.</p>;
  const more = ({ emoji, users }: Kind) =>
    void fetchMore({
      variables: { after: users.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult }) => withMore(before, fetchMoreResult, emoji),
    }).catch((cause: unknown) => toast(wordsFor(cause)));
  return kinds.map((kind) => <People key={kind.emoji} kind={kind} onMore={() => more(kind)} />);
}

function People({ kind, onMore }: { readonly kind: Kind; readonly onMore: () => void }) {
  const { emoji, count, users } = kind;
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="mb-1 font-semibold">
        <span className="[font-variant-emoji:emoji]">{emoji}</span> {count}{' '}
        {count === 1 ? 'person' : 'people'}
      </h3>
      <ul>
        {users.edges.map(({ node: { id, displayName, avatarUrl } }) => (
          <li key={id} className="flex min-h-11 items-center gap-3 py-1">
            <Avatar id={id} name={displayName} url={avatarUrl} size={32} />
            <span className="min-w-0 flex-1 truncate">
              <bdi>{displayName}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {users.pageInfo.hasNextPage && (
        <Button aria-label={`Show more with ${emoji}`} onClick={onMore} className="mt-2 w-full">
          Show more
        </Button>
      )}
    </section>
  );
}
