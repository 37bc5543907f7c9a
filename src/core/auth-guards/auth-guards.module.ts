import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { AccessTokens } from './access-tokens.js';

/** Token checks for HTTP and sockets. The auth module must provide a global {@link SessionGate}. */
@Global()
@Module({
  imports: [PassportModule, JwtModule.register({})],
  providers: [AccessTokens, AccessTokenStrategy],
  exports: [AccessTokens],
})
export class AuthGuardsModule {}
