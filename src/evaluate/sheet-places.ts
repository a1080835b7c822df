// Finding scores in a sheet by the names that people write: a path, or any end of one.
import type { ItemScore, NodeScore, ScoreSheet } from '../model/sheet.ts';

/** Anything with a score in a sheet, and its names from the top group down. */
export interface SheetPlace {
  readonly path: readonly string[];
  readonly score: NodeScore | ItemScore;
}

/** Every group, indicator and item, outer before inner. An implicit item is its indicator. */
export function placesIn(sheet: Pick<ScoreSheet, 'children'>): SheetPlace[] {
  return sheet.children.flatMap(placesUnder);
}

function placesUnder(score: NodeScore): SheetPlace[] {
  if (score.kind === 'group')
    return [{ path: score.group.path, score }, ...score.children.flatMap(placesUnder)];
  const items = score.items.filter(({ item }) => !item.implicit);
  return [
    { path: score.indicator.path, score },
    ...items.map((item) => ({ path: item.item.path, score: item })),
  ];
}

/** The first place whose path, or an end of it, is written so; names are joined with ` / `. */
export function placeNamed<Place extends { readonly path: readonly string[] }>(
  places: readonly Place[],
  written: string,
): Place | undefined {
  const whole = places.find(({ path }) => path.join(' / ') === written);
  return (
    whole ??
    places.find(({ path }) => path.some((_, from) => path.slice(from).join(' / ') === written))
  );
}

/** The place with exactly this path. */
export function placeAt<Place extends { readonly path: readonly string[] }>(
  places: readonly Place[],
  path: readonly string[],
): Place | undefined {
  return places.find(
    (place) =>
      place.path.length === path.length && place.path.every((name, at) => name === path[at]),
  );
}
