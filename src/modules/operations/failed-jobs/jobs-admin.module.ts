import { Module } from '@nestjs/common';
import { FailedJobsController } from './failed-jobs.controller.js';
import { FailedJobsAdmin } from './failed-jobs.service.js';

@Module({ controllers: [FailedJobsController], providers: [FailedJobsAdmin] })
export class JobsAdminModule {}
