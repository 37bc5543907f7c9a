/** @own-modules the list of platforms must be empty */
import { declaredPlatforms, declarePlatform, platformDefinition } from './platforms.js';
import type { PlatformDefinition } from './platforms.js';

const TELEGRAM: PlatformDefinition = {
  name: 'telegram',
  textLimit: { limit: 4_096, unit: 'characters' },
  humanAgentExtensionMs: 0,
};

describe('the declared platforms', () => {
  it('hold what a channel module declares, once', () => {
    expect(platformDefinition('telegram')).toBeUndefined();
    declarePlatform(TELEGRAM);
    expect(platformDefinition('telegram')).toBe(TELEGRAM);
    expect(declaredPlatforms()).toEqual(['telegram']);
    expect(() => declarePlatform(TELEGRAM)).toThrow('is declared already');
  });
});
