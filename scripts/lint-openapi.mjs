/** Checks openapi.json by the recommended rules of Redocly; part of `npm run lint`. A warning fails, too. */
import { fileURLToPath } from 'node:url';
import { createConfig, lint } from '@redocly/openapi-core';

const FILE = fileURLToPath(new URL('../openapi.json', import.meta.url));

const config = await createConfig({
  extends: ['recommended'],
  // An id is 24 hex digits, so /appointments/{id}/cancel never matches /appointments/holds/{id}.
  rules: { 'no-ambiguous-paths': 'off' },
});
const problems = await lint({ ref: FILE, config });
for (const { severity, ruleId, message, location } of problems) {
  console.error(`openapi.json ${location[0]?.pointer ?? ''}\n  ${severity} ${ruleId}: ${message}`);
}
if (problems.length > 0) process.exitCode = 1;
