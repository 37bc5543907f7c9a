import type { Migration } from '../core/database/index.js';
import { eraseCredentials } from '../core/http/index.js';
import {
  dueLapsedHolds,
  quotaLaneIds,
  appointmentChangeFields,
  petTimeClaims,
  appointmentLines,
  appointmentPricesInMinorUnits,
  servicePricesInMinorUnits,
  appointmentServices,
  removeServicePriceMarks,
} from '../modules/booking/appointments/index.js';
import { waitlistLastDates } from '../modules/booking/waitlist/index.js';
import { tokensOfChannels } from '../modules/inbox/channels/index.js';
import { provenChannels, providersOfChannels } from '../modules/inbox/meta/index.js';
import { currencyOfCompanies, languagesOfBookingTexts } from '../modules/accounts/companies/index.js';
import {
  foreignPicturesOfContacts,
  foreignPicturesOfConversations,
  foreignPicturesOfEvents,
  foreignPicturesOfIdentities,
  phonesOfContacts,
  phonesOfConversations,
  phonesOfMerges,
} from '../modules/customers/contacts/index.js';
import {
  ownerSinceOfConversations,
  petsOfConversations,
  readByOfConversations,
  serviceOfNextAppointments,
} from '../modules/inbox/conversations/index.js';
import { idsOfPieces, quotesOfMessages } from '../modules/inbox/message-log/index.js';
import { codesOfRowProblems, kindsOfImports } from '../modules/customers/customer-imports/index.js';
import { vaccinationEndsOfPets } from '../modules/customers/pets/index.js';
import { provenAddresses, pushOfNotifications, soundOfNotifications } from '../modules/accounts/users/index.js';

/** Every change of a stored shape, oldest first. The place in the list is the version: add only at the end. */
export const MIGRATIONS: readonly Migration[] = [
  currencyOfCompanies,
  appointmentLines,
  servicePricesInMinorUnits,
  appointmentPricesInMinorUnits,
  removeServicePriceMarks,
  provenAddresses,
  eraseCredentials,
  appointmentServices,
  waitlistLastDates,
  dueLapsedHolds,
  idsOfPieces,
  quotaLaneIds,
  provenChannels,
  appointmentChangeFields,
  phonesOfContacts,
  phonesOfMerges,
  phonesOfConversations,
  petTimeClaims,
  readByOfConversations,
  petsOfConversations,
  serviceOfNextAppointments,
  providersOfChannels,
  quotesOfMessages,
  foreignPicturesOfContacts,
  foreignPicturesOfIdentities,
  foreignPicturesOfConversations,
  foreignPicturesOfEvents,
  tokensOfChannels,
  soundOfNotifications,
  vaccinationEndsOfPets,
  kindsOfImports,
  codesOfRowProblems,
  pushOfNotifications,
  languagesOfBookingTexts,
  ownerSinceOfConversations,
];
