// The server as it stands in a web worker, at one end of a message port.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { build } from 'tsdown';
import { beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const OUTPUT = join(ROOT, 'node_modules', '.cache', 'biaochi-worker-test');

beforeAll(async () => {
  mkdirSync(OUTPUT, { recursive: true });
  await build({
    config: false,
    cwd: ROOT,
    entry: { server: 'src/lsp/browser.ts' },
    outDir: OUTPUT,
    format: 'esm',
    platform: 'browser',
    noExternal: [/./],
    fixedExtension: false,
    dts: false,
    clean: false,
    logLevel: 'silent',
  });
});

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly params?: { readonly diagnostics?: readonly { readonly code: string }[] };
}

test('a page is answered without a disk', async () => {
  const { serveOn } = (await import(pathToFileURL(join(OUTPUT, 'server.js')).href)) as {
    readonly serveOn: (port: unknown) => void;
  };
  const { port1, port2 } = new MessageChannel();
  const heard: Message[] = [];
  let wake: () => void = () => undefined;
  port2.on('message', (message: Message) => {
    heard.push(message);
    wake();
  });
  const until = async (holds: (message: Message) => boolean): Promise<Message> => {
    for (;;) {
      const found = heard.find(holds);
      if (found) return found;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  const ask = (id: number, method: string, params: object) => {
    port2.postMessage({ jsonrpc: '2.0', id, method, params });
    return until((message) => message.id === id);
  };
  serveOn(port1);
  const parent = 'inmemory://model/rulesets/common.chi';
  const uri = 'inmemory://model/rulesets/city/2024.chi';
  const common = '规则集 甲 {\n  总分 2 分\n  指标 一 2 分 { 评定 }\n}\n';
  const answer = await ask(1, 'initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions: { language: 'zh', files: { [parent]: common } },
  });
  expect(answer.result).toMatchObject({ serverInfo: { name: 'biaochi' } });
  const text = '规则集 乙 修订自 "../common.chi" {\n  分值 一 = 3\n}\n';
  port2.postMessage({
    jsonrpc: '2.0',
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'biaochi', version: 1, text } },
  });
  const told = await until(({ method }) => method === 'textDocument/publishDiagnostics');
  expect(told.params?.diagnostics).toMatchObject([
    { code: 'points-not-conserved', range: { start: { line: 1 } } },
  ]);
  const definition = await ask(2, 'textDocument/definition', {
    textDocument: { uri },
    position: { line: 1, character: 5 },
  });
  expect(definition.result).toMatchObject([{ uri: parent, range: { start: { line: 2 } } }]);
  port1.close();
  port2.close();
});
