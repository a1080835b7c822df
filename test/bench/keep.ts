// A measured table put in its place in a document, between the marks that name it.

export function keep(document: string, name: string, table: string): string {
  const [first, last] = [`<!-- measured: ${name} -->`, '<!-- /measured -->'];
  const from = document.indexOf(first);
  const to = document.indexOf(last, from);
  if (from < 0 || to < 0) throw new Error(`the document has no place for ${name}`);
  return `${document.slice(0, from)}${first}\n\n${table}\n\n${document.slice(to)}`;
}
