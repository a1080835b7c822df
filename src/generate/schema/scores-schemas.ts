// The schema of what `biaochi score --format json` prints for one ruleset: the names of its indicators,
// groups, grades, options and outputs are listed, so that a program that misspells one does not compile.
// Objects may gain entries in later versions, so further ones are allowed.
import type { Language } from '../../diagnostics/diagnose.ts';
import type { Words } from '../../diagnostics/message.ts';
import type { JsonSchema } from '../../input/json-schema.ts';
import type { Framework, Node } from '../../model/framework.ts';
import { indicatorsOf } from '../../model/framework.ts';
import { rulesetLabel } from '../header.ts';
import { outputSchema } from './output-result.ts';
import { reference } from './references.ts';
import {
  APPLICABILITY,
  NULL,
  STEPS,
  TEXT,
  TEXTS,
  TRUTH,
  eitherOf,
  listOf,
  objectOf,
  oneOf,
} from './result-shapes.ts';

/** The schema of the scores, and what it refers to. */
export interface ScoresSchemas {
  readonly scores: JsonSchema;
  readonly definitions: ReadonlyMap<string, JsonSchema>;
}

/** The schemas of scores under one ruleset. */
export function scoresSchemas(framework: Framework, language: Language): ScoresSchemas {
  const definitions = new Map(
    Object.entries({
      Score: SCORE,
      Result: resultSchema(framework),
      Indicator: indicatorSchema(framework),
      Item: ITEM,
      Group: groupSchema(framework),
      Output: outputSchema(framework.outputs),
      Missing: missingSchema(framework),
      OpenRow: OPEN_ROW,
      RefusedAward: REFUSED_AWARD,
      GradeStrike: gradeStrikeSchema(framework),
      Check: checkSchema(framework),
      Diagnostic: DIAGNOSTIC,
      Fix: FIX,
    }).map(([title, schema]) => {
      const words = WORDS[title];
      return [title, { title, ...(words && { description: words[language] }), ...schema }];
    }),
  );
  return { scores: scoresSchema(framework, language), definitions };
}

const WORDS: Readonly<Record<string, Words>> = {
  Score: {
    en: 'An exact score as text: a decimal, or a fraction where no decimal ends; its two ends while inputs are missing',
    zh: '准确的得分，写成文本：十进制数，除不尽时为分数；数据不全时为上下两端',
  },
  Result: { en: 'The scores of one department', zh: '一个部门的得分' },
  Missing: { en: 'An input that is missing and what hangs on it', zh: '缺少的数据及其影响' },
  Check: { en: 'A cross-check of the inputs', zh: '数据之间的核对' },
};

const SCORE: JsonSchema = eitherOf(
  TEXT,
  objectOf({ irrational: { const: true }, approximately: TEXT }),
  objectOf({ low: eitherOf(TEXT, NULL), high: eitherOf(TEXT, NULL) }),
);
const SCORED = {
  points: reference('Score'),
  score: reference('Score'),
  standing: reference('Score'),
};

function scoresSchema(framework: Framework, language: Language): JsonSchema {
  const label = rulesetLabel(framework);
  const ruleset = objectOf({
    name: { const: framework.name },
    year: { const: framework.period },
    hash: { const: framework.hash },
    files: TEXTS,
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Scores',
    description: { en: `Scores by ${label}`, zh: `${label}：得分` }[language],
    ...objectOf(
      {
        ruleset,
        cohort: objectOf({ departments: TEXTS, hash: TEXT }),
        results: listOf(reference('Result')),
        refused: listOf(objectOf({ department: TEXT, missing: TEXTS })),
        diagnostics: listOf(reference('Diagnostic')),
      },
      ['cohort', 'refused', 'diagnostics'],
    ),
  };
}

function resultSchema(framework: Framework): JsonSchema {
  const score = framework.scored ? reference('Score') : NULL;
  const grade = oneOf(framework.grades.map(({ name }) => name));
  const options = framework.options.map(({ name, values }) => [name, oneOf(values)] as const);
  return objectOf({
    department: TEXT,
    year: TEXT,
    hash: TEXT,
    total: score,
    standing: score,
    grade: framework.grades.length === 0 ? NULL : eitherOf(grade, listOf(grade), NULL),
    forgone: listOf(objectOf({ grade, certain: TRUTH, why: TEXT })),
    outputs: listOf(reference('Output')),
    indicators: listOf(reference('Indicator')),
    groups: listOf(reference('Group')),
    cohort: oneOf(['not-needed', 'unknown', 'known']),
    steps: STEPS,
    missing: listOf(reference('Missing')),
    undecisive: listOf(
      objectOf({ name: inputName(framework), department: eitherOf(TEXT, NULL) }, ['department']),
    ),
    refusedAwards: listOf(reference('RefusedAward')),
    gradeStrikes: listOf(reference('GradeStrike')),
    checks: listOf(reference('Check')),
    coverage: objectOf({ computed: TEXT, judged: TEXT, assumed: TEXT, missing: TEXT }),
    defaulted: listOf(inputName(framework)),
    options: objectOf(Object.fromEntries(options)),
  });
}

function indicatorSchema({ children }: Framework): JsonSchema {
  const indicators = indicatorsOf(children);
  return objectOf({
    path: pathOf(indicators),
    name: nameOf(indicators),
    ...SCORED,
    deducted: reference('Score'),
    applicability: APPLICABILITY,
    why: TEXTS,
    items: listOf(reference('Item')),
    steps: STEPS,
  });
}

const ITEM: JsonSchema = objectOf({
  name: TEXT,
  ...SCORED,
  applicability: APPLICABILITY,
  steps: STEPS,
});

function groupSchema({ children }: Framework): JsonSchema {
  const groups = groupsOf(children);
  return objectOf({
    path: pathOf(groups),
    name: nameOf(groups),
    kind: oneOf(['counted', 'bonus', 'penalty']),
    applicability: APPLICABILITY,
    ...SCORED,
    steps: STEPS,
  });
}

function groupsOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? [node, ...groupsOf(node.children)] : []));
}

function nameOf(nodes: readonly Node[]): JsonSchema {
  return oneOf([...new Set(nodes.map(({ name }) => name))]);
}

function pathOf(nodes: readonly Node[]): JsonSchema {
  return { ...listOf(oneOf([...new Set(nodes.flatMap(({ path }) => path))])), minItems: 1 };
}

function inputName({ inputs }: Framework): JsonSchema {
  return oneOf(inputs.map(({ name }) => name));
}

function outputName({ outputs }: Framework): JsonSchema {
  return oneOf(outputs.map(({ name }) => name));
}

function missingSchema(framework: Framework): JsonSchema {
  return objectOf(
    {
      name: inputName(framework),
      department: eitherOf(TEXT, NULL),
      decides: eitherOf(TEXT, NULL),
      indicators: listOf(TEXTS),
      outputs: listOf(outputName(framework)),
      decidesGrade: { const: true },
      rows: listOf(reference('OpenRow')),
    },
    ['department', 'outputs', 'decidesGrade'],
  );
}

const OPEN_ROW: JsonSchema = objectOf({
  row: { type: ['integer', 'null'] },
  why: TEXT,
  fields: TEXTS,
  texts: TEXTS,
});

const REFUSED_AWARD: JsonSchema = objectOf({
  name: TEXT,
  award: TEXT,
  rows: listOf(objectOf({ row: { type: 'integer' }, allowed: reference('Score') })),
});

function gradeStrikeSchema({ grades }: Framework): JsonSchema {
  return objectOf({
    about: TEXT,
    certainty: oneOf(['certain', 'possible']),
    overruled: TRUTH,
    atMost: eitherOf(oneOf(grades.map(({ name }) => name)), NULL),
    down: eitherOf(reference('Score'), NULL),
  });
}

function checkSchema({ checks }: Framework): JsonSchema {
  return objectOf({
    name: oneOf([...new Set(checks.map(({ name }) => name))]),
    outcome: oneOf(['holds', 'fails', 'undecided']),
    difference: eitherOf(reference('Score'), NULL),
    unit: eitherOf(TEXT, NULL),
  });
}

const PLACE = {
  file: TEXT,
  line: { type: 'integer' },
  column: { type: 'integer' },
  endLine: { type: 'integer' },
  endColumn: { type: 'integer' },
} as const;

const DIAGNOSTIC: JsonSchema = objectOf({
  ...PLACE,
  severity: oneOf(['error', 'warning', 'note']),
  code: TEXT,
  message: TEXT,
  fix: eitherOf(reference('Fix'), NULL),
  choices: listOf(reference('Fix')),
  related: listOf(objectOf({ ...PLACE, message: TEXT })),
});

const FIX: JsonSchema = objectOf({
  title: TEXT,
  edits: listOf(objectOf({ ...PLACE, text: TEXT })),
});
