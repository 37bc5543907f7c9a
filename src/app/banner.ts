export interface Welcome {
  readonly url: string;
  readonly sandboxUrl: string | undefined;
  readonly login: { readonly email: string; readonly password: string } | undefined;
}

export function banner({ url, sandboxUrl, login }: Welcome): string {
  const rows: [string, string | undefined][] = [
    ['PetBuddy', url],
    ['API documentation', `${url}/api/docs`],
    ['Demo log-in', login && `${login.email} / ${login.password}`],
    ['Practice phone', sandboxUrl],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows
    .filter(([, value]) => value !== undefined)
    .map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
  return `\nPetBuddy is ready\n\n${lines.join('\n')}\n\n`;
}
