import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AppointmentsModule } from '../appointments/index.js';
import { BookingCatalogModule } from '../catalog/index.js';
import { SeriesCommitService } from './series-commit.service.js';
import { SeriesController } from './series.controller.js';
import { SeriesPlanner } from './series-planner.js';
import { SeriesReportService } from './series-report.service.js';
import { SeriesAppointmentsRepository, SeriesRepository } from './series.repository.js';
import { AppointmentSeries, AppointmentSeriesSchema } from './series.schema.js';
import { SeriesService } from './series.service.js';

@Module({
  imports: [
    AppointmentsModule,
    BookingCatalogModule,
    MongooseModule.forFeature([{ name: AppointmentSeries.name, schema: AppointmentSeriesSchema }]),
  ],
  controllers: [SeriesController],
  providers: [
    SeriesAppointmentsRepository,
    SeriesCommitService,
    SeriesPlanner,
    SeriesReportService,
    SeriesRepository,
    SeriesService,
  ],
})
export class SeriesModule {}
