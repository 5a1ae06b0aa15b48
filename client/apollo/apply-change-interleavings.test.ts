import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { StartDocument } from '../generated/graphql.ts';
import { actions, withoutTrace } from './model/actions.ts';
import { mutations } from './model/answer.ts';
import { begin, expectFresh, follow, MANY, people, reads, store, type World } from './model/follower.ts';

const names = Object.keys(actions);
const often = [
  'sendMessage',
  'sendMessage',
  'markRead',
  'editMessage',
  'addReaction',
  'addReaction',
  'pinMessage',
  'saveMessage',
  'setRepliesFollowed',
  'markRepliesRead',
];
const nat = fc.nat(20);
const step = fc.record({
  action: fc.constantFrom(...names, ...often),
  who: fc.constantFrom('usr_me', ...people, 'usr_dan'),
  where: nat,
  which: nat,
  text: fc.string({ minLength: 1, maxLength: 5 }),
  /** Otherwise it is told with what comes later, as after a cut. */
  toldAtOnce: fc.boolean(),
  /** How much of what was told before is told again. */
  again: fc.nat(4),
  /** Which page is fetched, if any. */
  page: fc.option(nat, { freq: 2 }),
  /** Whether the page's answer was read before this happened, and comes when it has been told. */
  late: fc.boolean(),
});

/** `SEED=… npm test` repeats a run. */
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** A few each time; .ci/run takes `INTERLEAVINGS=10000 npm test -- client/apollo/apply-change`. */
const wanted = Number(process.env['INTERLEAVINGS'] ?? 200);
const inOneWorld = 20;

describe('state and changes are a fresh fetch', () => {
  it('of every mutation', () => {
    expect([...names, ...Object.keys(withoutTrace)].toSorted()).toEqual(mutations.toSorted());
  });

  it('of every mutation, each of which changes something', () => {
    const did = new Set<string>();
    // The same every time: in a few worlds there is something to do for each.
    const steps = fc.sample(step, { numRuns: 5000, seed: 1 });
    while (steps.length > 0) {
      const world = begin();
      for (const { action, ...by } of steps.splice(0, 100)) {
        const from = world.server.end;
        actions[action]?.(world, by);
        if (world.server.end > from) did.add(action);
      }
    }
    expect([...did].toSorted()).toEqual(names.toSorted());
  });

  /**
   * One interleaving: up to three things happen in one order, each told at once or later or more than once, with pages
   * fetched in between, also such as were answered before; then everything is told, and the
   * list and one thread's screens are compared. Twenty of them come one after the other in one world, where in the end
   * every screen is compared.
   */
  it(
    'in thousands of interleavings of what happens, when it is told, and what is fetched',
    { timeout: 240_000 + wanted * 150 },
    () => {
      console.info(`seed ${seed}`);
      let compared = 0;
      const several = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), {
        minLength: inOneWorld,
        maxLength: inOneWorld,
      });
      fc.assert(
        fc.property(several, (all) => {
          const world = begin();
          for (const [index, steps] of all.entries()) {
            interleave(world, steps);
            const { id = '' } = world.server.thread(index % world.server.threads.length) ?? {};
            expectFresh(world.cache, world.server, [id]);
            compared += 1;
          }
          expectFresh(world.cache, world.server);
        }),
        { numRuns: wanted / inOneWorld, seed, endOnFailure: true },
      );
      expect(compared).toBe(wanted);
    },
  );
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function interleave(world: World, steps: Step[]): void {
  const { server, cache } = world;
  let seen = server.end;
  const tell = (from: number) => {
    for (let place = from; place < server.end; place += 1) follow(cache, server, server.change(place));
    seen = server.end;
  };
  for (const { action, toldAtOnce, again, page, late, ...by } of steps) {
    const pages = reads(
      server,
      server.threads.map(({ id }) => id),
    );
    const [query, variables] = pages[(page ?? 0) % pages.length] ?? [StartDocument, { first: MANY }];
    const ask = () => server.fetch<object>(query, variables);
    const before = page !== null && late ? ask() : null;
    const from = server.end;
    actions[action]?.(world, by);
    if (toldAtOnce) tell(Math.max(0, seen - again));
    if (before) {
      store(cache, query, variables, before);
      // The replay link tells again what came while the answer was on its way.
      if (toldAtOnce) tell(from);
    } else if (page !== null) store(cache, query, variables, ask());
  }
  tell(seen);
}
