import type { Schemas } from '#web/lib/api/client.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { meQuery } from '#web/lib/session/session.ts';
import type { ViewCounts } from './counts-query.ts';
import { conversationKeys, rowOf } from './conversations-queries.ts';

const APP_NAME = 'PetBuddy';
const TONE_HZ = 660;
const TONE_SECONDS = 0.18;
const TONE_VOLUME = 0.08;
/** Many messages at once make one sound. */
const QUIET_MS = 3_000;

let lastSoundAt = 0;

/** Shows the number of the user's unread conversations in the title and on the app's icon, and plays a sound. Call it once. */
export function callAttention(): void {
  queryClient.getQueryCache().subscribe(({ query }) => {
    const [feature, ...labels] = query.queryKey as unknown[];
    if (feature !== conversationKeys.counts[0] || labels.length > 0) return;
    showNumber(query.state.data as ViewCounts | undefined);
  });
  onEvent('message:new', ({ message }) => {
    if (message.direction === 'inbound' && message.visibility === 'public') soundFor(message.conversation_id);
  });
}

function showNumber(counts: ViewCounts | undefined): void {
  const unread = counts?.['mine']?.unread ?? 0;
  document.title = unread > 0 ? `(${unread}) ${APP_NAME}` : APP_NAME;
  const { setAppBadge } = navigator as { setAppBadge?: (count: number) => Promise<void> };
  void setAppBadge?.call(navigator, unread).catch(() => undefined);
}

/** Plays a sound, but not for a conversation of a colleague, and not while the user looks at the app. */
function soundFor(conversationId: string): void {
  const me = queryClient.getQueryData<Schemas['ProfileDto']>(meQuery.queryKey);
  const assignee = rowOf(conversationId)?.assignee_id ?? null;
  const isOthers = assignee !== null && assignee !== me?._id;
  if (isOthers || document.hasFocus() || me?.preferences.sound === false) return;
  if (Date.now() - lastSoundAt < QUIET_MS) return;
  lastSoundAt = Date.now();
  // All tabs receive the event; the tab that gets the lock plays the sound.
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return playTone();
  void locks.request('pb-sound', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    playTone();
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  });
}

function playTone(): void {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = TONE_HZ;
  volume.gain.setValueAtTime(TONE_VOLUME, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + TONE_SECONDS);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + TONE_SECONDS);
  tone.onended = () => void audio.close();
}
