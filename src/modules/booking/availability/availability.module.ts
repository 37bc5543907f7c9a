import { Module } from '@nestjs/common';
import { PetsModule } from '../../customers/pets/index.js';
import { BookingCatalogModule } from '../catalog/index.js';
import { ReservationsModule } from '../reservations/index.js';
import { DiaryReader } from './diary.js';
import { SlotAnswers } from './slot-answers.js';
import { SlotsController } from './slots.controller.js';
import { SlotsService } from './slots.service.js';
import { UncountedVisits } from './uncounted-visits.js';
import { Visits } from './visits.js';

/** Finds free slots: reads the rules and what is taken, and asks the engine. */
@Module({
  imports: [BookingCatalogModule, ReservationsModule, PetsModule],
  controllers: [SlotsController],
  providers: [DiaryReader, SlotAnswers, SlotsService, UncountedVisits, Visits],
  exports: [DiaryReader, SlotAnswers, SlotsService, UncountedVisits, Visits],
})
export class AvailabilityModule {}
