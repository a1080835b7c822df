// What the command line itself says, in both languages: help, usage errors and the small sentences
// around a result. Messages about a ruleset or a department come from the diagnostics' catalog.
import type { Language } from '../diagnostics/diagnose.ts';
import type { FileProblem } from './text-file.ts';

export interface CliWords {
  readonly tagline: string;
  readonly usage: {
    readonly usage: string;
    readonly options: string;
    readonly arguments: string;
    readonly commands: string;
  };
  readonly about: Readonly<
    Record<
      | 'check'
      | 'score'
      | 'explain'
      | 'audit'
      | 'whatif'
      | 'sensitivity'
      | 'compare'
      | 'test'
      | 'fmt'
      | 'derive'
      | 'flatten'
      | 'merge'
      | 'build'
      | 'scenarios'
      | 'coverage'
      | 'examples'
      | 'init'
      | 'lsp'
      | 'help'
      | 'version',
      string
    >
  >;
  readonly argument: Readonly<
    Record<
      | 'ruleset'
      | 'other'
      | 'rulesets'
      | 'department'
      | 'departments'
      | 'indicator'
      | 'paths'
      | 'files'
      | 'folder',
      readonly [name: string, about: string]
    >
  >;
  readonly option: Readonly<
    Record<
      | 'lang'
      | 'format'
      | 'reportFormat'
      | 'comparedDepartments'
      | 'checkStrict'
      | 'without'
      | 'scoreStrict'
      | 'option'
      | 'cohort'
      | 'department'
      | 'fmtCheck'
      | 'fmtWrite'
      | 'fmtKeywords'
      | 'lspStdio'
      | 'target'
      | 'dialect'
      | 'inputs'
      | 'out'
      | 'withValidator'
      | 'writeExamples',
      string
    >
  >;
  readonly usageForm: Readonly<Record<'options' | 'command', string>>;
  readonly notes: Readonly<
    Record<'root' | 'score' | 'compare' | 'test' | 'fmt' | 'build' | 'examples' | 'lsp', string>
  >;

  /** What a bar says is being done. */
  readonly progress: Readonly<Record<'compare' | 'effects' | 'coverage' | 'examples', string>>;

  /** `a, b or c` */
  readonly oneOf: (values: readonly string[]) => string;
  readonly error: string;
  readonly tryHelp: (command: string) => string;
  readonly unknownOption: (option: string) => string;
  readonly unknownCommand: (command: string) => string;
  readonly missingArgument: (name: string) => string;
  readonly missingValue: (option: string) => string;
  readonly badValue: (option: string, value: string, allowed: string) => string;
  readonly tooManyArguments: string;
  readonly didYouMean: (name: string) => string;
  readonly fault: (message: string) => string;
  readonly file: (path: string, problem: FileProblem) => string;
  readonly exists: (path: string) => string;
  readonly wrote: (path: string) => string;
  readonly unchanged: (path: string) => string;
  readonly noParent: (path: string) => string;
  readonly notGenerated: (path: string) => string;
  readonly otherOrigin: (path: string, ruleset: string) => string;

  readonly checked: (facts: {
    path: string;
    indicators: number;
    points: string;
    inputs: number;
    outputs: number;
    examples: number;
    open: number;
  }) => string;
  readonly checkFailed: (path: string, errors: number, warnings: number) => string;
  readonly openTerms: (path: string) => string;
  readonly strictMissing: (department: string, count: number) => string;
  readonly cohortIncomplete: string;
  readonly departmentTwice: (name: string, first: string, second: string) => string;
  readonly unknownDepartment: (name: string) => string;
  readonly oneDepartment: (names: readonly string[]) => string;
  readonly unknownName: (kind: 'option' | 'indicator', name: string) => string;
  readonly known: (names: readonly string[]) => string;
  readonly optionValue: (name: string, value: string, allowed: string) => string;
  readonly optionForm: (text: string) => string;
  readonly ambiguous: (name: string, paths: string) => string;
}

const en: CliWords = {
  tagline: 'Biaochi: performance evaluation frameworks as exact, checkable rulesets',
  usage: { usage: 'Usage:', options: 'Options:', arguments: 'Arguments:', commands: 'Commands:' },
  about: {
    check: 'say whether rulesets are sound',
    score: 'score departments',
    explain: 'show why a department has its scores',
    audit: 'compare published scores and figures with what the rules give',
    whatif: 'say what it would take for a department to reach a grade or a score',
    sensitivity: 'say what moves a department’s total, and where its scores change',
    compare: 'say what differs between two rulesets, and what that does to departments',
    test: 'run the examples of rulesets and the expectations of department files',
    fmt: 'lay rulesets out in the standard form',
    derive: 'write next year’s ruleset as an amendment of this year’s',
    flatten: 'show a ruleset and all that it amends as one text, with the origin of every line',
    merge: 'merge what two sides made of one ruleset',
    build: 'make files for other programs from a ruleset',
    scenarios: 'score departments under other points of indicators',
    coverage: 'say which rows and branches departments and examples reach',
    examples: 'write the examples that a ruleset lacks, for a person to confirm',
    init: 'write a small ruleset and department to start from',
    lsp: 'serve an editor that speaks the Language Server Protocol',
    help: 'show help',
    version: 'print the version',
  },
  argument: {
    ruleset: ['RULESET', 'a ruleset (.chi)'],
    other: ['[OTHER]', 'another one; without it, RULESET is compared with the one it amends'],
    rulesets: ['RULESET...', 'rulesets (.chi)'],
    department: ['DEPARTMENT', 'a department’s file or a cohort file (.json, .yaml)'],
    departments: ['DEPARTMENT...', 'department files or cohort files (.json, .yaml)'],
    indicator: ['[INDICATOR]', 'one indicator, by name or path (A / B); all without it'],
    paths: ['[PATH...]', 'folders or files; the current folder without one'],
    files: ['FILE...', 'rulesets; - reads standard input'],
    folder: ['[FOLDER]', 'where to write; the current folder without it'],
  },
  option: {
    lang: 'language: zh or en (otherwise by locale)',
    format: 'output as table or json',
    reportFormat: 'output as table, json, markdown or html',
    comparedDepartments: 'files of departments that both rulesets score',
    checkStrict: 'warnings fail too',
    without: 'leave out evidence: assumed, judged, disclosed, verified (comma-separated)',
    scoreStrict: 'missing inputs are an error',
    option: 'choose a reading for this run (NAME=VALUE; may be repeated)',
    cohort: 'files of departments to compare with, not scored themselves',
    department: 'only the department of this name',
    fmtCheck: 'write nothing; exit 1 where a file would change',
    fmtWrite: 'replace the files',
    fmtKeywords: 'keywords: zh, en or keep',
    lspStdio: 'over standard input and output, which is what it does anyhow',
    target: 'what to make; several with commas between them',
    dialect: 'for `sql`: for which databases; all of them without it',
    inputs:
      'for `sql`: what the table holds: decimals, or steps (whole numbers of the smallest unit)',
    out: 'the folder to write to; it is made if need be',
    withValidator: 'modules check the shape of department files too',
    writeExamples: 'write a ruleset with the examples that amends this one; the file must be new',
  },
  usageForm: { options: '[options]', command: 'COMMAND' },
  progress: {
    compare: 'of the indicators compared',
    effects: 'of the departments scored',
    coverage: 'of the branches looked at',
    examples: 'of the cases looked for',
  },
  notes: {
    root: 'Exit codes: 0 fine, 1 something was found, 2 cannot be done as asked.\nStart with: biaochi init my-framework',
    score:
      'Without data for every input the result is an interval, and the sheet lists what is missing.\nWhere the ruleset compares departments, those given together are compared with each other: several\nfiles, a cohort file ("departments": [...]), and the files after --cohort. A single department is\nscored against all that others might be.',
    compare:
      'Each indicator that scores some department otherwise is shown with the rules that differ, the most that\nits score can change, and a department that shows it. Department files are read by the ruleset they\nbelong to; what only the other one asks for is unknown there and leaves an interval.',
    test: 'Department files are those in a folder named departments beside the rulesets. Each is tested\nagainst the ruleset of its year (2022.chi) or against the one its "ruleset" entry names. The\ndepartments of a cohort file are compared with each other.',
    fmt: 'Prints the one file it is given; with --write it replaces any number of files instead.\nFiles with syntax errors are left alone.',
    examples:
      'For each threshold a case just below, on it and just above, as far as examples do not show it yet,\nand one for each other branch that none takes. The scores are what the ruleset gives: each example is\nmarked for a person to confirm. Without --write they are printed as blocks for the parts they are of;\nwith it they stand in a file that biaochi test runs.',
    lsp: 'Editors start it; docs/editors.md says how to set up VS Code, Neovim and Helix.',
    build:
      'ts, js      a module that scores departments without this program, and a larger one for columns\nschema      JSON Schema 2020-12 of department files and scores\ntypes       TypeScript declarations of the same\nvalidator   a module that checks the shape of department files, and its declarations\nreader      a module that reads JSON and CSV into the columns of columns.js, fast\nDescriptions and messages in the files are in the language of --lang. Only files that this command\nmade from the same ruleset before are replaced.',
  },

  oneOf: (values) =>
    [values.slice(0, -1).join(', '), ...values.slice(-1)]
      .filter((part) => part !== '')
      .join(' or '),
  error: 'error: ',
  tryHelp: (command) => `Try: ${command} --help`,
  unknownOption: (option) => `there is no option ${option}.`,
  unknownCommand: (command) => `there is no command “${command}”.`,
  missingArgument: (name) => `${name} is missing.`,
  missingValue: (option) => `${option} needs a value.`,
  badValue: (option, value, allowed) => `${option} cannot be “${value}”; it is ${allowed}.`,
  tooManyArguments: 'there are too many arguments.',
  didYouMean: (name) => ` Did you mean “${name}”?`,
  fault: (message) =>
    `This is a fault in biaochi, not in your files: ${message}. Please report it; BIAOCHI_DEBUG=1 shows where it happened.`,
  file: (path, problem) =>
    ({
      missing: `${path}: there is no such file.`,
      folder: `${path}: this is a folder, not a file.`,
      'not-allowed': `${path}: no permission to read or write it.`,
      utf16: `${path}: this is UTF-16 text, which Windows calls “Unicode”. Save it as UTF-8.`,
      'not-utf8': `${path}: this is not UTF-8 text. If it is GBK, save it as UTF-8.`,
      'too-large': `${path}: larger than 32 MB, so probably not what you meant.`,
      'no-file': `${path}: this cannot be read or written as a file.`,
    })[problem],
  exists: (path) => `${path} exists already; nothing was written.`,
  wrote: (path) => `wrote ${path}`,
  unchanged: (path) => `${path} is up to date`,
  noParent: (path) =>
    `${path} amends no other ruleset, so there is nothing to compare it with; name another ruleset after it.`,
  notGenerated: (path) =>
    `${path} was not made by biaochi build, so it is left alone; nothing was written. Move it away or choose another folder.`,
  otherOrigin: (path, ruleset) =>
    `${path} was made from another ruleset (${ruleset}); nothing was written. Remove it or choose another folder.`,

  checked: ({ path, indicators, points, inputs, outputs, examples, open }) =>
    `${path}: ok: ${indicators} ${indicators === 1 ? 'indicator' : 'indicators'}, ${points} points, ${inputs} ${inputs === 1 ? 'input' : 'inputs'}, ${outputs === 0 ? '' : `${outputs} ${outputs === 1 ? 'output' : 'outputs'}, `}${examples} ${examples === 1 ? 'example' : 'examples'}${open === 0 ? '' : `; ${open} open for an amending ruleset to supply`}`,
  checkFailed: (path, errors, warnings) =>
    `${path}: ${errors} ${errors === 1 ? 'error' : 'errors'}${warnings === 0 ? '' : `, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`}`,
  openTerms: (path) =>
    `${path} leaves terms open for an amending ruleset to supply, so nothing can be scored by it.`,
  strictMissing: (department, count) =>
    `${department}: ${count} ${count === 1 ? 'input is' : 'inputs are'} missing:`,
  cohortIncomplete:
    'the ruleset compares departments, so none is scored while the data of one cannot be read.',
  departmentTwice: (name, first, second) =>
    `“${name}” is given twice, in ${first === second ? first : `${first} and in ${second}`}; departments that are compared need names of their own.`,
  unknownDepartment: (name) => `the files have no department “${name}”.`,
  oneDepartment: (names) =>
    `the file has several departments; choose one with --department: ${names.join(', ')}.`,
  unknownName: (kind, name) => `the ruleset has no ${kind} “${name}”.`,
  known: (names) => ` It has: ${names.join(', ')}.`,
  optionValue: (name, value, allowed) => `“${name}” cannot be “${value}”; it is ${allowed}.`,
  optionForm: (text) => `--option needs NAME=VALUE, not “${text}”.`,
  ambiguous: (name, paths) => `“${name}” is not unique: ${paths}.`,
};

const zh: CliWords = {
  tagline: '标尺（Biaochi）：把绩效评价指标体系写成准确、可检验的规则集',
  usage: { usage: '用法：', options: '选项：', arguments: '参数：', commands: '命令：' },
  about: {
    check: '检查规则集是否成立',
    score: '给部门评分',
    explain: '说明部门各项得分的由来',
    audit: '把公布的得分和数据与规则核对',
    whatif: '说明部门要达到某个等级或得分，数据要怎样改',
    sensitivity: '说明哪些数据和分值最影响部门总分，得分在哪里变化',
    compare: '两个规则集有哪些差别，对部门得分有什么影响',
    test: '运行规则集里的示例和部门文件里的预期',
    fmt: '按标准格式排版规则集',
    derive: '在今年规则集的基础上写出明年的修订',
    flatten: '把规则集连同它所修订的合成一份文本，注明每行的出处',
    merge: '合并双方对同一规则集的改动',
    build: '由规则集生成供其他程序使用的文件',
    scenarios: '在各种权重之下给部门评分，看名次和等级是否稳定',
    coverage: '部门数据和示例用到了规则的哪些行、哪些分支',
    examples: '写出规则集缺少的示例，供人核对',
    init: '写出一份可以着手的小规则集和部门数据',
    lsp: '供编辑器使用的语言服务（Language Server Protocol）',
    help: '显示帮助',
    version: '显示版本',
  },
  argument: {
    ruleset: ['规则集', '规则集文件（.chi）'],
    other: ['[另一规则集]', '与之比较的规则集；不写则与它所修订的规则集比较'],
    rulesets: ['规则集...', '规则集文件（.chi）'],
    department: ['部门', '一个部门或一批部门的数据文件（.json、.yaml）'],
    departments: ['部门...', '一个部门或一批部门的数据文件（.json、.yaml）'],
    indicator: ['[指标]', '指标的名称或路径（A / B）；不写则全部'],
    paths: ['[路径...]', '文件夹或文件；不写则为当前文件夹'],
    files: ['文件...', '规则集文件；- 表示标准输入'],
    folder: ['[文件夹]', '写到哪里；不写则为当前文件夹'],
  },
  option: {
    lang: '语言：zh 或 en（不写则依系统区域设置）',
    format: '输出形式：table（表格）或 json',
    reportFormat: '输出形式：table（表格）、json、markdown 或 html',
    comparedDepartments: '两个规则集都要评分的部门的文件',
    checkStrict: '警告也算不通过',
    without: '不计入哪些依据：assumed 假定、judged 评定、disclosed 披露、verified 核实（逗号分隔）',
    scoreStrict: '缺少数据即报错',
    option: '本次采用的读法（名称=值，可重复）',
    cohort: '只用于比较、本身不评分的部门的文件',
    department: '只要这个名称的部门',
    fmtCheck: '不写文件；有文件需要排版时退出码为 1',
    fmtWrite: '改写文件',
    fmtKeywords: '关键词：zh、en 或 keep（不变）',
    lspStdio: '经标准输入输出（本来就是）',
    target: '生成什么；多个之间用逗号隔开',
    dialect: '用于 sql：生成给哪些数据库用；不写则全部生成',
    inputs: '用于 sql：表中存什么：decimals（小数），或 steps（最小单位的整数个数）',
    out: '写到哪个文件夹；没有则新建',
    withValidator: '模块同时带有检查部门数据文件形式的部分',
    writeExamples: '写成修订本规则集、含有这些示例的新规则集文件',
  },
  usageForm: { options: '[选项]', command: '命令' },
  progress: {
    compare: '的指标已比较',
    effects: '的部门已评分',
    coverage: '的分支已查看',
    examples: '的情形已查找',
  },
  notes: {
    root: '退出码：0 正常，1 发现问题，2 无法照办。\n从这里开始：biaochi init 我的框架',
    score:
      '数据不全时，结果是一个区间，并列出缺少的数据。\n规则集要在单位之间比较时，一并给出的单位相互比较：多个文件、一批部门的文件（"departments": [...]），\n以及 --cohort 之后的文件。只给一个单位，则按其他单位的一切可能评分。',
    compare:
      '得分会不同的每个指标，都列出不同的规则、得分最多相差多少，并举一个部门为例。\n部门文件按它所属的规则集读取；只有另一个规则集要的数据视为未知，得分因此是区间。',
    test: '部门文件是规则集旁 departments 文件夹里的文件，按其中的年度（2022.chi）\n或 "ruleset" 一项所指的规则集测试。一个文件里的几个部门相互比较。',
    fmt: '只给一个文件时输出排版结果；加 --write 则改写文件，可以给多个。\n有语法错误的文件不作改动。',
    examples:
      '每个分界值各写略低、正好、略高三例，已有示例的不重复；其他没有示例用到的分支各写一例。\n得分由现行规则算出，每例都标明请人核对。不加 --write 则印出可放入各指标的示例；\n加 --write 则写成可由 biaochi test 运行的文件。',
    lsp: '由编辑器启动；VS Code、Neovim、Helix 的设置见 docs/editors.md。',
    build:
      'ts、js      不依赖本程序、自行评分的模块，以及另带按列评分的模块\nschema      部门数据文件和得分的 JSON Schema 2020-12\ntypes       同一内容的 TypeScript 类型声明\nvalidator   检查部门数据文件形式的模块及其类型声明\nreader      把 JSON 和 CSV 快速读入 columns.js 各列的模块\n文件中的说明和提示用 --lang 的语言。只改写本命令此前由同一规则集生成的文件。',
  },

  oneOf: (values) => values.join('、'),
  error: '错误：',
  tryHelp: (command) => `请看：${command} --help`,
  unknownOption: (option) => `没有 ${option} 这个选项。`,
  unknownCommand: (command) => `没有“${command}”这个命令。`,
  missingArgument: (name) => `缺少参数：${name}。`,
  missingValue: (option) => `${option} 后面要有值。`,
  badValue: (option, value, allowed) => `${option} 不能是“${value}”，只能是 ${allowed}。`,
  tooManyArguments: '参数太多。',
  didYouMean: (name) => `是不是“${name}”？`,
  fault: (message) =>
    `这是 biaochi 自身的故障，与您的文件无关：${message}。请反馈给我们；设 BIAOCHI_DEBUG=1 可显示出处。`,
  file: (path, problem) =>
    ({
      missing: `${path}：没有这个文件。`,
      folder: `${path}：这是文件夹，不是文件。`,
      'not-allowed': `${path}：没有读写权限。`,
      utf16: `${path}：是 UTF-16 文本（Windows 里叫“Unicode”）。请另存为 UTF-8。`,
      'not-utf8': `${path}：不是 UTF-8 文本。如果是 GBK 编码，请另存为 UTF-8。`,
      'too-large': `${path}：超过 32 MB，想必不是要读的文件。`,
      'no-file': `${path}：不能作为文件读写。`,
    })[problem],
  exists: (path) => `${path} 已经存在，没有写入任何内容。`,
  wrote: (path) => `已写出 ${path}`,
  unchanged: (path) => `${path} 无需更新`,
  noParent: (path) => `${path} 没有修订别的规则集，无从比较；请在它后面写上另一个规则集。`,
  notGenerated: (path) =>
    `${path} 不是 biaochi build 生成的，因此不作改动，没有写入任何内容。请移走它，或另选文件夹。`,
  otherOrigin: (path, ruleset) =>
    `${path} 是由另一个规则集（${ruleset}）生成的，没有写入任何内容。请删除它，或另选文件夹。`,

  checked: ({ path, indicators, points, inputs, outputs, examples, open }) =>
    `${path}：通过，${indicators} 个指标，共 ${points} 分，${inputs} 项数据，${outputs === 0 ? '' : `${outputs} 项输出，`}${examples} 个示例${open === 0 ? '' : `；另有 ${open} 处待修订它的规则集填写`}`,
  checkFailed: (path, errors, warnings) =>
    `${path}：${errors} 处错误${warnings === 0 ? '' : `，${warnings} 处警告`}`,
  openTerms: (path) => `${path} 有待修订它的规则集填写的内容，不能直接用来评分。`,
  strictMissing: (department, count) => `${department}：缺少 ${count} 项数据：`,
  cohortIncomplete: '规则集要在单位之间比较；有单位的数据不能读取，因此一个也不评分。',
  departmentTwice: (name, first, second) =>
    `“${name}”在${first === second ? ` ${first} ` : ` ${first} 和 ${second} `}中重复出现；相互比较的单位不能重名。`,
  unknownDepartment: (name) => `文件里没有“${name}”这个部门。`,
  oneDepartment: (names) => `文件里有几个部门，请用 --department 选一个：${names.join('、')}。`,
  unknownName: (kind, name) => `规则集里没有${kind === 'option' ? '选项' : '指标'}“${name}”。`,
  known: (names) => `有：${names.join('、')}。`,
  optionValue: (name, value, allowed) => `“${name}”不能是“${value}”，只能是${allowed}。`,
  optionForm: (text) => `--option 要写成 名称=值，不能是“${text}”。`,
  ambiguous: (name, paths) => `“${name}”不止一处：${paths}。`,
};

export const cliWords: Readonly<Record<Language, CliWords>> = { en, zh };
