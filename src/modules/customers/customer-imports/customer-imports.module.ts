import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { ContactsModule } from '../contacts/index.js';
import { PetsModule } from '../pets/index.js';
import { BrokenRowsService } from './broken-rows.service.js';
import { CustomerExportsController } from './customer-exports.controller.js';
import { CustomerExportsService } from './customer-exports.service.js';
import { CustomerImportsController } from './customer-imports.controller.js';
import { CustomerImportRowsRepository, CustomerImportsRepository } from './customer-imports.repository.js';
import { CustomersImportKind } from './customers-import.kind.js';
import { CustomerImportsService } from './customer-imports.service.js';
import { ImportFileService } from './import-file.service.js';
import { ImportKinds } from './import-kind.js';
import { ImportProgressService } from './import-progress.service.js';
import { ImportRunnerService } from './import-runner.service.js';
import { ImportStepsService } from './import-steps.service.js';
import { ImportSweeperService } from './import-sweeper.service.js';
import { ImportUndoService } from './import-undo.service.js';
import { RowApplierService } from './row-applier.service.js';
import { RowPlannerService } from './row-planner.service.js';
import {
  CustomerImport,
  CustomerImportRow,
  CustomerImportRowSchema,
  CustomerImportSchema,
} from './schemas/customer-import.schema.js';

@Module({
  imports: [
    CompaniesModule,
    ContactsModule,
    PetsModule,
    MongooseModule.forFeature([
      { name: CustomerImport.name, schema: CustomerImportSchema },
      { name: CustomerImportRow.name, schema: CustomerImportRowSchema },
    ]),
  ],
  controllers: [CustomerImportsController, CustomerExportsController],
  providers: [
    CustomerImportsRepository,
    CustomerImportRowsRepository,
    CustomerImportsService,
    ImportFileService,
    ImportKinds,
    ImportProgressService,
    CustomersImportKind,
    RowPlannerService,
    RowApplierService,
    ImportStepsService,
    ImportRunnerService,
    ImportSweeperService,
    ImportUndoService,
    BrokenRowsService,
    CustomerExportsService,
  ],
  exports: [ImportKinds],
})
export class CustomerImportsModule {}
