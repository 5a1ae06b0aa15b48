import type { ErrorLike } from '@apollo/client';
import { useId } from 'react';

import { wordsFor } from '../apollo/words.ts';
import type { ReceiptRow_participantFragment } from '../generated/receipts.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { formatWhole } from '../ui/format.ts';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { formatBy } from './by.ts';

type Props = {
  title: string;
  /** As far as they are loaded; undefined until the first page is there. */
  people: readonly ReceiptRow_participantFragment[] | undefined;
  nobody: string;
  since: (participant: ReceiptRow_participantFragment) => string | null;
  /** Where there are more. */
  more: (() => void) | undefined;
  error: ErrorLike | undefined;
  retry: () => void;
};

/** A list of those who have come as far as a message, and by when. */
export function People({ title, people, nobody, since, more, error, retry }: Props) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="mb-1 font-semibold">
        {title}
      </h3>
      {!people && !error && <SkeletonRows count={2} />}
      {!people && error && (
        <div className="flex flex-col items-start gap-2 text-muted">
          {wordsFor(error)}
          <Button onClick={retry}>Try again</Button>
        </div>
      )}
      {people?.length === 0 && !more && <p className="text-muted">{nobody}</p>}
      <ul>
        {people?.map((participant) => (
          <Row key={participant.id} participant={participant} at={since(participant)} />
        ))}
      </ul>
      {more && (
        <Button onClick={more} className="mt-2 w-full">
          Show more
        </Button>
      )}
    </section>
  );
}

function Row({ participant, at }: { participant: ReceiptRow_participantFragment; at: string | null }) {
  const { id, displayName, avatarUrl } = participant.user;
  return (
    <li className="flex min-h-11 items-center gap-3 py-1">
      <Avatar id={id} name={displayName} url={avatarUrl} size={32} />
      <span className="min-w-0 flex-1 truncate">
        <bdi>{displayName}</bdi>
      </span>
      {at !== null && (
        <time dateTime={at} title={formatWhole(at)} className="text-meta text-muted">
          {formatBy(at)}
        </time>
      )}
    </li>
  );
}
