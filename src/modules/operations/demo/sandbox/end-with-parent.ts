/**
 * Loaded into the sandbox's process before its own code: the channel to the API closes when the API is gone, even by
 * SIGKILL, and a sandbox without its API would only keep the port.
 */
process.once('disconnect', () => process.exit());
