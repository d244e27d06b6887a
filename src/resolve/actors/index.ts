import type { AnnotatedReport } from '../../document/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { type OfficeWindow, officeWindowsOf } from './office-windows.ts';
import { NAMING } from './resolve-actors.ts';

export type { OfficeWindow } from './office-windows.ts';
export { resolveActors } from './resolve-actors.ts';

/** For an undated report: the days in which each titled person held the office that the text names. */
export function officeWindows(doc: AnnotatedReport, knowledge: Knowledge): OfficeWindow[] {
  return officeWindowsOf(doc, knowledge, NAMING);
}
