import type { TurnFacts } from '../facts.types.js';

const DATES = /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\b/g;
const TIMES = /\b\d{1,2}[:h]\d{2}\b/g;
const NUMBERS = /\+?\(?\d(?:[\s().\-–\u00a0/]*\d){6,}/g;
const EMAILS = /[\p{L}\p{N}._%+-]+\s*(?:@|\(at\)|\[at\])\s*[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const HOSTS =
  /(?:\b(?:https?|ftp|wa|javascript|data):(?:\/\/)?|\bwww\.)[^\s<>"')\]]+|\b(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|io|br|es|mx|ar|co|me|app|xyz|info|link|ly|site|shop|online|dev|gg|ru|top|pt|uk|de|fr|it|nl|pl|us)\b(?:\/[^\s<>"')\]]*)?/giu;
/** Numbers with fewer digits are prices, house numbers and dates. */
const MIN_PHONE_DIGITS = 7;

const SECRETS: readonly RegExp[] = [
  /\b(?:sk|pk|rk|ghp|gho|xox[abprs]|EAA|AIza)[-_A-Za-z0-9]{12,}/,
  /\bAKIA[0-9A-Z]{12,}/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}/,
  /-----BEGIN/,
  /\bBearer\s+[\w.-]{8,}/i,
  /\b(?:api[_ -]?key|token|secret|password|senha|contrasena|contraseña|clave)\s*(?:is|e|é|es|[:=])\s*\S{6,}/iu,
  /\bmongodb(?:\+srv)?:\/\//i,
  // Ids of the database, and texts in Base64 or hexadecimal that nobody can check.
  /\b[0-9a-f]{24,}\b/i,
  /[A-Za-z0-9+/_-]{40,}/,
];

export const hasSecret = (text: string): boolean => SECRETS.some((secret) => secret.test(text));

/** A phone number, e-mail address or link that belongs neither to the company nor to this contact. */
export function hasForeignAddress(text: string, facts: TurnFacts): boolean {
  const withoutEmails = text.replace(EMAILS, ' ');
  return hasForeignEmail(text, facts) || hasForeignLink(withoutEmails, facts) || hasForeignNumber(withoutEmails, facts);
}

function hasForeignEmail(text: string, { company, contact }: TurnFacts): boolean {
  const own = [...company.emails, contact.email ?? ''].map((email) => email.toLowerCase());
  return (text.match(EMAILS) ?? []).some((email) => !own.includes(email.replace(/\s/g, '').toLowerCase()));
}

function hasForeignLink(text: string, { company }: TurnFacts): boolean {
  return (text.match(HOSTS) ?? []).some((link) => {
    if (/^(?:wa|javascript|data|ftp):/i.test(link)) return true;
    // Everything before an @ is a user name: https://salon.com@evil.example leads to evil.example.
    const authority = link.replace(/^https?:\/\//i, '').split(/[/?#\\]/)[0] ?? '';
    const host = (authority.split('@').at(-1) ?? '').split(':')[0]?.toLowerCase().replace(/\.+$/, '') ?? '';
    const isOwn = company.link_hosts.some(
      (own) => host === own.toLowerCase() || host.endsWith(`.${own.toLowerCase()}`),
    );
    return !isOwn && host !== 'www' && host !== '';
  });
}

function hasForeignNumber(text: string, { company, contact }: TurnFacts): boolean {
  const own = [company.phone, company.emergency_phone, contact.phone, ...numbersIn(company.policies), company.address]
    .map((phone) => phone?.replace(/\D/g, '') ?? '')
    .filter((digits) => digits.length >= MIN_PHONE_DIGITS);
  const plain = text.replace(DATES, ' ; ').replace(TIMES, ' ; ');
  return (plain.match(NUMBERS) ?? []).some((number) => {
    const digits = number.replace(/\D/g, '');
    return !own.some((phone) => phone.endsWith(digits) || digits.endsWith(phone));
  });
}

function numbersIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.match(NUMBERS) ?? []);
}
