// What stands beside a value: its source, its status, a note. Parts of a list or a record may have
// evidence of their own; the whole is then worth as much as its weakest part.
import { diagnose } from '../diagnostics/diagnose.ts';
import { nearest } from '../text/nearest.ts';
import type { Evidence, EvidenceStatus } from './department.ts';
import type { DocumentNode, Reading } from './document.ts';
import { entryOf, partName, shown } from './document.ts';
import { quote } from './read-figure.ts';

/** From the strongest to the weakest. */
export const STATUSES: readonly EvidenceStatus[] = [
  'verified',
  'disclosed',
  'judged',
  'assumed',
  'rejected',
];

function isStatus(text: string): text is EvidenceStatus {
  return (STATUSES as readonly string[]).includes(text);
}

/** Evidence as far as one object of the file gives it. */
export interface StatedEvidence {
  readonly status: EvidenceStatus | undefined;
  readonly source: string | undefined;
  readonly note: string | undefined;
}

export const NO_EVIDENCE: StatedEvidence = {
  status: undefined,
  source: undefined,
  note: undefined,
};

/** Reads `status`, `source` and `note` of an object; a plain value states nothing. */
export function readEvidence(reading: Reading, node: DocumentNode, name: string): StatedEvidence {
  if (node.kind !== 'object') return NO_EVIDENCE;
  return {
    status: readStatus(reading, entryOf(node, 'status'), partName(name, 'status')),
    source: readRemark(reading, entryOf(node, 'source'), partName(name, 'source')),
    note: readRemark(reading, entryOf(node, 'note'), partName(name, 'note')),
  };
}

/** Reads one of the statuses; undefined where none is given. */
export function readStatus(
  reading: Reading,
  node: DocumentNode | undefined,
  name: string,
): EvidenceStatus | undefined {
  if (node === undefined || node.kind === 'null') return undefined;
  if (node.kind === 'text' && isStatus(node.text)) return node.text;
  const text = shown(reading, node);
  const suggestion = nearest(text, STATUSES);
  const fix = suggestion === undefined ? undefined : quote(node.span, suggestion);
  const facts = { name, text, choices: STATUSES, suggestion };
  reading.report(diagnose('choice-unknown', node.span, facts, { fix }));
  return undefined;
}

/** Reads an optional text. */
export function readRemark(
  reading: Reading,
  node: DocumentNode | undefined,
  name: string,
): string | undefined {
  if (node === undefined || node.kind === 'null') return undefined;
  if (node.kind === 'text') return node.text;
  const text = shown(reading, node);
  const fix =
    node.kind === 'number' || node.kind === 'boolean' ? quote(node.span, text) : undefined;
  reading.report(diagnose('text-expected', node.span, { name, text }, { fix }));
  return undefined;
}

/** The evidence of a whole from that of its parts; `otherwise` is the status where none is stated. */
export function combineEvidence(
  parts: readonly StatedEvidence[],
  otherwise: EvidenceStatus,
): Evidence {
  const statuses = new Set(parts.map((part) => part.status ?? otherwise));
  return {
    status: STATUSES.findLast((status) => statuses.has(status)) ?? otherwise,
    source: joined(parts.map((part) => part.source)),
    note: joined(parts.map((part) => part.note)),
  };
}

/** The evidence of a part, with what the whole around it states where the part says nothing. */
export function inherit(part: StatedEvidence, whole: StatedEvidence): StatedEvidence {
  return {
    status: part.status ?? whole.status,
    source: part.source ?? whole.source,
    note: part.note ?? whole.note,
  };
}

function joined(texts: readonly (string | undefined)[]): string | undefined {
  const different = [...new Set(texts.filter((text) => text !== undefined))];
  return different.length === 0 ? undefined : different.join('；');
}
