import { Module, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { armCrashPoints } from './crash-point.js';

@Module({})
export class CrashPointsModule implements OnModuleInit {
  constructor(private readonly config: AppConfig) {}

  onModuleInit(): void {
    armCrashPoints(this.config.crashAt);
  }
}

export { crashPoint } from './crash-point.js';
export { CRASH_POINT_NAMES, type CrashPointName } from './crash-point-names.js';
