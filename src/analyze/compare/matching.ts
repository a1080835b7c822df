// Which part of one framework is which part of another: the same declaration where an amendment renamed it,
// then the same path, then the same name where it is the only one.
import type { Framework, Indicator, Item, Node } from '../../model/framework.ts';
import { nodesOf } from '../../prove/reading.ts';

export interface Pair<Part> {
  readonly before: Part | undefined;
  readonly after: Part | undefined;
}

/** Groups and indicators of both frameworks: pairs in the order of the second, then what only the first has. */
export function matchNodes(before: Framework, after: Framework): readonly Pair<Node>[] {
  return matchParts(nodesOf(before.children), nodesOf(after.children), ({ kind }) => kind);
}

/** The items of two indicators; a rule that stands directly in each is the same item. */
export function matchItems(before: Indicator, after: Indicator): readonly Pair<Item>[] {
  const [one, other] = [before.items[0], after.items[0]];
  if (one?.implicit === true && other?.implicit === true) return [{ before: one, after: other }];
  return matchParts(before.items, after.items, ({ implicit }) => String(implicit));
}

type Matched = Pick<Item, 'name' | 'path' | 'origins'>;

function matchParts<Part extends Matched>(
  before: readonly Part[],
  after: readonly Part[],
  kindOf: (part: Part) => string,
): Pair<Part>[] {
  const partners = new Map<Part, Part>();
  const taken = new Set<Part>();
  const renamed = renamedDeclarations([...before, ...after]);
  const keys: ((part: Part) => string | undefined)[] = [
    (part) => {
      const declaration = declarationOf(part);
      return declaration !== undefined && renamed.has(declaration) ? declaration : undefined;
    },
    ({ path }) => JSON.stringify(path),
    ({ name }) => name,
  ];
  for (const keyOf of keys) {
    const withKey = (parts: readonly Part[], isFree: (part: Part) => boolean) => {
      const found = new Map<string, Part[]>();
      for (const part of parts) {
        const key = keyOf(part);
        if (key === undefined || !isFree(part)) continue;
        const whole = `${kindOf(part)} ${key}`;
        found.set(whole, [...(found.get(whole) ?? []), part]);
      }
      return found;
    };
    const earlier = withKey(before, (part) => !taken.has(part));
    for (const [key, parts] of withKey(after, (part) => !partners.has(part))) {
      const candidates = earlier.get(key) ?? [];
      const [part, partner] = [parts[0], candidates[0]];
      if (parts.length !== 1 || candidates.length !== 1 || !part || !partner) continue;
      partners.set(part, partner);
      taken.add(partner);
    }
  }
  return [
    ...after.map((part) => ({ before: partners.get(part), after: part })),
    ...before
      .filter((part) => !taken.has(part))
      .map((part) => ({ before: part, after: undefined })),
  ];
}

// What is called otherwise in one of them is known by its declaration alone: another part may have its name.
function renamedDeclarations(parts: readonly Matched[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap((part) =>
      part.origins.some(({ act }) => act === 'renamed') ? (declarationOf(part) ?? []) : [],
    ),
  );
}

// Where it was declared for the first time; a replacement is another declaration of the same.
function declarationOf({ origins }: Matched): string | undefined {
  const [first] = origins;
  return first && `${first.file} ${first.span.start}`;
}
