import type { Document, WithId } from 'mongodb';
import type { Migration } from '../../../../core/database/index.js';

interface OldConversation extends Document {
  company_id: unknown;
  next_appointment: { _id: unknown };
}

interface BookedAppointment extends Document {
  service_id: unknown;
  booked_services?: { _id: unknown; name: string }[];
}

export const serviceOfNextAppointments: Migration = {
  name: 'conversations name the service of the next appointment',
  collection: 'conversations',
  old: { 'next_appointment._id': { $exists: true }, 'next_appointment.service_name': { $exists: false } },
  guard: 'updated_at',
  changes: (db) =>
    Promise.resolve(async (document: WithId<Document>) => {
      const { company_id, next_appointment } = document as unknown as OldConversation;
      const filter: Document = { _id: next_appointment._id, company_id };
      const appointment = await db.collection<BookedAppointment>('appointments').findOne(filter);
      const { service_id, booked_services = [] } = appointment ?? {};
      const service = booked_services.find(({ _id }) => String(_id) === String(service_id));
      return { $set: { 'next_appointment.service_name': service?.name ?? null } };
    }),
};
