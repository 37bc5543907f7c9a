/**
 * Loaded before the sandbox's own code: the channel closes when the API dies, even by SIGKILL, and then the sandbox
 * must free its port.
 */
process.once('disconnect', () => process.exit());
