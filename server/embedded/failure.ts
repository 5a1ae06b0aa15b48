/** The database cannot be used. The message is plain sentences that say what to do. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

/** Another server has the folder, and its PostgreSQL with it. */
export class InUse extends DatabaseError {}

/** PostgreSQL does not take connections yet, or no longer; a moment later it may. */
export class NotReady extends Error {
  override name = 'NotReady';
}
