import { execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { LoggedChange } from '../../schema/change/change.ts';
import { quotesHidden, type Rows } from '../../schema/change/rows.ts';
import type { Viewer } from '../../schema/context.ts';
import type { Arrival } from '../graphql/arrival.ts';
import type { Question } from './question.ts';

/** What a reader is told of one event, executed once and written as JSON once, for all who ask the same. */
export class Answer {
  readonly result: ExecutionResult;
  #bytes: Buffer | null = null;

  constructor(result: ExecutionResult) {
    this.result = result;
  }

  get bytes(): Buffer {
    this.#bytes ??= Buffer.from(JSON.stringify(this.result));
    return this.#bytes;
  }
}

type Answering = Answer | Promise<Answer>;

/** Every change that is handed on live is one object for all; its answers live as long as it does. */
const given = new WeakMap<LoggedChange, Map<Question, Answering>>();

/** What a subscription asks of each of its events. What else it was set up with is not kept for as long as it runs. */
export interface Asking extends Pick<
  ExecutionArgs,
  'schema' | 'document' | 'operationName' | 'variableValues'
> {
  arrival: Arrival;
  viewer: Viewer | null;
}

/**
 * The answer to a question about a change. The hub has decided that this reader may see the change; what it tells is then
 * the same for all who ask the same.
 * @param question null for one whose answer is the viewer's own
 * @returns at once, where all that is asked for came with the change
 */
export function answerOf(asking: Asking, question: Question | null, change: LoggedChange): Answering {
  if (!question || seesOtherwise(asking, change)) return answer(asking, change);
  const answers = given.get(change) ?? new Map<Question, Answering>();
  given.set(change, answers);
  let found = answers.get(question);
  if (!found) {
    found = answer(asking, change, toAll);
    answers.set(question, found);
  }
  // Who has switched receipts or presence off while it was made is told what they may see by now.
  return found instanceof Promise
    ? found.then((told) => (seesOtherwise(asking, change) ? answer(asking, change) : told))
    : found;
}

/**
 * Whether a change is to be told to somebody in their own way: what a message answers, some may not see; who shows nobody what they
 * have read, or got, sees it of nobody; and of themselves everybody is shown more than others are.
 */
function seesOtherwise({ arrival, viewer }: Asking, { event, rows }: LoggedChange): boolean {
  return (
    arrival.seesLess(viewer) ||
    (event.userId !== null && event.userId === viewer?.userId) ||
    quotesHidden(event, rows)
  );
}

/** An answer for all is made for those who show what they read and got, whatever who asked first switches off meanwhile. */
const toAll = { privacy: { hidesReceipts: () => false, hidesPresence: () => false } };

function answer(asking: Asking, change: LoggedChange, as: object = {}): Answering {
  const result = ask(asking, change, { known: change.rows, ...as });
  return result instanceof Promise ? result.then((settled) => new Answer(settled)) : new Answer(result);
}

/** What happens once and to one reader: nothing of it is shared. */
export const answerAlone = async (asking: Asking, event: unknown): Promise<ExecutionResult> =>
  ask(asking, event, { known: null });

function ask({ arrival, viewer, ...asked }: Asking, rootValue: unknown, as: { known: Rows | null }) {
  const contextValue = Object.assign(arrival.context(viewer), as);
  return execute({ ...asked, rootValue, contextValue });
}
