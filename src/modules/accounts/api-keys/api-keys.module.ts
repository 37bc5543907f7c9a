import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ApiKeyGate } from '../../../core/auth-guards/index.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ApiKeysService } from './api-keys.service.js';
import { ApiKey, ApiKeySchema } from './schemas/api-key.schema.js';

/** Global because the guards in core need its {@link ApiKeyGate}. */
@Global()
@Module({
  imports: [MongooseModule.forFeature([{ name: ApiKey.name, schema: ApiKeySchema }])],
  controllers: [ApiKeysController],
  providers: [ApiKeysRepository, ApiKeysService, { provide: ApiKeyGate, useExisting: ApiKeysService }],
  exports: [ApiKeyGate],
})
export class ApiKeysModule {}
