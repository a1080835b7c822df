// Something with a name → what an editor says of it in a line: what kind of thing it is, its type as it
// was written, its points.
import { lex } from '../../grammar/lexer.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Span } from '../text/span.ts';
import type { Named, NamedKind } from './named.ts';
import type { Workspace } from './workspace.ts';
import { sourceOf } from './workspace.ts';

const KINDS = {
  ruleset: { en: 'ruleset', zh: '规则集' },
  group: { en: 'group', zh: '分组' },
  indicator: { en: 'indicator', zh: '指标' },
  item: { en: 'item', zh: '得分项' },
  input: { en: 'input', zh: '输入' },
  option: { en: 'option', zh: '选项' },
  let: { en: 'definition', zh: '定义' },
  function: { en: 'definition with parameters', zh: '带参数的定义' },
  parameter: { en: 'parameter', zh: '参数' },
  output: { en: 'output', zh: '输出' },
  type: { en: 'type', zh: '类型' },
  value: { en: 'value', zh: '取值' },
  field: { en: 'field', zh: '字段' },
  grade: { en: 'grade', zh: '等级' },
  choice: { en: 'choice', zh: '评定项' },
} as const satisfies Record<NamedKind, Readonly<Record<Language, string>>>;

/** What a thing of this kind is called. */
export function kindWord(kind: NamedKind, language: Language): string {
  return KINDS[kind][language];
}

/** What was written at a span, on one line and without comments. */
export function writtenAt(workspace: Workspace, span: Span): string {
  const text = sourceOf(workspace, span.file)?.text.slice(span.start, span.end) ?? '';
  const { comments } = lex(text);
  const [first] = comments;
  const plain = first ? text.slice(0, first.start) + ' ' + text.slice(comments.at(-1)?.end) : text;
  return plain.replace(/\s+/g, ' ').trim();
}

/** Its type or its points, as written; empty where there is neither. */
export function detailOf(workspace: Workspace, thing: Named): string {
  const { declaration, type } = thing;
  switch (declaration?.kind) {
    case 'group':
    case 'indicator':
    case 'item':
      return thing.kind === declaration.kind ? writtenAt(workspace, declaration.points.span) : '';
    default:
      return type && thing.kind !== 'value' ? writtenAt(workspace, type.span) : '';
  }
}

/** A name with its kind and its type: `input 预算数 : 金额 万元`. */
export function headline(workspace: Workspace, thing: Named): string {
  const detail = detailOf(workspace, thing);
  const isPart = thing.declaration && 'points' in thing.declaration;
  const between = detail === '' ? '' : isPart ? ' ' : ' : ';
  return `${kindWord(thing.kind, workspace.language)} ${thing.name}${parameters(workspace, thing)}${between}${detail}`;
}

function parameters(workspace: Workspace, { kind, parts }: Named): string {
  if (kind !== 'function') return '';
  const each = parts.map((part) => {
    const type = detailOf(workspace, part);
    return type === '' ? part.name : `${part.name} : ${type}`;
  });
  return `(${each.join(', ')})`;
}
