/**
 * A process that dies by SIGKILL in the middle of the first job it runs.
 * Usage: node test/support/job-crasher.ts <queue place as JSON>
 */
import './swc-sources.ts';

const { JobProcess } = await import('./job-process.ts');
type QueuePlace = import('./job-process.ts').QueuePlace;

const place = JSON.parse(process.argv[2] ?? '') as QueuePlace;
const victim = await JobProcess.open(place, () => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise<void>(() => undefined);
});
await victim.jobs.start();
