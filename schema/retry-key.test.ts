import { getNamedType, isInputObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schema } from './index.ts';
import { retried } from './testing/retried.ts';
import { triedApart } from './testing/tried-apart.ts';

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

it('[ER6] every mutation is covered here', () => {
  expect([...Object.keys(retried), ...Object.keys(triedApart)].toSorted()).toEqual(
    mutations.map((field) => field.name).toSorted(),
  );
});

describe.each(Object.entries(triedApart))('%s, which is tried apart,', (mutation, tried) => {
  it.each([
    ['late', '[ER6] 40 days later', /daysLater\(40\)/],
    ['atOnce', '[ER6] ten times at once', /length: 10\b/],
    [
      'another',
      '[ER7] with another input, and nothing is written',
      /expect\(await effects\(\)\)\.toBe\(before\)/,
    ],
  ] as const)('is tried %s: %s', (how, _what, doing) => {
    const { file, title } = tried[how];
    const source = readFileSync(new URL(file, import.meta.url), 'utf8');
    const tests = source.split(/^ *it(?=[.(])/m).filter((text) => text.includes(`'${title}'`));
    expect(tests).toHaveLength(1);
    expect(tests[0]).toContain(`'${mutation}'`);
    expect(tests[0]).toMatch(doing);
  });
});

it('[ER12] every mutation takes an input with a key', () => {
  expect(mutations.length).toBeGreaterThan(14);
  for (const { name, args } of mutations) {
    expect([name, args.map((arg) => arg.name)]).toEqual([name, ['input']]);
    const input = getNamedType(args[0]!.type);
    const key = isInputObjectType(input) ? input.getFields()['clientMutationId'] : undefined;
    expect([name, String(key?.type)]).toEqual([name, 'String']);
  }
});
