import type { SubmitEvent } from 'react';
import { useState } from 'react';

import { useTries } from '../apollo/tries.ts';
import { fieldReasons, wordsFor } from '../apollo/words.ts';

type Failure = {
  __typename: string;
  code: string;
  reason: string;
  fields?: readonly { path: string; reason: string }[];
};

/** What a mutation gave: nothing where the server said nothing, an error with its code, or what was asked for. */
type Result = { __typename: string } | Failure | undefined;

type Reasons<Field extends string> = { fields: Partial<Record<Field, string>>; form: string | null };

/**
 * A form of a few fields: reads them, asks, says beside each what is wrong with it, and puts the focus where the repair begins.
 * @param missing the fields, each with what is said when it stands empty
 */
export function useForm<const Field extends string>(
  missing: Readonly<Record<Field, string>>,
  ask: (input: Record<Field, string>) => Promise<Result>,
  onDone: (form: HTMLFormElement) => void | Promise<void>,
) {
  const names = Object.keys(missing) as Field[];
  const [reasons, setReasons] = useState<Reasons<Field>>({ fields: {}, form: null });
  const [busy, setBusy] = useState(false);
  const tries = useTries();

  async function attempt(form: HTMLFormElement) {
    const data = new FormData(form);
    const typed = (name: Field) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    };
    const input = Object.fromEntries(names.map((name) => [name, typed(name)])) as Record<Field, string>;
    const refused = await reasonsAgainst(input);
    if (!refused) {
      await onDone(form);
      setReasons({ fields: {}, form: null });
      setBusy(false);
      return;
    }
    setReasons(refused);
    setBusy(false);
    focusFirst(form, names, refused);
  }

  async function reasonsAgainst(input: Record<Field, string>): Promise<Reasons<Field> | null> {
    const empty = names.filter((name) => input[name] === '');
    if (empty.length > 0) {
      return {
        fields: Object.fromEntries(empty.map((name) => [name, missing[name]])) as Reasons<Field>['fields'],
        form: null,
      };
    }
    try {
      const result = await tries(input, ask);
      if (!result) return { fields: {}, form: wordsFor(null) };
      if (!('code' in result)) return null;
      return fieldReasons(result, names) as Reasons<Field>;
    } catch (error) {
      return { fields: {}, form: wordsFor(error) };
    }
  }

  return {
    ...reasons,
    busy,
    submit(event: SubmitEvent<HTMLFormElement>) {
      event.preventDefault();
      if (busy) return;
      setBusy(true);
      void attempt(event.currentTarget);
    },
  };
}

/** After a refusal the focus is where the repair begins. */
function focusFirst(form: HTMLFormElement, names: readonly string[], { fields }: Reasons<string>) {
  const name = names.find((each) => fields[each] !== undefined) ?? names.at(-1);
  const field = form.elements.namedItem(name ?? '');
  if (field instanceof HTMLInputElement) field.focus();
}
