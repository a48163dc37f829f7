import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import {expect} from './fixtures';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Axe finds nothing on a page as it stands, on a wide screen and on a phone, and a phone never scrolls sideways. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({width, height: 800});
    // The pages have no frames, so axe may run in one go, which takes half the time.
    const {violations} = await new AxeBuilder({page}).setLegacyMode(true).options({runOnly: RULES, resultTypes: ['violations']}).analyze();
    const found = violations.map(({id, nodes}) => `${id}: ${nodes.map(({target, failureSummary}) => `${target.join(' ')} – ${failureSummary}`).join('; ')}`);
    expect(found, `${what} at ${width} px`).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways, `${what} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
  }
}
