// A merged ruleset → the framework: names first, then the tree from the top down, then what needs
// all of it.
import type { Framework } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import { resolveAims } from './aims.ts';
import { buildCombine } from './build-combine.ts';
import { buildExample, giveables } from './build-example.ts';
import { allExist } from './build-existence.ts';
import { buildGrades, buildRoundings, buildTotal, gradeNames } from './build-header.ts';
import { buildChildren, countedParts } from './build-node.ts';
import { buildOutputs, isScored, typingAfterTotal } from './build-outputs.ts';
import { ruleStatements } from './build-rule.ts';
import { buildStrikes } from './build-strikes.ts';
import type { Building, Level } from './building.ts';
import { emptyGathered } from './building.ts';
import { frameworkHash } from './canonical.ts';
import { chosenNames } from './chosen-names.ts';
import { checkCombinedParts } from './combined-parts.ts';
import { declareNames } from './declare-names.ts';
import { createTypeReader } from './declared-type.ts';
import { createDefinitions } from './definitions.ts';
import { createFunctions } from './functions.ts';
import { measureWords } from './measure-words.ts';
import { nodeCandidates } from './merge-path.ts';
import type { Container, MergedRuleset } from './merged.ts';
import {
  aboutOf,
  citationOf,
  gatherExamples,
  noteOpenDefinitions,
  notMonotoneOf,
} from './open-node.ts';
import { placeStatements } from './place-statements.ts';
import { conserve } from './points.ts';
import type { Report } from './report.ts';
import { rulesetScope } from './scope.ts';
import { checkScoreOrder } from './score-circles.ts';
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
    scored: { places: nodeCandidates(ruleset), gone: ruleset.gone },
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
    newest: ruleset.files.length - 1,
  };
  const top: Level = {
    place: 'ruleset',
    path: [],
    names: [],
    typing,
    above: undefined,
    vetoes: [],
    exemptions: [],
  };
  const { gathered } = building;

  const { options, inputs } = declareNames(building, ruleset, typing);
  noteOpenDefinitions(building, statements, []);
  const scored = isScored(ruleset, statements);
  const afterTotal = typingAfterTotal(typing, scored);
  const total = buildTotal(typing, ruleset, statements, scored);
  const roundings = buildRoundings(typing, statements);
  const grades = buildGrades(typing, afterTotal, statements);

  buildStrikes(building, top, statements);
  gatherExamples(building, top, statements);
  const built = buildChildren(building, top, ruleset.children);
  resolveAims(building);
  const { text: name } = ruleset.newest.name;
  const count = built.length;
  const combine = buildCombine(typing, statements, { name, points: total.points, count });
  const isSum = ruleStatements(statements).length === 0;
  if (!report.misread(ruleset.newest.span) && isSum && allExist(built.map(({ node }) => node)))
    conserve(report, [], total, countedParts(built));

  const outputs = buildOutputs(building, typingAfterTotal(typing, scored, grades), statements);

  const given = [...inputs, ...gathered.pools];
  const candidates = giveables(ruleset, building, given, options);
  const examples = gathered.examples.flatMap(
    (example) =>
      buildExample(example, { candidates, outputs, scored, newest: building.newest }) ?? [],
  );

  functions.finish();
  const framework: Omit<Framework, 'hash'> = {
    name: ruleset.newest.name.text,
    nameSpan: ruleset.newest.name.span,
    period: ruleset.newest.period?.text ?? '',
    about: aboutOf(statements),
    source: citationOf(statements),
    scored,
    total: total.points ?? Q.ZERO,
    totalCaps: total.caps,
    roundings,
    grades,
    options,
    inputs: [...given, ...gathered.judged],
    lets: definitions.checked,
    children: built.map(({ node }) => node),
    combine,
    notMonotone: notMonotoneOf(statements),
    vetoes: top.vetoes,
    exemptions: top.exemptions,
    ceilings: gathered.ceilings,
    gradeDowns: gathered.gradeDowns,
    outputs,
    checks: gathered.checks,
    examples,
    openTerms: gathered.openTerms,
    files: ruleset.files,
  };
  checkScoreOrder(framework, report);
  checkCombinedParts(framework, report);
  return { ...framework, hash: report.isBroken() ? '' : frameworkHash(framework) };
}

/** The words by which messages call the nodes and outputs that rules cannot read by their name. */
function nodeWords(container: Container): Ground['nodes'] {
  const words = new Map<string, 'group' | 'indicator' | 'item' | 'output'>(
    container.statements.flatMap(({ statement }) =>
      statement.kind === 'output' ? [[statement.name.text, 'output'] as const] : [],
    ),
  );
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
