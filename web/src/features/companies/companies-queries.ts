import { useMutation } from '@tanstack/react-query';
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

/** Sets the logo, or removes it with null. */
export function useChangeLogo() {
  return useMutation({
    mutationFn: (file: File | null) => (file ? uploadLogo(file) : call(api.DELETE('/api/v1/companies/me/logo'))),
    onSettled: readCompanyAgain,
  });
}

function uploadLogo(file: File): Promise<Company> {
  const form = new FormData();
  form.append('file', file);
  return call(api.POST('/api/v1/companies/me/logo', { body: { file: '' }, bodySerializer: () => form }));
}
