// Inputs of one department as variables of `evaluate`: figures, truths and words by name, entries of lists by their
// places, lists only where they are as long as they should be.
import type { Input } from '../../model/framework.ts';
import type { FastPlan } from '../plan/fast-plan.ts';
import { entryText } from './exact-expression.ts';
import { filled, indent } from './lines.ts';
import type { Writer } from './writer.ts';

/** How some variables are read. */
export interface InputReads {
  /** Takes inputs apart. */
  readonly names: readonly string[];
  /** When a list is not as long as it should be. */
  readonly lengths: readonly string[];
  /** Takes entries out of lists. */
  readonly entries: readonly string[];
}

/** How the variables that are wanted are read from `input`; that lists are there may have been asked elsewhere. */
export function inputReads(
  { figures, plain }: FastPlan,
  { language, names, typed }: Writer,
  isWanted: (variable: string) => boolean,
  isAsked = false,
): InputReads {
  const wanted = figures.filter(({ variable }) => isWanted(variable));
  const entries = wanted.filter(({ entry }) => entry !== undefined);
  const lists = [...new Set(entries.map(({ input }) => input))];
  const listName = ({ name }: Input) => names.inputs.get(name) ?? '';
  const figureNames = wanted
    .filter(({ entry }) => entry === undefined)
    .map(({ input, variable }) => entryText(input.name, variable));
  const otherNames = [
    ...[...plain]
      .filter(([variable]) => isWanted(variable))
      .map(([variable, { name }]) => entryText(name, variable)),
    ...lists.map((input) => entryText(input.name, listName(input))),
  ];
  const taken = (all: readonly string[], from: string) =>
    all.length === 0 ? [] : ['const {', ...indent(filled(all)), `} = ${from};`];
  return {
    names:
      language === 'ts'
        ? [
            ...taken(figureNames, 'input as unknown as Readonly<Record<keyof Input, number>>'),
            ...taken(otherNames, 'input'),
          ]
        : taken([...figureNames, ...otherNames], 'input'),
    lengths: lists.map((input) => `${listName(input)}?.length !== ${lengthOf(input)}`),
    entries: entries.map(
      ({ variable, input, entry = 1 }) =>
        `const ${variable} = ${listName(input)}${isAsked ? typed('!') : ''}[${entry - 1}]${typed(' as number')};`,
    ),
  };
}

// A list has as many entries as it says, also where only some are read.
function lengthOf(input: Input): number {
  const type = input.kind === 'value' ? input.type : undefined;
  return type?.kind === 'list' ? type.least : 0;
}
