import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Customer, CustomerBook } from './customers.ts';

/** Meta does not forget people and their reply windows when a demo is started again: reads them, and stores them at exit. */
export function keepCustomers(book: CustomerBook, file: string): void {
  if (existsSync(file)) {
    for (const customer of JSON.parse(readFileSync(file, 'utf8')) as Customer[]) book.restore(customer);
  }
  process.once('exit', () => writeFileSync(file, JSON.stringify(book.list(), null, 2)));
}
