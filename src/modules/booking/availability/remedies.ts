import type { SlotRule } from './search.js';

export const REMEDIES: Readonly<Record<SlotRule, string>> = {
  SERVICE_INACTIVE: 'Switch the service on',
  PET_COUNT: 'Choose another number of pets, or change pets.min and pets.max of the service',
  NIGHTS: 'Ask for another number of nights, or change min_nights and max_nights of the service',
  PET_NOT_ACCEPTED:
    'Choose another service, or change accepted_species and the rows with refuse in pet_matrix of this service',
  NO_DURATION:
    'Correct the durations: for each person and each row of pet_matrix, every segment must last at least one minute',
  NO_STAFF: 'Give a staff member a schedule. If staff_ids of the service is not empty, add the staff member to it',
  NO_RESOURCE: 'Add a resource of the type that the service requires, or let an existing resource accept these pets',
  STEP: 'Choose a start that the slots list, or change step_min of the service',
  LEAD_TIME: 'Choose a later start, or shorten lead_time_min of the service',
  HORIZON: 'Choose an earlier start, or lengthen horizon_days or staff_horizon_days of the service',
  CLOSED: 'Choose another day, or change the closures and holidays',
  NOT_WORKING: 'Choose another time, or change the schedules of the staff or the hours of arrival and pickup',
  TIME_OFF: 'Choose another person or day, or withdraw the time off',
  STAFF_BUSY: 'Choose another person or time, or move the appointment that is in the way',
  RESOURCE_BUSY: 'Choose another time, or add a resource of the type',
  QUOTA_FULL: 'Choose another time, or raise max of the quota',
};
