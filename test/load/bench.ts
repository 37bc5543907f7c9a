/**
 * `npm run bench [messages|webhooks|list|holds|booking|diary|slots|dashboard|flows|knowledge|assistant|reminders|google-calendar|web]`: the product beside its baselines in one run, in turn, medians of
 * five rounds after one to warm up. Needs a build; run it on a quiet machine. Prints the table for docs/benchmarks.md.
 */
import '../support/resolve-typescript.ts';

import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchAssistant } from './assistant.bench.ts';
import { benchBooking } from './booking.bench.ts';
import { benchDashboard } from './dashboard.bench.ts';
import { benchDiary } from './diary.bench.ts';
import { benchFlowReply } from './flow-reply.bench.ts';
import { benchFlowTriggers } from './flow-triggers.bench.ts';
import { benchFlowCore } from './flows.bench.ts';
import { benchGoogleCalendar } from './google-calendar.bench.ts';
import { benchHolds } from './holds.bench.ts';
import { benchKnowledge } from './knowledge.bench.ts';
import { benchList } from './list.bench.ts';
import { benchMessages } from './messages.bench.ts';
import { benchReminders } from './reminders.bench.ts';
import { benchSlots, type Timing } from './slots.bench.ts';
import { benchWebhooks } from './webhooks.bench.ts';

const { acquireEmbeddedDatabase } = await import('../../src/core/database/embedded/index.ts');

const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
const folder = mkdtempSync(join(tmpdir(), 'petbuddy-bench-'));
const database = await acquireEmbeddedDatabase({ dataDir: join(folder, 'db'), lingerMs: 0 });
const uriFor =
  (suite: string) =>
  (name: string): string => {
    const uri = new URL(database.uri);
    uri.pathname = `/bench_${suite}_${name}`;
    return uri.toString();
  };

const load = (): number => loadavg()[0] ?? NaN;
const loadBefore = load();

type Row = [what: string, measured: string, ratio: number, goal: string];
const rows: Row[] = [];

process.env.DATA_DIR = join(folder, 'data');
process.env.LOG_DIR = join(folder, 'logs');

if (isWanted('messages')) {
  const { storedBaseline, stored, forwardedBaseline, forwarded } = await benchMessages(uriFor('messages'));
  const row = (what: string, rate: number, baseline: number, goal: string): void => {
    rows.push([what, `${rate.toFixed(0)}/s over ${baseline.toFixed(0)}/s`, rate / baseline, goal]);
  };
  row('POST /messages, stored', stored, storedBaseline, '>= 0.9');
  row('POST /messages, stored and forwarded to a bot', forwarded, forwardedBaseline, '>= 0.8');
}
if (isWanted('webhooks')) {
  const { baselineRate, productRate, baselineP99, productP99 } = await benchWebhooks(uriFor('webhooks'));
  rows.push([
    'webhook acknowledgements',
    `${productRate.toFixed(0)}/s over ${baselineRate.toFixed(0)}/s`,
    productRate / baselineRate,
    '>= 0.8',
  ]);
  rows.push([
    'webhook p99 at half the baseline’s rate',
    `${productP99.toFixed(1)} ms over ${baselineP99.toFixed(1)} ms`,
    productP99 / baselineP99,
    '<= 1.3',
  ]);
}
if (isWanted('list')) {
  const { smallP95, largeP95 } = await benchList(uriFor('list'));
  rows.push([
    'conversation list p95, 1,000,000 over 1,000 messages',
    `${largeP95.toFixed(1)} ms over ${smallP95.toFixed(1)} ms`,
    largeP95 / smallP95,
    '<= 1.3',
  ]);
}
if (isWanted('holds')) {
  const { baseline, product } = await benchHolds(uriFor('holds'));
  const row = (what: string, pick: keyof typeof product, goal: string, unit = ' ms'): void => {
    const [own, other] = [product[pick], baseline[pick]];
    rows.push([what, `${own.toFixed(1)}${unit} over ${other.toFixed(1)}${unit}`, own / other, goal]);
  };
  row('hold of 36 claims, p50', 'holdP50', '<= 8 ms');
  row('hold of 36 claims, p99', 'holdP99', '<= 30 ms');
  row('confirm, p99', 'confirmP99', '<= 10 ms');
  row('64 at once for one time, all answered', 'rush', '<= 250 ms');
  row('64 at once for one time, winners', 'winners', '1', '');
}
if (isWanted('booking')) {
  const { naive, rate, rush, ...own } = await benchBooking(uriFor('booking'));
  const row = (what: string, { p50, p99 }: typeof naive, goal: string, over?: typeof naive): void => {
    const beside = over ? ` over p50 ${over.p50.toFixed(0)} ms` : '';
    rows.push([what, `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms${beside}`, over ? p50 / over.p50 : NaN, goal]);
  };
  row(
    `GET /slots, 60 days, 50 staff, ${own.bookings} bookings, ${own.offers} starts, warm`,
    own.warm,
    'p99 <= 10 ms',
    naive,
  );
  rows.push(['the same, 50 connections', `${rate.toFixed(0)}/s`, NaN, '>= 500/s']);
  row('the same, nothing kept of the company', own.cold, '<= 80 ms', naive);
  row('POST /holds, 36 claims', own.hold, 'p99 <= 30 ms');
  row('POST /holds/:id/confirm', own.confirm, 'p99 <= 10 ms');
  rows.push(['64 at once for one time over HTTP, all answered', `${rush.toFixed(0)} ms`, NaN, '<= 250 ms']);
}
if (isWanted('diary')) {
  const { appointments, baselineP95, productP95 } = await benchDiary(uriFor('diary')('product'));
  rows.push([
    `GET /appointments/diary, a day of 50 staff and ${appointments} appointments, p95`,
    `${productP95.toFixed(1)} ms over ${baselineP95.toFixed(1)} ms`,
    productP95 / baselineP95,
    '<= 1.5',
  ]);
}
if (isWanted('dashboard')) {
  const { counted, findMs, coldP50, warmP95 } = await benchDashboard(uriFor('dashboard')('product'));
  rows.push(['GET /dashboard/stats, 1,000,000 messages, warm, p95', `${warmP95.toFixed(1)} ms`, NaN, '<= 50 ms']);
  rows.push([
    `the same after an event, ${counted} messages in 30 days, over a bare find of them`,
    `${coldP50.toFixed(0)} ms over ${findMs.toFixed(0)} ms`,
    coldP50 / findMs,
    '-',
  ]);
}
if (isWanted('slots')) {
  const { naive, offers, ...own } = benchSlots();
  const row = (what: string, { p50, p99 }: Timing, goal: string): void => {
    const measured = `p50 ${p50.toFixed(2)}, p99 ${p99.toFixed(2)} ms over p50 ${naive.p50.toFixed(1)} ms`;
    rows.push([`slots, ${what}`, measured, p50 / naive.p50, goal]);
  };
  row(`50 staff x 60 days, ${offers} offers, warm`, own.warm, 'p50 <= 0.5, p99 <= 1 ms, <= 0.02');
  row('warm, as objects by day', own.answered, '-');
  row('cold, from intervals', own.cold, 'p99 <= 3 ms');
  row('warm, one staff member', own.oneStaff, '-');
  row('warm, three segments and two pets in parallel', own.segmented, 'p99 <= 4 ms');
}
if (isWanted('knowledge')) {
  const { chunks, buildMs, p50, p99, scanP50, scanP99 } = await benchKnowledge();
  const row = (what: string, own: number, scan: number, goal: string): void => {
    rows.push([what, `${own.toFixed(2)} ms over ${scan.toFixed(1)} ms`, own / scan, goal]);
  };
  row(`search of the knowledge, ${chunks} parts, p50, over a scan by regular expressions`, p50, scanP50, '');
  row('the same, p99', p99, scanP99, '<= 5 ms');
  rows.push(['its index, built', `${buildMs.toFixed(0)} ms`, NaN, '']);
}
if (isWanted('assistant')) {
  const { plain, facts, turn } = await benchAssistant(uriFor('assistant')('product'));
  const row = (what: string, { p50, p99 }: Timing, goal: string): void => {
    const measured = `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms over p50 ${plain.p50.toFixed(1)} ms`;
    rows.push([what, measured, p50 / plain.p50, goal]);
  };
  row('facts of a turn of the assistant, over plain queries', facts, 'p50 <= 15 ms');
  row('the same with the core by rules', turn, 'p50 <= 30 ms');
}
if (isWanted('reminders')) {
  const result = await benchReminders(uriFor('reminders')('product'));
  const { reminders, sent, seconds, baselineSeconds, idleP99, busyP99 } = result;
  rows.push([
    `${reminders} reminders due at once, all decided (${sent} sent), over plain writes`,
    `${seconds.toFixed(1)} s over ${baselineSeconds.toFixed(1)} s`,
    seconds / baselineSeconds,
    '<= 60 s',
  ]);
  rows.push([
    'GET /conversations meanwhile, p99, over the same before',
    `${busyP99.toFixed(1)} ms over ${idleP99.toFixed(1)} ms`,
    busyP99 / idleP99,
    '<= 1.5',
  ]);
}
if (isWanted('google-calendar')) {
  const { events, ...seconds } = await benchGoogleCalendar(uriFor('google_calendar')('product'));
  const row = (what: string, own: number, plain: number): void => {
    const measured = `${own.toFixed(1)} s over ${plain.toFixed(1)} s`;
    rows.push([`${events} ${what}, over the plain requests`, measured, own / plain, '<= 30 s']);
  };
  row('events of a Google calendar read', seconds.read, seconds.plainRead);
  row('appointments written to a Google calendar', seconds.written, seconds.plainWritten);
}
if (isWanted('flows')) {
  const { steps, nodes, plainNodes } = benchFlowCore();
  rows.push(['flow core on one core, steps', `${steps.toFixed(0)}/s`, NaN, '>= 200000/s']);
  const measured = `${nodes.toFixed(0)}/s over ${plainNodes.toFixed(0)}/s`;
  rows.push(['flow core on one core, nodes over a plain walk', measured, nodes / plainNodes, '-']);
  const row = (what: string, { p50, p99 }: Timing, goal: string, over?: Timing): void => {
    const beside = over ? ` over p50 ${over.p50.toFixed(1)}, p99 ${over.p99.toFixed(1)} ms` : '';
    rows.push([what, `p50 ${p50.toFixed(2)}, p99 ${p99.toFixed(2)} ms${beside}`, over ? p50 / over.p50 : NaN, goal]);
  };
  const triggers = await benchFlowTriggers(uriFor('flows')('triggers'));
  row('an event against 500 live flows, triggers', triggers.match, 'p99 <= 1 ms');
  row('the same with the read of the live flows', triggers.withRead, '-');
  const reply = await benchFlowReply(uriFor('flows')('reply'));
  row('webhook to the answer of a flow at the provider', reply.flow, '<= 1.5', reply.plain);
  row('the same, over the time until the message is published', reply.flow, '-', reply.published);
}

if (isWanted('web')) {
  // Its code for the browser belongs to the TypeScript project of web/e2e.
  const file = new URL('../../web/e2e/bench/web.bench.ts', import.meta.url).href;
  const { benchWeb } = (await import(file)) as { benchWeb: (uri: string) => Promise<Row[]> };
  rows.push(...(await benchWeb(uriFor('web')('product'))));
}

const [cpu] = cpus();
console.log(
  `\n${cpus().length} x ${cpu?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, embedded MongoDB, ` +
    `load average ${loadBefore.toFixed(1)} before and ${load().toFixed(1)} after\n`,
);
console.log('| what | product over baseline | ratio | goal |\n| --- | --- | --- | --- |');
for (const [what, measured, ratio, goal] of rows)
  console.log(`| ${what} | ${measured} | ${Number.isNaN(ratio) ? '' : ratio.toFixed(2)} | ${goal} |`);

await database.release({ awaitClose: true });
rmSync(folder, { recursive: true, force: true });
