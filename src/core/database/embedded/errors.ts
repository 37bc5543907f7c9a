/** The embedded database cannot be had, or was lost for good. The message is meant for the operator. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
}
