// The selected department's score sheet with everything that a page shows of it.
import { noteData } from '../../src/report/note-data.ts';
import { outputData, totalData } from '../../src/report/explanation-data.ts';
import { outputText } from '../../src/report/outputs.ts';
import { decimalsFor } from '../../src/report/score-sheet.ts';
import { decidesPoints, missingName, stillMatters } from '../../src/report/scored.ts';
import { missingRows } from '../../src/report/sheet-notes.ts';
import type { MissingInput } from '../../src/model/sheet.ts';
import type { Language } from '../../src/diagnostics/diagnose.ts';
import { EVERYTHING, point } from '../../src/types/range.ts';
import type { MissingView, SheetView } from '../protocol.ts';
import { explanationView, partViews } from './part-views.ts';
import type { PartSettings } from './part-views.ts';
import { placeView } from './places.ts';
import { changeView, scoreView } from './scores.ts';

export function sheetView(settings: PartSettings): SheetView {
  const { scored, before, language, sources } = settings;
  const { sheet, framework } = scored;
  const decimals = decimalsFor(scored);
  const wording = { language, lets: framework.lets };
  return {
    department: sheet.departmentName,
    year: sheet.departmentYear,
    total: framework.scored ? scoreView(sheet.total, decimals) : undefined,
    change:
      framework.scored && before ? changeView(before.total, sheet.total, decimals) : undefined,
    grades: sheet.grades,
    parts: partViews(settings),
    explanation: framework.scored
      ? explanationView(totalData(scored, settings), settings)
      : undefined,
    outputs: sheet.outputs.map((result) => ({
      name: result.output.name,
      text: outputText(result, result.value, wording),
      explanation: explanationView(outputData(result, scored, settings), settings),
      place: placeView(result.output.span, sources),
    })),
    notes: noteData(scored, language),
    missing: sheet.missing.filter(stillMatters).map((each) => missingView(each, language)),
  };
}

function missingView(missing: MissingInput, language: Language): MissingView {
  const [[, , places = ''] = [], ...rows] = missingRows([missing], language);
  const details = rows.map((row) =>
    row
      .filter((text) => text !== '')
      .join(' ')
      .trim(),
  );
  const { decides } = missing;
  return {
    name: missingName(missing, language),
    text: [places, ...details].join('\n'),
    decides: decidesPoints(missing) ? scoreView(decides ? point(decides) : EVERYTHING) : undefined,
  };
}
