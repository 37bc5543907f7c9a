import { ValidateBy } from 'class-validator';

/** URLs also allow `;`, `,` and `*` in a host, which have a meaning in a policy. */
const HOST = /^[a-z0-9.-]+$/;

/** Whether the text is the origin of a site: `https`, a host, and a port at most. Plain `http` is for this machine only. */
export function isOrigin(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  const url = URL.parse(text);
  if (!url || url.origin !== text || !HOST.test(url.hostname)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost');
}

/** A list of origins. They go into a header as they are, so nothing else may pass. */
export const Origins = (): PropertyDecorator =>
  ValidateBy({
    name: 'origins',
    validator: {
      validate: (value: unknown) => Array.isArray(value) && value.every(isOrigin),
      defaultMessage: () => '$property must be addresses of sites without a path, such as https://example.com',
    },
  });
