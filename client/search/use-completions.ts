import { useFoundPeople } from '../people/use-found-people.ts';
import { useThreads } from '../threads/use-threads.ts';
import { threadName } from '../threads/thread-name.ts';
import { useViewer } from '../session/viewer.ts';
import type { Typed } from './completions.ts';

export interface Completion {
  readonly value: string;
  readonly label: string;
  /** What tells it from others that are called alike. */
  readonly detail: string;
  readonly face?: { readonly id: string; readonly name: string; readonly url: string | null };
}

const atMost = 6;

const kinds: readonly Completion[] = [
  { value: 'link', label: 'link', detail: 'An address in it' },
  { value: 'image', label: 'image', detail: 'A picture attached' },
  { value: 'file', label: 'file', detail: 'Anything attached' },
];

/** What could stand behind the operator that is being typed. */
export function useCompletions(typed: Typed | null): readonly Completion[] {
  const people = usePeople(typed?.operator === 'from' ? typed.value : null);
  const threads = useThreadsCalled(typed?.operator === 'in' ? typed.value : '');
  if (typed === null) return [];
  const all = typed.operator === 'from' ? people : typed.operator === 'in' ? threads : kinds;
  const offered = all.filter(({ value }) => typed.operator !== 'has' || value.startsWith(typed.value));
  // What is typed out already needs none.
  return offered.some(({ value }) => value.toLowerCase() === typed.value) && offered.length === 1
    ? []
    : offered.slice(0, atMost);
}

function usePeople(search: string | null): readonly Completion[] {
  const viewer = useViewer();
  const { people } = useFoundPeople(search ?? '', search === null);
  if (search === null) return [];
  const me = { value: 'me', label: 'me', detail: 'What I wrote', face: faceOf(viewer) };
  const found = people
    .filter(({ id }) => id !== viewer.id)
    .map((person) => ({
      value: person.handle,
      label: person.displayName,
      detail: `@${person.handle}`,
      face: faceOf(person),
    }));
  return 'me'.startsWith(search) ? [me, ...found] : found;
}

const faceOf = ({
  id,
  displayName,
  avatarUrl,
}: {
  id: string;
  displayName: string;
  avatarUrl: string | null;
}) => ({
  id,
  name: displayName,
  url: avatarUrl,
});

function useThreadsCalled(search: string): readonly Completion[] {
  const threads = useThreads();
  return threads
    .map((thread): Completion => {
      const { id, kind, peer, pictureUrl } = thread;
      const name = threadName(thread);
      const direct = kind === 'DIRECT';
      return {
        value: direct ? (peer?.handle ?? id) : name,
        label: name,
        detail: direct ? `@${peer?.handle ?? ''}` : 'Group',
        face: { id: peer?.id ?? id, name, url: peer ? peer.avatarUrl : pictureUrl },
      };
    })
    .filter(({ value, label }) => `${value}\n${label}`.toLowerCase().includes(search));
}
