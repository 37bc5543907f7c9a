import type { ChannelPlatform } from './schemas/channel.schema.js';

/** A platform as its channel module declares it. */
export interface PlatformDefinition {
  readonly name: ChannelPlatform;
  /** The longest text of one message. */
  readonly textLimit: { readonly limit: number; readonly unit: 'characters' | 'bytes' };
  /** How long a person may still answer after the standard window, milliseconds; 0 where nobody may. */
  readonly humanAgentExtensionMs: number;
}

const definitions = new Map<string, PlatformDefinition>();

/**
 * Declares a platform whose accounts can be connected. Called once by the channel module, when its file is loaded.
 * @throws Error when the platform is declared already
 */
export function declarePlatform(definition: PlatformDefinition): void {
  if (definitions.has(definition.name)) throw new Error(`The platform "${definition.name}" is declared already`);
  definitions.set(definition.name, definition);
}

/** Undefined for a platform that no channel module declares. */
export function platformDefinition(name: string): PlatformDefinition | undefined {
  return definitions.get(name);
}

/** The names of all declared platforms, in the order of their declaration. */
export function declaredPlatforms(): string[] {
  return [...definitions.keys()];
}
