import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AppointmentsModule } from '../appointments/index.js';
import { BookingCatalogModule } from '../catalog/index.js';
import { SeriesCommit } from './series-commit.js';
import { SeriesController } from './series.controller.js';
import { SeriesPlanner } from './series-planner.js';
import { SeriesReports } from './series-report.js';
import { SeriesAppointments, SeriesRepository } from './series.repository.js';
import { AppointmentSeries, AppointmentSeriesSchema } from './series.schema.js';
import { SeriesService } from './series.service.js';

/** Appointments that repeat. */
@Module({
  imports: [
    AppointmentsModule,
    BookingCatalogModule,
    MongooseModule.forFeature([{ name: AppointmentSeries.name, schema: AppointmentSeriesSchema }]),
  ],
  controllers: [SeriesController],
  providers: [SeriesAppointments, SeriesCommit, SeriesPlanner, SeriesReports, SeriesRepository, SeriesService],
})
export class SeriesModule {}
