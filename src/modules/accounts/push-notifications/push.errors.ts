import { AppError } from '../../../core/errors/index.js';

export const endpointRefused = (): AppError =>
  new AppError(
    'PUSH_ENDPOINT_REFUSED',
    400,
    'The endpoint belongs to no push service that PetBuddy knows; use the endpoint that the browser gave you',
  );
