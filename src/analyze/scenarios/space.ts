// Bounds on the points of parts → every weighting within them that leaves the sum as it is, counted and
// numbered: number in, points out. Enumerating takes all numbers, sampling takes some at random, so
// that each weighting is equally likely without trying any that does not add up.

/** How many steps a part may lie away from its own points. */
export interface Leeway {
  readonly fewest: number;
  readonly most: number;
}

export interface Space {
  /** How many weightings there are. */
  readonly count: bigint;
  /** Writes the steps of the weighting with this number, counted from 0, into `steps`. */
  readonly place: (number: bigint, steps: Int32Array) => void;
}

/** The weightings in which the steps of each of `sets` add up to nothing; the sets share no part. */
export function createSpace(
  leeways: readonly Leeway[],
  sets: readonly (readonly number[])[],
): Space {
  const factors = sets.map((parts) => createFactor(parts, leeways));
  return {
    count: factors.reduce((product, { count }) => product * count, 1n),
    place: (number, steps) => {
      steps.fill(0);
      let rest = number;
      for (const { count, place } of factors) {
        place(rest % count, steps);
        rest /= count;
      }
    },
  };
}

/** For every sum of steps from `low` how many ways there are to reach it or less. */
interface Ways {
  readonly low: number;
  readonly upTo: readonly bigint[];
}

const NOTHING_LEFT: Ways = { low: 0, upTo: [1n] };

function createFactor(parts: readonly number[], leeways: readonly Leeway[]): Space {
  const inOrder = parts.map((part) => ({ part, ...(leeways[part] ?? { fewest: 0, most: 0 }) }));
  // The ways of the parts from each one on, the last first.
  const behind: Ways[] = [NOTHING_LEFT];
  for (const leeway of [...inOrder].reverse())
    behind.unshift(joined(leeway, behind[0] ?? NOTHING_LEFT));
  return {
    count: between(behind[0] ?? NOTHING_LEFT, 0, 0),
    place: (number, steps) => {
      let [left, sum] = [number, 0];
      inOrder.forEach(({ part, fewest, most }, at) => {
        const ways = behind[at + 1] ?? NOTHING_LEFT;
        // Ways with this part at `fewest` up to `chosen` steps: the others make up for it.
        const until = (chosen: number) => between(ways, sum - chosen, sum - fewest);
        let [from, to] = [fewest, most];
        while (from < to) {
          const middle = Math.floor((from + to) / 2);
          if (until(middle) > left) to = middle;
          else from = middle + 1;
        }
        left -= until(from - 1);
        sum -= from;
        steps[part] = from;
      });
    },
  };
}

function joined({ fewest, most }: Leeway, ways: Ways): Ways {
  const low = ways.low + fewest;
  const length = ways.upTo.length + (most - fewest);
  const upTo: bigint[] = [];
  let sum = 0n;
  for (let at = 0; at < length; at++) {
    sum += between(ways, low + at - most, low + at - fewest);
    upTo.push(sum);
  }
  return { low, upTo };
}

// How many ways reach a sum from `from` to `to`.
function between({ low, upTo }: Ways, from: number, to: number): bigint {
  if (to < from || upTo.length === 0) return 0n;
  const at = (sum: number): bigint => {
    const place = Math.min(sum - low, upTo.length - 1);
    return place < 0 ? 0n : (upTo[place] ?? 0n);
  };
  return at(to) - at(from - 1);
}
