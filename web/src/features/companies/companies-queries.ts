import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { companyQuery } from '#web/lib/session/session.ts';

export type Company = Schemas['CompanyDto'];
export type CompanyChanges = Schemas['UpdateCompanyDto'];

/** Changes the company at this version. Reads it again, so that the whole app has the new time zone. */
export async function changeCompany({ version }: Company, body: CompanyChanges): Promise<void> {
  await call(api.PATCH('/api/v1/companies/me', { body, params: { header: { 'If-Match': `"${version}"` } } }));
  await readCompanyAgain();
}

export const readCompanyAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: companyQuery.queryKey });
