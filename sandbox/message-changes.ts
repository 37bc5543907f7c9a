/** Edits and removals: by the customer, and by the business in its WhatsApp app (coexistence). */
import type { Devices, PhoneMessage } from './devices.ts';
import {
  instagramDeleted,
  messengerDeleted,
  messengerEdited,
  whatsappBusinessAppEcho,
  whatsappBusinessAppEdited,
  whatsappBusinessAppRevoked,
  whatsappEdited,
  whatsappRevoked,
} from './events/index.ts';
import { wamid } from './ids.ts';
import { party, type Played, PlayError, type Scene, whatsappParty } from './scene.ts';

const GONE = { deleted: true, attachments: [], buttons: [], text: '' };

export function unsendMessage(scene: Scene, message: PhoneMessage, devices: Devices): Played {
  const { channel, customer } = scene;
  if (message.from !== 'customer') throw new PlayError('Only own messages can be unsent');
  devices.update(channel.external_id, customer.id, message.id, GONE);
  if (channel.platform === 'whatsapp') {
    return { event: whatsappRevoked({ ...whatsappParty(scene), originalId: message.id }) };
  }
  const build = channel.platform === 'facebook' ? messengerDeleted : instagramDeleted;
  return { event: build({ ...party(scene), mid: message.id }) };
}

export function editMessage(scene: Scene, message: PhoneMessage, text: string, devices: Devices): Played {
  const { channel, customer } = scene;
  if (message.from !== 'customer') throw new PlayError('Only own messages can be edited');
  if (channel.platform === 'instagram') throw new PlayError('The sandbox has no edits on Instagram');
  devices.update(channel.external_id, customer.id, message.id, { text });
  if (channel.platform === 'facebook') return { event: messengerEdited({ ...party(scene), mid: message.id, text }) };
  return { event: whatsappEdited({ ...whatsappParty(scene), originalId: message.id, text }) };
}

export function textFromPhoneApp(scene: Scene, text: string): Played {
  return {
    event: whatsappBusinessAppEcho({ ...phoneApp(scene), text }),
    shown: { text, isFromPhoneApp: true },
  };
}

export function editOnPhoneApp(scene: Scene, message: PhoneMessage, text: string, devices: Devices): Played {
  const app = phoneApp(scene, message);
  devices.update(scene.channel.external_id, scene.customer.id, message.id, { text });
  return { event: whatsappBusinessAppEdited({ ...app, originalId: message.id, text }) };
}

export function revokeOnPhoneApp(scene: Scene, message: PhoneMessage, devices: Devices): Played {
  const app = phoneApp(scene, message);
  devices.update(scene.channel.external_id, scene.customer.id, message.id, GONE);
  return { event: whatsappBusinessAppRevoked({ ...app, originalId: message.id }) };
}

type PhoneApp = Omit<Parameters<typeof whatsappBusinessAppEcho>[0], 'text'>;

/** @param message the message to change; it must have been written in the app */
function phoneApp(scene: Scene, message?: PhoneMessage): PhoneApp {
  const { channel, customer, at } = scene;
  if (channel.platform !== 'whatsapp') throw new PlayError('Only WhatsApp has an app of the business');
  if (message && !message.isFromPhoneApp)
    throw new PlayError('This message was not written in the app of the business');
  return {
    phoneNumberId: channel.external_id,
    ...(channel.waba_id === undefined ? {} : { wabaId: channel.waba_id }),
    ...(channel.display_phone_number === undefined ? {} : { displayPhone: channel.display_phone_number }),
    to: customer.id,
    id: wamid(customer.id, 'business'),
    at,
  };
}
