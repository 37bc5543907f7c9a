import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { banner } from './banner.js';
import type { AppConfig } from '../core/config/index.js';
import type { DatabaseAddress } from '../core/database/index.js';
import { createApp } from './create-app.js';
import { DEMO_LOGIN, DemoSeeder, SandboxLauncher } from '../modules/operations/demo/index.js';

export async function serve(config: AppConfig, database: DatabaseAddress): Promise<void> {
  const app = await createApp(config, database, 'api');
  await app.init();
  // Before the API listens, so that the demo log-in works at once.
  const hasDemo = await app.get(DemoSeeder).run();
  await app.listen(config.port, config.host);
  const { port, address } = app.getHttpServer().address() as AddressInfo;
  const sandboxUrl = await app.get(SandboxLauncher).start(`http://${fromHere(address)}:${port}`);
  if (hasDemo && sandboxUrl) await app.get(DemoSeeder).proveChannels();
  if (config.isProduction) return new Logger('PetBuddy').log(`ready on port ${port}`);
  const login = hasDemo ? DEMO_LOGIN : undefined;
  process.stdout.write(banner({ url: `http://localhost:${port}`, sandboxUrl, login }));
}

function fromHere(address: string): string {
  if (address === '0.0.0.0' || address === '::') return '127.0.0.1';
  return address.includes(':') ? `[${address}]` : address;
}
