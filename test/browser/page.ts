// Opens the built page as a person would, and the few things that every test does with it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { serve } from './serve.ts';
import type { Served } from './serve.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Stage {
  readonly browser: Browser;
  readonly served: Served;
  /** A new visitor's page; anything that goes wrong in it is listed in `faults`. */
  readonly open: (options?: OpenOptions) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly language?: 'zh-CN' | 'en-GB';
  readonly width?: number;
  readonly height?: number;
  /** With the mark, such as `#…`. */
  readonly hash?: string;
  readonly dark?: boolean;
  /** The tour opens by itself for new visitors; most tests have seen it. */
  readonly tour?: boolean;
}

export interface OpenPage {
  readonly page: Page;
  readonly faults: string[];
}

export async function openStage(): Promise<Stage> {
  const served = await serve();
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  const open = async (options: OpenOptions = {}): Promise<OpenPage> => {
    const context = await browser.newContext({
      locale: options.language ?? 'zh-CN',
      viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
      colorScheme: options.dark === true ? 'dark' : 'light',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    if (options.tour !== true)
      await context.addInitScript(() => localStorage.setItem('biaochi.tour.seen', 'true'));
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(served.address) && !/^(?:blob|data):/.test(url))
        faults.push(`asked the network for ${url}`);
    });
    await page.goto(served.address + (options.hash ?? ''));
    await page
      .locator('.monaco-editor textarea, .monaco-editor .native-edit-context')
      .first()
      .waitFor({ state: 'attached', timeout: 30_000 });
    return { page, faults };
  };
  return {
    browser,
    served,
    open,
    close: async () => {
      await browser.close();
      served.close();
    },
  };
}

/** Waits until the worker has answered everything that was asked of it. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(350);
  await page.locator('[data-testid=worker].idle').waitFor({ timeout: 30_000 });
}

/** Opens a shipped ruleset by its path. */
export async function openRuleset(page: Page, path: string): Promise<void> {
  await page.locator(`button.file[title="${path}"]`).click();
  await settled(page);
}

/** The text of a shipped ruleset. */
export function shippedText(path: string): string {
  return readFileSync(resolve(import.meta.dirname, '../../rulesets', path), 'utf8');
}

/** Puts a whole new text into the editor, as a paste would. */
export async function writeText(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Alt+KeyE');
  await page.keyboard.press('Control+KeyA');
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+KeyV');
  await settled(page);
}

/** The total on the sheet. */
export async function totalOf(page: Page): Promise<string> {
  const cell = page.locator('[data-testid=total-figure]');
  return (await cell.innerText()).trim();
}

/** Keeps a picture for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({
    path: resolve(import.meta.dirname, 'screenshots', `${name}.png`),
  });
}
