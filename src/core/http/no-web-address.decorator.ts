import { createRequire } from 'node:module';
import { registerDecorator } from 'class-validator';
import { LinkifyIt } from 'linkify-it';

let linkifier: LinkifyIt | undefined;

/** Made at the first use, since the list of all top-level domains takes a moment to compile. */
function theLinkifier(): LinkifyIt {
  const topLevelDomains = createRequire(import.meta.url)('tlds') as string[];
  return new LinkifyIt({ fuzzyLink: true, fuzzyIP: true, fuzzyEmail: false }).tlds(topLevelDomains);
}

/** Whether a mail program would make a link of a part of the text. */
export function hasWebAddress(text: string): boolean {
  linkifier ??= theLinkifier();
  return linkifier.test(text);
}

/** For names that stand in mails to strangers, who must not be led anywhere by them. */
export function NoWebAddress(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'noWebAddress',
      target: target.constructor,
      propertyName: String(property),
      options: { message: '$property must not contain a web address; put a space after a dot' },
      validator: { validate: (value: unknown) => typeof value === 'string' && !hasWebAddress(value) },
    });
  };
}
