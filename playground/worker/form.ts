// A department's file as a form: one field for each input of the ruleset, with what the file says of it
// now; and a value of the form written back into the text, which otherwise stays as it is.
import { whatIsTaken } from '../../src/input/describe-input.ts';
import type { DocumentNode } from '../../src/input/document.ts';
import { entryOf } from '../../src/input/document.ts';
import { STATUSES } from '../../src/input/evidence.ts';
import { isCohortDocument } from '../../src/input/read-cohort.ts';
import { readDocument } from '../../src/input/read-document.ts';
import type { Framework, Input } from '../../src/model/framework.ts';
import { createSource } from '../../src/text/source.ts';
import type { Source } from '../../src/text/source.ts';
import type { Answers, FieldView, GivenView } from '../answers.ts';
import { childOf, plainOf, setAt } from '../files/json-edit.ts';
import type { JsonPath } from '../files/json-edit.ts';
import type { JsonValue, ProblemView, Project } from '../protocol.ts';
import { controlOf } from './controls.ts';
import type { Member } from './departments.ts';
import { problemView } from './places.ts';
import { readersOf } from './readers.ts';
import { refused } from './refused.ts';
import { workerWords } from './words.ts';

/** The form of one department; `read` is what reading the files gave. */
export function formView(
  framework: Framework,
  project: Project,
  read: readonly Member[],
  department: number,
  member = 0,
): Answers['form'] {
  const { language } = project;
  const file = project.departments[department];
  if (!file) return refused([workerWords[language].noDepartment]);
  const source = createSource(file.path, file.text);
  const sources = new Map([[file.path, source]]);
  const own = read.filter((each) => each.file === department);
  const problems = own
    .flatMap(({ diagnostics }) => diagnostics)
    .map((each) => problemView(each, sources, language));
  const { root } = readDocument(source);
  const at = atOf(root, member);
  const document =
    root && at.reduce<DocumentNode | undefined>((node, step) => node && childOf(node, step), root);
  if (document?.kind !== 'object')
    return refused([workerWords[language].unreadable(file.path)], problems);
  const inputs = entryOf(document, 'inputs');
  const readers = readersOf(framework);
  const known = new Set(framework.inputs.map(({ name }) => name));
  const given = inputs?.kind === 'object' ? [...inputs.entries.keys()] : [];
  return {
    kind: 'form',
    department,
    at,
    name: textOf(entryOf(document, 'department')),
    year: textOf(entryOf(document, 'year')),
    fields: framework.inputs.map((input): FieldView => ({
      name: input.name,
      path: [...at, 'inputs', input.name],
      about: input.about,
      takes: whatIsTaken(input)[language],
      usedIn: readers.get(input.name) ?? [],
      control: controlOf(input),
      given: givenOf(input, entryOf(inputs, input.name), source),
      problems: problemsWithin(inputs, input.name, problems),
    })),
    unknown: given.filter((name) => !known.has(name)),
    problems,
  };
}

function atOf(root: DocumentNode | undefined, member: number): JsonPath {
  return isCohortDocument(root) ? ['departments', member] : [];
}

function textOf(node: DocumentNode | undefined): string {
  if (node?.kind === 'text') return node.text;
  return node?.kind === 'number' ? node.written : '';
}

function problemsWithin(
  inputs: DocumentNode | undefined,
  name: string,
  problems: readonly ProblemView[],
): ProblemView[] {
  const entry = inputs?.kind === 'object' ? inputs.entries.get(name) : undefined;
  if (!entry) return [];
  const [start, end] = [entry.nameSpan.start, entry.value.span.end];
  return problems.filter(({ place }) => place.start < end && place.end > start);
}

// Where the plain value of an input stands when it is written with its evidence.
function plainKey(input: Input): 'value' | 'award' | 'choice' {
  if (input.kind === 'value') return 'value';
  return input.form.kind === 'choice' ? 'choice' : 'award';
}

// A record may be written plain too: without `value` it is the record itself.
function isPlain(input: Input, node: DocumentNode): boolean {
  if (node.kind !== 'object') return true;
  return input.kind === 'value' && input.type.kind === 'record' && !node.entries.has('value');
}

function givenOf(input: Input, node: DocumentNode | undefined, source: Source): GivenView {
  const raw = node ? source.text.slice(node.span.start, node.span.end) : '';
  const empty = { award: null, reason: '', status: '', source: '', note: '', raw } as const;
  if (node === undefined) return { state: 'absent', value: null, ...empty };
  if (isPlain(input, node)) {
    const value = plainOf(node);
    return { state: value === null ? 'unknown' : 'given', value, ...empty };
  }
  const at = (name: string) => plainOf(entryOf(node, name));
  const isList = input.kind === 'judged' && input.form.kind === 'checklist';
  const value = isList && entryOf(node, 'entries') ? at('entries') : at(plainKey(input));
  const status = STATUSES.find((each) => each === at('status')) ?? '';
  const isUnknown = (value === null && at('award') === null) || status === 'rejected';
  return {
    state: isUnknown ? 'unknown' : 'given',
    value,
    award: at('award'),
    reason: textOf(entryOf(node, 'reason')),
    status,
    source: textOf(entryOf(node, 'source')),
    note: textOf(entryOf(node, 'note')),
    raw,
  };
}

/** The file's text with one value set. */
export function setValue(
  framework: Framework,
  project: Project,
  department: number,
  path: JsonPath,
  value: JsonValue | undefined,
): Answers['set-value'] {
  const words = workerWords[project.language];
  const file = project.departments[department];
  if (!file) return refused([words.noDepartment]);
  const source = createSource(file.path, file.text);
  const { root } = readDocument(source);
  if (root === undefined) return refused([words.unreadable(file.path)]);
  if (!/^[\s\uFEFF]*\{/u.test(file.text)) return refused([words.notJson(file.path)]);
  return { kind: 'text', text: setAt(...reached(file.text, root, framework, path, value)) };
}

// Evidence beside a value that is written plain needs an object around both; the value itself is then
// set in its place.
function reached(
  text: string,
  root: DocumentNode,
  framework: Framework,
  path: JsonPath,
  value: JsonValue | undefined,
): Parameters<typeof setAt> {
  const place = path.lastIndexOf('inputs');
  const input = framework.inputs.find(({ name }) => name === path[place + 1]);
  const rest = path.slice(place + 2);
  if (!input || rest.length === 0) return [text, root, path, value];
  const own = path.slice(0, place + 2);
  const node = own.reduce<DocumentNode | undefined>((at, step) => at && childOf(at, step), root);
  const key = plainKey(input);
  if (node === undefined)
    return rest[0] === key || value === undefined
      ? [text, root, path, value]
      : [text, root, own, { [key]: null, ...objectAt(rest, value) }];
  if (!isPlain(input, node)) return [text, root, path, value];
  if (rest[0] === key) return [text, root, [...own, ...rest.slice(1)], value];
  if (value === undefined) return [text, root, path, value];
  return [text, root, own, { [key]: plainOf(node), ...objectAt(rest, value) }];
}

function objectAt(path: JsonPath, value: JsonValue): { readonly [name: string]: JsonValue } {
  const [first, ...rest] = path;
  const inner = rest.length === 0 ? value : objectAt(rest, value);
  return Object.fromEntries([[String(first), inner]]);
}
