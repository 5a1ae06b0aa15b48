import type pg from 'pg';
import type { Instance } from './instance.ts';
import { traffic } from './live/frames.ts';
import type { LimitStore } from './throttle.ts';

interface Shown extends Pick<Instance, 'metrics' | 'hub' | 'tail' | 'bus' | 'replicas'> {
  pool: pg.Pool;
  store: LimitStore | null;
}

/** The figures of an instance that are looked up when somebody wants to see them. */
export function showGauges({ metrics, hub, tail, bus, replicas, pool, store }: Shown): void {
  const pools: [name: string, readonly pg.Pool[]][] = [
    ['primary', [pool]],
    ['replica', replicas.pools],
  ];
  /** Of the primary, and of all replicas together. */
  const byPool = (figure: (pool: pg.Pool) => number, labels: Record<string, string> = {}) =>
    pools.map(
      ([name, those]) =>
        [{ ...labels, pool: name }, those.reduce((sum, each) => sum + figure(each), 0)] as const,
    );
  metrics.count('deliveries_total', 'Changes and typists that readers were told.', ['over'], () => [
    [{ over: 'socket' }, traffic.frames],
    [{ over: 'stream' }, traffic.events],
  ]);
  metrics.gauge('subscriptions', 'Subscriptions to changes that are followed.', [], () => hub.size);
  metrics.gauge(
    'log_lag_seconds',
    'How long ago all of the log below its horizon had been read: a second at most while all is well.',
    [],
    () => tail.behindMs / 1000,
  );
  metrics.gauge(
    'log_held_back_seconds',
    'For how long an older transaction has held back what is committed.',
    [],
    () => tail.heldBackMs / 1000,
  );
  metrics.gauge(
    'database_connections',
    'Connections to the database, by pool: to the primary, or to the read replicas.',
    ['state', 'pool'],
    () => [
      ...byPool(({ totalCount, idleCount }) => totalCount - idleCount, { state: 'used' }),
      ...byPool(({ idleCount }) => idleCount, { state: 'idle' }),
    ],
  );
  metrics.gauge('database_connections_max', 'How many there may be, by pool.', ['pool'], () =>
    byPool(({ options }) => options.max),
  );
  metrics.gauge('database_waiting_requests', 'Requests that wait for a connection, by pool.', ['pool'], () =>
    byPool(({ waitingCount }) => waitingCount),
  );
  metrics.gauge(
    'bus_up',
    '1 while the instances hear of each other at once, else 0; of a single instance always 1.',
    [],
    () => (bus.trouble() ? 0 : 1),
  );
  metrics.gauge(
    'shared_limits_up',
    '1 while the instances count limits together, else 0; of a single instance always 1.',
    [],
    () => (store && (store.redis.status !== 'ready' || store.refusal()) ? 0 : 1),
  );
  metrics.gauge(
    'replicas_left_out',
    'Read replicas that are not used, since they lag, do not answer, or are none.',
    [],
    () => replicas.troubles().length,
  );
}
