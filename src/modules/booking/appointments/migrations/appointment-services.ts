import type { Migration } from '../../../../core/database/index.js';

/** Older appointments were always planned from the current services. */
export const appointmentServices: Migration = {
  name: 'appointments have the services that they were booked with',
  collection: 'appointments',
  old: { booked_services: { $exists: false } },
  guard: 'ver',
  changes: async (db) => {
    const services = await db.collection('services').find({}).toArray();
    const byId = new Map(services.map((service) => [service._id.toHexString(), { ...service, description: null }]));
    return ({ lines, service_id }) => {
      const named = [service_id, ...((lines ?? []) as { service_id: unknown }[]).map((line) => line.service_id)];
      const ids = [...new Set(named.map(String))];
      const booked_services = ids.flatMap((id) => byId.get(id) ?? []);
      return { $set: { booked_services, pending_until: null } };
    };
  },
};
