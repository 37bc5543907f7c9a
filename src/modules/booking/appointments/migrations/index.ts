export { servicesOfAppointments } from './services-of-appointments.js';
export { dueLapsedHolds } from './due-lapsed-holds.js';
export { lanesOfQuotas } from './lanes-of-quotas.js';
export { changesOfAppointments } from './changes-of-appointments.js';
export { linesOfAppointments } from './lines-of-appointments.js';
export { moneyOfAppointments, moneyOfServices, unmarkedServices } from './money-in-minor-units.js';
export { timeOfPets } from './time-of-pets.js';
