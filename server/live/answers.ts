import { execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Change } from '../../schema/change/change.ts';
import { quotesHidden } from '../../schema/change/rows.ts';
import type { Presences, Typists, Viewer } from '../../schema/context.ts';
import { Turns } from '../../schema/turns.ts';
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

export type Event = Change | Typists | Presences;
export type Answering = Answer | Promise<Answer>;

/** What a subscription asks of each of its events. What else it was set up with is not kept for as long as it runs. */
export interface Asking extends Pick<
  ExecutionArgs,
  'schema' | 'document' | 'operationName' | 'variableValues'
> {
  arrival: Arrival;
  viewer: Viewer | null;
}

/**
 * Of all subscriptions of one account: whoever opens many waits for the others of theirs, and nobody else does. A batch of events
 * that ask for nothing more than came with them fits into one turn of the event loop.
 */
const turns = new Turns(16, Infinity, 25);

/** What is seen of others, by what one shows of oneself: whoever shows the same is told the same. */
class Sight {
  /** An answer for all is made for those who show this much, whatever who asked first switches on or off meanwhile. */
  readonly privacy: Arrival['privacy'];
  /** What happens is one object for all who are told it at once; its answers live as long as it does. */
  readonly given = new WeakMap<Event, Map<Question, Answering>>();

  constructor(hidesReceipts: boolean, hidesPresence: boolean) {
    this.privacy = { hidesReceipts: () => hidesReceipts, hidesPresence: () => hidesPresence };
  }
}

const clear = new Sight(false, false);
const withoutReceipts = new Sight(true, false);
const withoutPresence = new Sight(false, true);
const withoutBoth = new Sight(true, true);

function sightOf({ arrival: { privacy }, viewer }: Asking): Sight {
  const hidesPresence = privacy.hidesPresence(viewer?.userId);
  if (privacy.hidesReceipts(viewer?.userId)) return hidesPresence ? withoutBoth : withoutReceipts;
  return hidesPresence ? withoutPresence : clear;
}

/**
 * The answer to a question about an event, where that is the same for all who ask it. It has been decided that this reader may be
 * told the event.
 * @param question null for one whose answer is the viewer's own
 * @returns at once, where all that is asked for came with the event; null for who has to wait for their turn
 */
export function answerNow(asking: Asking, question: Question | null, event: Event): Answering | null {
  if (!question || isOwn(asking, event)) return null;
  const sight = sightOf(asking);
  const found =
    sight.given.get(event)?.get(question) ??
    turns.now(whoOf(asking), () => shared(asking, question, event, sight));
  // Who has switched something on or off while it was made is told what they may see by now.
  return found instanceof Promise
    ? found.then((told) => (sightOf(asking) === sight ? told : answerInTurn(asking, question, event)))
    : found;
}

/** For who has gone while they waited. */
const none = new Answer({});

/**
 * Any answer: where it has to be made, in turn with the others of this account.
 * @param isOver asked when its turn has come: whether nobody wants it any more
 */
export async function answerInTurn(
  asking: Asking,
  question: Question | null,
  event: Event,
  isOver = () => false,
): Promise<Answer> {
  const make = async () => (isOver() ? none : answerOf(asking, question, event));
  return answerNow(asking, question, event) ?? turns.take(whoOf(asking), make);
}

async function answerOf(asking: Asking, question: Question | null, event: Event): Promise<Answer> {
  if (!question || isOwn(asking, event)) return answer(asking, event);
  const sight = sightOf(asking);
  const told = await shared(asking, question, event, sight);
  return sightOf(asking) === sight ? told : answerOf(asking, question, event);
}

const whoOf = ({ viewer }: Asking): string => viewer?.userId ?? '';

/**
 * Whether a change is to be told to somebody in their own way: what a message answers, some may not see; and of themselves
 * everybody is shown more than others are.
 */
const isOwn = ({ viewer }: Asking, change: Event): boolean =>
  'rows' in change &&
  ((change.event.userId !== null && change.event.userId === viewer?.userId) ||
    quotesHidden(change.event, change.rows));

function shared(asking: Asking, question: Question, event: Event, { given, privacy }: Sight): Answering {
  const answers = given.get(event) ?? new Map<Question, Answering>();
  given.set(event, answers);
  let found = answers.get(question);
  if (!found) answers.set(question, (found = answer(asking, event, { privacy })));
  return found;
}

function answer({ arrival, viewer, ...asked }: Asking, event: Event, as: object = {}): Answering {
  const known = 'rows' in event ? event.rows : null;
  const contextValue = Object.assign(arrival.context(viewer), { known, ...as });
  const result = execute({ ...asked, rootValue: event, contextValue });
  return result instanceof Promise ? result.then((settled) => new Answer(settled)) : new Answer(result);
}
