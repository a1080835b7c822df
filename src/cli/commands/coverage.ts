// placeholder
import type { Command } from 'commander';
import type { Session } from '../session.ts';
export function addCoverage(
  _program: Command,
  _session: Session,
  _finish: (exit: number) => void,
): void {
  return;
}
