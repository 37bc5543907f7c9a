import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { RequestContext } from '../context/index.js';
import { createAppLogger } from './index.js';

const CANARY = 'c4naryS3cretValue';
const ESCAPE = String.fromCharCode(27);
const PROCESS = resolve('test/support/logging-process.ts');
/** How often a busy process is ended; the first attempt shows most errors. */
const ENDINGS = 6;
const LAST_OF_BURST = '"message":"line 2999"';
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

describe('createAppLogger', () => {
  let logDir: string;
  let output: PassThrough;
  let printed: string[];

  beforeEach(async () => {
    logDir = await mkdtemp(join(tmpdir(), 'petbuddy-logs-'));
    printed = [];
    output = new PassThrough().setEncoding('utf8');
    output.on('data', (chunk: string) => printed.push(chunk));
  });

  afterEach(async () => {
    await rm(logDir, { recursive: true });
  });

  const open = (nodeEnv: 'development' | 'production', logLevel: 'info' | 'debug' = 'info') =>
    createAppLogger({ logDir, logLevel, nodeEnv }, 'api', output);
  const lines = async (file: string): Promise<string[]> =>
    (await readFile(join(logDir, file), 'utf8')).split('\n').slice(0, -1);
  const parsed = async (file: string): Promise<unknown[]> =>
    (await lines(file)).map((line) => JSON.parse(line) as unknown);

  it('writes one JSON object a line, errors into a file of their own too', async () => {
    const { logger, flush } = open('production');
    logger.log('booted', 'Main');
    logger.warn({ message: 'slow', ms: 12 }, 'Http');
    logger.error(new Error('broken'), undefined, 'Http');
    logger.fatal?.('over', undefined, 'Main');
    logger.debug?.('not at this level', 'Main');
    await flush();
    const line = (fields: object): unknown =>
      expect.objectContaining({ timestamp: expect.any(String), service: 'api', ...fields });
    const errors = [
      line({
        level: 'error',
        message: 'broken',
        context: 'Http',
        stack: expect.stringContaining('logging.medium-spec'),
      }),
      line({ level: 'fatal', message: 'over' }),
    ];
    expect(await parsed('error.log')).toEqual(errors);
    expect(await parsed('combined.log')).toEqual([
      line({ level: 'info', message: 'booted', context: 'Main' }),
      line({ level: 'warn', message: 'slow', ms: 12 }),
      ...errors,
    ]);
  });

  it('tells whose work a line belongs to, and lets no field pretend otherwise', async () => {
    const { logger, flush } = open('production');
    const context = { requestId: 'r1', companyId: 'c1', userId: 'u1' };
    RequestContext.run(context, () => logger.log({ message: 'hello', requestId: 'forged', companyId: 'forged' }, 'X'));
    logger.log('outside', 'X');
    await flush();
    const [inside, outside] = await parsed('combined.log');
    expect(inside).toMatchObject(context);
    expect(outside).not.toHaveProperty('requestId');
  });

  it('hides secrets in messages, fields, errors and stacks', async () => {
    const { logger, flush } = open('production', 'debug');
    const error = Object.assign(new Error(`GET /?access_token=${CANARY}`), { config: { headers: { cookie: CANARY } } });
    logger.log({ message: `Bearer ${CANARY}`, request: { body: [{ password: CANARY }] } }, 'X');
    logger.error(error, error.stack, 'X');
    logger.error(`failed with EAAG${CANARY}`, `Error: EAAG${CANARY}\n    at x`, 'X');
    logger.warn({ message: 'odd', error }, 'X');
    await flush();
    expect((await lines('combined.log')).length).toBe(4);
    expect((await lines('combined.log')).join()).not.toContain(CANARY);
    expect(printed.join()).not.toContain(CANARY);
  });

  it.each(['production', 'development'] as const)('lets no input forge a line in %s', async (nodeEnv) => {
    const { logger, flush } = open(nodeEnv);
    const forged = `x\r\n{"level":"error","message":"forged"}\n2026-01-01 error [X] forged\u2028forged`;
    logger.log(forged, 'X');
    logger.warn({ message: 'm', name: forged, [forged]: 1 }, forged);
    await flush();
    expect(await lines('combined.log')).toHaveLength(2);
  });

  it('is readable in development: text first, stacks indented, no raw breaks', async () => {
    const { logger, flush } = open('development');
    logger.error('broken\nforged', 'Error: broken\n    at somewhere', 'Http');
    await flush();
    const [line = '', ...stack] = printed.join('').trimEnd().split('\n');
    expect(line).toMatch(/^\d\d:\d\d:\d\d\.\d{3} error \[Http\] broken\\nforged$/);
    expect(stack).toEqual(['    Error: broken', '    at somewhere']);
  });

  it.each([true, false])('has colours where the output says so, and nowhere else (%s)', async (hasColors) => {
    Object.assign(output, { hasColors: () => hasColors });
    const { logger, flush } = open('development');
    logger.warn('odd', 'Http');
    await flush();
    expect(printed.join('').includes(ESCAPE)).toBe(hasColors);
  });

  it('ends in order amid lines that are still coming, with every earlier one in the files', async () => {
    for (let ending = 0; ending < ENDINGS; ending++) {
      const folder = join(logDir, String(ending));
      // Rejects where the process ends with another code than 0.
      const { stdout, stderr } = await promisify(execFile)('node', [PROCESS, folder], { maxBuffer: MAX_OUTPUT_BYTES });
      const logged = Array.from({ length: Number(stdout) }, (_, line) => `line ${line}`);
      for (const file of ['error.log', 'combined.log']) {
        expect((await parsed(join(String(ending), file))).map(messageOf)).toEqual(logged);
      }
      expect(stderr).toContain('"message":"last"');
    }
  });

  it('ends only when a slow reader of the console has every line', async () => {
    const changes = watch(logDir);
    const child = spawn('node', [PROCESS, logDir], { stdio: ['ignore', 'pipe', 'pipe'] });
    const counted = text(child.stdout);
    // Nobody reads before the lines are in the file, so the console's pipe is full by then.
    for await (const { filename } of changes) {
      if (filename === 'combined.log' && (await lines(filename)).some((line) => line.includes(LAST_OF_BURST))) break;
    }
    const console = (await text(child.stderr)).trimEnd().split('\n');
    expect(console.filter((line) => line.includes('"message":"line '))).toHaveLength(Number(await counted));
    expect(console.at(-1)).toContain('"message":"last"');
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('outlives a disk that is full', async () => {
    await symlink('/dev/full', join(logDir, 'combined.log'));
    const { logger, flush } = open('production');
    logger.warn('lost', 'X');
    await flush();
    expect(printed.join()).toContain('lost');
  });
});

function messageOf(line: unknown): unknown {
  return (line as { message: unknown }).message;
}
