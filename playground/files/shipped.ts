// The texts of the rulesets and departments that ship, bundled with the page.
/// <reference types="vite/client" />

const FOLDER = '../../rulesets/';

const MODULES = import.meta.glob<string>('../../rulesets/**/*.{chi,json}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** By path below `rulesets/`. */
export const SHIPPED: ReadonlyMap<string, string> = new Map(
  Object.entries(MODULES).map(([path, text]) => [path.slice(FOLDER.length), text]),
);
