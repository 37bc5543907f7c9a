import { Module } from '@nestjs/common';
import { FailedJobsController } from './failed-jobs.controller.js';
import { FailedJobsService } from './failed-jobs.service.js';

@Module({ controllers: [FailedJobsController], providers: [FailedJobsService] })
export class JobsAdminModule {}
