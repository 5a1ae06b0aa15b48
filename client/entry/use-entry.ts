import { useApolloClient } from '@apollo/client/react';

import { OVER_HTTP } from '../apollo/client.ts';
import { useForm } from '../session/use-form.ts';

type Ask<Field extends string> = (
  input: Record<Field, string>,
  context: typeof OVER_HTTP,
) => ReturnType<Parameters<typeof useForm<Field>>[1]>;

const missing: Record<string, string> = {
  displayName: 'Tell others your name.',
  handle: 'Type your handle.',
  password: 'Type your password.',
};

/** What the two forms that let somebody in share. */
export function useEntry<const Field extends string>(
  names: readonly Field[],
  onEnter: () => void,
  ask: Ask<Field>,
) {
  const client = useApolloClient();
  return useForm(
    Object.fromEntries(names.map((name) => [name, missing[name]])) as Record<Field, string>,
    (input) => ask(input, OVER_HTTP),
    async () => {
      // Whatever a stranger's screens have read is not this person's.
      await client.clearStore();
      onEnter();
    },
  );
}
