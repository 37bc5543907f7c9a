import { spawnSync } from 'node:child_process';
import { AppConfig } from '../config/index.js';
import { parseCrashPlan } from './crash-point.js';

const PASSES = `
  import '${new URL('../../../test/support/resolve-typescript.ts', import.meta.url).href}';
  const { armCrashPoints, crashPoint, parseCrashPlan } = await import('${new URL('./crash-point.ts', import.meta.url).href}');
  const [plan] = process.argv.slice(1);
  armCrashPoints(parseCrashPlan(plan));
  for (let turn = 1; turn <= 3; turn++) {
    crashPoint('drain.claimed');
    process.stdout.write('claimed ' + turn + '; ');
    crashPoint('drain.applied');
  }
`;

function passThreeTimes(plan: string): { signal: string | null; stdout: string; stderr: string } {
  const args = ['--input-type=module', '--eval', PASSES, plan];
  const { signal, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { signal, stdout, stderr };
}

describe('crash points', () => {
  it('are nothing while no plan is in force', () => {
    expect(passThreeTimes('')).toEqual({ signal: null, stdout: 'claimed 1; claimed 2; claimed 3; ', stderr: '' });
  });

  it.each([
    ['drain.claimed', '', 'drain.claimed'],
    ['drain.applied', 'claimed 1; ', 'drain.applied'],
    ['drain.applied:2', 'claimed 1; claimed 2; ', 'drain.applied'],
    ['drain.applied:3,drain.claimed:3', 'claimed 1; claimed 2; ', 'drain.claimed'],
  ])('end the process at %s', (plan, stdout, name) => {
    expect(passThreeTimes(plan)).toEqual({ signal: 'SIGKILL', stdout, stderr: `crash point ${name}\n` });
  });

  it.each(['nowhere', 'drain.applied:0', 'drain.applied:x', 'drain.applied;drain.claimed'])('refuse %s', (plan) => {
    expect(() => parseCrashPlan(plan)).toThrow(/^must /);
  });

  it('have no place in production', () => {
    const secret = 'x'.repeat(32);
    const production = {
      NODE_ENV: 'production',
      JWT_ACCESS_SECRET: secret,
      JWT_REFRESH_SECRET: secret,
      INTERNAL_SERVICE_API_KEY: secret,
      ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
      CRASH_AT: 'drain.applied',
    };
    expect(AppConfig.load(production).crashAt).toBeUndefined();
  });
});
