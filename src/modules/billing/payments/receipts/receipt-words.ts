import type { CompanyLocale } from '../../../accounts/companies/index.js';
import type { DeskMethod, PaymentMethod } from '../payment.types.js';

export interface ReceiptWords {
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly customer: string;
  readonly for: string;
  readonly method: string;
  readonly amount: string;
  readonly refund: string;
  readonly total: string;
  readonly methods: Readonly<Record<Exclude<PaymentMethod, 'desk'> | DeskMethod, string>>;
}

export const RECEIPT_WORDS: Readonly<Record<CompanyLocale, ReceiptWords>> = {
  en: {
    title: 'Receipt',
    number: 'Number',
    date: 'Paid on',
    customer: 'Received from',
    for: 'For',
    method: 'Paid by',
    amount: 'Amount',
    refund: 'Paid back',
    total: 'Total',
    methods: { cash: 'Cash', card: 'Card', transfer: 'Bank transfer', pix: 'PIX', boleto: 'Boleto' },
  },
  'pt-BR': {
    title: 'Recibo',
    number: 'Número',
    date: 'Pago em',
    customer: 'Recebido de',
    for: 'Referente a',
    method: 'Forma de pagamento',
    amount: 'Valor',
    refund: 'Devolução',
    total: 'Total',
    methods: { cash: 'Dinheiro', card: 'Cartão', transfer: 'Transferência', pix: 'PIX', boleto: 'Boleto' },
  },
};
