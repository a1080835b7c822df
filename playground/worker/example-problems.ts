// The worked examples of a ruleset that its rules no longer give, as problems at their lines: when points or
// thresholds change, they are what a clerk meant the rules to say.
import type { Language } from '../../src/diagnostics/diagnose.ts';
import { runExamples } from '../../src/evaluate/run-examples.ts';
import type { ExampleResult } from '../../src/evaluate/run-examples.ts';
import type { Framework } from '../../src/model/framework.ts';
import { scoreText } from '../../src/report/figure.ts';
import { outputText } from '../../src/report/outputs.ts';
import type { Value } from '../../src/types/value.ts';
import type { ProblemView } from '../protocol.ts';
import { placeView } from './places.ts';
import type { Sources } from './places.ts';
import { workerWords } from './words.ts';

/** One problem for each example that comes out otherwise than it says. */
export function exampleProblems(
  framework: Framework,
  sources: Sources,
  language: Language,
): readonly ProblemView[] {
  const words = workerWords[language];
  const shown = ({ example }: ExampleResult, value: Value): string => {
    const output = framework.outputs.find(({ name }) => name === example.output?.name);
    if (output) return outputText({ output }, value, { language, lets: framework.lets });
    return value.kind === 'number' ? scoreText(value.range) : '';
  };
  return runExamples(framework).flatMap((result): ProblemView[] => {
    if (result.agrees) return [];
    const { example, expected, actual } = result;
    const name = [...example.path, ...(example.name === undefined ? [] : [example.name])].join(
      ' / ',
    );
    return [
      {
        severity: 'warning',
        code: 'example-differs',
        message: words.exampleDiffers(name, shown(result, expected), shown(result, actual)),
        place: placeView(example.span, sources),
        fixes: [],
        related: [],
      },
    ];
  });
}
