import { inAddress, typed } from './name.ts';

/** A mention that is being typed: what stands behind its @, and where it begins, in UTF-16 code units. */
export interface TypedMention {
  readonly name: string;
  readonly start: number;
}

export function typedMention(text: string, caret: number): TypedMention | null {
  const before = text.slice(0, caret);
  const name = typed.exec(before)?.[1];
  if (name === undefined || inAddress.test(before)) return null;
  return { name: name.toLocaleLowerCase(), start: caret - name.length - 1 };
}

/** The text with the mention whole, and where the caret belongs then. */
export function mentionIn(text: string, caret: number, { start }: TypedMention, handle: string) {
  const before = `${text.slice(0, start)}@${handle} `;
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length };
}

interface Called {
  readonly handle: string;
  readonly displayName: string;
}

/** Those whose handle or name holds what is typed; whose begins with it in front. */
export function calledSo<Person extends Called>(people: readonly Person[], name: string): Person[] {
  const rank = ({ handle, displayName }: Person) => {
    const texts = [handle, ...displayName.toLocaleLowerCase().split(/\s+/u)];
    if (texts.some((text) => text.startsWith(name))) return 0;
    return texts.some((text) => text.includes(name)) ? 1 : 2;
  };
  return people
    .map((person) => ({ person, rank: rank(person) }))
    .filter((each) => each.rank < 2)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ person }) => person);
}
