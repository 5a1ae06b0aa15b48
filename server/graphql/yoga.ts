import type { ExecutionArgs } from 'graphql';
import { createYoga, isAsyncIterable, type Plugin } from 'graphql-yoga';
import { refuse } from '../../schema/errors.ts';
import { schema } from '../../schema/index.ts';
import { acceptsAnyOf, eventStream } from '../http/accept.ts';
import { maxBodyBytes } from '../http/door.ts';
import type { Arrival } from './arrival.ts';
import type { Reading } from './documents.ts';
import { jsonBody } from './json-body.ts';
import { withHttp } from './outward.ts';
import { tooMuchUnread } from '../unread.ts';
import type { Pipeline } from './pipeline.ts';

interface Given {
  arrival: Arrival;
}

/** The pipeline in all the ways of HTTP, and as server-sent events. */
export function createHttp(pipeline: Pipeline) {
  return createYoga<Given>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    batching: false,
    logging: false,
    maxRequestBodySize: maxBodyBytes,
    parserAndValidationCache: false,
    // By `shows`, which knows whose error it is.
    maskedErrors: false,
    plugins: [jsonBody, reads(pipeline), runs(pipeline), shows(pipeline), waits(pipeline)],
  });
}

/** Parsing and validation are the documents' affair, which know most of them already. */
const reads = ({ documents }: Pipeline): Plugin<Given & { reading?: Reading }> => ({
  onParse: ({ context, params, extendContext, setParsedDocument }) => {
    const reading = documents.read(String(params.source), context.arrival.caller.viewer !== null);
    extendContext({ reading });
    setParsedDocument(reading.document);
  },
  onValidate: ({ context, setResult }) => setResult(context.reading?.errors ?? []),
});

/** Yoga copies what it is given as a context, and ours inherits: it is made where it is used. */
const withContext = (args: ExecutionArgs): ExecutionArgs => ({
  ...args,
  contextValue: (args.contextValue as Given).arrival.context(),
});

const runs = ({ operations }: Pipeline): Plugin<Given> => ({
  onExecute: ({ setExecuteFn }) =>
    setExecuteFn(((args: ExecutionArgs) => operations.answer(withContext(args))) as never),
  onSubscribe: ({ args, setSubscribeFn, setResultAndStopExecution }) => {
    setSubscribeFn(((given: ExecutionArgs) => operations.follow(withContext(given))) as never);
    const { request } = args.contextValue;
    if (acceptsAnyOf(request.headers.get('accept'), [eventStream])) return;
    const http = { status: 406 };
    const error = refuse('BAD_REQUEST', `Over HTTP a subscription needs "accept: ${eventStream}".`, { http });
    setResultAndStopExecution({ errors: [error] });
  },
});

/** Errors as they are shown. An answer of nothing else says so in its status, to application/graphql-response+json. */
const shows = ({ operations }: Pipeline): Plugin<Given, Given> => ({
  onExecutionResult: async ({ result, context, setResult }) => {
    if (context.arrival.counted || !result || !('errors' in result) || !result.errors) return;
    setResult({ errors: await operations.refused(context.arrival, result.errors) });
  },
  onResultProcess: ({ result, serverContext, setResult }) => {
    if (isAsyncIterable(result) || Array.isArray(result) || !result.errors) return;
    const errors = operations.shown(serverContext.arrival, result.errors);
    setResult({ ...result, errors: result.data == null ? errors.map(withHttp) : errors });
  },
});

/** Streams have no length, and are bounded in their own way. */
const waits = (pipeline: Pipeline): Plugin<Given, Given> => ({
  onResponse: ({ response, serverContext: { arrival }, setResponse, fetchAPI }) => {
    const length = response.headers.get('content-length');
    if (length === null || pipeline.mayAnswer(arrival, Number(length))) return;
    const error = refuse('RATE_LIMITED', tooMuchUnread, { retryAfter: 1 });
    const init = { status: 429, headers: { 'retry-after': '1' } };
    setResponse(fetchAPI.Response.json({ errors: [error] }, init));
  },
});
