// WebAssembly text → bytes, by wabt, which is loaded only when a module with a kernel is made.

/** Assembles a kernel into base 64. */
export type Assemble = (text: string) => string;

/** As many as a call takes as its arguments. */
const PIECE = 8192;

// Each byte as a letter.
function lettersOf(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    // Given as they are: to spread them makes an object of each. The types know only of arrays.
    const piece = bytes.subarray(at, at + PIECE) as unknown as number[];
    letters += String.fromCharCode.apply(null, piece);
  }
  return letters;
}

/** Loads the assembler. */
export async function loadAssembler(): Promise<Assemble> {
  const { default: load } = await import('wabt');
  const assembler = await load();
  return (text) => {
    // As bytes: the assembler counts a string in letters, and names in comments take several bytes.
    const parsed = assembler.parseWat('kernel.wat', new TextEncoder().encode(text), { simd: true });
    try {
      const { buffer } = parsed.toBinary({});
      return btoa(lettersOf(buffer));
    } finally {
      parsed.destroy();
    }
  };
}
