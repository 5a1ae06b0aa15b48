import { expect, it } from 'vitest';
import { Random } from '../../prisma/seed-random.ts';
import { describeFault, planFaults, targetOf } from './nemesis.ts';

it('plans the same faults from the same seed, and others from another', () => {
  const plan = planFaults(new Random(7), 60);
  expect(plan).toHaveLength(60);
  expect(planFaults(new Random(7), 60)).toEqual(plan);
  expect(planFaults(new Random(8), 60)).not.toEqual(plan);
});

it('brings every kind of fault, on every pair, before any comes again', () => {
  const kinds = (count: number) =>
    new Set(
      planFaults(new Random(1), count).map((fault) =>
        'how' in fault ? `${fault.kind} ${fault.how}` : fault.kind,
      ),
    );
  expect(kinds(28)).toEqual(kinds(1000));
  expect([...kinds(28)].toSorted()).toMatchInlineSnapshot(`
    [
      "bad cursor",
      "clients to instance cut",
      "clients to instance hole",
      "clients to instance reset",
      "clients to instance slow",
      "clients to instance strand",
      "crash in a quiet moment",
      "instance to postgres cut",
      "instance to postgres hole",
      "instance to postgres reset",
      "instance to postgres slow",
      "instance to postgres strand",
      "instance to redis cut",
      "instance to redis hole",
      "instance to redis reset",
      "instance to redis slow",
      "instance to redis strand",
      "kill instance",
      "kill redis",
      "restart client",
      "restart postgres",
      "shift clock",
      "stop instance",
      "terminate backends",
    ]
  `);
});

it('says of each fault what it is and whom it hits', () => {
  const said = planFaults(new Random(3), 28).map((fault) => `${targetOf(fault)}: ${describeFault(fault)}`);
  expect(new Set(said).size).toBeGreaterThan(20);
  expect(said.join('\n')).not.toContain('undefined');
});
