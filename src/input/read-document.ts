// Text to document tree, for JSON and YAML alike, through the `yaml` package's parser. Only its
// tokens and nodes are used, never its conversion to JavaScript values, which would round numbers
// and lose places. What could be read in two ways (anchors, tags, octal numbers) is refused.
import { Composer, Parser, isMap, isScalar, isSeq } from 'yaml';
import type { Document, ParsedNode, Scalar, YAMLMap } from 'yaml';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { DocumentEntry, DocumentNode } from './document.ts';
import { brief } from './document.ts';
import { refusals } from './document-refusals.ts';
import { jsonPunctuation, syntaxDiagnostics, yamlColons } from './document-syntax.ts';
import { readJson } from './read-json.ts';

const SETTINGS = {
  stringKeys: true,
  // Repeated names are found below, with both places and without comparing every pair.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

interface ReadDocument {
  root: DocumentNode | undefined;
  diagnostics: Diagnostic[];
}

/** Reads a text as one JSON or YAML document. `root` is missing when the text cannot be read. */
export function readDocument(source: Source): ReadDocument {
  const root = readJson(source);
  return root ? { root, diagnostics: [] } : readCarefully(source);
}

/** The same through the tokens of YAML, of which JSON is a part: with words for whatever is wrong. */
export function readCarefully(source: Source): ReadDocument {
  const tokens = [...new Parser().parse(source.text)];
  const refused = refusals(tokens, source);
  if (refused.length > 0) return { root: undefined, diagnostics: refused };
  const punctuation = jsonPunctuation(source);
  if (punctuation.length > 0) return { root: undefined, diagnostics: punctuation };
  const parsed = [...new Composer(SETTINGS).compose(tokens, true, source.text.length)];
  const wrong = syntaxDiagnostics(parsed, source);
  const contents = parsed[0]?.contents;
  const colons = misreadEntries(contents, wrong.length > 0, source);
  if (colons.length > 0) return { root: undefined, diagnostics: colons };
  if (wrong.length > 0) return { root: undefined, diagnostics: wrong };
  const start = /^[\s\uFEFF]*/u.exec(source.text)?.[0].length ?? 0;
  if (!contents || (isScalar(contents) && contents.value === null))
    return {
      root: undefined,
      diagnostics: [diagnose('document-empty', { file: source.file, start, end: start }, {})],
    };
  const diagnostics: Diagnostic[] = [];
  const root = nodeOf(contents, { source, diagnostics, inBrackets: false });
  return { root: diagnostics.some(misleads) ? undefined : root, diagnostics };
}

/** What holds entries and never a text. */
const HOLDERS: ReadonlySet<string> = new Set(['inputs', 'reported', 'expected', 'departments']);

// `inputs：` and `x：1` are texts to YAML: full-width colons where entries were due.
function misreadEntries(
  contents: ParsedNode | null | undefined,
  isWrong: boolean,
  source: Source,
): Diagnostic[] {
  const whole = { start: 0, end: source.text.length };
  if (isWrong || (isScalar(contents) && contents.type === 'PLAIN'))
    return yamlColons(source, whole);
  if (!isMap(contents)) return [];
  return contents.items.flatMap(({ key, value }) => {
    const isHolder = isScalar(key) && HOLDERS.has(String(key.value));
    if (!isHolder || !isScalar(value) || value.type !== 'PLAIN') return [];
    return yamlColons(source, spanOf(value as ParsedNode, source));
  });
}

// Where entries have run together, their names and values are not what was meant.
function misleads({ code }: Diagnostic): boolean {
  return code === 'document-syntax' || code === 'document-feature';
}

interface Building {
  readonly source: Source;
  readonly diagnostics: Diagnostic[];
  /** Inside `{ }` or `[ ]`, where JSON lives. */
  readonly inBrackets: boolean;
}

// Depth is bounded by `refusals`, so recursion is safe here.
function nodeOf(node: ParsedNode, building: Building): DocumentNode {
  const span = spanOf(node, building.source);
  if (isMap(node)) return objectOf(node, span, within(building, node.flow));
  if (isSeq(node)) {
    const inside = within(building, node.flow);
    return {
      kind: 'list',
      entries: node.items.map((item) => nodeOf(item, inside)),
      span,
    };
  }
  if (isScalar(node)) return scalarOf(node, span, building);
  throw new Error('aliases were refused before');
}

function within(building: Building, flow: boolean | undefined): Building {
  return flow === true ? { ...building, inBrackets: true } : building;
}

function objectOf(map: YAMLMap.Parsed, span: Span, building: Building): DocumentNode {
  const entries = new Map<string, DocumentEntry>();
  for (const { key, value } of map.items) {
    if (!isScalar(key)) throw new Error('names that are no texts were refused before');
    const name = String(key.value);
    const nameSpan = spanOf(key as ParsedNode, building.source);
    refuseMistakenText(key, nameSpan, building);
    if (name === '<<' && key.type === 'PLAIN')
      building.diagnostics.push(diagnose('document-feature', nameSpan, { feature: 'merge' }));
    const first = entries.get(name);
    if (first) {
      const related = [
        { span: first.nameSpan, note: { en: 'given here first', zh: '第一次出现在这里' } },
      ];
      building.diagnostics.push(
        diagnose('entry-twice', nameSpan, { name: brief(name) }, { related }),
      );
      continue;
    }
    const nothing: DocumentNode = { kind: 'null', span: nameSpan };
    entries.set(name, { name, nameSpan, value: value ? nodeOf(value, building) : nothing });
  }
  return { kind: 'object', entries, span };
}

function scalarOf(scalar: Scalar, span: Span, building: Building): DocumentNode {
  const { value } = scalar;
  if (value === null) return { kind: 'null', span };
  if (typeof value === 'boolean') return { kind: 'boolean', value, span };
  if (typeof value === 'number') return numberOf(scalar.source ?? '', value, span, building);
  refuseMistakenText(scalar, span, building);
  return { kind: 'text', text: typeof value === 'string' ? value : '', span };
}

const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const LEADING_ZERO = /^[+-]?0\d/;

// Hexadecimal and octal numbers, `.inf`, `.nan`; and `017`, which older YAML readers take as octal.
function numberOf(written: string, value: number, span: Span, building: Building): DocumentNode {
  if (PLAIN_NUMBER.test(written) && !LEADING_ZERO.test(written))
    return { kind: 'number', written, span };
  const whole = Number.isSafeInteger(value) ? String(value) : undefined;
  const suggestion = LEADING_ZERO.test(written) ? written.replace(/^([+-]?)0+(?=\d)/, '$1') : whole;
  const facts = { text: brief(written), suggestion };
  const fix = suggestion === undefined ? undefined : rewrite(span, suggestion);
  building.diagnostics.push(diagnose('number-notation', span, facts, { fix }));
  return { kind: 'null', span };
}

// Unquoted text in brackets that holds a quotation mark was meant as JSON and lacks a comma before it.
function refuseMistakenText(scalar: Scalar, span: Span, building: Building): void {
  if (!building.inBrackets || scalar.type !== 'PLAIN') return;
  const text = scalar.source ?? '';
  if (text.startsWith('//'))
    building.diagnostics.push(diagnose('document-syntax', span, { problem: 'comment' }));
  else if (text.includes('"'))
    building.diagnostics.push(diagnose('document-syntax', span, { problem: 'separator' }));
}

function rewrite(span: Span, text: string): Fix {
  return { title: { en: `Write ${text}`, zh: `改为 ${text}` }, edits: [{ span, text }] };
}

// The library counts white space and comments after a block as part of it.
function spanOf(node: ParsedNode | Document.Parsed, source: Source): Span {
  const [start, end] = node.range;
  return { file: source.file, start, end: start + source.text.slice(start, end).trimEnd().length };
}
