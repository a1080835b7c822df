// A place inside the parentheses of a call → the parameters of what is called, and which of them is
// being written: of the functions of the language and of definitions with parameters.
import type { IToken } from 'chevrotain';
import { CLOSING, OPENING } from '../../grammar/brackets.ts';
import { endOf, symbolTokens as S } from '../../grammar/tokens.ts';
import { isNameWord } from '../../grammar/token-roles.ts';
import { meaningOfQuotedName } from '../../grammar/literals.ts';
import type { Builtin, ParameterKind } from '../builtins/builtins.ts';
import { builtins } from '../builtins/builtins.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import { detailOf } from './describe.ts';
import { scopesIn } from './named.ts';
import { indexOf } from './occurrences.ts';
import type { Workspace } from './workspace.ts';
import { lexedOf, sourceOf } from './workspace.ts';

export interface SignatureHelp {
  /** `执行率得分(率 : 百分比, 满 : points)` */
  readonly label: string;
  readonly about: string;
  readonly parameters: readonly SignatureParameter[];
  /** Which one is being written; past the last where there are too many. */
  readonly active: number;
}

export interface SignatureParameter {
  readonly label: string;
  readonly about: string;
}

const KINDS = {
  number: { en: 'a figure', zh: '数' },
  'like-first': { en: 'a figure in the unit of the first one', zh: '与第一个参数单位相同的数' },
  date: { en: 'a date', zh: '日期' },
  target: { en: 'a target value', zh: '目标值' },
  actual: { en: 'an actual value', zh: '实际值' },
  'achievement-reading': { en: 'capped or uncapped', zh: '封顶或不封顶' },
  'achievement-limit': {
    en: 'where it stops, such as 130% (may be left out)',
    zh: '以多少为限，如 130%（可以不写）',
  },
  'root-degree': { en: 'a fixed whole number from 2', zh: '固定的整数，至少为 2' },
  exponent: { en: 'a fixed whole number', zh: '固定的整数' },
} as const satisfies Record<ParameterKind, Readonly<Record<Language, string>>>;

/** The call around a place; undefined where there is none. */
export function signatureAt(
  workspace: Workspace,
  file: string,
  offset: number,
): SignatureHelp | undefined {
  const source = sourceOf(workspace, file);
  if (!source) return undefined;
  const tokens = lexedOf(workspace, source).tokens.filter((token) => endOf(token) <= offset);
  const call = innermostCall(tokens);
  return call && (declaredSignature(workspace, file, call) ?? builtinSignature(workspace, call));
}

interface Call {
  readonly name: string;
  readonly active: number;
}

function innermostCall(tokens: readonly IToken[]): Call | undefined {
  let depth = 0;
  let commas = 0;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const tokenType = tokens[index]?.tokenType;
    if (!tokenType) continue;
    if (CLOSING.has(tokenType)) depth++;
    else if (depth > 0) depth -= OPENING.has(tokenType) ? 1 : 0;
    else if (tokenType === S.Comma) commas++;
    else if (OPENING.has(tokenType)) {
      const callee = tokens[index - 1];
      if (tokenType !== S.LeftParenthesis || !callee || !isNameWord(callee)) {
        // A brace that is open belongs to what is around the statement.
        if (tokenType === S.LeftBrace) return undefined;
        commas = 0;
        continue;
      }
      return { name: meaningOf(callee.image), active: commas };
    }
  }
  return undefined;
}

function meaningOf(image: string): string {
  return /^[「`]/.test(image) ? meaningOfQuotedName(image) : image;
}

function declaredSignature(
  workspace: Workspace,
  file: string,
  { name, active }: Call,
): SignatureHelp | undefined {
  const declared = scopesIn(indexOf(workspace, file).top)
    .flatMap((trail) => trail.at(-1)?.names ?? [])
    .find((each) => each.kind === 'function' && each.name === name);
  if (!declared) return undefined;
  const parameters = declared.parts.map((part) => {
    const type = detailOf(workspace, part);
    return { label: type === '' ? part.name : `${part.name} : ${type}`, about: '' };
  });
  return { ...labelled(name, parameters), about: declared.about ?? '', active };
}

function builtinSignature({ language }: Workspace, { name, active }: Call) {
  const found = Object.entries(builtins as Readonly<Record<string, Builtin>>).find(
    ([en, { zhName }]) => en === name || zhName === name,
  );
  if (!found) return undefined;
  const [, { parameters, variadic, about }] = found;
  const shown = parameters.map((each, index) => ({
    label: each.name + (variadic && index === parameters.length - 1 ? ', …' : ''),
    about: KINDS[each.kind][language],
  }));
  const last = shown.length - 1;
  return {
    ...labelled(name, shown),
    about: about[language],
    active: variadic ? Math.min(active, last) : active,
  };
}

function labelled(name: string, parameters: readonly SignatureParameter[]) {
  return { label: `${name}(${parameters.map(({ label }) => label).join(', ')})`, parameters };
}
