// A rename in a ruleset → the same in a department's file, so that what it gives under the old name is
// not lost: the names of inputs, of awards, of published and expected scores, figures and outputs; and in
// what is given for them, words of enumerations, fields of records, choices, entries and grades.
import type { Edit } from '../diagnostics/diagnostic.ts';
import type { DocumentNode } from '../input/document.ts';
import { entryOf } from '../input/document.ts';
import { readDocument } from '../input/read-document.ts';
import type { Source } from '../text/source.ts';
import type { NamedKind } from './named.ts';
import type { Rename } from './rename.ts';

type Renamed = Extract<Rename, { kind: 'renamed' }>;

/** Where things of each kind are named in a file, as the ways down from a department. */
const HOLDERS: Readonly<Partial<Record<NamedKind, readonly (readonly string[])[]>>> = {
  input: [['inputs'], ['reported', 'figures']],
  let: [['reported', 'figures']],
  output: [
    ['reported', 'outputs'],
    ['expected', 'outputs'],
  ],
  ...partHolders(),
};

function partHolders() {
  const holders = [
    ['inputs'],
    ['reported'],
    ['reported', 'scores'],
    ['expected', 'scores'],
  ] as const;
  return { group: holders, indicator: holders, item: holders };
}

/** The edits that follow a rename in the file of a department or of several; none where it cannot be read. */
export function renameInDepartment(source: Source, renamed: Renamed): readonly Edit[] {
  const { root } = readDocument(source);
  if (!root) return [];
  const holders = HOLDERS[renamed.thing] ?? [];
  const edits = departmentsIn(root).flatMap((department) => [
    ...holders.flatMap((way) =>
      reached(department, way).flatMap((node) => renamedEntries(node, renamed)),
    ),
    ...renamedInside(department, renamed),
  ]);
  // What is common to departments is looked at with each of them.
  return [...new Map(edits.map((edit) => [edit.span.start, edit])).values()];
}

const GIVEN = [
  ['inputs'],
  ['reported', 'figures'],
  ['reported', 'outputs'],
  ['expected', 'outputs'],
] as const;

// What stands behind the names: words, fields, choices and grades.
function renamedInside(department: DocumentNode, renamed: Renamed): Edit[] {
  const { thing, ways, from } = renamed;
  if (thing === 'grade')
    return [['reported', 'grade'] as const, ['expected', 'grade'] as const]
      .flatMap((way) => reached(department, way))
      .flatMap((node) => renamedWords(node, renamed));
  return ways.flatMap(([name = '', ...fields]) =>
    GIVEN.flatMap((way) => reached(department, way)).flatMap((node): Edit[] => {
      if (node.kind !== 'object') return [];
      const given = [...node.entries.values()].filter((entry) =>
        thing === 'choice' ? entry.name.split(' / ').at(-1) === name : entry.name === name,
      );
      return given.flatMap(({ value }): Edit[] => {
        if (thing === 'choice') return renamedChoice(value, renamed);
        const nodes = within(value, fields);
        if (thing === 'value') return nodes.flatMap((each) => renamedWords(each, renamed));
        return nodes
          .filter((each) => each.kind === 'object' && each.entries.has(from))
          .flatMap((each) => renamedEntries(each, renamed));
      });
    }),
  );
}

// The values in an entry, behind its evidence and in every place of a list, down through fields.
function within(node: DocumentNode, [field, ...deeper]: readonly string[]): DocumentNode[] {
  if (node.kind === 'list')
    return node.entries.flatMap((each) =>
      within(each, field === undefined ? [] : [field, ...deeper]),
    );
  const value = field === 'value' ? undefined : entryOf(node, 'value');
  if (value) return within(value, field === undefined ? [] : [field, ...deeper]);
  if (field === undefined) return [node];
  const inner = entryOf(node, field);
  return inner ? within(inner, deeper) : [];
}

function renamedWords(node: DocumentNode, renamed: Renamed): Edit[] {
  const { from, to } = renamed;
  if (node.kind === 'list') return node.entries.flatMap((each) => renamedWords(each, renamed));
  return node.kind === 'text' && node.text === from
    ? [{ span: node.span, text: JSON.stringify(to) }]
    : [];
}

function renamedChoice(node: DocumentNode, renamed: Renamed): Edit[] {
  const choice = entryOf(node, 'choice');
  const entries = entryOf(node, 'entries');
  return [
    ...renamedWords(choice ?? node, renamed),
    ...(entries ? renamedEntries(entries, renamed) : []),
  ];
}

/** The departments of a cohort file, and what they have in common as one more. */
function departmentsIn(root: DocumentNode): readonly DocumentNode[] {
  const members = entryOf(root, 'departments');
  if (members?.kind !== 'list') return [root];
  const common = entryOf(root, 'common');
  const shared = common ? [commonInputs(common)] : [];
  return [...shared, ...members.entries];
}

function commonInputs(common: DocumentNode): DocumentNode {
  const { span } = common;
  const entry = { name: 'inputs', nameSpan: span, value: common };
  return { kind: 'object', entries: new Map([['inputs', entry]]), span };
}

// `expected` may be a list of several expectations.
function reached(
  node: DocumentNode,
  [name, ...deeper]: readonly string[],
): readonly DocumentNode[] {
  if (name === undefined) return [node];
  if (node.kind === 'list') return node.entries.flatMap((each) => reached(each, [name, ...deeper]));
  const inner = entryOf(node, name);
  return inner ? reached(inner, deeper) : [];
}

function renamedEntries(node: DocumentNode, { thing, from, to }: Renamed): readonly Edit[] {
  if (node.kind !== 'object') return [];
  const isPart = thing === 'group' || thing === 'indicator' || thing === 'item';
  return [...node.entries.values()].flatMap(({ name, nameSpan }): Edit[] => {
    // A part may be named by its path; another part of that name is told apart by its own.
    const names = isPart ? name.split(' / ') : [name];
    if (!names.includes(from)) return [];
    const path = names.map((each) => (each === from ? to : each)).join(' / ');
    return node.entries.has(path) ? [] : [{ span: nameSpan, text: JSON.stringify(path) }];
  });
}
