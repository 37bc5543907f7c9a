export { toAppointmentView, type AppointmentView } from './appointment.view.js';
export type {} from './appointments.events.js';
export { AppointmentsModule } from './appointments.module.js';
export { BookingService } from './booking/booking.service.js';
export type {
  BookingActor,
  BookRequest,
  ConfirmRequest,
  HoldRequest,
  AppointmentChange,
} from './booking/booking.types.js';
export {
  dueLapsedHolds,
  quotaLaneIds,
  appointmentLines,
  appointmentPricesInMinorUnits,
  servicePricesInMinorUnits,
  appointmentServices,
  removeServicePriceMarks,
  appointmentChangeFields,
  petTimeClaims,
} from './migrations/index.js';
export { DiaryAppointmentDto, DiaryContactDto, DiaryPetDto } from './diary/dto/diary.dto.js';
export { DiaryPeopleService } from './diary/diary-people.service.js';
export { DiaryService } from './diary/diary.service.js';
export type { DiaryAppointment } from './diary/diary.types.js';
export { type NoticeEvent, TellCustomer } from './publishing/customer-notice.jobs.js';
export { AppointmentViewMapper } from './appointment-view.mapper.js';
export { appointmentStatus } from './appointment.view.js';
export { AppointmentChangesService } from './booking/appointment-changes.service.js';
export { plannedDetails } from './booking/booking-details.js';
export { BookingPlanner, type PlannedBooking } from './booking/booking-planner.js';
export { alreadyConfirmed, type Alternative, petOfAnotherContact } from './booking/booking.errors.js';
export { assertNotEnded, bodyHashOf } from './booking/client-key.js';
export { BookingCustomersService } from './booking/booking-customers.service.js';
export { policyView } from './booking/policy.js';
export { MAX_QUOTE_ID } from './dto/appointment-input.dto.js';
export { AppointmentAnswerDto, AppointmentDto } from './dto/appointment.dto.js';
export { ProofFileDto, ReceivedProofDto, SendProofDto } from './gates/dto/gate-proofs.dto.js';
export { PROOF_STATES, type ProofState } from './gates/gate-proof.schema.js';
export { GateProofsService, MAX_PROOF_BYTES } from './gates/gate-proofs.service.js';
