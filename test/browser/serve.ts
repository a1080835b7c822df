// A static server for the built page, from a folder with an odd name, since the page has to work from
// any path.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../playground/dist');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

export interface Served {
  readonly address: string;
  readonly close: () => void;
}

/** Serves the built page. */
export async function serve(): Promise<Served> {
  const folder = '/%E6%A0%87%E5%B0%BA/deep/';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(
      ROOT,
      pathname.startsWith(folder) ? pathname.slice(folder.length) : 'nothing',
    );
    const file = path === ROOT || path.endsWith(sep) ? join(path, 'index.html') : path;
    readFile(file).then(
      (content) => {
        response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
        response.end(content);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(port)}${folder}`,
    close: () => server.close(),
  };
}
