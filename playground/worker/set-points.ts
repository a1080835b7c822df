// New points as changes of the text: the figure where it stands in the file that is edited, or a statement
// that changes what an amended ruleset says. What else has to change so that sums hold is changed too.
import { keywords } from '../../grammar/keywords.ts';
import { pointsTree } from '../../src/edit/points-tree.ts';
import type { PointsNode } from '../../src/edit/points-tree.ts';
import { readFile } from '../../src/edit/workspace.ts';
import type { Workspace } from '../../src/edit/workspace.ts';
import { formatExact, parseDecimal } from '../../src/number/decimal.ts';
import * as Q from '../../src/number/rational.ts';
import type { Rational } from '../../src/number/rational.ts';
import { spellName } from '../../src/syntax/print-spelling.ts';
import { languageOf } from '../../src/syntax/written-language.ts';
import type { Source } from '../../src/text/source.ts';
import { textOf } from '../../src/text/source.ts';
import type { Answers } from '../answers.ts';
import type { PointsChange, TextEdit } from '../protocol.ts';
import { balance, partsOf } from './balance.ts';
import { keyOf } from './part-views.ts';
import { placeView } from './places.ts';
import { refused } from './refused.ts';
import { workerWords } from './words.ts';

/** The edits of `file` that give parts new points. */
export function setPoints(
  workspace: Workspace,
  file: string,
  changes: readonly PointsChange[],
  giveWay: readonly (readonly string[])[],
): Answers['set-points'] {
  const words = workerWords[workspace.language];
  const tree = pointsTree(workspace, file);
  const read = readFile(workspace, file);
  if (!tree || !read) return refused([words.broken]);
  const wanted = new Map<string, Rational>();
  for (const { path, points } of changes) {
    const figure = parseDecimal(points.trim());
    if (!figure || Q.signOf(figure) < 0) return refused([words.notPoints(points)]);
    wanted.set(keyOf(path), figure);
  }
  const balanced = balance(tree, wanted, giveWay.map(keyOf));
  if (balanced.kind === 'impossible')
    return refused([
      balanced.why === 'too-little'
        ? words.tooLittle(formatExact(balanced.left))
        : words.noPart(balanced.name.split('\n').join(' / ')),
    ]);
  const edits = editsFor(tree, balanced.points, read.source);
  return edits ? { kind: 'edits', edits } : refused([words.broken]);
}

function editsFor(
  tree: PointsNode,
  points: ReadonlyMap<string, Rational>,
  source: Source,
): TextEdit[] | undefined {
  const sources = new Map([[source.file, source]]);
  const edits: TextEdit[] = [];
  const statements: string[] = [];
  const language = languageOf(source);
  for (const node of partsOf(tree)) {
    const value = points.get(keyOf(node.path));
    if (value === undefined) continue;
    const figure = formatExact(value);
    if (node.written.file === source.file && node.kind !== 'total') {
      const text = figureIn(textOf(source, node.written), figure);
      edits.push({ place: placeView(node.written, sources), text });
    } else if (node.kind === 'total') {
      if (node.written.file === source.file && node.points !== undefined)
        edits.push({
          place: placeView(node.written, sources),
          text: figureIn(textOf(source, node.written), figure),
        });
      else statements.push(`${keywords.Total[language][0]} ${figure}${unitFor(value, language)}`);
    } else {
      const path = node.path.map(spellName).join(' / ');
      statements.push(`${wordFor(language)} ${path} = ${figure}`);
    }
  }
  if (statements.length === 0) return edits;
  const end = source.text.lastIndexOf('}');
  const full = source.text.lastIndexOf('｝');
  const close = Math.max(end, full);
  if (close < 0) return undefined;
  const place = placeView({ file: source.file, start: close, end: close }, sources);
  const before = source.text.slice(0, close);
  const lead = /\n[ \t]*$/.test(before) || before === '' ? '' : '\n';
  const text = `${lead}${statements.map((line) => `  ${line}\n`).join('')}`;
  return [...edits, { place, text }];
}

function wordFor(language: 'en' | 'zh'): string {
  return language === 'zh' ? '分值' : 'points';
}

function unitFor(value: Rational, language: 'en' | 'zh'): string {
  if (language === 'zh') return ' 分';
  return Q.equal(value, Q.ONE) ? ' point' : ' points';
}

// The figure in the place of the old one; a unit behind it stays, in the number that goes with it.
function figureIn(text: string, figure: string): string {
  const unit = /[^\d.０-９．\s][\s\S]*$/u.exec(text)?.[0] ?? '';
  if (unit === '') return figure;
  const space = /\s/.exec(text) ? ' ' : '';
  if (/^points?$/.test(unit)) return `${figure} ${figure === '1' ? 'point' : 'points'}`;
  return figure + space + unit;
}
