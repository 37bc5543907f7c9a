/** The tabs of the page. */
export const MONEY_VIEWS = ['day', 'list', 'months'] as const;
export type MoneyView = (typeof MONEY_VIEWS)[number];

export const METHODS = ['desk', 'pix', 'boleto', 'card'] as const;
export const STATUSES = ['pending', 'confirmed', 'received', 'overdue', 'refunded', 'cancelled', 'failed'] as const;

export interface MoneySearch {
  view?: MoneyView;
  /** YYYY-MM-DD; the day of the close. */
  date?: string;
  status?: (typeof STATUSES)[number];
  method?: (typeof METHODS)[number];
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Leaves out what is not known. */
export function readMoneySearch({ view, date, status, method }: Record<string, unknown>): MoneySearch {
  const [knownView, knownStatus, knownMethod] = [
    MONEY_VIEWS.find((one) => one === view),
    STATUSES.find((one) => one === status),
    METHODS.find((one) => one === method),
  ];
  return {
    ...(knownView ? { view: knownView } : {}),
    ...(typeof date === 'string' && DATE.test(date) ? { date } : {}),
    ...(knownStatus ? { status: knownStatus } : {}),
    ...(knownMethod ? { method: knownMethod } : {}),
  };
}
