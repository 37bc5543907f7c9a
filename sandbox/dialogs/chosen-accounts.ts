import { type Channel, wabaOf } from '../channels.ts';
import { numericId } from '../ids.ts';
import type { MetaState } from '../meta-state.ts';
import type { DialogProduct } from './dialog-request.ts';

const INSTAGRAM_PREFIX = '17841';

/**
 * Creates the new accounts of the form. Returns the ids of all accounts that the log-in grants.
 * @param form the fields of the dialog's form
 */
export function chosenAccounts(state: MetaState, product: DialogProduct, form: URLSearchParams): string[] {
  const made = makeAccount(state, product, form);
  // Instagram Login is for one account.
  const ids = product === 'instagram' && made ? [made] : [...form.getAll('account'), ...(made ? [made] : [])];
  const chosen = ids.map((id) => state.channel(id)).filter((channel) => channel?.platform === product);
  return chosen.flatMap((channel) => (channel ? idsOf(state, channel) : []));
}

/** A Page brings its Instagram account, and a number its business account. */
function idsOf(state: MetaState, channel: Channel): string[] {
  const linked = state.channels.filter(({ page_id: pageId }) => pageId === channel.external_id);
  const waba = wabaOf(channel);
  return [channel.external_id, ...linked.map(({ external_id: id }) => id), ...(waba === undefined ? [] : [waba])];
}

function makeAccount(state: MetaState, product: DialogProduct, form: URLSearchParams): string | undefined {
  const name = form.get('new_account')?.trim();
  if (!name) return undefined;
  if (product === 'facebook') return makePage(state, name, form.get('new_instagram')?.trim());
  if (product === 'instagram') return makeInstagram(state, { name, is_personal: form.get('is_personal') === 'yes' });
  const pin = form.get('new_pin')?.trim();
  const external_id = numericId(15);
  state.addPracticeAccount({
    platform: 'whatsapp',
    external_id,
    name,
    access_token: `EAAsandbox-number-${external_id}`,
    waba_id: numericId(15),
    display_phone_number: `55119${numericId(8)}`,
    is_unregistered: true,
    ...(pin && { pin }),
  });
  return external_id;
}

function makePage(state: MetaState, name: string, instagramName: string | undefined): string {
  const external_id = `61${numericId(13)}`;
  const access_token = `EAAsandbox-page-${external_id}`;
  state.addPracticeAccount({ platform: 'facebook', external_id, name, access_token });
  if (instagramName) makeInstagram(state, { name: instagramName, page_id: external_id });
  return external_id;
}

function makeInstagram(state: MetaState, fields: Pick<Channel, 'name' | 'page_id' | 'is_personal'>): string {
  const external_id = `${INSTAGRAM_PREFIX}${numericId(12)}`;
  const access_token = `IGAAsandbox-account-${external_id}`;
  state.addPracticeAccount({ platform: 'instagram', external_id, access_token, ...fields });
  return external_id;
}
