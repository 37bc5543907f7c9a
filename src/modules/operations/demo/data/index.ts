import { BAIRRO_PET_SPA } from './bairro-pet-spa.js';
import type { DemoCompany } from './demo-data.js';
import { PATAS_E_CIA } from './patas-e-cia.js';

/** Of everybody in the demo companies. Public, which is why they are never planted in production. */
export const DEMO_PASSWORD = 'petbuddy-demo';

/** Two time zones, and two tenants to see that they know nothing of one another. */
export const DEMO_COMPANIES: readonly DemoCompany[] = [PATAS_E_CIA, BAIRRO_PET_SPA];

/** The log-in that `npm start` prints. */
export const DEMO_LOGIN = { email: PATAS_E_CIA.owner.email, password: DEMO_PASSWORD } as const;
