/**
 * How every connection to Redis is opened. Nothing here is worth waiting for: what cannot be asked at once is done without,
 * and a Redis that says nothing, be it frozen or behind a dead network, counts as one that is gone.
 */
export const impatient = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  /** Milliseconds without a word on what was asked, after which the connection is opened anew. */
  socketTimeout: 1000,
  connectTimeout: 5000,
};
