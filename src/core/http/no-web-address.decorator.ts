import { createRequire } from 'node:module';
import { registerDecorator } from 'class-validator';
import { LinkifyIt } from 'linkify-it';

let linkifier: LinkifyIt | undefined;

/** At the first use, since the list of all top-level domains takes a moment to compile. */
function theLinkifier(): LinkifyIt {
  const topLevelDomains = createRequire(import.meta.url)('tlds') as string[];
  return new LinkifyIt({ fuzzyLink: true, fuzzyIP: true, fuzzyEmail: false }).tlds(topLevelDomains);
}

export function hasWebAddress(text: string): boolean {
  linkifier ??= theLinkifier();
  return linkifier.test(text);
}

/** For names in mails to strangers, who must not be led to a foreign page. */
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
