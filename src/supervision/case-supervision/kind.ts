import type { MatterKind, Participant } from '#law';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { citesIn } from './documents/cited-texts.ts';
import { FORMS } from './forms.ts';
import { tasks } from './lifecycle/tasks.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { STATUS_LABELS, type SupervisionCase } from './model.ts';

/** Who handled it before it was taken up or designated: still told how it stands, and no more. */
function formerOrgans(s: SupervisionCase): readonly string[] {
  return [...new Set((s.raised ?? []).map((r) => r.from))].filter((id) => id !== s.organId);
}

/** The unit concerned takes no part: it hears of the case by the letters sent to it, never by its file. */
function participants(s: SupervisionCase): readonly Participant[] {
  return [
    { organisationId: s.organId, as: 'organ' },
    ...(s.petition === null ? [] : [{ organisationId: s.petition.officeId, as: 'petitioner' }]),
    ...formerOrgans(s).map((organisationId) => ({ organisationId, as: 'former' })),
    ...(s.reassignedTo === null ? [] : [{ organisationId: s.reassignedTo, as: 'assignee' }]),
  ];
}

/** 监督案件 (SM-C2): from a clue through inquiry to problems, each of which is answered by a document or by reasons for none. */
export const CASE_SUPERVISION: MatterKind<SupervisionCase, typeof FORMS> = {
  kind: 'case-supervision',
  name: '监督案件',
  room: 'case-supervision',
  statuses: STATUS_LABELS,
  mainLine: ['triage', 'filing', 'inquiry', 'settling', 'closed', 'archived'],
  closed: ['archived', 'declined', 'passed-on', 'returned'],
  parties: { organ: '承办机关', petitioner: '提请的司法所', assignee: '转办单位', former: '原承办机关' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) => `监督案件：${s.subject}`,
  homeId: (s) => s.organId,
  label: () => 2,
  participants,
  tasks,
  citesIn,
  columns,
  named: (s) => ({ type: null, about: [s.unitId], isIssued: false }),
  directedTo: { column: 'unit_id', title: '被监督单位' },
  searchedIn: ['number'],
  ownNumber: (s) => s.number,
};
