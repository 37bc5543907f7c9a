import type { Harvest } from './two-companies.js';

/** Reviewed: these need no log-in. Each says what stands in its place. */
export const PUBLIC_OPERATIONS: Readonly<Record<string, string>> = {
  'POST /api/v1/auth/register': 'opens an account',
  'POST /api/v1/auth/login': 'password',
  'POST /api/v1/auth/refresh': 'refresh token',
  'POST /api/v1/auth/logout': 'access token or refresh token',
  'POST /api/v1/auth/forgot-password': 'answers the same for everybody',
  'POST /api/v1/auth/reset-password/{token}': 'mailed token',
  'POST /api/v1/auth/verify-email': 'mailed token',
  'POST /api/v1/socket/emit': 'internal service key',
  'GET /api/v1/meta/webhook': 'verify token',
  'GET /api/v1/meta/webhook/instagram': 'verify token',
  'POST /api/v1/meta/webhook': 'signature',
  'POST /api/v1/meta/webhook/instagram': 'signature',
  'GET /api/v1/meta/oauth/callback': 'state of the log-in',
  'POST /api/v1/integrations/waha/webhook/{sessionKey}': 'signature',
  'POST /api/v1/integrations/asaas/webhook/{companyKey}': 'token of the company',
  'GET /api/v1/media/files/{token}': 'signed address',
  'GET /api/v1/public/{companySlug}/services': 'what the company shows to everybody',
  'GET /api/v1/public/{companySlug}/logo': 'what the company shows to everybody',
  'GET /api/v1/public/{companySlug}/quote': 'what the company shows to everybody',
  'GET /api/v1/public/{companySlug}/slots': 'what the company shows to everybody',
  'POST /api/v1/public/{companySlug}/holds': 'visitor token, few at a time',
  'DELETE /api/v1/public/{companySlug}/holds/{id}': 'visitor token',
  'POST /api/v1/public/{companySlug}/holds/{id}/confirm': 'visitor token and mailed code',
  'GET /api/v1/public/manage/{token}': 'signed link',
  'GET /api/v1/public/manage/{token}.ics': 'signed link',
  'GET /api/v1/public/manage/{token}/slots': 'signed link',
  'POST /api/v1/public/manage/{token}/cancel': 'signed link',
  'POST /api/v1/public/manage/{token}/proofs': 'signed link',
  'POST /api/v1/public/manage/{token}/reschedule': 'signed link',
  'GET /api/v1/public/feeds/{secret}.ics': 'secret of 256 bits in the address',
  'GET /health': 'says nothing of any company',
  'GET /health/live': 'says nothing of any company',
  'GET /health/ready': 'says nothing of any company',
  'GET /metrics': 'internal service key',
};

/** Examples that need what only a mail, a visitor or Meta knows, with the code that answers them. */
export const REFUSED_EXAMPLES: Readonly<Record<string, string>> = {
  'POST /api/v1/auth/reset-password/{token}': 'INVALID_LINK',
  'POST /api/v1/auth/verify-email': 'INVALID_LINK',
  'GET /api/v1/meta/webhook': 'FORBIDDEN',
  'GET /api/v1/meta/webhook/instagram': 'FORBIDDEN',
  'GET /api/v1/meta/oauth/callback': 'STATE_INVALID',
  'POST /api/v1/meta/connections/{id}/choose': 'ACCOUNT_NOT_CONNECTABLE',
  'PATCH /api/v1/appointments/{id}/proofs/{proofId}': 'NOT_FOUND',
  'GET /api/v1/flow-runs/{id}': 'NOT_FOUND',
  'POST /api/v1/assistant/model/test': 'MODEL_MISSING',
  'GET /api/v1/assistant/turns/{id}': 'NOT_FOUND',
  'POST /api/v1/assistant/turns/{id}/verdict': 'NOT_FOUND',
  'POST /api/v1/conversations/{id}/suggestion': 'ASSISTANT_OFF',
  'POST /api/v1/assistant/prompts/{id}/replay': 'MODEL_MISSING',
  'PUT /api/v1/integrations/waha': 'WAHA_UNREACHABLE',
  'POST /api/v1/integrations/waha/webhook/{sessionKey}': 'NOT_FOUND',
  'POST /api/v1/integrations/asaas/webhook/{companyKey}': 'NOT_FOUND',
  'POST /api/v1/payments/{id}/cancel': 'NOT_CANCELLABLE',
  'GET /api/v1/public/{companySlug}/logo': 'NOT_FOUND',
  'GET /api/v1/public/feeds/{secret}.ics': 'NOT_FOUND',
  'POST /api/v1/public/{companySlug}/holds/{id}/confirm': 'NOT_FOUND',
};

/** Reviewed: staff may use these operations, but not with these fields. */
export const FIELDS_OF_MANAGERS: Readonly<Record<string, readonly string[]>> = {
  'PATCH /api/v1/appointments/{id}': ['overbook'],
  'POST /api/v1/appointments/{id}/preview': ['overbook'],
};

/** A body for every PATCH of a document that several people change: with each number, another change. */
export const CHANGES: Readonly<Record<string, (n: number, ids: Harvest) => object>> = {
  'PATCH /api/v1/appointments/{id}': (n) => ({ notes: `change ${n}` }),
  'PATCH /api/v1/assistant/prompts/{id}': (n) => ({ text: `change ${n}` }),
  'PATCH /api/v1/assistant/settings': (n) => ({ debounce_ms: n }),
  'PATCH /api/v1/booking-settings': (n) => ({ hold_minutes: n }),
  'PATCH /api/v1/canned-replies/{id}': (n) => ({ title: `change ${n}` }),
  'PATCH /api/v1/channels/{id}': (n) => ({ name: `change ${n}` }),
  'PATCH /api/v1/closures/{id}': (n) => ({ name: `change ${n}` }),
  'PATCH /api/v1/companies/me': (n) => ({ address: `change ${n}` }),
  'PATCH /api/v1/contacts/{id}': (n) => ({ notes: `change ${n}` }),
  'PATCH /api/v1/conversations/{id}': (n) => ({ labels: [`change ${n}`] }),
  'PATCH /api/v1/flows/{id}/scenarios/{scenarioId}': (n) => ({ name: `change ${n}` }),
  'PATCH /api/v1/integrations/webhooks/{id}': (n) => ({ description: `change ${n}` }),
  'PATCH /api/v1/knowledge/{id}': (n) => ({ title: `change ${n}` }),
  'PATCH /api/v1/labels/{id}': (n) => ({ name: `change ${n}` }),
  'PATCH /api/v1/messages/{id}': (n) => ({ content: `change ${n}` }),
  'PATCH /api/v1/messages': (n, { messages }) => ({ id: messages, content: `change ${n}` }),
  'PATCH /api/v1/pets/{id}': (n) => ({ notes: `change ${n}` }),
  'PATCH /api/v1/quotas/{id}': (n) => ({ name: `change ${n}` }),
  'PATCH /api/v1/resource-types/{id}': (n) => ({ name: `change ${n}` }),
  'PATCH /api/v1/resources/{id}': (n) => ({ name: `change ${n}` }),
  'PATCH /api/v1/scheduled-messages/{id}': (n) => ({ content: `change ${n}` }),
  'PATCH /api/v1/services/{id}': (n) => ({ name: `change ${n}` }),
  'PATCH /api/v1/teams/{id}': (n) => ({ name: `change ${n}` }),
  'PATCH /api/v1/time-off/{id}': (n) => ({ reason: `change ${n}` }),
  'PATCH /api/v1/users/{id}': (n) => ({ full_name: `change ${n}` }),
  'PATCH /api/v1/reminder-rules/{id}': (n) => ({ minutes_before: 60 + n }),
  'PATCH /api/v1/waitlist/{id}': (n) => ({ notes: `change ${n}` }),
};

/** Reviewed: these need no If-Match. */
export const WITHOUT_IF_MATCH: Readonly<Record<string, string>> = {
  'PATCH /api/v1/users/me': 'only the user changes the profile',
  'PATCH /api/v1/appointments/{id}/proofs/{proofId}': 'a second decision is refused',
  'PATCH /api/v1/knowledge/gaps/{id}': 'the status is all that can change',
  'PATCH /api/v1/contacts/{id}/memory/{factId}': 'a fact is one value, and a later one takes its place',
  'PATCH /api/v1/flows/{id}': 'draft_rev in the body has the same effect',
};
