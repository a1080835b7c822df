import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TOKEN_TYPES } from '../../src/edit/semantic-tokens.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'editors', 'vscode');

function json(file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
}

interface Manifest {
  readonly main: string;
  readonly contributes: {
    readonly languages: readonly {
      readonly extensions: readonly string[];
      readonly configuration: string;
    }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

describe('the extension for VS Code', () => {
  const { main, contributes } = json('package.json') as Manifest;

  test('names only files that are there', () => {
    const files = [
      main,
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.grammars.map(({ path }) => path),
    ];
    for (const file of files) expect(existsSync(join(FOLDER, file)), file).toBe(true);
  });

  test('declares the settings that it reads, and the kinds of words that editors do not know', () => {
    const code = readFileSync(join(FOLDER, main), 'utf8');
    const read = [...code.matchAll(/settings\.get\('(\w+)'\)/g)].map(
      ([, name]) => `biaochi.${name ?? ''}`,
    );
    expect(new Set(read)).toEqual(new Set(Object.keys(contributes.configuration.properties)));
    const own = contributes.semanticTokenTypes.map(({ id }) => id);
    expect(TOKEN_TYPES.filter((type) => own.includes(type))).toEqual(own);
  });

  test('takes a Chinese name as one word', () => {
    const { wordPattern } = json('language-configuration.json') as {
      readonly wordPattern: { readonly pattern: string; readonly flags: string };
    };
    const words = '指标 预算执行率_2024 6 分'.match(
      new RegExp(wordPattern.pattern, `${wordPattern.flags}g`),
    );
    expect(words).toEqual(['指标', '预算执行率_2024', '分']);
  });
});
