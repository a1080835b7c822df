// A report as Markdown (GitHub's, with tables). Names are only ever text there: marks that would mean
// something are escaped.
import { printable } from '../wrap.ts';
import type { Block, Entry } from './document.ts';

/** The blocks as one Markdown text. */
export function documentMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`;
    case 'paragraph':
      return escaped(block.text);
    case 'list':
      return block.entries.map((entry, at) => entryText(entry, block.isNumbered, at)).join('\n');
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      return [
        row(block.columns.map(({ head }) => escaped(head))),
        row(block.columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
        ...block.rows.map((cells) => row(cells.map(escaped))),
      ].join('\n');
    }
    default:
      return block satisfies never;
  }
}

function entryText({ head, text, lines }: Entry, isNumbered: boolean, at: number): string {
  const lead = isNumbered ? `${at + 1}. ` : '- ';
  const name = head === '' ? [] : [`**${escaped(head)}**`];
  const indent = ' '.repeat(lead.length);
  const said = lines.map((line) => `${indent}- ${escaped(line)}`);
  return [lead + [...name, escaped(text)].filter((part) => part !== '').join(' '), ...said].join(
    '\n',
  );
}

// CommonMark lets every ASCII punctuation mark be escaped; a line break would end the cell or the entry.
function escaped(text: string): string {
  return printable(text)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&$!]/g, '\\$&')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2');
}
