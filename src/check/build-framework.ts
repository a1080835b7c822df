// A merged ruleset → the framework: names first, then the tree from the top down, then what needs
// all of it.
import type { Framework } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import { allExist } from './build-existence.ts';
import { buildExample, giveables } from './build-example.ts';
import { buildGrades, buildRoundings, buildTotal, gradeNames } from './build-header.ts';
import { buildChildren, countedParts } from './build-node.ts';
import { buildStrikes } from './build-strikes.ts';
import type { Building, Level } from './building.ts';
import { emptyGathered } from './building.ts';
import { frameworkHash } from './canonical.ts';
import { declareNames } from './declare-names.ts';
import { createTypeReader } from './declared-type.ts';
import { createDefinitions } from './definitions.ts';
import { chosenNames } from './chosen-names.ts';
import { measureWords } from './measure-words.ts';
import type { Container, MergedRuleset } from './merged.ts';
import { aboutOf, citationOf, gatherExamples, noteOpenDefinitions } from './open-node.ts';
import { placeStatements } from './place-statements.ts';
import { conserve } from './points.ts';
import type { Report } from './report.ts';
import { rulesetScope } from './scope.ts';
import { createFunctions } from './functions.ts';
import { createTyping } from './type-expression.ts';
import type { Ground } from './typing.ts';

/** The framework, complete with its hash; what is wrong with it goes to the report. */
export function buildFramework(ruleset: MergedRuleset, report: Report): Framework {
  const meter = { depth: 0, peak: 0 };
  const definitions = createDefinitions(meter);
  const { constant, readsData } = definitions;
  const functions = createFunctions();
  const ground: Ground = {
    report,
    meter,
    constant,
    readsData,
    nodes: nodeWords(ruleset),
    measures: measureWords(ruleset),
  };
  const typing = createTyping(ground, rulesetScope());
  const statements = placeStatements(report, ruleset.statements, 'ruleset');
  const building: Building = {
    report,
    definitions,
    functions,
    types: createTypeReader(typing),
    chosenNames: chosenNames(ruleset, globalNames(ruleset)),
    grades: gradeNames(statements),
    gathered: emptyGathered(),
  };
  const top: Level = {
    place: 'ruleset',
    path: [],
    typing,
    above: undefined,
    vetoes: [],
    exemptions: [],
  };
  const { gathered } = building;

  const { options, inputs } = declareNames(building, ruleset, typing);
  noteOpenDefinitions(building, statements, []);
  const total = buildTotal(typing, ruleset, statements);
  const roundings = buildRoundings(typing, statements);
  const grades = buildGrades(typing, statements);

  buildStrikes(building, top, statements);
  gatherExamples(building, top, statements);
  const built = buildChildren(building, top, ruleset.children);
  if (!report.misread(ruleset.newest.span) && allExist(built.map(({ node }) => node)))
    conserve(report, [], total, countedParts(built));

  const given = [...inputs, ...gathered.pools];
  const candidates = giveables(ruleset, building, given, options);
  const newest = ruleset.files.length - 1;
  const examples = gathered.examples.flatMap(
    (example) => buildExample(example, candidates, newest) ?? [],
  );

  functions.finish();
  const framework: Omit<Framework, 'hash'> = {
    name: ruleset.newest.name.text,
    nameSpan: ruleset.newest.name.span,
    period: ruleset.newest.period?.text ?? '',
    about: aboutOf(statements),
    source: citationOf(statements),
    total: total.points ?? Q.ZERO,
    totalCaps: total.caps,
    roundings,
    grades,
    options,
    inputs: [...given, ...gathered.judged],
    lets: definitions.checked,
    children: built.map(({ node }) => node),
    vetoes: top.vetoes,
    exemptions: top.exemptions,
    ceilings: gathered.ceilings,
    checks: gathered.checks,
    examples,
    openTerms: gathered.openTerms,
    files: ruleset.files,
  };
  return { ...framework, hash: report.isBroken() ? '' : frameworkHash(framework) };
}

/** The words by which messages call the nodes that rules cannot read. */
function nodeWords(container: Container): Ground['nodes'] {
  const words = new Map<string, 'group' | 'indicator' | 'item'>();
  const add = ({ children }: Container): void => {
    for (const node of children) {
      words.set(node.name.text, node.head.kind);
      add(node);
    }
  };
  add(container);
  return words;
}

function globalNames({ statements }: Container): Set<string> {
  return new Set(
    statements.flatMap(({ statement }) => {
      if (statement.kind === 'input') return statement.names.map((name) => name.text);
      return statement.kind === 'option' ? [statement.name.text] : [];
    }),
  );
}
