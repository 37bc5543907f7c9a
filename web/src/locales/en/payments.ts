import payments from './payments.json';

/** The words of payments (see `withPaymentWords`). */
export const paymentWords = { payments };
