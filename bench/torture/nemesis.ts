import type { Random } from '../../prisma/seed-random.ts';

export const instanceCount = 3;
export const clientCount = 50;

export type LinkFault = 'cut' | 'reset' | 'slow' | 'hole' | 'strand';

/** Something bad that happens, and for how long. */
export type Fault = { ms: number } & (
  | { kind: 'kill instance' | 'stop instance'; instance: number }
  | { kind: 'shift clock'; instance: number; shiftMs: number }
  | { kind: 'kill redis' }
  | { kind: 'restart postgres' }
  | { kind: 'crash in a quiet moment'; rolledBack: number }
  | { kind: 'terminate backends'; share: number }
  | { kind: 'clients to instance'; how: LinkFault; instance: number; clients: number[]; delayMs: number }
  | { kind: 'instance to postgres' | 'instance to redis'; how: LinkFault; instance: number; delayMs: number }
  | { kind: 'restart client'; client: number }
  | { kind: 'bad cursor'; client: number }
);

const day = 24 * 60 * 60 * 1000;
const links: LinkFault[] = ['cut', 'reset', 'slow', 'hole', 'strand'];

/** Every kind of fault comes once before any comes again, in an order and with particulars of the seed's own. */
export function planFaults(random: Random, count: number): Fault[] {
  const plan: Fault[] = [];
  while (plan.length < count) plan.push(...shuffled(random, deck(random)));
  return plan.slice(0, count);
}

function deck(random: Random): Fault[] {
  const instance = () => random.between(0, instanceCount - 1);
  const client = () => random.between(0, clientCount - 1);
  const ms = (from: number, to: number) => random.between(from, to);
  const someClients = () => {
    const share = random.pick([0.1, 0.3, 1]);
    return Array.from({ length: clientCount }, (_, index) => index).filter(() => random.next() < share);
  };
  const delayMs = () => random.between(20, 400);
  return [
    { kind: 'kill instance', instance: instance(), ms: ms(0, 3000) },
    { kind: 'kill instance', instance: instance(), ms: ms(0, 500) },
    { kind: 'stop instance', instance: instance(), ms: ms(300, 8000) },
    { kind: 'shift clock', instance: instance(), shiftMs: day + ms(0, day / 24), ms: ms(2000, 8000) },
    { kind: 'shift clock', instance: instance(), shiftMs: -day - ms(0, day / 24), ms: ms(2000, 8000) },
    { kind: 'kill redis', ms: ms(200, 6000) },
    { kind: 'restart postgres', ms: ms(0, 1000) },
    { kind: 'crash in a quiet moment', rolledBack: random.between(5, 20), ms: ms(300, 1000) },
    { kind: 'terminate backends', share: random.next(), ms: 0 },
    { kind: 'terminate backends', share: 1, ms: 0 },
    ...links.map((how): Fault => ({
      kind: 'clients to instance',
      how,
      instance: instance(),
      clients: someClients(),
      delayMs: delayMs(),
      ms: ms(200, 6000),
    })),
    ...links.map((how): Fault => ({
      kind: 'instance to postgres',
      how,
      instance: instance(),
      delayMs: random.between(5, 100),
      ms: ms(200, 5000),
    })),
    ...links.map((how): Fault => ({
      kind: 'instance to redis',
      how,
      instance: instance(),
      delayMs: delayMs(),
      ms: ms(200, 6000),
    })),
    { kind: 'restart client', client: client(), ms: ms(0, 3000) },
    { kind: 'restart client', client: client(), ms: ms(0, 500) },
    { kind: 'bad cursor', client: client(), ms: 0 },
  ];
}

function shuffled<T>(random: Random, items: T[]): T[] {
  const rest = [...items];
  return items.map(() => rest.splice(random.between(0, rest.length - 1), 1)[0] as T);
}

/** What a fault has for itself while it lasts. Those of other things go on beside it. */
export function targetOf(fault: Fault): string {
  switch (fault.kind) {
    case 'kill instance':
    case 'stop instance':
    case 'shift clock':
      return `instance ${fault.instance}`;
    case 'kill redis':
      return 'redis';
    case 'restart postgres':
    case 'crash in a quiet moment':
    case 'terminate backends':
      return 'postgres';
    case 'restart client':
    case 'bad cursor':
      return `client ${fault.client}`;
    default:
      return `${fault.kind} ${fault.instance}`;
  }
}

export function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case 'clients to instance':
      return `${fault.how}: ${fault.clients.length} clients to instance ${fault.instance}, ${fault.ms} ms`;
    case 'instance to postgres':
    case 'instance to redis':
      return `${fault.how}: ${fault.kind.replace('instance', `instance ${fault.instance}`)}, ${fault.ms} ms`;
    case 'shift clock':
      return `clock of instance ${fault.instance} ${fault.shiftMs > 0 ? 'ahead' : 'behind'} by a day, ${fault.ms} ms`;
    default:
      return `${fault.kind}, ${targetOf(fault)}, ${fault.ms} ms`;
  }
}
