// Questions of the page to the functions that answer them.
import type { AnswerMessage, Project, Question } from '../protocol.ts';
import type { Session } from './session.ts';

/** Answers one question about a project. */
export async function answer(
  id: number,
  question: Question,
  project: Project,
  session: Session,
): Promise<AnswerMessage> {
  void session;
  void project;
  await Promise.resolve();
  throw new Error(`no answer yet to “${question.kind}” (${id})`);
}
