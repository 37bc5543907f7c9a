const TONE_HZ = 660;
const TONE_SECONDS = 0.18;
const TONE_VOLUME = 0.08;
/** Many events at once make one sound and one notification of the browser. */
const QUIET_MS = 3_000;

let lastSoundAt = 0;

export function playSound(): void {
  if (Date.now() - lastSoundAt < QUIET_MS) return;
  lastSoundAt = Date.now();
  inOneTab('pb-sound', playTone);
}

/** All tabs receive an event. Only the tab that gets the lock acts. */
export function inOneTab(name: string, act: () => void): void {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return act();
  void locks.request(name, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    act();
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
