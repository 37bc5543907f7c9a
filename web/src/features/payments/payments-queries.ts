import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { saveFile } from '#web/lib/save-file.ts';

export type Payment = Schemas['PaymentDto'];
export type PaymentRow = Schemas['PaymentRowDto'];
export type NewPayment = Schemas['CreatePaymentDto'];
export type AsaasConnection = Schemas['AsaasConnectionDto'];
export type Sums = Schemas['MethodSumsDto'];

/** Whose money: of one appointment, or of one contact. */
export type Whose = { appointment_id: string } | { contact_id: string };

export interface PaymentFilter {
  status?: Payment['status'];
  method?: Payment['method'];
}

const PAGE_SIZE = 50;
const SHOWN_IN_PANEL = 20;

export const paymentsKey = ['payments'] as const;

/** What somebody owes and has paid. */
export const accountQuery = (whose: Whose) =>
  queryOptions({
    queryKey: [...paymentsKey, 'account', whose] as const,
    queryFn: () =>
      'contact_id' in whose
        ? call(api.GET('/api/v1/payments/contacts/{id}/account', { params: { path: { id: whose.contact_id } } }))
        : call(
            api.GET('/api/v1/payments/appointments/{id}/account', { params: { path: { id: whose.appointment_id } } }),
          ),
  });

/** The latest payments of an appointment or a contact. */
export const paymentsOfQuery = (whose: Whose) =>
  queryOptions({
    queryKey: [...paymentsKey, 'of', whose] as const,
    queryFn: async () => {
      const query = { ...whose, limit: SHOWN_IN_PANEL };
      return (await call(api.GET('/api/v1/payments', { params: { query } }))).items;
    },
  });

export const paymentListQuery = (filter: PaymentFilter) =>
  infiniteQueryOptions({
    queryKey: [...paymentsKey, 'list', filter],
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { ...filter, limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) };
      return call(api.GET('/api/v1/payments', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

/** What came in and went back on a day. */
export const dailyCloseQuery = (date: string) =>
  queryOptions({
    queryKey: [...paymentsKey, 'close', date] as const,
    queryFn: () => call(api.GET('/api/v1/payments/close', { params: { query: { date } } })),
    placeholderData: keepPreviousData,
  });

/** What came in and went back in a year, by month. */
export const moneyReportQuery = (year: string) =>
  queryOptions({
    queryKey: [...paymentsKey, 'report', year] as const,
    queryFn: () => call(api.GET('/api/v1/payments/report', { params: { query: yearOf(year) } })),
  });

/** One payment with the codes that the customer needs. */
export const paymentQuery = (id: string) =>
  queryOptions({
    queryKey: [...paymentsKey, 'one', id] as const,
    queryFn: () => call(api.GET('/api/v1/payments/{id}', { params: { path: { id } } })),
  });

/** How the company is connected with Asaas. */
export const asaasQuery = queryOptions({
  queryKey: ['asaas'] as const,
  queryFn: () => call(api.GET('/api/v1/integrations/asaas')),
  staleTime: 0,
});

/** @throws ApiError if Asaas does not accept the key */
export async function connectAsaas(body: Schemas['PutAsaasDto']): Promise<void> {
  await call(api.PUT('/api/v1/integrations/asaas', { body }));
  await queryClient.invalidateQueries({ queryKey: asaasQuery.queryKey });
}

export async function disconnectAsaas(): Promise<void> {
  await call(api.DELETE('/api/v1/integrations/asaas'));
  await queryClient.invalidateQueries({ queryKey: asaasQuery.queryKey });
}

/** @throws ApiError if the server refuses */
export async function takePayment(body: NewPayment): Promise<Payment> {
  return call(api.POST('/api/v1/payments', { body })).finally(readPaymentsAgain);
}

/** @param amount undefined: all that is left @throws ApiError if the server refuses */
export async function refundPayment(id: string, body: Schemas['RefundPaymentDto']): Promise<Payment> {
  return call(api.POST('/api/v1/payments/{id}/refund', { params: { path: { id } }, body })).finally(readPaymentsAgain);
}

export async function cancelPayment(id: string): Promise<Payment> {
  return call(api.POST('/api/v1/payments/{id}/cancel', { params: { path: { id } } })).finally(readPaymentsAgain);
}

export async function saveReceipt(id: string): Promise<void> {
  const pdf = await call(api.GET('/api/v1/payments/{id}/receipt.pdf', { params: { path: { id } }, parseAs: 'blob' }));
  saveFile(pdf, `receipt-${id}.pdf`);
}

export async function saveMoneyFile(year: string): Promise<void> {
  const csv = await call(api.GET('/api/v1/payments/export.csv', { params: { query: yearOf(year) }, parseAs: 'blob' }));
  saveFile(csv, `payments-${year}.csv`);
}

export const readPaymentsAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: paymentsKey });

const yearOf = (year: string) => ({ from: `${year}-01-01`, to: `${year}-12-31` });
