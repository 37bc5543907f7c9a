import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { AccessTokenService } from './access-token.service.js';

/** The auth module must provide a global {@link SessionGate}. */
@Global()
@Module({
  imports: [PassportModule, JwtModule.register({})],
  providers: [AccessTokenService, AccessTokenStrategy],
  exports: [AccessTokenService],
})
export class AuthGuardsModule {}
