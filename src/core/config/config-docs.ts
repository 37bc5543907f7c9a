import { ENV_SCHEMA, type EnvName } from './env-schema.js';
import type { EnvVariable } from './env-variable.js';

const TABLE_START = '<!-- prettier-ignore-start -->\n<!-- written by npm run docs:config -->\n';
const TABLE_END = '<!-- prettier-ignore-end -->';

const variables = Object.entries(ENV_SCHEMA) as [EnvName, EnvVariable][];
const groups = [...new Set(variables.map(([, { group }]) => group))];

export function withConfigTable(page: string): string {
  const start = page.indexOf(TABLE_START);
  const end = page.indexOf(TABLE_END, start);
  if (start < 0 || end < 0) throw new Error('docs/configuration.md has no marks around a configuration table');
  return `${page.slice(0, start)}${TABLE_START}\n${configTable()}\n${page.slice(end)}`;
}

export function envExample(): string {
  const sections = groups.map((group) => {
    const lines = ofGroup(group).map(
      ([name, variable]) => `# ${summary(variable)}\n#${name}=${variable.example ?? variable.default ?? ''}`,
    );
    return `### ${group} ###\n\n${lines.join('\n\n')}\n`;
  });
  return `# Everything is optional in development. Copy to .env and uncomment what you need.\n\n${sections.join('\n')}`;
}

function configTable(): string {
  const rows = groups.flatMap((group) =>
    ofGroup(group).map(([name, variable]) => {
      const fallback = variable.default ? `\`${variable.default}\`` : '';
      return `| ${group} | \`${name}\` | ${fallback} | ${summary(variable).replaceAll('|', '\\|')} |`;
    }),
  );
  return ['| group | variable | default | meaning |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

function ofGroup(group: EnvVariable['group']): [EnvName, EnvVariable][] {
  return variables.filter(([, variable]) => variable.group === group);
}

function summary({ description, requiredInProduction }: EnvVariable): string {
  return requiredInProduction ? `${description} (needed in production)` : description;
}
