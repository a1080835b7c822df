// Figures that are written out in Chinese, as tables of points write them → the same in digits.

const DIGITS = '零一二三四五六七八九';
const PLACES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const NUMERAL = '[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?';
const PARTS = new RegExp(`^(百分之|千分之|${NUMERAL}分之)(${NUMERAL}|\\d+(?:\\.\\d+)?)$`, 'u');
const WHOLE = new RegExp(`^${NUMERAL}$`, 'u');

/** `百分之十` as `10%`, `三分之一` as `(1 / 3)`, `二十` as `20`; undefined for what is no figure. */
export function figureInWords(word: string): string | undefined {
  if (WHOLE.test(word)) return digitsOf(word);
  const [, whole, share] = PARTS.exec(word) ?? [];
  const above = share === undefined ? undefined : digitsOf(share);
  if (whole === undefined || above === undefined) return undefined;
  if (whole === '百分之') return `${above}%`;
  const below = whole === '千分之' ? '1000' : digitsOf(whole.slice(0, -2));
  return below === undefined ? undefined : `(${above} / ${below})`;
}

function digitsOf(text: string): string | undefined {
  if (/^\d/.test(text)) return text;
  const [whole = '', decimals] = text.split('点');
  const figure = wholeOf(whole);
  if (figure === undefined) return undefined;
  if (decimals === undefined) return String(figure);
  return `${String(figure)}.${[...decimals].map((sign) => String(digitOf(sign))).join('')}`;
}

function digitOf(sign: string): number {
  if (sign === '〇') return 0;
  return sign === '两' ? 2 : DIGITS.indexOf(sign);
}

// `二十五`: each digit counts for the place behind it; `十五` has none before its first place.
function wholeOf(text: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  for (const sign of text) {
    const place = PLACES.get(sign);
    if (place === undefined) {
      // `一二`: digits one after the other are no figure of words.
      if (digit !== undefined && digit !== 0) return undefined;
      digit = digitOf(sign);
    } else {
      sum += (digit ?? 1) * place;
      digit = undefined;
    }
  }
  return sum + (digit ?? 0);
}
