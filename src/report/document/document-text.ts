// A report as lines for a terminal.
import type { Column } from '../layout.ts';
import { hang, layRow, rule, totalWidth, widest } from '../layout.ts';
import type { TextSettings } from '../text-settings.ts';
import { widthOf, wrap } from '../wrap.ts';
import type { Block } from './document.ts';

/** The blocks as lines, an empty one between them. */
export function documentText(blocks: readonly Block[], settings: TextSettings): string[] {
  return blocks.flatMap((block, at) => {
    const before = at === 0 || blocks[at - 1]?.kind === 'heading' ? [] : [''];
    return [...before, ...blockLines(block, settings)];
  });
}

function blockLines(block: Block, settings: TextSettings): string[] {
  const { paint, width } = settings;
  switch (block.kind) {
    case 'heading':
      return wrap(block.text, width).map(paint.strong);
    case 'paragraph':
      return wrap(block.text, width);
    case 'list':
      return listLines(block, settings);
    case 'table':
      return tableLines(block, settings);
    default:
      return block satisfies never;
  }
}

function listLines(
  { entries, isNumbered }: Extract<Block, { kind: 'list' }>,
  { paint, width }: TextSettings,
): string[] {
  return entries.flatMap(({ head, text, lines }, at) => {
    const lead = isNumbered ? `${String(at + 1).padStart(2)}. ` : '  ';
    const [first = '', ...more] = hang(
      lead,
      [head, text].filter((part) => part !== '').join('  '),
      width,
    );
    const gap = isNumbered && at > 0 ? [''] : [];
    const said = lines.flatMap((line) => hang(' '.repeat(lead.length), line, width));
    return [
      ...gap,
      head === '' ? first : first.replace(head, () => paint.strong(head)),
      ...more,
      ...said,
    ];
  });
}

// The first column gives way where the table is too wide.
function tableLines(
  { columns, rows }: Extract<Block, { kind: 'table' }>,
  { paint, width }: TextSettings,
): string[] {
  const texts = (at: number) => [columns[at]?.head ?? '', ...rows.map((row) => row[at] ?? '')];
  const rest = columns.slice(1).map(({ align }, at): Column => ({
    align,
    width: widest(texts(at + 1), 2, Math.max(10, Math.floor(width / columns.length))),
  }));
  const room = Math.max(12, width - totalWidth(rest) - 2);
  const [first] = columns;
  const laid: Column[] = [
    { align: first?.align ?? 'left', width: Math.min(room, Math.max(...texts(0).map(widthOf))) },
    ...rest,
  ];
  const line = rule(Math.min(width, totalWidth(laid)));
  const heads = columns.map(({ head }) => ({ text: head, paint: paint.strong }));
  const body = rows.flatMap((row) =>
    layRow(
      row.map((text) => ({ text })),
      laid,
    ),
  );
  return [...layRow(heads, laid), line, ...body];
}
