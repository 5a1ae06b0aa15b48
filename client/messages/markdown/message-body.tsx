import { lazy, Suspense, useEffect } from 'react';
import { MentionText } from './mention-text.tsx';
import { isPlain } from './plain.ts';

interface Props {
  readonly body: string;
}

const AsTyped = ({ body }: Props) => (
  <p>
    <MentionText text={body} />
  </p>
);

// A part of the program that cannot be had (offline, a new release) must not take the conversation with it.
const loadMarkdown = () =>
  import('./markdown.tsx').then(
    (module) => module.Markdown,
    () => AsTyped,
  );
const Markdown = lazy(async () => ({ default: await loadMarkdown() }));

/** What somebody wrote. Until the parser is loaded the body stands as typed, in the same place. */
export function MessageBody({ body }: Props) {
  // Once something has been painted: the parser is then there before the next message that needs it.
  useEffect(() => void setTimeout(() => void loadMarkdown()), []);
  const typed = <AsTyped body={body} />;
  return (
    <div className="message-body" dir="auto">
      {isPlain(body) ? (
        typed
      ) : (
        <Suspense fallback={typed}>
          <Markdown body={body} />
        </Suspense>
      )}
    </div>
  );
}
