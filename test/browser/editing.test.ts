// Editing a ruleset: totals that move, errors that keep the last good result, Chinese punctuation from
// an input method.
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

const DEDUCTIONS = 'gallery/deductions.chi';

test('Futian’s published department is scored as soon as the page is open', async () => {
  const { page, faults } = await stage.open();
  await settled(page);
  expect(await totalOf(page)).toBe('96.76');
  await picture(page, 'loaded');
  await page.locator('.group-cell').first().waitFor();
  expect(await page.locator('.form-table tbody tr').count()).toBe(21);
  expect(faults).toEqual([]);
});

test('a changed deduction moves the totals of all departments and says from what to what', async () => {
  const { page, faults } = await stage.open();
  await openRuleset(page, DEDUCTIONS);
  await page.getByRole('button', { name: '乙局', exact: true }).click();
  await settled(page);
  expect(await totalOf(page)).toBe('23.50');
  const text = shippedText(DEDUCTIONS);
  await writeText(
    page,
    text.replace('deduct 0.5 per 1% of 预算偏差率 above', 'deduct 1 per 1% of 预算偏差率 above'),
  );
  expect(await totalOf(page)).toBe('19.00');
  const row = page.locator('.departments-pane tr', { hasText: '乙局' });
  expect(await row.innerText()).toMatch(/23\.50[\s\S]*19\.00[\s\S]*▼ −4\.5/);
  await page.getByRole('tab', { name: '前后对比' }).click();
  await page.locator('.chart svg').waitFor();
  await picture(page, 'changes');
  expect(faults).toEqual([]);
});

test('a broken rule is an error with its line, and the last good result stays, marked as such', async () => {
  const { page, faults } = await stage.open();
  await openRuleset(page, DEDUCTIONS);
  const before = await totalOf(page);
  await writeText(
    page,
    shippedText(DEDUCTIONS).replace('deduct 2 when 迟报次数 = 1', 'deduct 2 when 迟到次数 = 1'),
  );
  const error = page.locator('.problem-list li.error').first();
  expect(await error.innerText()).toContain('迟到次数');
  expect(await page.locator('.banner').innerText()).toContain('最后一次算出的结果');
  expect(await totalOf(page)).toBe(before);
  await picture(page, 'error');
  // The fix that is offered mends it.
  await error.locator('button.fix').first().click();
  await settled(page);
  expect(await page.locator('.banner').count()).toBe(0);
  expect(await page.locator('.problem-list li.error').count()).toBe(0);
  expect(faults).toEqual([]);
});

test('a problem’s row leads to its place in the text', async () => {
  const { page } = await stage.open();
  await openRuleset(page, DEDUCTIONS);
  await writeText(
    page,
    shippedText(DEDUCTIONS).replace('deduct 2 when 迟报次数 = 1', 'deduct 2 when 迟到次数 = 1'),
  );
  await page.locator('.problem-list li.error button.problem').first().click();
  const line =
    shippedText(DEDUCTIONS)
      .split('\n')
      .findIndex((text) => text.includes('deduct 2 when')) + 1;
  expect(await page.locator('.status').innerText()).toContain(`第 ${String(line)} 行`);
});

test('full-width punctuation from an input method is accepted', async () => {
  const { page, faults } = await stage.open();
  await openRuleset(page, DEDUCTIONS);
  await writeText(
    page,
    '规则集 街道考核 适用 2024 ｛\n总分 10 分\n得分保留到 0.01 四舍五入\n等级｛优 自 9　差 自 0｝\n输入 迟报次数：计数 次\n指标 报送 10 分｛\n\n｝\n｝\n',
  );
  await page.keyboard.press('Control+Home');
  for (let line = 1; line < 7; line += 1) await page.keyboard.press('ArrowDown');
  // An input method composes letters first and puts the signs in their place afterwards.
  const devtools = await page.context().newCDPSession(page);
  for (const [typed, written] of [
    ['kou', '扣0.5分　每　'],
    ['chibao', '（迟报次数＋1）'],
  ] as const) {
    await devtools.send('Input.imeSetComposition', {
      text: typed,
      selectionStart: typed.length,
      selectionEnd: typed.length,
    });
    await devtools.send('Input.insertText', { text: written });
  }
  await settled(page);
  expect(await page.locator('.problem-list li.error').allInnerTexts()).toEqual([]);
  expect(await page.locator('.view-lines').innerText()).toContain('（迟报次数＋1）');
  expect(faults).toEqual([]);
});

test('a name of the sheet leads to its line in the ruleset, and the cursor marks its row on the sheet', async () => {
  const { page } = await stage.open();
  await settled(page);
  await page.getByRole('button', { name: '财务合规性', exact: true }).click();
  await page.getByText('这是所修订的规则集').waitFor();
  await page.locator('tr.at-cursor', { hasText: '财务合规性' }).waitFor();
  // Scored is still Futian.
  expect(await totalOf(page)).toBe('96.76');
});

test('completion finds Chinese names by the first letters of their pinyin, and scores stand beside the rules', async () => {
  const { page, faults } = await stage.open();
  await openRuleset(page, 'examples/street.chi');
  await page.getByText('东湖街道：5.6').first().waitFor();
  await page.keyboard.press('Alt+KeyE');
  await page.keyboard.press('Control+Home');
  for (let line = 1; line < 17; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.type(' * ');
  await page.keyboard.type('my', { delay: 150 });
  await page.locator('.suggest-widget .monaco-list-row', { hasText: '满意度' }).waitFor();
  await picture(page, 'completion');
  expect(faults).toEqual([]);
});
