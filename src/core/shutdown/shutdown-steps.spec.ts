import { ShutdownPhase, ShutdownSteps } from './shutdown-steps.js';

describe('ShutdownSteps', () => {
  it('runs the phases in their order, whatever the order of registration', async () => {
    const steps = new ShutdownSteps();
    const ran: string[] = [];
    for (const phase of Object.values(ShutdownPhase).reverse()) {
      steps.register(phase, 'step', () => void ran.push(phase));
    }
    await steps.run();
    expect(ran).toEqual([
      'readiness-off',
      'sockets-drain',
      'jobs-stop',
      'http-close',
      'inflight-finish',
      'flush',
      'database-close',
    ]);
  });

  it('runs the steps of one phase side by side and waits for all before the next phase', async () => {
    const steps = new ShutdownSteps();
    const ran: string[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    steps.register(ShutdownPhase.SocketsDrain, 'waits', () => gate.then(() => void ran.push('waited')));
    steps.register(ShutdownPhase.SocketsDrain, 'opens', () => open());
    steps.register(ShutdownPhase.Flush, 'next', () => void ran.push('next'));
    await steps.run();
    expect(ran).toEqual(['waited', 'next']);
  });

  it('goes on after a step that throws, rejects or hangs', async () => {
    const steps = new ShutdownSteps();
    let closed = false;
    steps.register(ShutdownPhase.JobsStop, 'throws', () => {
      throw new Error('broken');
    });
    steps.register(ShutdownPhase.JobsStop, 'rejects', () => Promise.reject(new Error('broken')));
    steps.register(ShutdownPhase.Flush, 'hangs', () => new Promise(() => undefined));
    steps.register(ShutdownPhase.DatabaseClose, 'last', () => {
      closed = true;
    });
    await steps.run(20);
    expect(closed).toBe(true);
  });

  it('runs once, and says so from the first moment', async () => {
    const steps = new ShutdownSteps();
    const seen: boolean[] = [];
    steps.register(ShutdownPhase.ReadinessOff, 'looks', () => void seen.push(steps.isShuttingDown));
    expect(steps.isShuttingDown).toBe(false);
    const first = steps.run();
    expect(steps.isShuttingDown).toBe(true);
    await Promise.all([first, steps.run()]);
    expect(seen).toEqual([true]);
  });
});
