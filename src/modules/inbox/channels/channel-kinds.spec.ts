import {
  CHANNEL_PLATFORMS,
  channelKind,
  type ChannelKindDefinition,
  declareChannelKind,
  kindsConnectedByToken,
  kindsOfPlatform,
  textLimitOf,
} from './channel-kinds.js';

/** Other test files of the worker share the list of kinds, and none of them names this platform. */
const BY_HAND: ChannelKindDefinition = {
  platform: 'drum',
  provider: 'hand',
  label: 'Drum',
  isConnectedByToken: true,
  textLimit: { limit: 100, unit: 'characters' },
  contentLimits: { media: [], buttons: 0, quickReplies: 0, listRows: 0 },
  replyWindowMs: 86_400_000,
  humanAgentExtensionMs: 0,
};
const BY_MACHINE: ChannelKindDefinition = {
  ...BY_HAND,
  provider: 'machine',
  isConnectedByToken: false,
  textLimit: { limit: 40, unit: 'bytes' },
  replyWindowMs: null,
};

describe('the declared channel kinds', () => {
  it('hold two providers of one platform, and add the platform to those of channels', () => {
    expect(kindsOfPlatform('drum')).toEqual([]);
    expect(CHANNEL_PLATFORMS).not.toContain('drum');
    declareChannelKind(BY_HAND);
    declareChannelKind(BY_MACHINE);
    expect(channelKind({ platform: 'drum', provider: 'machine' })).toBe(BY_MACHINE);
    expect(kindsOfPlatform('drum')).toEqual([BY_HAND, BY_MACHINE]);
    expect(kindsConnectedByToken()).toContain(BY_HAND);
    expect(kindsConnectedByToken()).not.toContain(BY_MACHINE);
    expect(CHANNEL_PLATFORMS.filter((platform) => platform === 'drum')).toHaveLength(1);
  });

  it('limit a text by the kind that takes least', () => {
    expect(textLimitOf('drum')).toEqual({ limit: 40, unit: 'bytes' });
    expect(textLimitOf('whistle')).toBeNull();
  });

  it('refuse a kind that is declared already, and a second one that is connected by a token', () => {
    expect(() => declareChannelKind(BY_MACHINE)).toThrow('is declared already');
    expect(() => declareChannelKind({ ...BY_HAND, provider: 'foot' })).toThrow('is declared already');
  });
});
