/** The database cannot be used. The message is plain sentences that say what to do. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

/** PostgreSQL does not take connections yet, or no longer; a moment later it may. */
export class NotReady extends Error {
  override name = 'NotReady';
}
