// An outline as text that is not yet laid out: every part behind the other, each stretch with the place
// that it is from.
import { keywords } from '../../../grammar/keywords.ts';
import type { Surroundings } from './comments.ts';
import type { Outline, OutlineNode, OutlinePart, OutlineStatement, Place } from './outline.ts';
import type { Written } from './written.ts';
import { putIn } from './written.ts';

/** The text of a whole ruleset. */
export function writeOutline(outline: Outline): Written {
  const at = outline.keyword;
  const period = keywords.For[outline.language][0];
  return [
    ...outline.header,
    ...(isCommentLast(outline.header) ? [putIn('\n', at)] : []),
    outline.keyword,
    putIn(' ', at),
    ...outline.nameText,
    ...(outline.period === undefined ? [] : [putIn(` ${period} `, at), ...outline.periodText]),
    putIn(' {', at),
    ...writeParts(outline.parts),
    ...writeTail(outline.tail, outline.close),
    putIn('\n', outline.close),
    outline.close,
    putIn('\n', outline.close),
    ...outline.footer,
  ];
}

/** The text of some parts, each beginning on a line of its own. */
export function writeParts(parts: readonly OutlinePart[]): Written {
  const written: Written[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (part === undefined) continue;
    if (part.kind === 'node') {
      written.push(within(part.around, part.origins[0], writeNode(part)));
      continue;
    }
    const joint = isWhole(parts, at, part) ? part.joint : undefined;
    written.push(within(part.around, part.origins[0], (joint ?? part).written));
    if (joint) at += joint.count - 1;
  }
  return written.flat();
}

/** A node with its head and its body. */
export function writeNode(node: OutlineNode): Written {
  return [...node.words, ...writeHead(node), ...writeBody(node)];
}

/** Name, points and limits. */
export function writeHead({ nameText, points, caps, close }: OutlineNode): Written {
  return [
    ...nameText,
    putIn(' ', close),
    ...points.written,
    ...caps.flatMap(({ written }) => [putIn(' ', close), ...written]),
  ];
}

/** What stands in the braces, with them. */
export function writeBody(node: OutlineNode): Written {
  const { parts, tail, close, isBare, isFlat, origins } = node;
  const [first = close] = origins;
  const [only] = parts;
  if (isBare) return [];
  if (isFlat && parts.length === 1 && only?.kind === 'statement' && only.around.behind.length === 0)
    return [putIn(' { ', first), ...only.written, putIn(' ', close), close];
  return [
    putIn(' {', first),
    ...writeParts(parts),
    ...writeTail(tail, close),
    putIn('\n', close),
    close,
  ];
}

function writeTail(tail: Written, close: Place): Written {
  return tail.length === 0 ? [] : [putIn('\n', close), ...tail];
}

function within(around: Surroundings, origin: Place | undefined, text: Written): Written {
  const at = origin ?? text[0];
  if (!at) return text;
  return [
    putIn(around.isApart ? '\n\n' : '\n', at),
    ...around.lead,
    ...(isCommentLast(around.lead) ? [putIn('\n', at)] : []),
    ...text,
    ...around.behind,
  ];
}

// What follows a comment to the end of a line begins the next.
function isCommentLast(lead: Written): boolean {
  const last = lead.at(-1)?.text ?? '\n';
  return !/[\r\n][^\S\r\n]*$/.test(last) && !last.trimEnd().endsWith('*/');
}

/** Whether all that a statement declares jointly still stands together. */
function isWhole(parts: readonly OutlinePart[], at: number, { joint }: OutlineStatement): boolean {
  if (!joint) return false;
  const run = parts.slice(at, at + joint.count);
  const others = parts.slice(at + 1).concat(parts.slice(0, at));
  const isOfIt = (part: OutlinePart) => part.kind === 'statement' && part.joint?.key === joint.key;
  return (
    run.length === joint.count &&
    run.every(isOfIt) &&
    others.filter(isOfIt).length === joint.count - 1
  );
}
