import './resolve-typescript.ts';

/** Stops what the global set-up started; see there. */
export default async function globalTeardown(): Promise<void> {
  const { stopTestServers } = await import('./test-servers.ts');
  await stopTestServers();
}
