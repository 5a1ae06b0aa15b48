import { execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readAhead } from './ahead.ts';
import type { Context } from './context.ts';
import { schema } from './index.ts';
import { loader } from './loader.ts';

const ctx = { scope: {}, known: null } as unknown as Context;

describe('what a page is asked for', () => {
  const authors = ['usr_1', 'usr_2', null, 'usr_1'];
  const edges = authors.map((authorId) => ({ node: { authorId, seq: 1 } }));

  /** Whom a page of messages has read ahead, for `selection` of each. */
  async function read(selection: string): Promise<unknown> {
    const asked: unknown[] = [];
    const all = async (_name: string, _text: string, [ids]: [string[]]) => {
      asked.push(ids);
      return ids.map((id) => ({ id, displayName: id }));
    };
    const fields = { ...schema.getQueryType()?.getFields() };
    const field = fields['savedMessages'];
    const resolve = field?.resolve;
    if (!field) throw new Error('There is no such field.');
    const contextValue = { ...ctx, scope: {}, sql: { all } };
    let answered: unknown;
    field.resolve = async (_root, _args, given: Context, info) => {
      const page = await readAhead({ edges }, given, info);
      answered = [...asked];
      return page;
    };
    try {
      const document = parse(`{ savedMessages { edges { node { ${selection} } } } }
        fragment Named on Message { ... on Node { ... on Message { author { displayName } } } }`);
      const { errors } = await execute({ schema, document, contextValue });
      expect(errors).toBeUndefined();
      expect(asked).toEqual(answered);
    } finally {
      field.resolve = resolve;
    }
    return answered;
  }

  it('is read for all of its rows in one go, before it is answered', async () => {
    expect(await read('seq author { id }')).toEqual([['usr_1', 'usr_2']]);
  });

  it('is found within fragments', async () => {
    expect(await read('...Named')).toEqual([['usr_1', 'usr_2']]);
  });

  it('is not read where it is not asked for', async () => {
    expect(await read('seq')).toEqual([]);
  });
});

describe('a loader', () => {
  it('gives at once what it has read', async () => {
    const rows = loader<string, number>(async (keys) => new Map(keys.map((key) => [key, key.length])));
    const first = rows(ctx).load('ab');
    expect(first).toBeInstanceOf(Promise);
    expect(await first).toBe(2);
    expect(rows(ctx).load('ab')).toBe(2);
    await rows(ctx).ahead(['abc']);
    expect(rows(ctx).load('abc')).toBe(3);
    expect(rows({ ...ctx, scope: {} }).load('ab')).toBeInstanceOf(Promise);
  });

  it('knows of what is missing, too', async () => {
    const rows = loader<string, number>(async () => new Map());
    expect(await rows(ctx).load('a')).toBeNull();
    expect(rows(ctx).load('a')).toBeNull();
  });
});
