import { lazy, Suspense, useMemo, useState } from 'react';

import type { Attachments_fileFragment } from '../../generated/graphql.ts';

export interface LightboxProps {
  readonly pictures: readonly Attachments_fileFragment[];
  readonly viewedId: string | null;
  /** Null leaves. */
  readonly onView: (id: string | null) => void;
}

const Lightbox = lazy(async () => ({ default: (await import('./lightbox.tsx')).Lightbox }));

interface Props {
  readonly messages: readonly { readonly attachments: readonly Attachments_fileFragment[] }[];
  readonly viewedId: string | null;
  readonly onView: (id: string | null) => void;
}

/** The pictures of what is loaded of a conversation, seen large. Fetched when one is first asked for. */
export function LightboxHost({ messages, viewedId, onView }: Props) {
  const [asked, setAsked] = useState(false);
  if (viewedId !== null && !asked) setAsked(true);
  const pictures = useMemo(
    () =>
      asked ? messages.flatMap(({ attachments }) => attachments.filter(({ kind }) => kind === 'IMAGE')) : [],
    [asked, messages],
  );
  if (!asked) return null;
  return (
    <Suspense fallback={null}>
      <Lightbox pictures={pictures} viewedId={viewedId} onView={onView} />
    </Suspense>
  );
}
