// The page's colours as charts need them: as values, read from the style sheet that is in force.
export interface ChartColours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  readonly wash: string;
  readonly up: string;
  readonly down: string;
  readonly band: string;
}

export function chartColours(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    paper: read('--paper'),
    ink: read('--ink'),
    soft: read('--soft'),
    line: read('--line'),
    accent: read('--accent'),
    wash: read('--accent-wash'),
    up: read('--up'),
    down: read('--down'),
    band: read('--ground'),
  };
}
