import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';

import { listThread } from '../apollo/thread-changes.ts';
import { useTries } from '../apollo/tries.ts';
import { fieldReasons, wordsFor } from '../apollo/words.ts';
import type { Person_userFragment } from '../generated/graphql.ts';
import { useCreateGroupMutation, useStartDirectThreadMutation } from '../generated/graphql.ts';

type Reasons = ReturnType<typeof fieldReasons>;

const nothing: Reasons = { fields: {}, form: null };

/** A thread with these people: the direct one with a single person, a new group with several. */
export function useStartThread() {
  const client = useApolloClient();
  const [startDirect] = useStartDirectThreadMutation();
  const [createGroup] = useCreateGroupMutation();
  const [reasons, setReasons] = useState(nothing);
  const [busy, setBusy] = useState(false);
  const tries = useTries();

  async function ask(people: readonly Person_userFragment[], name: string) {
    const [only, second] = people;
    if (only && !second) {
      return (await startDirect({ variables: { input: { userId: only.id } } })).data?.startDirectThread;
    }
    const input = { name, participantIds: people.map(({ id }) => id) };
    return tries(
      input,
      async (keyed) => (await createGroup({ variables: { input: keyed } })).data?.createGroup,
    );
  }

  /** @returns the thread's id, or null when it was refused: `reasons` say why */
  async function start(people: readonly Person_userFragment[], name: string): Promise<string | null> {
    if (people.length > 1 && name.trim() === '') {
      setReasons({ fields: { name: 'Give the group a name.' }, form: null });
      return null;
    }
    setBusy(true);
    try {
      const result = await ask(people, name);
      if (result && 'thread' in result) {
        listThread(client.cache, result.thread.id);
        return result.thread.id;
      }
      setReasons(
        result ? fieldReasons(result, ['name', 'participantIds']) : { fields: {}, form: wordsFor(null) },
      );
    } catch (error) {
      setReasons({ fields: {}, form: wordsFor(error) });
    } finally {
      setBusy(false);
    }
    return null;
  }

  return { start, reasons, busy };
}
