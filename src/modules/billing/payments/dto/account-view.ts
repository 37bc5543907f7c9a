import type { Account } from '../ledger/account.js';
import type { AccountDto } from './report.dto.js';

export function toAccountDto({ entries, ...sums }: Account): AccountDto {
  const shown = entries.map((entry) => ({
    ...entry,
    appointment_id: entry.appointment_id?.toHexString() ?? null,
    payment_id: entry.payment_id?.toHexString() ?? null,
  }));
  return { ...sums, entries: shown };
}
