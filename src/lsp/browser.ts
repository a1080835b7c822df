// The language server in a web worker: the editor in the page sends messages to it. There is no disk;
// rulesets that are not open are handed over when it starts, by their addresses.
import type { InitializeParams } from 'vscode-languageserver';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import type { Surroundings } from './files.ts';
import { loadPinyin } from './pinyin.ts';
import { startServer } from './server.ts';

/** What messages come from and go to: the scope of a worker, or a port. */
type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

/** Serves the page at the other end of a port. */
export function serveOn(port: Port): void {
  const connection = createConnection(
    new BrowserMessageReader(port),
    new BrowserMessageWriter(port),
  );
  startServer(connection, { surroundings: handedOver, loadPinyin, language: 'en' });
}

/** `initializationOptions.files`: texts by their addresses. */
function handedOver({ initializationOptions }: InitializeParams): Surroundings {
  const options: unknown = initializationOptions;
  const given: unknown =
    typeof options === 'object' && options !== null && 'files' in options ? options.files : {};
  const texts = new Map(
    Object.entries(given ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  return {
    read: (file) => texts.get(file),
    list: () => [...texts.keys()].filter((file) => file.endsWith('.chi')),
    fileOf: (uri) => uri,
    uriOf: (file) => file,
    resolve: (from, relative) => resolved(from, relative),
  };
}

// Addresses of editors have any scheme; only their paths are joined.
function resolved(from: string, relative: string): string {
  const [, scheme = '', path = from] = /^([a-z][a-z\d+.-]*:(?:\/\/[^/]*)?)(.*)$/i.exec(from) ?? [];
  const parts = relative.startsWith('/') ? [] : path.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return scheme + parts.join('/');
}
