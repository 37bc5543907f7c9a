/**
 * A small HTTP application that ends gracefully, for the tests of signals.
 * Usage: node test/support/shutdown-process.ts <hang|finish> <limit in ms>; prints one JSON line with its port, then its steps.
 */
import './swc-sources.ts';

const { Controller, Get, Module } = await import('@nestjs/common');
const { NestFactory } = await import('@nestjs/core');
const { installGracefulShutdown, ShutdownModule, ShutdownPhase, ShutdownSteps } =
  await import('../../src/core/shutdown/index.js');

const [mode, limitMs] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

let answer = (): void => undefined;

/** Answers once the shutdown has begun, as a request under way does. */
class SlowController {
  slow(): Promise<string> {
    say('request');
    return new Promise((resolve) => (answer = () => resolve('finished')));
  }
}
const descriptor = Object.getOwnPropertyDescriptor(SlowController.prototype, 'slow') as PropertyDescriptor;
Get('slow')(SlowController.prototype, 'slow', descriptor);
Controller()(SlowController);

class AppModule {}
Module({ imports: [ShutdownModule], controllers: [SlowController] })(AppModule);

const app = await NestFactory.create(AppModule, { logger: false });
const steps = app.get(ShutdownSteps);
for (const phase of Object.values(ShutdownPhase)) steps.register(phase, 'spec', () => say(phase));
steps.register(ShutdownPhase.HttpClose, 'answer', () => answer());
if (mode === 'hang') steps.register(ShutdownPhase.JobsStop, 'hang', () => new Promise<void>(() => undefined));
installGracefulShutdown(app, { limitMs: Number(limitMs) });
await app.listen(0, '127.0.0.1');
say(JSON.stringify({ url: await app.getUrl() }));
