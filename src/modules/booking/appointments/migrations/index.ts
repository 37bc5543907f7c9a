export { appointmentServices } from './appointment-services.js';
export { dueLapsedHolds } from './due-lapsed-holds.js';
export { quotaLaneIds } from './quota-lane-ids.js';
export { appointmentChangeFields } from './appointment-change-fields.js';
export { appointmentLines } from './appointment-lines.js';
export {
  appointmentPricesInMinorUnits,
  servicePricesInMinorUnits,
  removeServicePriceMarks,
} from './prices-in-minor-units.js';
export { petTimeClaims } from './pet-time-claims.js';
