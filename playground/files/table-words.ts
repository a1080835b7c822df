// What is said of tables that are imported, in both languages; each names the cell and the way out.

export interface TableWords {
  readonly empty: string;
  readonly noRows: string;
  readonly noInputs: (names: readonly string[]) => string;
  readonly unknownColumn: (heading: string, cell: string, suggestion: string | undefined) => string;
  readonly twice: (heading: string, cell: string, first: string) => string;
  readonly turned: string;
  readonly aboveHeadings: (text: string, cell: string) => string;
  readonly sumLeftOut: (name: string, row: number) => string;
  readonly blanks: (cells: readonly string[]) => string;
  readonly unnamed: (row: number) => string;
  readonly atCell: (cell: string, department: string, message: string) => string;
  readonly atRow: (row: number, department: string, message: string) => string;
  readonly notWorkbook: string;
  readonly tooLarge: (limit: string) => string;
  readonly unknownKind: (name: string) => string;
  readonly notText: string;
  readonly notJson: (why: string) => string;
  readonly formula: (cell: string) => string;
  readonly scores: string;
  readonly department: string;
  readonly year: string;
  readonly total: string;
  readonly grade: string;
  readonly missing: string;
}

/** How many cells are named before the rest is counted. */
const SHOWN = 6;

function firstOf(cells: readonly string[], comma: string): string {
  return cells.slice(0, SHOWN).join(comma);
}

const en: TableWords = {
  empty: 'The table is empty; the first row must hold the names of the inputs.',
  noRows: 'The table has headings and no rows; add a row for each department.',
  noInputs: (names) =>
    `No heading in the first row is the name of an input of this ruleset, such as ${names.join(', ')}. Export a table first to see the headings.`,
  unknownColumn: (heading, cell, suggestion) =>
    `${cell}: the ruleset has no input “${heading}”; the column was left out.${suggestion === undefined ? '' : ` Did you mean “${suggestion}”?`}`,
  twice: (heading, cell, first) =>
    `${cell}: “${heading}” stands in ${first} already; this column was left out.`,
  turned: 'Inputs stand beneath one another here: each column was read as a department.',
  aboveHeadings: (text, cell) => `${cell}: “${text}” stands above the headings and was left out.`,
  sumLeftOut: (name, row) => `“${name}” (${row}) adds up others and was left out.`,
  blanks: (cells) =>
    `A dash or slash was taken as not known in ${firstOf(cells, ', ')}${cells.length > SHOWN ? ` and ${cells.length - SHOWN} more` : ''}; where 0 is meant, write 0.`,
  unnamed: (row) => `Department in row ${row}`,
  atCell: (cell, department, message) => `${cell} (${department}): ${message}`,
  atRow: (row, department, message) => `Row ${row} (${department}): ${message}`,
  notWorkbook:
    'This is no Excel workbook that can be read; save it as .xlsx or as CSV and try again.',
  tooLarge: (limit) => `The file is larger than ${limit}; split it and import the parts.`,
  unknownKind: (name) => `“${name}” is no file that can be imported; take .json, .csv or .xlsx.`,
  notText: 'The file is not UTF-8 text; in Excel choose “CSV UTF-8” when saving.',
  notJson: (why) => `The file is no JSON that can be read: ${why}`,
  formula: (cell) =>
    `${cell} is a formula without a kept result; save the workbook in Excel first.`,
  scores: 'Scores',
  department: 'department',
  year: 'year',
  total: 'total',
  grade: 'grade',
  missing: 'missing',
};

const zh: TableWords = {
  empty: '表格是空的；第一行应当是各项数据的名称。',
  noRows: '表格只有表头，没有数据；请给每个部门加一行。',
  noInputs: (names) =>
    `第一行里没有一个是本规则集的数据名称（例如${names.join('、')}）。可先导出一份表格，照它的表头填写。`,
  unknownColumn: (heading, cell, suggestion) =>
    `${cell}：规则集没有“${heading}”这项数据，这一列没有导入。${suggestion === undefined ? '' : `是不是“${suggestion}”？`}`,
  twice: (heading, cell, first) => `${cell}：“${heading}”在 ${first} 已经有了，这一列没有导入。`,
  turned: '这张表的数据项是竖排的：每一列按一个单位读入。',
  aboveHeadings: (text, cell) => `${cell}：“${text}”在表头之上，没有导入。`,
  sumLeftOut: (name, row) => `“${name}”（第 ${row} 行或列）是合计，没有当作单位导入。`,
  blanks: (cells) =>
    `${firstOf(cells, '、')}${cells.length > SHOWN ? ` 等 ${cells.length} 格` : ''}写着横线或斜线，当作未知；如果是零，请写 0。`,
  unnamed: (row) => `第 ${row} 行的部门`,
  atCell: (cell, department, message) => `${cell}（${department}）：${message}`,
  atRow: (row, department, message) => `第 ${row} 行（${department}）：${message}`,
  notWorkbook: '这不是能读取的 Excel 工作簿；请另存为 .xlsx 或 CSV 再导入。',
  tooLarge: (limit) => `文件超过 ${limit}；请拆成几个分别导入。`,
  unknownKind: (name) => `“${name}”不是可以导入的文件；请用 .json、.csv 或 .xlsx。`,
  notText: '文件不是 UTF-8 文本；请在 Excel 里另存为“CSV UTF-8（逗号分隔）”。',
  notJson: (why) => `文件不是能读取的 JSON：${why}`,
  formula: (cell) => `${cell} 是公式而没有保存结果；请先在 Excel 里保存工作簿。`,
  scores: '得分',
  department: '部门',
  year: '年度',
  total: '总分',
  grade: '等级',
  missing: '缺少数据',
};

export const tableWords: Readonly<Record<'en' | 'zh', TableWords>> = { en, zh };
