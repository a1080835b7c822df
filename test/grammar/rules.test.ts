import { expect, test } from 'vitest';
import { Grammar } from '../../grammar/rules.ts';

test('the grammar is well formed: no left recursion, no choice that can never be taken', () => {
  expect(() => new Grammar({ skipValidations: false })).not.toThrow();
});
