import { Module } from '@nestjs/common';
import { IntegrationsController } from './integrations.controller.js';
import { IntegrationsGateway } from './integrations.gateway.js';

@Module({ controllers: [IntegrationsController], providers: [IntegrationsGateway] })
export class IntegrationsModule {}
