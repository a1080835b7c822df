// What both sides say of the same things, in three columns; a sentence that says all spans them.
import type { VNode } from 'preact';
import type { TextPair } from '../../answers.ts';
import { words } from '../words/words.ts';

interface PairTableProps {
  readonly pairs: readonly TextPair[];
  readonly sides: readonly [string, string];
}

export function PairTable({ pairs, sides }: PairTableProps): VNode {
  const w = words.value;
  return (
    <table class="pair-table">
      <thead>
        <tr>
          <th scope="col" class="pair-name">
            <span class="hidden">{w.item}</span>
          </th>
          <th scope="col">{sides[0]}</th>
          <th scope="col">{sides[1]}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ name, left, right }, at) => (
          <tr key={at}>
            <th scope="row" colSpan={left === '' && right === '' ? 3 : 1}>
              {name}
            </th>
            {(left !== '' || right !== '') && (
              <>
                <td>{left}</td>
                <td>{right}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
