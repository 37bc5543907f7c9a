import { Global, Module } from '@nestjs/common';
import { ShutdownSteps } from './shutdown-steps.js';

@Global()
@Module({ providers: [ShutdownSteps], exports: [ShutdownSteps] })
export class ShutdownModule {}
