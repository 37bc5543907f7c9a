import { Global, Module } from '@nestjs/common';
import { SessionGate } from '../../src/core/auth-guards/index.js';

/** For modules with sockets that are tested without users: no session is live. */
@Global()
@Module({
  providers: [{ provide: SessionGate, useValue: { isLive: () => Promise.resolve(false) } }],
  exports: [SessionGate],
})
export class SessionsModule {}
