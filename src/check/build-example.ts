// Examples → examples whose givens are read against what they name: inputs, awards, options. They
// come last, when everything has its name.
import { keywords } from '../../grammar/keywords.ts';
import type { Example, ExampleGiven, Option, Output, ValueInput } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import type { Building, PendingExample } from './building.ts';
import { statedOutput } from './example-output.ts';
import { matching, readPath } from './merge-path.ts';
import type { Candidate } from './merge-path.ts';
import type { MergedNode, MergedRuleset } from './merged.ts';
import type { Giveable } from './read-given.ts';
import { readGiven } from './read-given.ts';
import { repathFix } from './suggest.ts';
import { nearest } from '../text/nearest.ts';
import type { Typing } from './typing.ts';
import { fixedScore } from './typing.ts';

/** Everything examples can name, under every path that means it. */
export function giveables(
  ruleset: MergedRuleset,
  { chosenNames, gathered }: Building,
  inputs: readonly ValueInput[],
  options: readonly Option[],
): Candidate<Giveable>[] {
  const awards = new Map(gathered.judged.map((input) => [input.name, input]));
  const paths = (node: MergedNode, above: readonly string[]): Candidate<Giveable>[] => {
    const name = chosenNames.get(node);
    const input = name === undefined ? undefined : awards.get(name);
    const own = input
      ? [node.name.text, ...node.formerNames].map((last) => ({
          path: [...above, last],
          value: { kind: 'award', input } as const,
        }))
      : [];
    return [...own, ...node.children.flatMap((child) => paths(child, [...above, node.name.text]))];
  };
  return [
    ...inputs.map((input) => ({ path: [input.name], value: { kind: 'input', input } as const })),
    ...options.map((option) => ({
      path: [option.name],
      value: { kind: 'option', option } as const,
    })),
    ...ruleset.children.flatMap((node) => paths(node, [])),
  ];
}

/** What examples may speak of. */
export interface ExampleGround {
  readonly candidates: readonly Candidate<Giveable>[];
  readonly outputs: readonly Output[];
  /** Whether there is a total to state. */
  readonly scored: boolean;
  /** The generation of the ruleset itself. */
  readonly newest: number;
}

/** The example, or undefined when it is an ancestor's and speaks of something that is gone. */
export function buildExample(
  { merged, path, typing }: PendingExample,
  { candidates, outputs, scored, newest }: ExampleGround,
): Example | undefined {
  const { statement, generation } = merged;
  const { report } = typing;
  const reading = { typing, candidates, inherited: generation < newest };
  const ofOthers = statement.givens.filter((given) => speaksOfOthers(given, candidates));
  const givens = readGivens(
    reading,
    statement.givens.filter((given) => !ofOthers.includes(given)),
  );
  const others = readOthers(reading, ofOthers);
  if (givens === 'gone' || others === 'gone') return undefined;
  const stated = { name: statement.name?.text, path, givens, others, span: statement.span };
  if (statement.output) {
    const output = statedOutput(typing, statement, statement.output, { outputs, path });
    return { ...stated, low: Q.ZERO, high: Q.ZERO, output };
  }
  if (!scored) report.say('example-needs-output', statement.low.span, {});
  const low = fixedScore(typing, statement.low, 'expected');
  const high = statement.high ? fixedScore(typing, statement.high, 'expected') : low;
  if (low && high && Q.compare(low, high) > 0)
    report.say('example-reversed', statement.low.span, {});
  return { ...stated, low: low ?? Q.ZERO, high: high ?? Q.ZERO, output: undefined };
}

/** How givens are read, and whether an ancestor wrote them. */
interface Reading {
  readonly typing: Typing;
  readonly candidates: readonly Candidate<Giveable>[];
  readonly inherited: boolean;
}

/** What one department gives, or `gone` where an ancestor speaks of something that is no more. */
function readGivens(
  { typing, candidates, inherited }: Reading,
  written: readonly Syntax.GivenNode[],
  isOther = false,
): ReadonlyMap<string, ExampleGiven> | 'gone' {
  const givens = new Map<string, ExampleGiven>();
  for (const given of written) {
    const found = findGiven(typing, given, candidates, inherited);
    if (found === 'gone') return found;
    const name = found && nameOf(found);
    if (found === undefined || name === undefined) continue;
    if (givens.has(name))
      typing.report.say('duplicate-name', given.path.span, { name, inherited: false });
    if (isOther && found.kind === 'option') {
      typing.report.say('option-of-others', given.path.span, { name });
      continue;
    }
    const value = readGiven(typing, given.value, found);
    if (value) givens.set(name, value);
  }
  return givens;
}

const OTHERS: readonly string[] = [...keywords.Others.en, ...keywords.Others.zh];

// An input of that name goes first.
function speaksOfOthers(
  { path }: Syntax.GivenNode,
  candidates: readonly Candidate<Giveable>[],
): boolean {
  const [name, ...more] = path.names;
  return (
    name !== undefined &&
    more.length === 0 &&
    OTHERS.includes(name.text) &&
    matching(candidates, [name.text]).length === 0
  );
}

/** `others = [ { … }, { … } ]`: what each of the other departments gives. */
function readOthers(
  reading: Reading,
  written: readonly Syntax.GivenNode[],
): readonly ReadonlyMap<string, ExampleGiven>[] | 'gone' | undefined {
  const [given, ...more] = written;
  if (given === undefined) return undefined;
  const { report } = reading.typing;
  for (const { path } of more) {
    const name = path.names[0]?.text ?? '';
    report.say('duplicate-name', path.span, { name, inherited: false });
  }
  const others: ReadonlyMap<string, ExampleGiven>[] = [];
  const entries = given.value.kind === 'list' ? given.value.entries : [given.value];
  for (const entry of entries) {
    if (given.value.kind !== 'list' || entry.kind !== 'record') {
      if (entry.kind === 'missing') report.leaveOut();
      else report.say('others-not-records', entry.span, {});
      continue;
    }
    const givens = readGivens(reading, entry.fields.map(givenOf), true);
    if (givens === 'gone') return givens;
    others.push(givens);
  }
  return others;
}

function givenOf({ name, value }: RecordField): Syntax.GivenNode {
  return { path: { names: [name], span: name.span }, value, span: name.span };
}

type RecordField = Extract<Syntax.Expression, { kind: 'record' }>['fields'][number];

function nameOf(giveable: Giveable): string {
  return giveable.kind === 'option' ? giveable.option.name : giveable.input.name;
}

function findGiven(
  { report }: Typing,
  { path }: Syntax.GivenNode,
  candidates: readonly Candidate<Giveable>[],
  inherited: boolean,
): Giveable | 'gone' | undefined {
  const names = readPath(path);
  if (!names) {
    report.leaveOut();
    return undefined;
  }
  const found = matching(candidates, names);
  const meant = new Set(found.map(({ value }) => nameOf(value)));
  if (found[0] && meant.size === 1) return found[0].value;
  const written = names.join(' / ');
  if (found.length > 1) {
    const facts = {
      path: written,
      candidates: found.map((candidate) => candidate.path.join(' / ')),
    };
    report.say('ambiguous-path', path.span, facts);
    return undefined;
  }
  if (inherited) {
    report.say('example-outdated', path.span, { name: written });
    return 'gone';
  }
  const endings = new Map(
    candidates.map((candidate) => [
      candidate.path.slice(-names.length).join(' / '),
      candidate.path,
    ]),
  );
  const suggestion = nearest(written, endings.keys());
  const fix = repathFix(
    path.span,
    suggestion === undefined ? undefined : endings.get(suggestion)?.slice(-names.length),
  );
  report.say('unknown-given', path.span, { name: written, suggestion }, { fix });
  return undefined;
}
