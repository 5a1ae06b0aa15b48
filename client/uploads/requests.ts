import type { ApolloClient } from '@apollo/client';

import type { Placed } from './ask-for-place.ts';
import type { UploadsOptions } from './uploads.ts';
import type { Answer, Wire } from './wire.ts';

const later = { kind: 'later' } as const;

/** What uploads ask the server, fetched when there is something to send; where that fails it is tried again like the rest. */
export function requestsOf(client: ApolloClient): Pick<UploadsOptions, 'askForPlace' | 'wire'> {
  const withWire = (ask: (wire: Wire) => Promise<Answer>) =>
    import('./wire.ts').then(
      ({ wire }) => ask(wire),
      () => later,
    );
  return {
    askForPlace: (file, key) =>
      import('./ask-for-place.ts').then<Placed, Placed>(
        ({ askForPlace }) => askForPlace(client, file, key),
        () => later,
      ),
    wire: {
      ask: (url) => withWire((wire) => wire.ask(url)),
      put: (url, sending) => withWire((wire) => wire.put(url, sending)),
    },
  };
}
