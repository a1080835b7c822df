// What reading department files asks of a framework, as numbers that are equal where every file is read
// alike: of the inputs, each for itself, and of all the rest together.
import type { Framework, Node } from '../../src/model/framework.ts';
import { fingerprintsIn } from '../../src/prove/fingerprint.ts';
import type { Numbering } from '../../src/prove/fingerprint.ts';

/** Equal for frameworks that read every file alike: whatever reading asks of one is in it. */
export function declarationsKey(framework: Framework, numbering: Numbering): string {
  const inputs = [...inputKeys(framework, numbering)].map(([name, key]) => `${key} ${name}`);
  return `${restKey(framework, numbering)} ${inputs.join(' ')}`;
}

/** By the name of each input a number for its declaration. */
export function inputKeys(
  { inputs }: Framework,
  numbering: Numbering,
): ReadonlyMap<string, number> {
  const { meaning } = fingerprintsIn(numbering);
  return new Map(inputs.map((input) => [input.name, meaning(input)]));
}

/** A number for everything but the inputs. */
export function restKey(framework: Framework, numbering: Numbering): number {
  const { meaning } = fingerprintsIn(numbering);
  const { name, period, grades, outputs, lets, scored } = framework;
  const letNames = [...lets.values()].map((each) => [
    each.id,
    each.name,
    each.scope,
    each.value.type,
  ]);
  const outputNames = outputs.map((output) => [output.name, output.value.type]);
  const gradeNames = grades.map((grade) => grade.name);
  const paths = framework.children.map(pathsOf);
  return meaning([name, period, scored, gradeNames, outputNames, letNames, paths]);
}

function pathsOf(node: Node): unknown {
  return node.kind === 'group'
    ? [node.path, node.children.map(pathsOf)]
    : [node.path, node.items.map(({ path, implicit }) => [path, implicit])];
}
