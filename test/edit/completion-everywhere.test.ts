import { describe, expect, test } from 'vitest';
import { completionAt } from '../../src/edit/completion.ts';
import { placesIn, shipped, workspaceOf } from './editing.ts';

const files = shipped();
const workspace = workspaceOf(files);

describe('places all over every shipped ruleset', () => {
  test.each(Object.keys(files))('%s answers completion', (file) => {
    const text = files[file] ?? '';
    const places = placesIn(text);
    // Every place of all files together takes minutes: a place in each stretch of every file.
    const step = Math.max(7, Math.floor(places.length / 15));
    let offered = 0;
    for (let index = step >> 1; index < places.length; index += step) {
      const place = places[index] ?? 0;
      for (const item of completionAt(workspace, file, place)) {
        offered++;
        expect(item.span.start <= place && place <= item.span.end).toBe(true);
        expect(item.label).not.toBe('');
      }
    }
    expect(offered).toBeGreaterThan(60);
  });
});
