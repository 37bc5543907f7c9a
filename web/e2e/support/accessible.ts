import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules that judge colours. All others find the same in both colour schemes. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Looks in the page itself. Otherwise each analysis opens another page, which takes longer than the analysis. */
export const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

/**
 * Expects that what the page shows breaks no rule of accessibility, in both colour schemes.
 *
 * @param screen names it in the failure
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await page.evaluate(endOfTransitions);
    const rules = colorScheme === 'dark' ? axe(page).withRules(COLOUR_RULES) : axe(page).withTags(TAGS);
    const { violations } = await rules.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect([screen, colorScheme, ...found]).toEqual([screen, colorScheme]);
  }
}

/** The same for a page of visitors, which follows the colour scheme of the system. */
export async function expectVisitorPageAccessible(page: Page): Promise<void> {
  const { violations } = await axe(page).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

/** Runs in the page. */
async function endOfTransitions(): Promise<void> {
  const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.allSettled(transitions.map(({ finished }) => finished));
}
