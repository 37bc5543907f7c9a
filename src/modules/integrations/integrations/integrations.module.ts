import { Module } from '@nestjs/common';
import { IntegrationRegistryModule } from '../../../core/integrations/index.js';
import { IntegrationsController } from './integrations.controller.js';
import { IntegrationsGateway } from './integrations.gateway.js';

@Module({
  imports: [IntegrationRegistryModule],
  controllers: [IntegrationsController],
  providers: [IntegrationsGateway],
})
export class IntegrationsModule {}
