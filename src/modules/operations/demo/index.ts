/**
 * What `npm start` shows somebody who has nothing yet: two companies with people, pets and history, one of them a clinic to book,
 * and the sandbox as a child process. Only where the sandbox is on; the companies never in production, since their password is public.
 */
export { DEMO_LOGIN } from './data/index.js';
export { DemoModule } from './demo.module.js';
export { DemoSeeder } from './demo-seeder.js';
export { SandboxLauncher } from './sandbox/sandbox-launcher.js';
