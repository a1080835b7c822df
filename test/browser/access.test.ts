// Who cannot see well, has no mouse or a small screen can use the page: axe on its main states, the
// keyboard, both languages, both sets of colours, narrow screens.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openRuleset,
  openStage,
  picture,
  settled,
  shippedText,
  totalOf,
  writeText,
} from './page.ts';
import type { Stage } from './page.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
});

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  readonly axe: {
    readonly run: (
      root: Document,
      options: object,
    ) => Promise<{
      readonly violations: readonly {
        readonly id: string;
        readonly nodes: readonly {
          readonly target: readonly string[];
          readonly failureSummary?: string;
        }[];
      }[];
    }>;
  };
}

/** What axe finds wrong, as short lines. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as AxeWindow;
    const { violations: found } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    });
    return found.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
    );
  });
}

const TABS = [
  'sheet',
  'data',
  'changes',
  'points',
  'missing',
  'charts',
  'compare',
  'audit',
  'output',
];

test.each([
  { language: 'zh-CN', dark: false },
  { language: 'en-GB', dark: true },
] as const)('axe finds nothing on any tab ($language, dark: $dark)', async ({ language, dark }) => {
  const { page, faults } = await stage.open({ language, dark });
  await settled(page);
  await picture(page, dark ? 'dark' : 'loaded');
  for (const name of TABS) {
    await page.locator(`#tab-${name}`).click();
    await page.waitForTimeout(700);
    await picture(page, `${name}-${dark ? 'dark-en' : 'light-zh'}`);
    expect(await violations(page), name).toEqual([]);
  }
  expect(faults).toEqual([]);
});

test('axe finds nothing where there are errors, an opened explanation, a dialog, the tour', async () => {
  const { page } = await stage.open({ tour: true });
  await settled(page);
  await picture(page, 'tour');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('.opener').nth(5).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '快捷键' }).click();
  await picture(page, 'shortcuts');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '关闭' }).click();
  await openRuleset(page, 'gallery/deductions.chi');
  await writeText(
    page,
    shippedText('gallery/deductions.chi').replace('deduct 2 when', 'deduct when'),
  );
  expect(await violations(page)).toEqual([]);
});

test('the language of the page follows the browser and can be changed', async () => {
  const { page } = await stage.open({ language: 'en-GB' });
  await settled(page);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByRole('tab', { name: 'Score sheet' }).waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('tab', { name: '评分表' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  await page.reload();
  await page.getByRole('tab', { name: '评分表' }).waitFor();
});

test('on a narrow screen panes stand beneath each other and nothing is wider than the screen', async () => {
  const { page } = await stage.open({ width: 390, height: 844 });
  await settled(page);
  expect(await totalOf(page)).toBe('96.76');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await picture(page, 'narrow');
  await page.getByRole('link', { name: '评分结果', exact: true }).click();
  await page.waitForTimeout(300);
  await picture(page, 'narrow-results');
  expect(await violations(page)).toEqual([]);
});

test('the keyboard reaches the sheet, moves the panes and leaves the editor', async () => {
  const { page } = await stage.open();
  await settled(page);
  await page.keyboard.press('Alt+KeyE');
  expect(await page.evaluate(() => document.activeElement?.closest('.editor-pane') !== null)).toBe(
    true,
  );
  await page.keyboard.press('Control+KeyM');
  await page.keyboard.press('Tab');
  expect(
    await page.evaluate(() => document.activeElement?.closest('.monaco-editor') === null),
  ).toBe(true);
  const line = page.getByRole('separator', { name: '调整评分结果的宽度' });
  await line.focus();
  const before = await page.locator('.results-pane').boundingBox();
  await page.keyboard.press('ArrowLeft');
  const after = await page.locator('.results-pane').boundingBox();
  expect((after?.width ?? 0) - (before?.width ?? 0)).toBeGreaterThan(10);
  await page.keyboard.press('Alt+Digit4');
  expect(await page.locator('#tab-points').getAttribute('aria-selected')).toBe('true');
});

test('panes keep the sizes that they were given', async () => {
  const { page } = await stage.open();
  await page.getByRole('separator', { name: '调整评分结果的宽度' }).focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
  const before = await page.locator('.results-pane').boundingBox();
  await page.reload();
  const after = await page.locator('.results-pane').boundingBox();
  expect(after?.width).toBe(before?.width);
});
