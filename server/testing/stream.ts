import type { Logger } from 'pino';
import { schema } from '../../schema/index.ts';
import type { Stream } from '../../schema/testing/reader.ts';
import { nobody } from '../context.ts';
import { Operations } from '../graphql/operations.ts';
import type { Instance } from '../instance.ts';
import { subscribe } from '../live/subscribe.ts';

type Results = Awaited<ReturnType<Stream>>;

/** What an instance tells as an event stream, without HTTP around it, and however much is asked for. */
export function streamOf(instance: Instance, logger: Logger): Stream {
  const operations = new Operations(instance, logger);
  return async (viewer, document, variableValues) => {
    const contextValue = operations.arrival({ ...nobody, viewer }, {}).context();
    const told = await subscribe({ schema, document, variableValues, contextValue });
    if ('errors' in told) throw new Error(`This should be followed: ${JSON.stringify(told)}`);
    return parsed(told as AsyncIterable<object>);
  };
}

/** They come as JSON, which others are told too. */
async function* parsed(told: AsyncIterable<{ stringify?: () => string }>): Results {
  for await (const result of told) yield JSON.parse(result.stringify?.() ?? JSON.stringify(result));
}
