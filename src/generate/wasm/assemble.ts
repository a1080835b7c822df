// WebAssembly text → bytes, by wabt, which is loaded only when a module with a kernel is made.

/** Assembles a kernel into base 64. */
export type Assemble = (text: string) => string;

/** As many as a call takes as its arguments. */
const PIECE = 8192;

// Each byte as a letter.
function lettersOf(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    // To spread bytes makes an object of each.
    letters += String.fromCharCode.apply(null, bytes.subarray(at, at + PIECE) as unknown as number[]);
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
