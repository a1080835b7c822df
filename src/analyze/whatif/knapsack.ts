// One choice from each of several lists, or none, so that the gains add up to enough and the costs to as
// little as can be: exactly, by keeping every sum of which no other is both cheaper and larger.

/** Whole numbers, so that sums are exact. */
export interface Offer<Kind> {
  readonly gain: number;
  readonly cost: number;
  readonly of: Kind;
}

interface Sum<Kind> {
  readonly gain: number;
  readonly cost: number;
  readonly last: Offer<Kind> | undefined;
  readonly before: Sum<Kind> | undefined;
}

/** The cheapest choices whose gains come to `enough`; undefined where none do. */
export function cheapestChoices<Kind>(
  lists: readonly (readonly Offer<Kind>[])[],
  enough: number,
): { readonly cost: number; readonly chosen: readonly Offer<Kind>[] } | undefined {
  let sums: readonly Sum<Kind>[] = [{ gain: 0, cost: 0, last: undefined, before: undefined }];
  for (const [place, list] of lists.entries()) {
    const still = mostOf(lists.slice(place + 1));
    const next: Sum<Kind>[] = [...sums];
    for (const sum of sums)
      for (const offer of list)
        next.push({
          gain: Math.min(enough, sum.gain + offer.gain),
          cost: sum.cost + offer.cost,
          last: offer,
          before: sum,
        });
    sums = undominated(next.filter(({ gain }) => gain + still >= enough));
  }
  const best = sums.find(({ gain }) => gain >= enough);
  if (best === undefined) return undefined;
  const chosen: Offer<Kind>[] = [];
  for (let sum: Sum<Kind> | undefined = best; sum; sum = sum.before)
    if (sum.last) chosen.unshift(sum.last);
  return { cost: best.cost, chosen };
}

function mostOf<Kind>(lists: readonly (readonly Offer<Kind>[])[]): number {
  return lists.reduce(
    (total, list) => total + list.reduce((most, { gain }) => Math.max(most, gain), 0),
    0,
  );
}

// By falling gain, each cheaper than all before it.
function undominated<Kind>(sums: readonly Sum<Kind>[]): Sum<Kind>[] {
  const sorted = [...sums].sort((a, b) => a.cost - b.cost || b.gain - a.gain);
  const kept: Sum<Kind>[] = [];
  let most = -1;
  for (const sum of sorted)
    if (sum.gain > most) {
      kept.push(sum);
      most = sum.gain;
    }
  return kept;
}
