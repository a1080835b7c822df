// Questions of the page to the functions that answer them: about the text to the language service, about
// scores, data and files to this folder.
import { audit } from '../../src/analyze/audit.ts';
import type { Workspace } from '../../src/edit/workspace.ts';
import { departmentTemplate } from '../../src/input/new-department.ts';
import type { Framework } from '../../src/model/framework.ts';
import { isComparative } from '../../src/model/comparative.ts';
import type { Answers } from '../answers.ts';
import type { AnswerMessage, Project, Question } from '../protocol.ts';
import { auditView } from './audit-view.ts';
import { buildView } from './build.ts';
import type { Progress } from './compare-view.ts';
import { comparison } from './comparison.ts';
import { readMembers } from './departments.ts';
import type { Member } from './departments.ts';
import { exampleProblems } from './example-problems.ts';
import { formView, setValue } from './form.ts';
import { problemView } from './places.ts';
import type { Sources } from './places.ts';
import { refused } from './refused.ts';
import { scoredOf, selectedOf } from './result.ts';
import { compileFile, filesOf } from './rulesets.ts';
import { scoreMembers } from './score-members.ts';
import type { ScoredMember } from './score-members.ts';
import { complete } from './session.ts';
import type { Session } from './session.ts';
import { setPoints } from './set-points.ts';
import { workerWords } from './words.ts';
import { workspaceOf } from './workspace.ts';

type Kind = Question['kind'];
type QuestionOf<K extends Kind> = Extract<Question, { readonly kind: K }>;

/** Answers one question about a project; `onProgress` hears of those that take long. */
export async function answer(
  id: number,
  question: Question,
  project: Project,
  session: Session,
  onProgress?: Progress,
): Promise<AnswerMessage> {
  // Each kind is answered by the function of its own name, whose type says what that gives.
  const found = await answerOf(question, project, session, onProgress);
  return { kind: 'answer', id, question: question.kind, answer: found } as AnswerMessage;
}

async function answerOf(
  question: Question,
  project: Project,
  session: Session,
  onProgress: Progress | undefined,
): Promise<Answers[Kind]> {
  switch (question.kind) {
    case 'completion':
    case 'hover':
    case 'signature':
    case 'definition':
    case 'references':
    case 'symbols':
    case 'folding':
    case 'tokens':
    case 'hints':
    case 'format':
    case 'lenses':
    case 'actions':
    case 'convert-keywords':
      return (await languageService()).languageAnswer(question, workspaceFor(project, session));
    case 'rename':
      return (await languageService()).renamed(question, project, workspaceFor(project, session));
    case 'set-points': {
      const { changes, giveWay } = question;
      return setPoints(workspaceFor(project, session), project.open, changes, giveWay);
    }
    case 'compare':
      return comparison(question, project, session.rulesets, onProgress);
    default: {
      const ready = readyFor(project, session);
      return 'framework' in ready ? answerReady(question, project, session, ready) : ready;
    }
  }
}

// What only the editor asks is loaded when it asks: scores do not wait for it.
function languageService() {
  return import('./language-answer.ts');
}

interface Ready {
  readonly framework: Framework;
  readonly sources: Sources;
}

// The framework of the open file, or why nothing can be asked of it.
function readyFor(project: Project, { rulesets }: Session) {
  const words = workerWords[project.language];
  const compilation = compileFile(filesOf(project.files), project.open, rulesets);
  if (!compilation) return refused([words.noFile(project.open)]);
  const { framework, diagnostics, sources } = compilation;
  const problems = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((each) => problemView(each, sources, project.language));
  if (!framework) return refused([words.broken], problems);
  if (framework.openTerms.length === 0) return { framework, sources };
  return refused([words.openTerms(framework.openTerms.map(({ name }) => name))]);
}

type ReadyKind =
  'audit' | 'examples' | 'form' | 'new-department' | 'set-value' | 'build' | 'import' | 'export';

async function answerReady(
  question: QuestionOf<ReadyKind>,
  project: Project,
  session: Session,
  { framework, sources }: Ready,
): Promise<Answers[ReadyKind]> {
  const { language, departments } = project;
  const members = () => readMembers(framework, departments, session.departments);
  switch (question.kind) {
    case 'audit':
      return audited(question, framework, members(), project);
    case 'examples':
      return { kind: 'problems', problems: exampleProblems(framework, sources, language) };
    case 'form':
      return formView(framework, project, members(), question.department, question.member);
    case 'new-department':
      return { kind: 'text', text: departmentTemplate(framework, language) };
    case 'set-value':
      return setValue(framework, project, question.department, question.path, question.value);
    case 'build':
      return buildView(framework, question.target, sources, language);
    case 'import': {
      // Readers and writers of workbooks are large; they are loaded when the first file comes or goes.
      const { importFile } = await import('../files/import-file.ts');
      return importFile(question.name, question.content, framework, language);
    }
    case 'export': {
      const { exportDepartments, exportScores } = await import('./export-view.ts');
      return question.what === 'departments'
        ? exportDepartments(framework, members(), question.format, language)
        : exportScores(
            framework,
            scoreMembers(framework, members(), session.sheets, language),
            question.format,
            language,
          );
    }
    default:
      return question satisfies never;
  }
}

function audited(
  { department = -1, member }: QuestionOf<'audit'>,
  framework: Framework,
  members: readonly Member[],
  project: Project,
): Answers['audit'] {
  const words = workerWords[project.language];
  const wanted =
    department < 0 ? project : { selected: department, ...(member !== undefined && { member }) };
  const chosen = members[selectedOf(wanted, members)];
  if (!chosen) return refused([words.noDepartment]);
  if (!chosen.department) return refused([words.unreadable(chosen.path)]);
  const others = members.flatMap((each) =>
    each !== chosen && each.department ? [each.department] : [],
  );
  const cohort = isComparative(framework) ? others : undefined;
  return auditView(audit(framework, chosen.department, cohort), framework, project.language);
}

/** The project as the language service sees it, with the selected department's scores. */
function workspaceFor(project: Project, session: Session): Workspace {
  const { rulesets, departments, sheets, workspace } = session;
  const framework = complete(compileFile(filesOf(project.files), project.open, rulesets));
  const chosen = framework && selectedMember(framework, project, departments, sheets);
  return workspaceOf(project, rulesets, workspace, chosen && scoredOf(framework, chosen));
}

function selectedMember(
  framework: Framework,
  project: Project,
  departments: Session['departments'],
  sheets: Session['sheets'],
): ScoredMember | undefined {
  const read = readMembers(framework, project.departments, departments);
  const place = selectedOf(project, read);
  const isShown = (member: Member) => member === read[place];
  return scoreMembers(framework, read, sheets, project.language, isShown)[place];
}
