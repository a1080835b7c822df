// Two lists into what of one is what of the other: by name, by what is said, and between those by place.

/** Something in a list. */
export interface Listed {
  readonly said: string;
  readonly name?: string | undefined;
}

/** For each of the first list, its partner's index in the second. */
export function align(
  before: readonly Listed[],
  after: readonly Listed[],
): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const isNamed = before.concat(after).some(({ name }) => name !== undefined);
  if (isNamed) {
    before.forEach(({ name }, at) => {
      const other = after.findIndex((each) => each.name === name);
      if (other >= 0) partners.set(at, other);
    });
    return partners;
  }
  for (const [one, other] of longestRun(before, after)) partners.set(one, other);
  fillGaps(partners, before.length, after.length);
  return partners;
}

/** The longest list of pairs that say the same, in the order of both. */
function longestRun(before: readonly Listed[], after: readonly Listed[]): [number, number][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  const at = (one: number, other: number) => lengths[one]?.[other] ?? 0;
  const isSame = (one: number, other: number) => before[one]?.said === after[other]?.said;
  for (let one = before.length - 1; one >= 0; one--)
    for (let other = after.length - 1; other >= 0; other--) {
      const row = lengths[one];
      if (row)
        row[other] = isSame(one, other)
          ? at(one + 1, other + 1) + 1
          : Math.max(at(one + 1, other), at(one, other + 1));
    }
  const pairs: [number, number][] = [];
  for (let [one, other] = [0, 0]; one < before.length && other < after.length;) {
    if (isSame(one, other)) pairs.push([one++, other++]);
    else if (at(one + 1, other) >= at(one, other + 1)) one++;
    else other++;
  }
  return pairs;
}

// As many on both sides between two that are the same: the first became the first, and so on.
function fillGaps(partners: Map<number, number>, before: number, after: number): void {
  const fixed: [number, number][] = [...partners, [before, after]];
  let [one, other] = [-1, -1];
  for (const [nextOne, nextOther] of fixed) {
    const isEven = nextOne - one === nextOther - other;
    for (let step = 1; isEven && step < nextOne - one; step++)
      partners.set(one + step, other + step);
    [one, other] = [nextOne, nextOther];
  }
}
