// The figure with the fewest digits in a range, as people would write it.
import type { Rational } from '../number/rational.ts';
import { add, divide, multiply, rational, subtract } from '../number/rational.ts';
import { round } from '../number/rounding.ts';
import type { Range } from '../types/range.ts';
import { contains, memberOf } from '../types/range.ts';

const LARGEST = 15;
const SMALLEST = -40;
const HALF = rational(1, 2);

/** The member with the fewest digits when written in units of `scale`, nearest to the middle. */
export function roundestIn(range: Range, scale: Rational): Rational {
  const middle = middleOf(range, scale);
  for (let exponent = LARGEST; exponent >= SMALLEST; exponent--) {
    const candidate = round(middle, {
      step: multiply(scale, powerOfTen(exponent)),
      mode: 'half-up',
    });
    if (contains(range, candidate)) return candidate;
  }
  return memberOf(range);
}

// An endless range is as good as one that is one unit wide.
function middleOf({ low, high }: Range, scale: Rational): Rational {
  const [from, to] = [low?.value, high?.value];
  if (from && to) return multiply(add(from, to), HALF);
  if (from) return add(from, scale);
  return to ? subtract(to, scale) : rational(0);
}

function powerOfTen(exponent: number): Rational {
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent >= 0 ? rational(power) : divide(rational(1), rational(power));
}
