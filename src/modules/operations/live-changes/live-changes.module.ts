import { Module } from '@nestjs/common';
import { LiveChangesService } from './live-changes.service.js';

@Module({ providers: [LiveChangesService] })
export class LiveChangesModule {}
