import { Global, Module } from '@nestjs/common';
import { ApiKeyGate, SessionGate } from '../../src/core/auth-guards/index.js';

/** For modules with sockets that are tested without users: no session is live, and no API key exists. */
@Global()
@Module({
  providers: [
    { provide: SessionGate, useValue: { isLive: () => Promise.resolve(false) } },
    { provide: ApiKeyGate, useValue: {} },
  ],
  exports: [SessionGate, ApiKeyGate],
})
export class SessionsModule {}
