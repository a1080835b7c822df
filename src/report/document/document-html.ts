// A report as one page that needs nothing else: no scripts, nothing to load, every text escaped.
import type { Language } from '../../diagnostics/diagnose.ts';
import { printable } from '../wrap.ts';
import type { Block, Entry } from './document.ts';

const STYLE = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff;
  font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; margin-top: 1.5rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border-bottom: 1px solid #ccc; padding: 0.25rem 0.75rem; text-align: left; vertical-align: top; }
th.right, td.right { text-align: right; font-variant-numeric: tabular-nums; }
li { margin: 0.5rem 0; } li p { margin: 0; color: #444; overflow-wrap: anywhere; }
`;

/** The blocks as a whole page. */
export function documentHtml(title: string, blocks: readonly Block[], language: Language): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
  ];
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  const body = blocks.map(blockHtml);
  return `<!doctype html>\n<html lang="${lang}">\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body.join('\n')}\n</body>\n</html>\n`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'list': {
      const tag = block.isNumbered ? 'ol' : 'ul';
      return `<${tag}>\n${block.entries.map(entryHtml).join('\n')}\n</${tag}>`;
    }
    case 'table': {
      const sides = block.columns.map(({ align }) => (align === 'right' ? ' class="right"' : ''));
      const row = (tag: 'th' | 'td', cells: readonly string[]) =>
        `<tr>${cells.map((cell, at) => `<${tag}${sides[at] ?? ''}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
      const heads = row(
        'th',
        block.columns.map(({ head }) => head),
      );
      const rows = block.rows.map((cells) => row('td', cells));
      return `<table>\n<thead>${heads}</thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
    }
    default:
      return block satisfies never;
  }
}

function entryHtml({ head, text, lines }: Entry): string {
  const name = head === '' ? [] : [`<strong>${escaped(head)}</strong>`];
  const said = lines.map((line) => `<p>${escaped(line)}</p>`);
  return `<li>${[...name, escaped(text)].filter((part) => part !== '').join(' ')}${said.join('')}</li>`;
}

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark);
}
