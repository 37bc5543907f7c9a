export { linesOfAppointments } from './lines-of-appointments.js';
export { moneyOfAppointments, moneyOfServices, unmarkedServices } from './money-in-minor-units.js';
