import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesController } from './companies.controller.js';
import { CompaniesRepository } from './companies.repository.js';
import { CompaniesService } from './companies.service.js';
import { CompanyLogosService } from './company-logos.service.js';
import { Company, CompanySchema } from './schemas/company.schema.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: Company.name, schema: CompanySchema }])],
  controllers: [CompaniesController],
  providers: [CompaniesRepository, CompaniesService, CompanyLogosService],
  exports: [CompaniesService],
})
export class CompaniesModule {}
