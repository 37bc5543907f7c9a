import type { Page } from '@playwright/test';
import { PIXEL_PNG } from './support/pictures.ts';
import { expect, logIn, pageIsComplete, test } from './support/test.ts';

const open = (page: Page, name: RegExp): Promise<void> => page.getByRole('link', { name }).first().click();
const log = (page: Page) => page.getByRole('log');

test('sends a file with its caption', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Paula Parrot');
  await customer.writes('A picture?');
  await open(page, /Paula Parrot/);
  const file = { name: 'luna.png', mimeType: 'image/png', buffer: PIXEL_PNG };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('list', { name: 'Files' }).getByText('luna.png')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reply' }).fill('This is Luna');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => customer.phone()).toContain('This is Luna');
  await log(page).getByRole('button', { name: 'Picture: open' }).click();
  const viewer = page.getByRole('dialog', { name: 'Pictures and videos' });
  await expect(viewer.getByRole('img')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
});

test('sends files that are dropped and pasted', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Dino Duck');
  await customer.writes('Pictures?');
  await open(page, /Dino Duck/);
  await expect(page.getByRole('textbox', { name: 'Reply' })).toBeVisible();
  const dropped = await page.evaluateHandle(pictureOf, ['dropped.png', PIXEL_PNG.toString('base64')]);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped });
  await expect(page.getByText('Drop the files to send')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  const pasted = await page.evaluateHandle(pictureOf, ['pasted.png', PIXEL_PNG.toString('base64')]);
  await page.getByRole('textbox', { name: 'Reply' }).evaluate((field, clipboardData) => {
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, pasted);
  const files = page.getByRole('list', { name: 'Files' }).getByRole('listitem');
  await expect(files).toHaveText([/dropped.png/, /pasted.png/]);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(log(page).getByRole('button', { name: 'Picture: open' })).toHaveCount(2);
  await expect.poll(async () => (await customer.phone()).length).toBe(3);
});

/** A drop or a clipboard with one picture. Runs in the page. */
function pictureOf([name, base64]: string[]): DataTransfer {
  const transfer = new DataTransfer();
  const bytes = Uint8Array.from(atob(String(base64)), (character) => character.charCodeAt(0));
  transfer.items.add(new File([bytes], String(name), { type: 'image/png' }));
  return transfer;
}

test('sends a voice note that the browser has recorded', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Vito Viper');
  await customer.writes('Call me?');
  await open(page, /Vito Viper/);
  await page.getByRole('button', { name: 'Record a voice note' }).click();
  await expect(page.getByText(/Recording \d:(?!00)/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop the recording' }).click();
  await expect(page.getByRole('list', { name: 'Files' }).getByText(/voice-note/)).toBeVisible();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(log(page).getByRole('button', { name: 'Play' })).toBeVisible();
  await expect.poll(async () => (await customer.phone()).length).toBe(2);
});

test('turns the microphone off when the user leaves before the browser gives it', async ({
  staffPage: page,
  company,
}) => {
  const customer = await company.customer('Mia Mole');
  await customer.writes('Call me?');
  await open(page, /Mia Mole/);
  await page.evaluate(giveMicrophoneLate);
  await page.getByRole('button', { name: 'Record a voice note' }).click();
  await page.getByText('Note', { exact: true }).click();
  expect(await page.evaluate(() => (window as unknown as LateMicrophone).give())).toBe('ended');
});

interface LateMicrophone {
  /** Grants the pending request for the microphone. Returns the state of its track a moment later. */
  give: () => Promise<string | undefined>;
}

/** Runs in the page. */
function giveMicrophoneLate(): void {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const { promise, resolve } = Promise.withResolvers<MediaStream>();
  navigator.mediaDevices.getUserMedia = () => promise;
  (window as unknown as LateMicrophone).give = async () => {
    const stream = await ask({ audio: true });
    resolve(stream);
    await new Promise((painted) => requestAnimationFrame(painted));
    return stream.getAudioTracks()[0]?.readyState;
  };
}

test('never sends a note to the customer, and keeps a draft in its conversation', async ({
  staffPage: page,
  company,
}) => {
  const first = await company.customer('Nora Newt');
  const second = await company.customer('Simon Snake');
  await company.colleague('Bruno Reis');
  await first.writes('From Nora');
  await second.writes('From Simon');
  await open(page, /Nora Newt/);
  await page.getByText('Note', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Bites. @bruno r');
  await expect(page.getByRole('option', { name: /Bruno Reis/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Bites. @Bruno Reis ');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(log(page).getByText('Only your team sees this')).toBeVisible();
  await expect(log(page).locator('mark')).toHaveText('@Bruno Reis');
  await page.getByRole('textbox', { name: 'Note' }).fill('@bruno reis');
  await page.keyboard.press('Enter');
  await expect(log(page).locator('mark')).toHaveText(['@Bruno Reis', '@bruno reis']);

  await page.getByText('Reply', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Reply' }).fill('For Nora only');
  await open(page, /Simon Snake/);
  await expect(log(page).getByText('From Simon')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('');
  await page.reload();
  await open(page, /Nora Newt/);
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('For Nora only');
  expect(await first.phone()).toEqual(['From Nora']);
});

test('warns of a newer answer, and puts the text back into the composer', async ({
  staffPage: page,
  browser,
  company,
}) => {
  const customer = await company.customer('Gita Goose');
  await customer.writes('Is Friday fine?');
  const context = await browser.newContext();
  const colleague = await context.newPage();
  await logIn(colleague, await company.colleague('Maria Mouse'));
  // The colleague's answer arrives first, but this page has not seen it. A route that is set late may miss the request.
  await page.route('**/api/v1/messages', async (route) => {
    await colleague.keyboard.press('Enter');
    await expect.poll(() => customer.phone()).toContain('Friday is fine');
    await route.continue();
  });
  for (const one of [page, colleague]) {
    await open(one, /Gita Goose/);
    await expect(log(one).getByText('Is Friday fine?')).toBeVisible();
  }
  await expect(page.getByText('Maria Mouse is looking at this too')).toBeVisible();
  await colleague.keyboard.press('i');
  await expect(page.getByRole('button', { name: 'Assigned to Maria Mouse' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Gita Goose.*Assigned to Maria Mouse/ })).toBeVisible();
  await colleague.getByRole('textbox', { name: 'Reply' }).fill('Friday is fine');
  await expect(page.getByText('Maria Mouse is writing …')).toBeVisible();

  await page.getByRole('textbox', { name: 'Reply' }).fill('No, sorry');
  await page.keyboard.press('Enter');
  await expect(log(page).getByText(/Maria Mouse replied .* ago/)).toBeVisible();
  await page.unroute('**/api/v1/messages');
  await log(page).getByRole('button', { name: 'Back to editing' }).click();
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('No, sorry');
  expect(await customer.phone()).not.toContain('No, sorry');
  await context.close();
});

test('keeps the scroll position while older messages load, and counts new ones below', async ({
  staffPage: page,
  company,
}) => {
  const customer = await company.customer('Lena Lynx');
  await customer.writes('The first one');
  await open(page, /Lena Lynx/);
  await expect(log(page).getByText('The first one')).toBeVisible();
  const path = `/conversations/${new URL(page.url()).pathname.split('/').at(-1)}/notes`;
  for (let index = 0; index < 130; index += 1) await company.api('POST', path, { content: `note ${index}` });
  await page.reload();
  await pageIsComplete(page);
  await expect(log(page).getByText('note 129')).toBeInViewport();
  const moved = await log(page).evaluate(watchPixels, 'The conversation starts here');
  expect(moved).toEqual([]);
  await customer.writes('Are you there?');
  await page.getByRole('button', { name: '1 new message' }).click();
  await expect(log(page).getByText('Are you there?')).toBeInViewport();
});

test('opens around an old message, and scrolls on to the newest', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Otto Otter');
  await customer.writes('The first one');
  await open(page, /Otto Otter/);
  await expect(log(page).getByText('The first one')).toBeVisible();
  const { pathname } = new URL(page.url());
  const path = `/conversations/${pathname.split('/').at(-1)}/notes`;
  for (let seq = 2; seq <= 220; seq += 1) await company.api('POST', path, { content: `note ${seq}.` });
  const old = log(page).getByRole('article').filter({ hasText: 'note 30.' });
  const leaveAndReturn = async (): Promise<void> => {
    await page.goto('/profile');
    await page.goto(`${pathname}?seq=30`);
    await expect(old).toBeInViewport();
  };

  await leaveAndReturn();
  await expect(old).toHaveAttribute('aria-current', 'true');
  await pageIsComplete(page);
  const place = await old.boundingBox();
  await customer.writes('Are you there?');
  await expect(page.getByRole('button', { name: '1 new message' })).toBeVisible();
  expect(await old.boundingBox()).toEqual(place);
  await page.getByRole('button', { name: '1 new message' }).click();
  await expect(log(page).getByText('Are you there?')).toBeInViewport();
  await expect(page).not.toHaveURL(/seq=/);

  // The reader sees every message while scrolling: none is missing where the two parts meet.
  await leaveAndReturn();
  const seen = await log(page).evaluate(readToEnd, 'Are you there?');
  expect(seen).toEqual([...Array.from({ length: 191 }, (_, index) => `note ${index + 30}.`), 'Are you there?']);

  await leaveAndReturn();
  await page.getByRole('textbox', { name: 'Reply' }).fill('Yes, here');
  await page.keyboard.press('Enter');
  await expect(log(page).getByText('Yes, here')).toBeInViewport();
  await expect.poll(() => customer.phone()).toContain('Yes, here');
});

/** Scrolls from the open message to the last one. Returns the texts that were shown. */
async function readToEnd(box: Element, last: string): Promise<string[]> {
  const frames = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const next = (left: number): unknown => (left === 0 ? resolve() : requestAnimationFrame(() => next(left - 1)));
      next(count);
    });
  const seen: string[] = [];
  while (!seen.includes(last)) {
    const articles = [...box.querySelectorAll('article')].sort(
      (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
    );
    const texts = articles.map((article) => article.querySelector('p[class*=text]')?.textContent ?? '');
    seen.push(...texts.filter((text) => !seen.includes(text)));
    box.scrollTop += 400;
    await frames(3);
  }
  return seen.slice(seen.indexOf('note 30.'));
}

/** Scrolls up to the words at the beginning. Returns the messages that moved between two frames without scrolling. */
async function watchPixels(box: Element, beginning: string): Promise<string[]> {
  const frames = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const next = (left: number): unknown => (left === 0 ? resolve() : requestAnimationFrame(() => next(left - 1)));
      next(count);
    });
  const moved: string[] = [];
  while (box.scrollTop > 0 || !box.textContent?.includes(beginning)) {
    box.scrollTop = Math.max(0, box.scrollTop - 400);
    await frames(2);
    const top = box.getBoundingClientRect().top;
    const shown = [...box.querySelectorAll('article')].find((one) => one.getBoundingClientRect().top > top + 60);
    const before = shown?.getBoundingClientRect().top ?? 0;
    await frames(10);
    const after = shown?.getBoundingClientRect().top ?? 0;
    if (shown?.isConnected && Math.abs(after - before) > 1) moved.push(`${shown.textContent} ${after - before}`);
  }
  return moved;
}
