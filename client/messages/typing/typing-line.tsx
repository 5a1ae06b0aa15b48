import { useTypingNames } from './use-typing.ts';
import { typingWords } from './words.ts';

/** Who types, in space that is always there, so that nothing jumps. */
export function TypingLine({ threadId, viewerId }: { readonly threadId: string; readonly viewerId: string }) {
  const names = useTypingNames(threadId, viewerId);
  return (
    <p
      className="h-[1.125rem] min-w-0 flex-1 truncate text-meta text-muted"
      aria-live="polite"
      data-testid="typing"
    >
      {names.length > 0 && (
        <>
          <span aria-hidden className="typing-dots me-1.5">
            <i />
            <i />
            <i />
          </span>
          {typingWords(names)}
        </>
      )}
    </p>
  );
}
