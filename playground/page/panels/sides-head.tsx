// The head of a table that lays two rulesets side by side: what a row is about, each side, and how far they lie apart.
import type { ComponentChildren, VNode } from 'preact';
import { words } from '../words/words.ts';

interface SidesHeadProps {
  readonly about: string;
  readonly sides: readonly [string, string];
  /** Further heads. */
  readonly children?: ComponentChildren;
}

export function SidesHead({ about, sides, children }: SidesHeadProps): VNode {
  return (
    <thead>
      <tr>
        <th scope="col">{about}</th>
        <th scope="col" class="figure side">
          {sides[0]}
        </th>
        <th scope="col" class="figure side">
          {sides[1]}
        </th>
        <th scope="col" class="figure">
          {words.value.difference}
        </th>
        {children}
      </tr>
    </thead>
  );
}
