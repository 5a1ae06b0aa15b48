import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { refusalCodes } from './graphql/outward.ts';

/** How many operation names get a label of their own; clients choose them, so there is no end to what they could be. */
const namesAtMost = 100;
/** Characters. Nothing else bounds them but the document itself. */
const nameLength = 60;
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500];

type Labels = Readonly<Record<string, string>>;
/** Figures by their labels; one without labels is of the whole. */
type Figures = number | readonly (readonly [Labels, number])[];

/** Over which connections: those to the primary, or those to its read replicas. */
type Pool = 'primary' | 'replica';

/** What became of an operation. */
interface Ended {
  type: string;
  /** What its client calls it; clients choose that. */
  name: string | undefined;
  /** The first field that it asks for: one of the schema's. */
  field: string;
  isSignedIn: boolean;
  outcome: 'ok' | 'refused' | 'failed';
  ms: number;
}

/** What a running Parley says of itself, in Prometheus's words. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #names = new Set<string>();

  readonly #deliveryLatency = this.#histogram(
    'delivery_latency_seconds',
    'From when a change was written into the log until the last reader of a fan-out had its bytes written to the network, or to what ' +
      'waits for a network that takes no more. By the database’s clock until the log is read, and from there by the instance’s. ' +
      'Of changes that somebody is told as they happen; answers that are made later count once more.',
  );
  readonly #deliveryBatchSize = this.#histogram(
    'delivery_batch_size',
    'How many changes one look at the log brought, to be handed on together.',
    [],
    sizes,
  );
  readonly #sends = this.#counter(
    'sends_total',
    'Messages that were given to the database, by what became of them: failed where it answered with an error, or not at all.',
    ['outcome'],
  );
  readonly #sendBatchSize = this.#histogram(
    'send_batch_size',
    'How many sends were committed together.',
    [],
    sizes,
  );
  readonly resumes = this.#counter('resumes_total', 'Subscriptions that began at a cursor.');
  readonly slowReaders = this.#counter(
    'slow_readers_closed_total',
    'Sockets and event streams that were ended since their reader did not keep up.',
    ['over'],
  );
  readonly signInTries = this.#counter(
    'sign_in_tries_total',
    'Passwords that somebody gave: to sign in, or to be trusted with their own account.',
  );
  readonly signInsThrottled = this.#counter('sign_ins_throttled_total', 'Tries that came too often.');
  readonly signIns = this.#counter('sign_ins_total', 'Tries that succeeded.');
  readonly signInFailures = this.#counter('sign_in_failures_total', 'Tries with a wrong handle or password.');
  readonly #statements = this.#histogram(
    'sql_duration_seconds',
    'SQL statements by name, with the wait for a connection; those that have none are called "typed". By pool: of the primary, or ' +
      'of the read replicas.',
    ['statement', 'pool'],
  );
  readonly #operations = this.#histogram(
    'graphql_operation_duration_seconds',
    'GraphQL operations; of a subscription, until it is set up. The name is what its client calls it, of the first hundred ' +
      'that people use, otherwise the first field that it asks for.',
    ['type', 'name', 'outcome'],
  );
  readonly #refusals = this.#counter(
    'graphql_errors_total',
    'Top-level errors that were answered, by code.',
    ['code'],
  );
  readonly #resyncs = this.#counter('resyncs_total', 'Readers that were told to fetch afresh.');

  /** What becomes of sends: of those that are answered together, and of each that is not. */
  readonly sends = {
    answered: (batch: readonly { outcome: string }[]): void => {
      this.#sendBatchSize.observe(batch.length);
      for (const { outcome } of batch) this.#sends.inc({ outcome: outcome.replaceAll(' ', '_') });
    },
    failed: (): void => this.#sends.inc({ outcome: 'failed' }),
  };

  /** @param seconds how long it took; fewer than none, where a clock was set back */
  readonly delivered = (seconds: number): void => this.#deliveryLatency.observe(Math.max(0, seconds));

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
    // A series that is not there before its first count hides that one from rate().
    for (const code of refusalCodes) this.#refusals.inc({ code }, 0);
    for (const over of ['socket', 'stream']) this.slowReaders.inc({ over }, 0);
    for (const outcome of ['stored', 'failed']) this.#sends.inc({ outcome }, 0);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** The page that Prometheus reads. */
  page(): Promise<string> {
    return this.#registry.metrics();
  }

  /** A figure that is looked up when it is asked for. */
  gauge(name: string, help: string, labelNames: string[], read: () => Figures): void {
    const gauge = new Gauge({
      name: `parley_${name}`,
      help,
      labelNames,
      registers: [],
      collect() {
        for (const [labels, value] of each(read())) this.set(labels, value);
      },
    });
    this.#registry.registerMetric(gauge);
  }

  /** A count that is kept elsewhere, where it is too hot to be kept here. */
  count(name: string, help: string, labelNames: string[], read: () => Figures): void {
    const counter = new Counter({
      name: `parley_${name}`,
      help,
      labelNames,
      registers: [],
      collect() {
        this.reset();
        for (const [labels, value] of each(read())) this.inc(labels, value);
      },
    });
    this.#registry.registerMetric(counter);
  }

  /** What one look at the log has brought. */
  looked(count: number): void {
    this.#deliveryBatchSize.observe(count);
  }

  /** To be told of each statement of a pool, in milliseconds. */
  statementsOf(pool: Pool): (ms: number, statement: string) => void {
    return (ms, statement) => this.#statements.observe({ statement, pool }, ms / 1000);
  }

  operation({ type, name, field, isSignedIn, outcome, ms }: Ended): void {
    const label = name !== undefined && this.#isKnown(name, isSignedIn) ? name : field;
    this.#operations.observe({ type, name: label, outcome }, ms / 1000);
  }

  /** An error that is answered. @param code one of refusalCodes */
  refusal(code: string): void {
    this.#refusals.inc({ code });
    if (code === 'RESYNC_REQUIRED') this.#resyncs.inc();
    // Sockets are closed instead.
    if (code === 'TOO_SLOW') this.slowReaders.inc({ over: 'stream' });
  }

  /** Strangers bring no names of their own: there is no end to them either. */
  #isKnown(name: string, isSignedIn: boolean): boolean {
    if (this.#names.has(name)) return true;
    if (!isSignedIn || this.#names.size >= namesAtMost || name.length > nameLength) return false;
    this.#names.add(name);
    return true;
  }

  #counter<Label extends string>(name: string, help: string, labelNames: Label[] = []): Counter<Label> {
    return new Counter({ name: `parley_${name}`, help, labelNames, registers: [this.#registry] });
  }

  #histogram<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[] = [],
    buckets: number[] = seconds,
  ): Histogram<Label> {
    return new Histogram({ name: `parley_${name}`, help, labelNames, buckets, registers: [this.#registry] });
  }
}

const each = (figures: Figures): readonly (readonly [Labels, number])[] =>
  typeof figures === 'number' ? [[{}, figures]] : figures;
