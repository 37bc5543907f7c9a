import type { Types } from 'mongoose';

export const DUE_PAGE = 200;
/** A company with more work gets the rest of it in the next sweeps. */
export const DUE_OF_COMPANY = 50;
/** How many companies with much work one sweep passes over, to reach the others. */
const MAX_PAGES = 20;

/** Reads pages of due work, without the companies that had too much in the pages before. */
export async function fairly<T extends { readonly company_id: Types.ObjectId }>(
  read: (except: readonly Types.ObjectId[]) => Promise<T[]>,
): Promise<T[]> {
  const fair: T[] = [];
  const full: Types.ObjectId[] = [];
  for (let page = 0; page < MAX_PAGES; page++) {
    const found = await read(full);
    const groups = [...Map.groupBy(found, ({ company_id }) => company_id.toHexString()).values()];
    const isLast = found.length < DUE_PAGE;
    const large = groups.filter(({ length }) => length > DUE_OF_COMPANY);
    for (const group of isLast || large.length === 0 ? groups : large) fair.push(...group.slice(0, DUE_OF_COMPANY));
    if (isLast || large.length === 0) return fair;
    full.push(...large.flatMap(([one]) => one?.company_id ?? []));
  }
  return fair;
}
