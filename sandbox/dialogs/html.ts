/** Small parts of HTML pages. Every value from outside goes through `escapeHtml`. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

export interface Choice {
  name: string;
  value: string;
  label: string;
  isChecked?: boolean;
  type?: 'checkbox' | 'radio';
}

export function choice({ name, value, label, isChecked = false, type = 'checkbox' }: Choice): string {
  const checked = isChecked ? ' checked' : '';
  return `<label><input type="${type}" name="${name}" value="${escapeHtml(value)}"${checked}> ${escapeHtml(label)}</label>`;
}

export function textField(name: string, label: string, hint: string): string {
  return (
    `<label class="field">${escapeHtml(label)}<input name="${name}" maxlength="60" autocomplete="off">` +
    `<small>${escapeHtml(hint)}</small></label>`
  );
}

export function group(title: string, content: string): string {
  return `<fieldset><legend>${escapeHtml(title)}</legend>${content}</fieldset>`;
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 34rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; }
fieldset { border: 1px solid #8886; border-radius: 8px; margin: 0 0 1rem; padding: .5rem 1rem 1rem; }
legend { font-weight: 600; padding: 0 .3rem; }
label { display: block; padding: .45rem 0; overflow-wrap: anywhere; }
.field input, select { display: block; width: 100%; box-sizing: border-box; padding: .5rem; font: inherit; }
small { opacity: .8; }
button { font: inherit; min-height: 44px; padding: 0 1.2rem; margin-right: .5rem; border-radius: 8px; border: 1px solid #8886; cursor: pointer; }
button[value=continue] { background: #0b57d0; color: #fff; border-color: #0b57d0; }
[role=alert] { border-left: 4px solid #c62828; padding-left: .8rem; }
`;

export function page(title: string, content: string): Buffer {
  return Buffer.from(
    `<!doctype html><html lang="en"><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>` +
      `<style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`,
  );
}
