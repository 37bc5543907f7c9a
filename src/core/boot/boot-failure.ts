const FIRST_FREE_PORT = 1_024;

const SELF_EXPLAINING = /^(BootError|EmbeddedDatabaseError)$/;
const CONFIGURATION = /^(Invalid configuration|Production needs|Indexes are missing)/;

/** Says what went wrong and what to do. An unknown error keeps its stack. */
export function bootFailureMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Stop it, or set PORT to a free port.`;
  if (code === 'EACCES' && port !== undefined && port < FIRST_FREE_PORT) {
    return `Port ${port} needs administrator rights. Set PORT to ${FIRST_FREE_PORT} or more.`;
  }
  if (code === 'EADDRNOTAVAIL') return 'HOST is no address of this machine.';
  if (error.name === 'MongoServerSelectionError') {
    return `MongoDB does not answer (${error.message}). Check MONGODB_URI and that the server runs.`;
  }
  if (error.name === 'MongoParseError') return `MONGODB_URI is not a MongoDB connection string (${error.message}).`;
  if (code === '18' || error.message.includes('Authentication failed')) {
    return 'MongoDB refuses the user or the password of MONGODB_URI.';
  }
  const isClear = SELF_EXPLAINING.test(error.name) || CONFIGURATION.test(error.message);
  return isClear ? error.message : (error.stack ?? error.message);
}
