import { followAppointments } from '#web/features/appointments/appointments-live.ts';
import { followContacts } from './contacts-live.ts';

// A module runs once, however many screens show customers.
followContacts();
followAppointments();
