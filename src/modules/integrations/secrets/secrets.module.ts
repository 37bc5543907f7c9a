import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompanySecrets } from '../../../core/integrations/index.js';
import { CompanySecret, CompanySecretSchema } from './schemas/company-secret.schema.js';
import { SecretsController } from './secrets.controller.js';
import { SecretsRepository } from './secrets.repository.js';
import { SecretsService } from './secrets.service.js';

/** Global, because modules below this one need {@link CompanySecrets}. */
@Global()
@Module({
  imports: [MongooseModule.forFeature([{ name: CompanySecret.name, schema: CompanySecretSchema }])],
  controllers: [SecretsController],
  providers: [SecretsRepository, SecretsService, { provide: CompanySecrets, useExisting: SecretsService }],
  exports: [CompanySecrets],
})
export class SecretsModule {}
