/**
 * From the webhook with a customer's message to the call of the provider with the answer: by a flow, and by a program
 * that answers each `message:new` over the API. Both use the same product, page and provider, in turn.
 */
import { delivery } from './deliveries.ts';
import { type Call, median, percentile, ROUNDS, sequential } from './measure.ts';
import { type Product, startProduct } from './product.ts';
import { Provider } from './provider.ts';

/** The flow answers each of them at most 50 times a day. */
const CUSTOMERS = 40;
const MESSAGES = 40;
const FLOW_ANSWER = 'Hello from the flow';
const PLAIN_ANSWER = 'Hello from the program';

interface Timing {
  p50: number;
  p99: number;
}
/** Milliseconds after the webhook is sent. */
export interface FlowReplyResult {
  /** Until a socket has got `message:new`. */
  published: Timing;
  plain: Timing;
  flow: Timing;
}

/** Medians of five rounds after one to warm up, one message after the other. */
export async function benchFlowReply(databaseUri: string): Promise<FlowReplyResult> {
  const product = await startProduct(databaseUri);
  const provider = await Provider.open(product.graphUrl);
  const flow = await publishAnswer(product);
  const program = new Program(product);
  const run = Math.random().toString(36).slice(2);
  let sent = 0;
  const time = (people: number, answer: string): Promise<number[]> =>
    sequential(MESSAGES, async (index) => {
      const customer = String(people + (index % CUSTOMERS));
      const answered = provider.next(customer, answer);
      program.isSentAt = performance.now();
      await post(product.url, delivery(customer, `m_${run}_${++sent}`, 'Hello'));
      await answered;
    });
  const rounds: FlowReplyResult[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const byFlow = await time(5_000, FLOW_ANSWER);
    await product.api('POST', `/flows/${flow}/pause`);
    program.isOn = true;
    const byProgram = await time(6_000, PLAIN_ANSWER);
    program.isOn = false;
    await product.api('POST', `/flows/${flow}/resume`);
    const published = program.published.splice(0);
    if (round > 0) rounds.push({ published: timingOf(published), plain: timingOf(byProgram), flow: timingOf(byFlow) });
  }
  await product.stop();
  await provider.close();
  const of = (pick: keyof FlowReplyResult): Timing => ({
    p50: median(rounds.map((round) => round[pick].p50)),
    p99: median(rounds.map((round) => round[pick].p99)),
  });
  return { published: of('published'), plain: of('plain'), flow: of('flow') };
}

const timingOf = (values: readonly number[]): Timing => ({ p50: median(values), p99: percentile(values, 0.99) });

async function publishAnswer({ api }: Product): Promise<string> {
  const position = { x: 0, y: 0 };
  const nodes = [
    { id: 'start', type: 'trigger', position, data: { kind: 'any_message' } },
    { id: 'answer', type: 'message', position, data: { text: FLOW_ANSWER } },
  ];
  const edges = [{ id: 'e', source: 'start', source_handle: 'next', target: 'answer' }];
  const { _id } = await api<{ _id: string }>('POST', '/flows', { name: 'Answer', graph: { nodes, edges } });
  await api('POST', `/flows/${_id}/publish`, {});
  return _id;
}

async function post(url: string, { path, headers, body }: Call): Promise<void> {
  const answer = await fetch(url + path, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  await answer.text();
}

/** Answers each message of a customer over the API while it is on. */
class Program {
  isOn = false;
  isSentAt = 0;
  readonly published: number[] = [];

  constructor({ socket, api }: Product) {
    socket.on('message:new', ({ message }: { message: { direction: string; contact_id: string } }) => {
      if (!this.isOn || message.direction !== 'inbound') return;
      this.published.push(performance.now() - this.isSentAt);
      const { contact_id } = message;
      const answer = {
        contact_id,
        role: 'operator',
        direction: 'outbound',
        platform: 'facebook',
        content: PLAIN_ANSWER,
      };
      void api('POST', '/messages', answer);
    });
  }
}
