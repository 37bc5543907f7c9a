import { writeReply, type Exchange } from '../http/exchange.ts';
import type { AsaasFake } from './asaas-fake.ts';

/** The page of an invoice: a button that pays it. @returns false for another address */
export function serveInvoice(asaas: AsaasFake, { method, path, res }: Exchange): boolean {
  const [, , kind, id = ''] = path.split('/');
  const found = kind === 'i' ? asaas.find(id) : undefined;
  if (!found) return false;
  const { payment } = found;
  if (method === 'POST' && payment.status !== 'RECEIVED') asaas.move(id, 'RECEIVED', 'PAYMENT_RECEIVED');
  const isOpen = payment.status === 'PENDING' || payment.status === 'OVERDUE';
  const button = isOpen ? '<form method="post"><button>Pay</button></form>' : '';
  const html = `<!doctype html><meta charset="utf-8"><title>Asaas (sandbox)</title>
<h1>R$ ${payment.value.toFixed(2)}</h1><p>${payment.billingType}: ${payment.status}</p>${button}`;
  writeReply(res, { status: 200, bytes: Buffer.from(html), contentType: 'text/html; charset=utf-8' });
  return true;
}
