import type { Channel } from '../channels.ts';
import type { MetaState } from '../meta-state.ts';
import type { DialogProduct, DialogRequest } from './dialog-request.ts';
import { choice, escapeHtml, group, page, textField } from './html.ts';

const TITLES: Record<DialogProduct, string> = {
  facebook: 'Sandbox: log in with Facebook',
  instagram: 'Sandbox: log in with Instagram',
  whatsapp: 'Sandbox: connect a WhatsApp number',
};

/** The form of a log-in dialog: accounts to choose, accounts to make, and permissions to decline. */
export function dialogPage(state: MetaState, request: DialogRequest, id: string): Buffer {
  const { product, scopes } = request;
  const accounts = state.channels.filter(({ platform }) => platform === product);
  const parts = {
    facebook: () => facebookAccounts(state, accounts),
    instagram: () => instagramAccounts(accounts),
    whatsapp: () => whatsappAccounts(accounts),
  };
  const permissions = scopes.map((scope) => choice({ name: 'scope', value: scope, label: scope, isChecked: true }));
  return page(
    TITLES[product],
    `<p>PetBuddy asks for access. Choose accounts, or name a new one: the sandbox makes it.</p>` +
      `<form method="post" action="/dialogs/answer"><input type="hidden" name="dialog" value="${escapeHtml(id)}">` +
      parts[product]() +
      group('Permissions', permissions.join('')) +
      '<button name="decision" value="continue">Continue</button>' +
      '<button name="decision" value="cancel">Cancel</button></form>',
  );
}

export function dialogProblem(message: string): Buffer {
  return page('Sandbox: the log-in cannot begin', `<p role="alert">${escapeHtml(message)}</p>`);
}

function facebookAccounts(state: MetaState, pages: readonly Channel[]): string {
  const label = ({ external_id, name }: Channel): string => {
    const linked = state.channels.find(({ page_id: pageId }) => pageId === external_id);
    return `${name} (${external_id})${linked ? ` with Instagram ${linked.name}` : ''}`;
  };
  const known = pages.map((one) => choice({ name: 'account', value: one.external_id, label: label(one) }));
  const made =
    textField('new_account', 'New Page', 'Its name. Leave it empty to create none.') +
    textField('new_instagram', 'Instagram account linked to the new Page', 'Its name. Leave it empty for none.');
  const tasks =
    '<label class="field">What you may do on these Pages<select name="tasks">' +
    '<option value="all">Everything</option><option value="analyze">Only see statistics</option></select></label>';
  return group('Pages', known.join('') + made) + group('Your role', tasks);
}

function instagramAccounts(accounts: readonly Channel[]): string {
  const known = accounts.map(({ external_id: value, name }) =>
    choice({ name: 'account', value, label: `${name} (${value})`, type: 'radio' }),
  );
  const made =
    textField('new_account', 'New account', 'Its name. It is used instead of the choice above.') +
    choice({ name: 'is_personal', value: 'yes', label: 'The new account is personal, not professional' });
  return group('Account', known.join('') + made);
}

function whatsappAccounts(numbers: readonly Channel[]): string {
  const known = numbers.map(({ external_id: value, name, display_phone_number: phone = '' }) =>
    choice({ name: 'account', value, label: `${name} +${phone}` }),
  );
  const made =
    textField('new_account', 'New number', 'The name of the business. The number is not registered yet.') +
    textField('new_pin', 'PIN of its two-step verification', 'Six digits. Leave it empty if it has none.');
  return group('Numbers', known.join('') + made);
}
