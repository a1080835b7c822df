// What comes from elsewhere: links, project files, tables. It shows what was sent, and runs nothing.
import { deflateSync, strToU8 } from 'fflate';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
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
const folder = mkdtempSync(join(tmpdir(), 'biaochi-'));
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
});

const DEDUCTIONS = 'gallery/deductions.chi';
const EVIL = '<img src=x onerror="globalThis.harmed=1">';

function linkOf(state: unknown): string {
  return `#s=1.${Buffer.from(deflateSync(strToU8(JSON.stringify(state)))).toString('base64url')}`;
}

async function sharedLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: '分享链接' }).click();
  const link = await page.locator('.share input').inputValue();
  await picture(page, 'share');
  await page.getByRole('button', { name: '关闭' }).click();
  return link.slice(link.indexOf('#'));
}

test('a shared link shows the same text and totals, and says who can read it', async () => {
  const { page } = await stage.open();
  await openRuleset(page, DEDUCTIONS);
  await writeText(page, shippedText(DEDUCTIONS).replace('deduct 2 when', 'deduct 3 when'));
  await page.getByRole('button', { name: '甲局', exact: true }).click();
  await settled(page);
  const total = await totalOf(page);
  expect(total).toBe('53.15');
  await page.getByRole('button', { name: '分享链接' }).click();
  expect(await page.locator('.share').innerText()).toContain('得到这个链接的人都能看到');
  await page.getByRole('button', { name: '关闭' }).click();
  const hash = await sharedLink(page);

  const other = await stage.open({ hash });
  await settled(other.page);
  await other.page.getByRole('button', { name: '甲局', exact: true }).click();
  await settled(other.page);
  expect(await totalOf(other.page)).toBe(total);
  expect(
    await other.page.locator('.departments-pane tr', { hasText: '甲局' }).innerText(),
  ).toContain('54.15');
  expect(new URL(other.page.url()).hash).toBe('');
  expect(other.faults).toEqual([]);
});

test.each([
  ['cut off', '#s=1.eNqrVkrLzElVslJQ'],
  ['not base64', '#s=1.%%%<script>'],
  ['of a later version', '#s=99.AAAA'],
  [
    'a bomb',
    `#s=1.${Buffer.from(deflateSync(new Uint8Array(60_000_000), { level: 9 })).toString('base64url')}`,
  ],
  ['not a project', linkOf({ files: 5 })],
  [
    'with a path that leads out',
    linkOf({
      files: { '../../evil.chi': '' },
      open: '../../evil.chi',
      departments: [],
      selected: 0,
    }),
  ],
])('a link that is %s is refused in words, and the page works on', async (_what, hash) => {
  const { page, faults } = await stage.open({ hash });
  await settled(page);
  expect(await page.locator('.notice.bad').innerText()).toContain('链接打不开');
  expect(await totalOf(page)).toBe('96.76');
  expect(faults).toEqual([]);
});

test('names of a shared project are text wherever they are shown', async () => {
  const text = `规则集 「${EVIL}」 适用 2024 {
  总分 10 分
  得分保留到 0.01 四舍五入
  等级 { 「${EVIL}优」 自 9  差 自 0 }
  输入 「__proto__」 : 计数 次
  输入 「constructor」 : 计数 次 "${EVIL.replaceAll('"', "'")}"
  分组 「__proto__」 10 分 {
    指标 「${EVIL}」 5 分 { 说明 "${EVIL.replaceAll('"', "'")}"  扣 0.5 分 每 「__proto__」 }
    指标 「toString」 5 分 { 扣 0.5 分 每 「constructor」 }
  }
}
`;
  const department = (name: string) => ({
    path: `${name}.json`.replaceAll('/', '·'),
    text: `{"department": ${JSON.stringify(name)}, "year": 2024, "inputs": {"__proto__": 2, "constructor": 1}}`,
  });
  const path = `my/${EVIL.replaceAll('"', "'")}.chi`;
  const hash = linkOf({
    files: { [path]: text, __proto__: 1 },
    open: path,
    departments: [department(EVIL), department('__proto__')],
    selected: 0,
    baseline: 'parent',
  });
  const { page, faults } = await stage.open({ hash });
  await settled(page);
  expect(await totalOf(page)).toBe('8.50');
  for (const name of [
    'data',
    'changes',
    'points',
    'missing',
    'charts',
    'compare',
    'audit',
    'output',
    'sheet',
  ]) {
    await page.locator(`#tab-${name}`).click();
    await page.waitForTimeout(600);
  }
  await page.locator('.opener').first().click();
  await page.locator('#tab-charts').click();
  for (const kind of ['扣分瀑布', '分组得分率', '总分分布']) {
    await page.getByRole('button', { name: kind }).click();
    await page.waitForTimeout(300);
    await page.locator('.chart [role=img]').hover({ position: { x: 200, y: 60 } });
    await page.waitForTimeout(200);
  }
  await picture(page, 'hostile');
  // Hovering a name in the editor shows what is known of it, as text.
  await page.locator('.view-line', { hasText: '扣 0.5 分 每' }).first().hover();
  await page.waitForTimeout(800);
  expect(await page.evaluate(() => (globalThis as { harmed?: number }).harmed)).toBeUndefined();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(faults).toEqual([]);
});

test('a table of departments is imported, scored and kept over a reload', async () => {
  const { page, faults } = await stage.open();
  await openRuleset(page, DEDUCTIONS);
  const table = join(folder, '单位.csv');
  writeFileSync(
    table,
    '单位,年度,预算偏差率,预算调整率,迟报次数,一般问题,严重问题,违规采购金额,结转清理逾期,失信次数,失信程度,创新评价,被通报次数\n' +
      `丁局,2024,0%,0%,0,0,0,0,0,0,轻微,0,0\n"${EVIL.replaceAll('"', '""')}",2024,9%,0%,0,0,0,0,0,0,轻微,0,0\n`,
  );
  await page.locator('input[type=file]').setInputFiles(table);
  await settled(page);
  const row = page.locator('.departments-pane tbody tr', { hasText: '丁局' });
  expect(await row.innerText()).toContain('65.00');
  expect(await page.locator('.departments-pane tbody tr').count()).toBe(5);
  await page.waitForTimeout(800);
  await page.reload();
  await settled(page);
  expect(await page.locator('.departments-pane tbody tr').count()).toBe(5);
  expect(await page.locator('img').count()).toBe(0);
  expect(faults).toEqual([]);
});

test('a department’s figure that is changed in the form moves its total', async () => {
  const { page } = await stage.open();
  await openRuleset(page, DEDUCTIONS);
  await page.getByRole('button', { name: '乙局', exact: true }).click();
  await page.getByRole('tab', { name: '填报数据' }).click();
  await page.getByLabel('被通报次数', { exact: true }).fill('0');
  await page.waitForTimeout(800);
  await settled(page);
  expect(await page.locator('.departments-pane tr', { hasText: '乙局' }).innerText()).toContain(
    '29.50',
  );
});

test('a ruleset that takes too long is stopped, which is said, and the page goes on with the next text', async () => {
  const { page } = await stage.open();
  await openRuleset(page, DEDUCTIONS);
  const before = await totalOf(page);
  const many = Array.from(
    { length: 40_000 },
    (_, at) => `  指标 指标${String(at)} 1 分 { 扣 0.5 分 每 迟报次数 }`,
  );
  await page.evaluate(
    (copied) => navigator.clipboard.writeText(copied),
    `规则集 很大 适用 2024 {\n  总分 40000 分\n  得分保留到 0.01 四舍五入\n  等级 { 优 自 1  差 自 0 }\n  输入 迟报次数 : 计数 次\n${many.join('\n')}\n}\n`,
  );
  await page.keyboard.press('Alt+KeyE');
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.press('Control+KeyV');
  await page.getByText('已停止').first().waitFor({ timeout: 60_000 });
  // The page answers meanwhile, and the last result is still there.
  expect(await totalOf(page)).toBe(before);
  await picture(page, 'stopped');
  await writeText(page, shippedText(DEDUCTIONS));
  expect(await page.getByText('已停止').count()).toBe(0);
  expect(await totalOf(page)).toBe(before);
});

test('two districts are compared: how far rules lie apart, points, and one department under both', async () => {
  const { page, faults } = await stage.open();
  await settled(page);
  await page.getByRole('tab', { name: '规则比较' }).click();
  await page.locator('.compare-choice select').nth(1).selectOption('longhua/2021.chi');
  await page.locator('.comparison.done').waitFor({ timeout: 30_000 });
  await page.locator('.chart svg').first().waitFor();
  await picture(page, 'compare');
  const panel = page.locator('#panel');
  expect(await panel.locator('.compared-rules summary').first().innerText()).toMatch(
    /预算执行率\s+最多相差 6 分/,
  );
  expect(await panel.locator('.witness').first().innerText()).toContain('季度累计支出 = ');
  expect(await panel.innerText()).toContain('90.15–97.15');
  expect(await panel.innerText()).toContain('6 个指标会使部门得分不同');
  expect(faults).toEqual([]);
});

test('a table that was exported and comes back takes the place of its departments', async () => {
  const { page, faults } = await stage.open();
  await settled(page);
  const rows = page.locator('#departments tbody tr');
  const count = await rows.count();
  await page.getByRole('button', { name: /^导出/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText('单位数据 (xlsx)').click(),
  ]);
  await page.locator('#departments input[type=file]').setInputFiles(
    await download.path().then((path) => ({
      name: 'back.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: readFileSync(path),
    })),
  );
  await page.getByText(`其中 ${String(count)} 个替换了原有的同名、同年度单位`).waitFor();
  await settled(page);
  expect(await rows.count()).toBe(count);
  expect(await totalOf(page)).toBe('96.76');
  expect(faults).toEqual([]);
});

test('a project that was exported and comes back is what it was, and nothing in it is called changed', async () => {
  const { page, faults } = await stage.open();
  await settled(page);
  const fromMenu = async (item: string) => {
    await page.getByRole('button', { name: '项目', exact: true }).click();
    await page.getByText(item, { exact: true }).click();
  };
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    fromMenu('导出项目（zip）'),
  ]);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    fromMenu('导入项目（zip）'),
  ]);
  await chooser.setFiles(await download.path());
  await page.getByText('已打开项目。').waitFor();
  await settled(page);
  expect(await totalOf(page)).toBe('96.76');
  expect(await page.getByText('已改').count()).toBe(0);
  expect(await page.getByRole('button', { name: '恢复样例' }).count()).toBe(0);
  expect(faults).toEqual([]);
});

test('the language of the editor’s own menus is said to follow when the page is loaded again', async () => {
  const { page, faults } = await stage.open();
  await settled(page);
  expect(await page.locator('.editor-hint button').count()).toBe(0);
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('.editor-hint button', { hasText: 'Reload' }).click();
  await page.locator('.monaco-editor').first().waitFor();
  await settled(page);
  expect(await page.locator('.editor-hint button').count()).toBe(0);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(faults).toEqual([]);
});

test('a comparison can be stopped, and is worked out again when a text changes', async () => {
  const { page, faults } = await stage.open();
  await settled(page);
  await page.getByRole('tab', { name: '规则比较' }).click();
  await page.getByRole('button', { name: '停止' }).click();
  await page.getByText('比较已停止。').waitFor();
  // Scores are worked out elsewhere and are not touched by it.
  expect(await page.locator('[data-testid=worker].idle').count()).toBe(1);
  await page.getByRole('button', { name: '重新比较' }).click();
  await page.locator('.comparison.done').waitFor({ timeout: 30_000 });
  await page.getByText('6 个指标会使部门得分不同').waitFor();
  const changed = shippedText('futian/2022.chi').replace('设置 调整额口径 = 剔除后', '');
  await writeText(page, changed);
  await page.getByText('5 个指标会使部门得分不同').waitFor({ timeout: 30_000 });
  expect(faults).toEqual([]);
});

test('a weight is changed and its neighbours give way; undo takes it back', async () => {
  const { page, faults } = await stage.open();
  await openRuleset(page, DEDUCTIONS);
  await page.getByRole('tab', { name: '分值' }).click();
  const cell = page.getByLabel('“预算偏差”的分值', { exact: true });
  await cell.fill('15');
  await cell.press('Enter');
  await page.waitForTimeout(800);
  await settled(page);
  await picture(page, 'points');
  expect(await page.locator('.notice.bad').count()).toBe(0);
  const sum = await page
    .locator('.points-table tr.indicator input.numeric')
    .evaluateAll((cells) =>
      cells.slice(0, 7).reduce((total, one) => total + Number((one as HTMLInputElement).value), 0),
    );
  expect(sum).toBe(65);
  expect(await cell.inputValue()).toBe('15');
  await page.getByRole('button', { name: '撤销分值改动' }).click();
  await settled(page);
  expect(await cell.inputValue()).toBe('10');
  expect(faults).toEqual([]);
});
