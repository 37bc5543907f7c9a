/** A person's answer in a log-in dialog of the sandbox. */
export interface DialogAnswer {
  decision?: 'continue' | 'cancel';
  accounts?: readonly string[];
  /** Other fields of the form, such as `new_account`. */
  fields?: Readonly<Record<string, string>>;
  declined?: readonly string[];
}

const HIDDEN_ID = /name="dialog" value="(\w+)"/;
const SCOPE = /name="scope" value="(\w+)"/g;

/** Opens the dialog and answers it. @returns the address that the dialog redirects to */
export async function answerDialog(url: string, answer: DialogAnswer = {}): Promise<URL> {
  const { decision = 'continue', accounts = [], fields = {}, declined = [] } = answer;
  const opened = await fetch(url);
  const html = await opened.text();
  if (!opened.ok) throw new Error(`The dialog answered ${opened.status}: ${html}`);
  const form = new URLSearchParams({ ...fields, decision, dialog: HIDDEN_ID.exec(html)?.[1] ?? '' });
  for (const account of accounts) form.append('account', account);
  for (const [, scope = ''] of html.matchAll(SCOPE)) if (!declined.includes(scope)) form.append('scope', scope);
  const sent = await fetch(new URL('/dialogs/answer', url), { method: 'POST', body: form, redirect: 'manual' });
  if (sent.status !== 302) throw new Error(`The dialog answered ${sent.status}: ${await sent.text()}`);
  return new URL(sent.headers.get('location') ?? '');
}
