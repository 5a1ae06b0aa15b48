/** Long after what was asked for has come, and before somebody asks for more. */
const AFTER_MS = 4_000;

const ignore = () => {
  // It is fetched again when it is needed, and then a failure is shown.
};

/** The conversation's code, on its way beside the first request. */
export function preloadConversation() {
  import('../messages/conversation.tsx').catch(ignore);
}

/** What opens on a click: fetched while the network is there, so that being offline, or a newer version on the server, breaks nothing. */
export function preloadTheRest() {
  const timer = setTimeout(() => {
    import('./the-rest.ts').then(({ fetchTheRest }) => Promise.all(fetchTheRest())).catch(ignore);
  }, AFTER_MS);
  return () => clearTimeout(timer);
}
