/** State that outlives a restart of the demo: accounts, tokens, customers, reply windows and phones. */
import { existsSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { type Channel, practicePage } from './channels.ts';
import type { Customer, CustomerBook } from './customers.ts';
import type { DeviceEvent, Devices, PhoneMessage } from './devices.ts';
import type { MetaState } from './meta-state.ts';
import type { Token } from './tokens.ts';

/** The state of an account, a token, a customer or a message. The last line of each counts. */
type Line =
  | { channel: Channel }
  | { token: Token }
  | { customer: Customer }
  | (Required<Pick<DeviceEvent, 'message'>> & DeviceEvent);

/**
 * Restores the state, then appends every change to the file as a line of JSON, before any effect. A kill loses at
 * most half a line.
 */
export function keepMemory(state: MetaState, devices: Devices, file: string): void {
  const lines = existsSync(file) ? linesIn(readFileSync(file, 'utf8')) : [];
  const accounts = restoreAccounts(state, lines);
  for (const line of lines) {
    if ('customer' in line) restoreCustomer(state, line.customer);
    else if ('message' in line) restoreMessage(state, devices, line);
  }
  // A new file with the current state only, or it would grow for ever.
  const fresh = `${file}.new`;
  writeFileSync(fresh, [...accounts, ...linesNow(state.customers, devices)].map(asLine).join(''));
  renameSync(fresh, file);
  const memory = openSync(file, 'a');
  const remember = (line: Line): void => void writeSync(memory, asLine(line));
  state.subscribe((channel) => remember({ channel }));
  state.tokens.subscribe((token) => remember({ token }));
  state.customers.subscribe((customer) => remember({ customer }));
  devices.subscribe(({ message, ...where }) => {
    if (message !== undefined) remember({ ...where, message });
  });
}

/** @returns the newest line of each account and token, accounts first */
function restoreAccounts(state: MetaState, lines: readonly Line[]): Line[] {
  const channels = new Map<string, Line>();
  const tokens = new Map<string, Line>();
  for (const line of lines) {
    if ('channel' in line) channels.set(line.channel.external_id, line);
    if ('token' in line) tokens.set(line.token.value, line);
  }
  for (const line of channels.values()) if ('channel' in line) state.restoreChannel(line.channel);
  for (const line of tokens.values()) if ('token' in line) state.tokens.restore(line.token);
  return [...channels.values(), ...tokens.values()];
}

function* linesNow(customers: CustomerBook, devices: Devices): Generator<Line> {
  for (const customer of customers.list()) {
    yield { customer };
    const { channelId: channel_id, id: customer_id } = customer;
    for (const message of devices.messages(channel_id, customer_id)) yield { channel_id, customer_id, message };
  }
}

/** A page for practice has a customer from the start, so it comes back with them. */
function restoreCustomer(state: MetaState, customer: Customer): void {
  const page = practicePage(customer.channelId);
  if (page !== undefined) state.addPracticePage(page);
  state.customers.restore(customer);
}

function restoreMessage(state: MetaState, devices: Devices, line: Extract<Line, { message: PhoneMessage }>): void {
  const { channel_id: channelId, customer_id: customerId, message } = line;
  if (devices.find(channelId, customerId, message.id) === undefined) devices.add(channelId, customerId, message);
  else devices.update(channelId, customerId, message.id, message);
  const { id, from, at, text }: PhoneMessage = message;
  state.messages.set(id, { id, channelId, customerId, from, at, ...(text === undefined ? {} : { text }) });
}

function asLine(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}

/** A kill may have cut the last line short. */
function linesIn(text: string): Line[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}
