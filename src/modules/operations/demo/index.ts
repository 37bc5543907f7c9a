/**
 * Demo companies and the sandbox for `npm start`, only while the sandbox is on. Never in production, since the
 * password is public.
 */
export { DEMO_LOGIN } from './data/index.js';
export { DemoModule } from './demo.module.js';
export { DemoSeeder } from './demo-seeder.js';
export { SandboxLauncher } from './sandbox/sandbox-launcher.js';
