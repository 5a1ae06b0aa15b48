import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { refuse } from '../../schema/errors.ts';
import { assertModest, tokensAtMost } from './measure.ts';
import { badRequest } from './outward.ts';
import { Strangers } from './strangers.ts';

/** A document as somebody may run it, or what is wrong with it. */
export interface Reading {
  document: DocumentNode;
  errors: readonly GraphQLError[];
}

const charactersAtMost = 20_000;
/** What is remembered is bounded in number and, by the limits on a document, in size. */
const remembered = 250;

/** Documents parsed, measured and validated once, for all who send them, over HTTP and sockets alike. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #strangers: Strangers;
  /** The least recently used first. */
  readonly #known = new Map<string, { toPeople: Reading; toStrangers: Reading }>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
    this.#strangers = new Strangers(schema);
  }

  /** @throws BAD_REQUEST where the syntax is broken, COST_LIMIT where it is too much */
  read(text: string, signedIn: boolean): Reading {
    const found = this.#known.get(text) ?? this.#learn(text);
    return signedIn ? found.toPeople : found.toStrangers;
  }

  #learn(text: string) {
    const document = parseModestly(text);
    assertModest(document);
    const errors = validate(this.#schema, document).map(badRequest);
    const toPeople = { document, errors };
    const found = { toPeople, toStrangers: this.#strangers.read(toPeople) };
    if (errors.length === 0) this.#remember(text, found);
    return found;
  }

  #remember(text: string, found: { toPeople: Reading; toStrangers: Reading }): void {
    this.#known.set(text, found);
    if (this.#known.size <= remembered) return;
    const [oldest] = this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}

function parseModestly(text: string): DocumentNode {
  if (text.length > charactersAtMost) {
    throw refuse(
      'COST_LIMIT',
      `A document has at most ${charactersAtMost} characters: put values into variables.`,
    );
  }
  try {
    return parse(text, { maxTokens: tokensAtMost });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // graphql-js has no code for it.
    if (error.message.includes('Parsing aborted')) {
      throw refuse('COST_LIMIT', `A document has at most ${tokensAtMost} words and signs.`);
    }
    throw badRequest(error);
  }
}
