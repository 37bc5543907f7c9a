import type { Mail } from './mailer.js';

export interface MailContent {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  readonly footer: string;
}

/** The only place that escapes text for the HTML. */
export function layOut(to: string, content: MailContent): Mail {
  return { to, subject: oneLine(content.subject), text: textOf(content), html: htmlOf(content) };
}

export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Names come from users: a line break in a subject would start a new header. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function textOf({ greeting, paragraphs, action, footer }: MailContent): string {
  return [greeting, ...paragraphs, ...(action ? [`${action.label}: ${action.url}`] : []), footer].join('\n\n');
}

function htmlOf({ subject, greeting, paragraphs, action, footer }: MailContent): string {
  const lines = [greeting, ...paragraphs].map((line) => `<p>${escapeHtml(line)}</p>`);
  if (action) lines.push(`<p><a href="${escapeHtml(action.url)}">${escapeHtml(action.label)}</a></p>`);
  lines.push(`<p style="color:#667">${escapeHtml(footer)}</p>`);
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="font-family:sans-serif">${lines.join('')}</body></html>`;
}
