// Structure: is every name in the file one that the framework knows, and is nothing necessary left
// out? ajv answers with the schema. Its errors about names become diagnostics here; where it only
// refuses how a value is written, the reader says why, and knows more.
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Framework } from '../model/framework.ts';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import type { DocumentNode } from './document.ts';
import { brief, partName } from './document.ts';
import type { FigureSubject, Meanings, Names, ScoredPlace } from './names.ts';
import { joinPath, reportedPart } from './names.ts';
import { neutralName, neutralSchema, ownName } from './neutral-names.ts';
import { quote } from './read-figure.ts';
import { departmentSchema } from './schema.ts';

/** What the schema has against a file. */
export interface StructureFaults {
  readonly diagnostics: readonly Diagnostic[];
  /** Parts whose form it refuses; the reader finds the reason. */
  readonly refused: readonly Place[];
}

/** A part of the document. */
interface Place {
  readonly node: DocumentNode;
  /** The nodes on the way to it, from the whole file to the part itself. */
  readonly nodes: readonly DocumentNode[];
  /** The names and numbers on the way to it. */
  readonly path: readonly string[];
  /** As the reader names it: without `inputs` and the `value` of evidence. */
  readonly name: string;
}

/** Makes the check for one framework; compiling the schema takes longer than using it. */
export function createStructureCheck(
  framework: Framework,
  names: Names,
): (root: DocumentNode) => StructureFaults {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    ownProperties: true,
    verbose: true,
    inlineRefs: false,
    logger: false,
    messages: false,
    // Words are compared one after the other: written out, they would be parts of the program.
    loopEnum: 0,
    // The schema is ours, and tests hold it against its meta-schema; users need not wait for that.
    validateSchema: false,
    meta: false,
  });
  ajv.addKeyword({
    keyword: 'matches',
    type: 'string',
    schemaType: 'object',
    compile: ({ pattern }: { readonly pattern: string }) => {
      const expression = new RegExp(pattern, 'u');
      return (text: string) => expression.test(text);
    },
  });
  const validate = ajv.compile(neutralSchema(departmentSchema(framework)));
  return (root) => faultsOf(validate, root, framework, names);
}

function faultsOf(
  validate: ValidateFunction,
  root: DocumentNode,
  framework: Framework,
  names: Names,
): StructureFaults {
  if (validate(plainData(root))) return { diagnostics: [], refused: [] };
  const misnamed: { place: Place; diagnostic: Diagnostic }[] = [];
  const lacking: { place: Place; diagnostic: Diagnostic }[] = [];
  const refused: Place[] = [];
  const withUnknownNames = new Set<DocumentNode>();
  // What stands under a name that means nothing cannot be right or wrong.
  const ignored = new Set<DocumentNode>();
  for (const error of validate.errors ?? []) {
    const place = partAt(root, error.instancePath);
    const { node } = place;
    const params = error.params as Readonly<Record<string, unknown>>;
    const named = params['additionalProperty'] ?? params['propertyName'];
    if (typeof named === 'string' && node.kind === 'object') {
      const unknown = ownName(named);
      withUnknownNames.add(node);
      const entry = node.entries.get(unknown);
      if (entry) ignored.add(entry.value);
      const span = entry?.nameSpan ?? node.span;
      const known = knownNames(parentOf(error));
      const diagnostic = unknownName(unknown, span, known, place, framework, names);
      misnamed.push({ place, diagnostic });
    } else if (error.keyword === 'required' && parentOf(error).properties !== undefined) {
      const facts = { name: ownName(String(params['missingProperty'])), place: place.name };
      const diagnostic = diagnose('missing-entry', startOf(root, node), facts);
      lacking.push({ place, diagnostic });
    } else refused.push(place);
  }
  const counts = ({ nodes }: Place) => !nodes.some((node) => ignored.has(node));
  // Where a name is mistyped, the one that is missing is most likely the same.
  const missing = lacking.filter(
    ({ place: { node } }) => node === root || !withUnknownNames.has(node),
  );
  const said = [...misnamed, ...missing].filter(({ place }) => counts(place));
  return {
    diagnostics: said.map(({ diagnostic }) => diagnostic),
    refused: refused.filter(counts),
  };
}

// A whole file is too much to point at.
function startOf(root: DocumentNode, node: DocumentNode): Span {
  const { file, start, end } = node.span;
  return node === root ? { file, start, end: Math.min(start + 1, end) } : node.span;
}

/** The document as ajv wants it: JavaScript values under neutral names. */
function plainData(node: DocumentNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(
        [...node.entries.values()].map(({ name, value }) => [neutralName(name), plainData(value)]),
      );
    case 'list':
      return node.entries.map(plainData);
    case 'text':
      return node.text;
    case 'number': {
      // Only whether it is a number, and a whole one, is of interest to a schema.
      const number = Number(node.written);
      return Number.isFinite(number) ? number : 1;
    }
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    default:
      return node satisfies never;
  }
}

function partAt(root: DocumentNode, pointer: string): Place {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => ownName(part));
  const nodes = [root];
  let node = root;
  let name = '';
  for (const [depth, part] of path.entries()) {
    const next = node.kind === 'list' ? node.entries[Number(part)] : childOf(node, part);
    if (next === undefined) break;
    const silent =
      (depth === 0 && part === 'inputs') || (part === 'value' && depth > 1 && path[0] === 'inputs');
    if (!silent) name = partName(name, node.kind === 'list' ? Number(part) : part);
    node = next;
    nodes.push(node);
  }
  return { node, nodes, path, name };
}

function childOf(node: DocumentNode, name: string): DocumentNode | undefined {
  return node.kind === 'object' ? node.entries.get(name)?.value : undefined;
}

function unknownName(
  written: string,
  span: Span,
  known: readonly string[],
  { path, name: place }: Place,
  framework: Framework,
  names: Names,
): Diagnostic {
  const name = brief(written);
  const suggestion = nearest(written, known);
  const more = suggestion === undefined ? {} : { fix: quote(span, suggestion) };
  const meanings = meaningsAt(path, names);
  const several = meanings?.get(written) ?? [];
  if (several.length > 1) {
    const paths = several.map((meaning) => joinPath(meaning.path));
    const choices = paths.map((path) => quote(span, path));
    return diagnose('name-ambiguous', span, { name, paths }, { choices });
  }
  if (path.length === 1 && path[0] === 'inputs')
    return diagnose('unknown-input', span, { name, ruleset: framework.name, suggestion }, more);
  if (meanings === names.places)
    return diagnose('unknown-scored-name', span, { name, suggestion }, more);
  if (meanings === names.subjects)
    return diagnose('unknown-figure-name', span, { name, suggestion }, more);
  return diagnose('unknown-entry', span, { name, place, known, suggestion }, more);
}

/** The keywords about names in the schema that an error comes from. */
interface NamingSchema {
  readonly properties?: object;
  readonly propertyNames?: { readonly enum: readonly string[] };
}

function parentOf({ parentSchema }: ErrorObject): NamingSchema {
  return (parentSchema as NamingSchema | undefined) ?? {};
}

// The two ways in which our schemas list names: with a schema each, or all with the same one.
function knownNames({ properties, propertyNames }: NamingSchema): string[] {
  return (propertyNames ? [...propertyNames.enum] : Object.keys(properties ?? {})).map(ownName);
}

/** The names that an object at this path is about, where it is about names of the framework. */
function meaningsAt(
  path: readonly string[],
  names: Names,
): Meanings<ScoredPlace> | Meanings<FigureSubject> | undefined {
  const [top, second, third] = path;
  if (top === 'reported' && path.length === 1) return names.places;
  if (top === 'reported' && path.length === 2) {
    const part = second === undefined ? undefined : reportedPart(second, names.places);
    return part === 'scores' ? names.places : part === 'figures' ? names.subjects : undefined;
  }
  const isExpected =
    top === 'expected' && [second, third].includes('scores') && path.at(-1) === 'scores';
  return isExpected ? names.places : undefined;
}
