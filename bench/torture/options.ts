import { parseArgs } from 'node:util';
import { type PlantName, plantNames } from './plants.ts';

export interface Options {
  seed: number;
  faults: number;
  /** Acknowledged sends to reach. */
  acks: number;
  /** No new fault after so many minutes; null: as long as it takes. */
  minutes: number | null;
  plant: PlantName | null;
  /** Says each fault as it comes. */
  verbose: boolean;
  /** Keeps the histories also of a run that found nothing. */
  keep: boolean;
}

export const usage = `npm run torture -- [--seed S] [--faults N] [--acks N] [--minutes N] [--plant BUG] [--verbose] [--keep]
npm run torture -- --plants      each planted bug, one run after another: all must be caught
npm run torture -- --recovery    how long it takes until everything is back, one kind of fault after another
npm run torture -- --embedded    kill -9 of a server with the embedded database, and second servers on its folder
BUG is one of ${plantNames.join(', ')}.`;

export type Mode = 'torture' | 'plants' | 'recovery' | 'embedded';

/** @throws an Error that says which argument is wrong */
export function parseOptions(args: string[]): { mode: Mode; options: Options; rounds: number | null } {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' },
      faults: { type: 'string' },
      acks: { type: 'string' },
      minutes: { type: 'string' },
      plant: { type: 'string' },
      rounds: { type: 'string' },
      plants: { type: 'boolean', default: false },
      recovery: { type: 'boolean', default: false },
      embedded: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  });
  const whole = (name: string, text: string | undefined, otherwise: number) => {
    if (text === undefined) return otherwise;
    if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a whole number, but is "${text}".`);
    return Number(text);
  };
  const plant = plantNames.find((name) => name === values.plant) ?? null;
  if (values.plant !== undefined && plant === null)
    throw new Error(`There is no bug called "${values.plant}".`);
  const mode = values.plants
    ? 'plants'
    : values.recovery
      ? 'recovery'
      : values.embedded
        ? 'embedded'
        : 'torture';
  return {
    mode,
    rounds: values.rounds === undefined ? null : whole('rounds', values.rounds, 0),
    options: {
      seed: whole('seed', values.seed, Math.floor(Math.random() * 1e9)),
      faults: whole('faults', values.faults, 60),
      acks: whole('acks', values.acks, 20_000),
      minutes: values.minutes === undefined ? null : whole('minutes', values.minutes, 0),
      plant,
      verbose: values.verbose,
      keep: values.keep,
    },
  };
}
