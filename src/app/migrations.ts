import type { Migration } from '../core/database/index.js';
import { eraseCredentials } from '../core/http/index.js';
import {
  dueLapsedHolds,
  lanesOfQuotas,
  changesOfAppointments,
  timeOfPets,
  linesOfAppointments,
  moneyOfAppointments,
  moneyOfServices,
  servicesOfAppointments,
  unmarkedServices,
} from '../modules/booking/appointments/index.js';
import { windowsOfWaitlist } from '../modules/booking/waitlist/index.js';
import { provenChannels } from '../modules/inbox/channels/index.js';
import { currencyOfCompanies } from '../modules/accounts/companies/index.js';
import { phonesOfContacts, phonesOfConversations, phonesOfMerges } from '../modules/customers/contacts/index.js';
import { idsOfPieces } from '../modules/inbox/messages/index.js';
import { provenAddresses } from '../modules/accounts/users/index.js';

/** Every change of a stored shape, the oldest first. The place in this list is the version: only ever add at its end. */
export const MIGRATIONS: readonly Migration[] = [
  currencyOfCompanies,
  linesOfAppointments,
  moneyOfServices,
  moneyOfAppointments,
  unmarkedServices,
  provenAddresses,
  eraseCredentials,
  servicesOfAppointments,
  windowsOfWaitlist,
  dueLapsedHolds,
  idsOfPieces,
  lanesOfQuotas,
  provenChannels,
  changesOfAppointments,
  phonesOfContacts,
  phonesOfMerges,
  phonesOfConversations,
  timeOfPets,
];
