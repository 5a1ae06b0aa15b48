import { type ExecutionArgs, getOperationAST, type GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { schema } from '../../schema/index.ts';
import type { Instance } from '../instance.ts';
import { noOperation } from './admission.ts';
import type { Arrival } from './arrival.ts';
import { Documents } from './documents.ts';
import { Operations } from './operations.ts';
import { Unread } from '../unread.ts';

/** An operation as a client asks for it. */
export interface Asked {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
}

/** The one pipeline that every operation passes: it is read, and then run. */
export class Pipeline {
  readonly documents = new Documents(schema);
  readonly operations: Operations;
  readonly unread = new Unread();

  constructor(instance: Instance, logger: Logger) {
    this.operations = new Operations(instance, logger);
  }

  /** @returns false for who has to read first what they have asked for: nothing is to be done for them */
  mayAsk({ caller: { viewer } }: Arrival): boolean {
    return this.unread.hasRoom(viewer?.userId ?? null, 1);
  }

  /**
   * @returns whether a request may be answered with so much, which then counts until its reader has it, or is gone; always for
   * what was done, of which nothing else would tell
   */
  mayAnswer({ caller: { viewer }, acted, onGone }: Arrival, bytes: number): boolean {
    const who = viewer?.userId ?? null;
    if (!acted && !this.unread.hasRoom(who, bytes)) return false;
    this.unread.add(who, bytes);
    onGone(() => this.unread.add(who, -bytes));
    return true;
  }

  /** @returns what is to be run; or what is wrong with it, as it is shown */
  read(
    arrival: Arrival,
    { query, operationName, variables }: Asked,
  ): ExecutionArgs | Promise<readonly GraphQLError[]> {
    try {
      const { document, errors } = this.documents.read(query, arrival.caller.viewer !== null);
      if (errors.length > 0) return this.operations.refused(arrival, errors);
      if (!getOperationAST(document, operationName)) throw noOperation();
      return {
        schema,
        document,
        operationName: operationName ?? null,
        variableValues: variables ?? null,
        contextValue: arrival.context(),
      };
    } catch (error) {
      return this.operations.refused(arrival, [error]);
    }
  }
}
