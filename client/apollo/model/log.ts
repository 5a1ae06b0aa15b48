import type { ChangesSubscription, GroupChange } from '../../generated/graphql.ts';
import { ChangesDocument } from '../../generated/graphql.ts';
import type { Change } from '../change.ts';
import { answer } from './answer.ts';
import { date, type Graph } from './graph.ts';
import type { Participant, Thread } from './world.ts';

/** How a change reads for a model: executed like a subscription's event, when the time comes. */
type Event = { at: number } & Record<string, unknown> & { __typename: Change['__typename'] };

/** What is told to the viewer, in order, and the time that passes by it. */
export class Log {
  private readonly graph: Graph;
  private readonly events: Event[] = [];
  private clock = 0;

  constructor(graph: Graph) {
    this.graph = graph;
  }

  get end(): number {
    return this.events.length;
  }

  tick(): number {
    this.clock += 1;
    return this.clock;
  }

  tell(event: Event) {
    const about = (event['thread'] ?? event['message']) as { isMine?: () => boolean } | undefined;
    if (about?.isMine?.() !== false) this.events.push(event);
  }

  tellReceipt(thread: Thread, participant: Participant, at: number) {
    this.tell({
      __typename: 'ReceiptMoved',
      at,
      thread: this.graph.thread(thread),
      participant: this.graph.participant(participant),
    });
  }

  tellGroup(thread: Thread, kind: GroupChange, userId: string | null) {
    const at = this.tick();
    this.tell({
      __typename: 'GroupUpdated',
      at,
      kind,
      thread: this.graph.thread(thread),
      user: userId && this.graph.user(userId),
    });
  }

  tellPreferences(thread: Thread) {
    const { preferences } = this.graph.thread(thread);
    this.tell({
      __typename: 'ThreadPreferencesChanged',
      at: this.tick(),
      thread: this.graph.thread(thread),
      preferences,
    });
  }

  /** What happened at a place in the log, with the rows as they are by now: a server loads them when it tells of them. */
  change(place: number): Change {
    const event = this.events[place];
    if (!event) throw new RangeError(`The log ends before ${place}.`);
    const changes = { ...event, at: date(event.at), cursor: `${place}` };
    // Executed as if it were a query: the selection is what counts.
    return answer<ChangesSubscription>(ChangesDocument, { changes }, { operationName: 'Changes' }).changes;
  }
}
