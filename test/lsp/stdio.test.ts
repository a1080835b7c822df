// The real server in a real process, spoken to as an editor does.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'tsdown';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  Hover,
  InitializeResult,
  Location,
  ProtocolConnection,
  SemanticTokens,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import {
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver/node';
import { folderWith } from '../cli/console.ts';

const ROOT = join(import.meta.dirname, '..', '..');
// Beside the packages that the program imports.
const OUTPUT = join(ROOT, 'node_modules', '.cache', 'biaochi-lsp-test');

beforeAll(async () => {
  mkdirSync(OUTPUT, { recursive: true });
  await build({
    config: false,
    cwd: ROOT,
    entry: { cli: 'src/cli/main.ts' },
    outDir: OUTPUT,
    format: 'esm',
    platform: 'node',
    fixedExtension: false,
    dts: false,
    clean: false,
    logLevel: 'silent',
  });
});

interface Editor {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly capabilities: InitializeResult['capabilities'];
  readonly uri: (file: string) => string;
  readonly open: (file: string, text: string) => Promise<readonly Diagnostic[]>;
  readonly ended: Promise<number | null>;
}

const editors: Editor[] = [];

afterEach(() => {
  for (const { process } of editors.splice(0)) process.kill();
});

async function start(folder: string, options: object = {}): Promise<Editor> {
  const child = spawn(process.execPath, [join(OUTPUT, 'cli.js'), 'lsp', '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const root = pathToFileURL(folder).href;
  const uri = (file: string) => `${root}/${file.split('/').map(encodeURIComponent).join('/')}`;
  const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: root,
    capabilities: {},
    workspaceFolders: [{ uri: root, name: 'rulesets' }],
    initializationOptions: { language: 'zh', ...options },
  });
  await connection.sendNotification('initialized', {});
  const told = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }) => {
      told.get(params.uri)?.(params.diagnostics);
    },
  );
  const open = async (file: string, text: string) => {
    const answered = new Promise<readonly Diagnostic[]>((resolve) => told.set(uri(file), resolve));
    const textDocument = { uri: uri(file), languageId: 'biaochi', version: 1, text };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    return answered;
  };
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const editor = { connection, process: child, capabilities, uri, open, ended };
  editors.push(editor);
  return editor;
}

const TEXT = `规则集 甲 适用 2024 {
  总分 10 分
  得分保留到 0.01 四舍五入
  输入 预算数, 支出数 : 金额 万元 高于 0
  指标 执行 6 分 { 得分 支出数 / 预算数 * 满分 }
  指标 信访 4 分 { 评定 }
}
`;

/** The line and the column, in UTF-16, of the first place behind some text. */
function behind(text: string, needle: string) {
  const lines = text.slice(0, text.indexOf(needle) + needle.length).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

describe('biaochi lsp', () => {
  test('answers an editor from start to end', async () => {
    const editor = await start(folderWith({ '甲.chi': TEXT }));
    const { connection, uri, open } = editor;
    expect(editor.capabilities.renameProvider).toEqual({ prepareProvider: true });

    const diagnostics = await open('甲.chi', TEXT);
    expect(diagnostics.map(({ code }) => code)).toContain('score-leaves-range');

    const textDocument = { uri: uri('甲.chi') };
    const items = await connection.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position: behind(TEXT, '得分 支'),
    });
    const item = items.find(({ label }) => label === '支出数');
    expect(item?.filterText).toBe('支出数 zcs zhichushu');
    expect(item?.textEdit).toMatchObject({ newText: '支出数' });

    const hover = await connection.sendRequest<Hover>('textDocument/hover', {
      textDocument,
      position: behind(TEXT, '得分 支'),
    });
    expect(JSON.stringify(hover.contents)).toContain('金额 万元');

    const renamed = await connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      textDocument,
      position: behind(TEXT, '得分 支'),
      newName: '决算数',
    });
    expect(renamed.changes?.[uri('甲.chi')]).toHaveLength(2);
    await expect(
      connection.sendRequest('textDocument/rename', {
        textDocument,
        position: behind(TEXT, '得分 支'),
        newName: '预算数',
      }),
    ).rejects.toThrow('预算数');

    const position = behind(TEXT, '得分 支');
    const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toContain('限定得分：“至多 满分”');

    const tokens = await connection.sendRequest<SemanticTokens>(
      'textDocument/semanticTokens/full',
      {
        textDocument,
      },
    );
    expect(tokens.data.length % 5).toBe(0);
    expect(tokens.data.length).toBeGreaterThan(50);

    for (const method of ['documentSymbol', 'foldingRange', 'formatting', 'codeLens']) {
      const answer = await connection.sendRequest(`textDocument/${method}`, {
        textDocument,
        options: { tabSize: 2, insertSpaces: true },
      });
      expect(Array.isArray(answer), method).toBe(true);
    }

    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await editor.ended).toBe(0);
  });

  test('follows what is being written, line by line and letter by letter', async () => {
    const { connection, uri, open } = await start(folderWith({}));
    const sound = TEXT.replace('满分 }', '满分 至多 满分 }');
    expect(await open('甲.chi', sound)).toEqual([]);
    const told = new Promise<readonly Diagnostic[]>((resolve) => {
      connection.onNotification(
        'textDocument/publishDiagnostics',
        (params: { readonly diagnostics: readonly Diagnostic[] }) => resolve(params.diagnostics),
      );
    });
    const start_ = behind(sound, '指标 信访 ');
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri('甲.chi'), version: 2 },
      contentChanges: [
        {
          range: { start: start_, end: { ...start_, character: start_.character + 1 } },
          text: '3',
        },
      ],
    });
    expect((await told).map(({ code }) => code)).toEqual(['points-not-conserved']);
    const hints = await connection.sendRequest<{ readonly label: string }[]>(
      'textDocument/inlayHint',
      {
        textDocument: { uri: uri('甲.chi') },
        range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      },
    );
    expect(hints.map(({ label }) => label)).toEqual(['还差 1 分']);
  });

  test('reaches the files of the folder that are not open, and shows a department', async () => {
    const folder = folderWith({});
    cpSync(join(ROOT, 'rulesets', 'shenzhen'), join(folder, 'shenzhen'), { recursive: true });
    cpSync(join(ROOT, 'rulesets', 'futian'), join(folder, 'futian'), { recursive: true });
    const department = 'futian/departments/2022-investment-promotion-centre.json';
    const { connection, uri, open } = await start(folder, { department });
    const text = '规则集 福田 适用 2023 修订自 "2022.chi" {\n  分值 财务合规性 = 3\n}\n';
    await open('futian/2023.chi', text);
    const textDocument = { uri: uri('futian/2023.chi') };
    const position = behind(text, '分值 财务');
    const [definition] = await connection.sendRequest<Location[]>('textDocument/definition', {
      textDocument,
      position,
    });
    expect(definition?.uri).toBe(uri('shenzhen/common.chi'));
    const renamed = await connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      textDocument,
      position,
      newName: '资金合规性',
    });
    expect(Object.keys(renamed.changes ?? {}).sort()).toEqual(
      ['futian/2020.chi', 'futian/2022.chi', 'futian/2023.chi', 'shenzhen/common.chi'].map(uri),
    );
    const lenses = await connection.sendRequest<{ readonly command: { readonly title: string } }[]>(
      'textDocument/codeLens',
      { textDocument: { uri: uri('shenzhen/common.chi') } },
    );
    const titles = lenses.map(({ command }) => command.title);
    expect(titles.some((title) => title.endsWith('：5.15 / 6 分'))).toBe(true);
  });
});
