import {
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  type GraphQLError,
} from 'graphql';
import type { Logger } from 'pino';
import { refuse } from '../../schema/errors.ts';
import type { Caller } from '../context.ts';
import type { Instance } from '../instance.ts';
import { readCursorFirst } from '../live/cursor-first.ts';
import { type Results, subscribe } from '../live/subscribe.ts';
import { admit, countRefused } from './admission.ts';
import { Arrival, type Arrived } from './arrival.ts';
import { turnOutward } from './outward.ts';
import { rootFields } from './parts.ts';
import { tell } from './told.ts';

const queryMs = 10_000;

/**
 * Runs what has been read and found valid, whichever way it came: counted, limited in time, told in the log; and what goes
 * wrong is turned outward. Nothing is thrown.
 */
export class Operations {
  readonly contextFor: Instance['contextFor'];
  readonly privacy: Instance['privacy'];
  readonly #instance: Pick<Instance, 'throttles' | 'metrics' | 'contextFor' | 'privacy'>;
  readonly #logger: Logger;

  constructor(instance: Pick<Instance, 'throttles' | 'metrics' | 'contextFor' | 'privacy'>, logger: Logger) {
    this.contextFor = instance.contextFor;
    this.privacy = instance.privacy;
    this.#instance = instance;
    this.#logger = logger;
  }

  arrival(caller: Caller, way: ConstructorParameters<typeof Arrival>[2]): Arrival {
    return new Arrival(this, caller, way);
  }

  /** A query's or a mutation's result. */
  answer(args: ExecutionArgs): Promise<ExecutionResult> {
    return getOperationAST(args.document, args.operationName)?.operation === 'mutation'
      ? this.#act(args)
      : this.#run(args, async () => {
          await admit(this.#instance.throttles, args);
          await readCursorFirst(args);
          const running = execute(args);
          return running instanceof Promise ? inTime(running) : running;
        });
  }

  /**
   * What is done over one socket is begun in the order in which it was asked, also where the limits, which may be counted elsewhere,
   * let in one before the other. It ends by the database's time-outs: whoever gave up on it could not tell whether it was done.
   */
  #act(args: ExecutionArgs): Promise<ExecutionResult> {
    const { arrival } = args.contextValue as Arrived;
    const turn = arrival.turns?.take();
    return this.#run(args, async () => {
      let running: ReturnType<typeof execute>;
      try {
        const operation = await admit(this.#instance.throttles, args);
        arrival.acted = true;
        await turn?.comes;
        running = execute(args);
        // Of several in one document each is begun behind the answer of the one before.
        if (rootFields(args.document, operation).size > 1) await running;
      } finally {
        turn?.pass();
      }
      return running;
    });
  }

  /** A subscription's results, or why there are none. */
  follow(args: ExecutionArgs): Promise<Results | ExecutionResult> {
    return this.#run<Results | ExecutionResult>(args, async () => {
      await admit(this.#instance.throttles, args);
      return subscribe(args);
    });
  }

  /** What is answered where a document could not be run, which counts as well. */
  refused(arrival: Arrival, errors: readonly unknown[]): Promise<readonly GraphQLError[]> {
    return countRefused(this.#instance, arrival.caller, this.shown(arrival, errors));
  }

  /** Errors as they are shown. */
  shown(arrival: Arrival, errors: readonly unknown[]): readonly GraphQLError[] {
    return errors.map((error) => turnOutward(error, this.#logger, arrival));
  }

  /** A result with its errors as they are shown. */
  outward(result: ExecutionResult, arrival: Arrival): ExecutionResult {
    if (!result.errors) return result;
    const errors = this.shown(arrival, result.errors);
    for (const { extensions } of errors) this.#instance.metrics.refusal(String(extensions['code']));
    return { ...result, errors };
  }

  async #run<Result extends Results | ExecutionResult>(
    args: ExecutionArgs,
    work: () => Promise<Result>,
  ): Promise<Result | ExecutionResult> {
    const began = performance.now();
    const { arrival } = args.contextValue as Arrived;
    arrival.counted = true;
    let result: Result | ExecutionResult;
    try {
      result = await work();
    } catch (error) {
      result = { errors: [error as GraphQLError] };
    }
    if ('errors' in result) result = arrival.outward(result);
    const { errors } = 'errors' in result ? result : {};
    tell({ ...this.#instance, logger: this.#logger }, args, { errors }, performance.now() - began);
    return result;
  }
}

/** @throws COST_LIMIT */
async function inTime(running: Promise<ExecutionResult>): Promise<ExecutionResult> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    const give = () => reject(refuse('COST_LIMIT', `This took longer than ${queryMs / 1000} seconds.`));
    timer = setTimeout(give, queryMs).unref();
  });
  try {
    return await Promise.race([running, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
