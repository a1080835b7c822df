// What stands beneath the sheet: outputs that follow from the total, checks that fail, assumptions.
import type { VNode } from 'preact';
import type { SheetView } from '../../protocol.ts';
import { goTo } from '../editor/edit-text.ts';
import { words } from '../words/words.ts';

export function SheetNotes({ sheet }: { sheet: SheetView }): VNode {
  const w = words.value;
  return (
    <>
      {sheet.outputs.length > 0 && (
        <table class="plain-table outputs">
          <caption>{w.outputs}</caption>
          <tbody>
            {sheet.outputs.map(({ name, text, place }) => (
              <tr key={name}>
                <th scope="row">
                  {place === undefined ? (
                    name
                  ) : (
                    <button type="button" class="link" onClick={() => goTo(place)}>
                      {name}
                    </button>
                  )}
                </th>
                <td class="figure">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sheet.notes.map((note) => (
        <section key={note.title} class={`sheet-note ${note.tone}`}>
          <h4>{note.title}</h4>
          <table class="plain-table">
            <tbody>
              {note.rows.map((cells, at) => (
                <tr key={at}>
                  {cells.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}
