import { BAIRRO_PET_SPA } from './bairro-pet-spa.js';
import type { DemoCompany } from './demo-data.js';
import { PATAS_E_CIA } from './patas-e-cia.js';

/** Public, so the demo companies are never made in production. */
export const DEMO_PASSWORD = 'petbuddy-demo';

/** Two time zones, and two tenants that must not see each other. */
export const DEMO_COMPANIES: readonly DemoCompany[] = [PATAS_E_CIA, BAIRRO_PET_SPA];

/** `npm start` prints this log-in. */
export const DEMO_LOGIN = { email: PATAS_E_CIA.owner.email, password: DEMO_PASSWORD } as const;
