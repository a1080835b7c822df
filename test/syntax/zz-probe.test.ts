import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { parse } from '../../src/syntax/parse.ts';
import { createSource, placeOf } from '../../src/text/source.ts';
import { sentence } from '../../src/diagnostics/diagnose.ts';
test('x', () => {
  const text = readFileSync(process.env.PROBE!, 'utf8');
  const parts = process.env.PROBE!.endsWith('.parts') ? text.split(/^=+\n/m) : [text];
  for (const part of parts) {
    const source = createSource('f', part);
    const { file, diagnostics } = parse(source);
    let out = parts.length > 1 ? '-----\n' + part.trimEnd() + '\n' : '';
    for (const d of diagnostics) {
      const p = placeOf(source, d.span.start);
      out += `  >> ${p.line}:${p.column} ${d.code} [${JSON.stringify(part.slice(d.span.start, d.span.end))}] ${sentence(d, 'en')} | ${sentence(d, 'zh')}\n`;
    }
    const strip = (k: string, v: unknown) => (k === 'span' ? undefined : v);
    if (process.env.TREE) out += JSON.stringify(file, strip, 1);
    else {
      const outline = (n: any): string => n.kind + (n.name?.text ? ':' + n.name.text : '') + (n.statements ? '{' + n.statements.map(outline).join(' ') + '}' : '');
      out += '  tree ' + (file.ruleset ? outline(file.ruleset) : 'none');
    }
    console.log(out);
  }
});
