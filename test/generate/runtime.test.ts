// The runtime texts are made from the sources that this package runs itself.
import { expect, test } from 'vitest';
import { readerPieces, runtimePieces } from './runtime-texts.ts';

// Written anew by `npm run generate`.
test('the embedded runtime is what its sources are now', async () => {
  await expect(`${JSON.stringify(await runtimePieces(), null, 2)}\n`).toMatchFileSnapshot(
    '../../src/generate/javascript/runtime.json',
  );
});

test('what readers bring along is what its sources are now', async () => {
  await expect(`${JSON.stringify(await readerPieces(), null, 2)}\n`).toMatchFileSnapshot(
    '../../src/generate/reader/runtime.json',
  );
});
