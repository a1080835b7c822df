import { describe, test } from 'vitest';
import { askEverywhere } from './every-place.ts';
import { shipped, workspaceOf } from './editing.ts';

const files = shipped();
const workspace = workspaceOf(files);
const asked = Object.keys(files).filter((file) => file.startsWith('gallery/'));

describe('every place of the gallery’s rulesets', () => {
  test.each(asked)('%s answers hover, definition and references', (file) => {
    askEverywhere(workspace, files, file);
  });
});
