import {
  type ActFrame,
  chineseDay,
  type DocumentIssue,
  isDemonstration,
  isSubjectKind,
  type LocalDate,
  nameOf,
  numberedLetter,
  OTHER_SIDE,
  QUALIFICATION_LABELS,
  RELATION_LABELS,
  type RegisterFacts,
  type Relation,
  relationName,
} from '#law';
import { CHANGE_LABELS, NEW_KIND_LABELS, type NewUnit, type Relates, type SubjectChange, type Wanted } from '../model.ts';

/** DOC-29. */
export type AnnouncementFacts = {
  readonly issuer: string;
  readonly number: string;
  readonly unit: string;
  readonly change: string;
  readonly effectiveOn: LocalDate;
  readonly basis: string;
  readonly approval: string;
  readonly lines: readonly string[];
  readonly signedOn: LocalDate;
  readonly contact: string;
  readonly demonstration: boolean;
};

/** The public announcement of a subject: what becomes of it, from which day, on which papers. */
export function announcement(s: SubjectChange, contact: string, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const { wanted: w } = s;
  const made: AnnouncementFacts = {
    issuer: nameOf(facts, w.bureauId),
    number: frame.number?.text ?? '',
    unit: w.unit?.name ?? nameOf(facts, w.unitId ?? ''),
    change: CHANGE_LABELS[w.change],
    effectiveOn: w.effectiveOn,
    basis: `《${w.basis.name}》（${w.basis.number}，${chineseDay(w.basis.on)}）`,
    approval: s.approval === null ? '' : `${nameOf(facts, s.governmentId ?? '')}批准（${s.approval.number}，${chineseDay(s.approval.on)}）`,
    lines: changeLines(w, facts),
    signedOn: frame.legalDate,
    contact,
    demonstration: isDemonstration(facts, [w.bureauId, w.unitId, w.successorId, w.unit?.superiorId ?? null]),
  };
  return [numberedLetter({ kind: 'DOC-29', name: '行政执法主体公告', template: 'subject-announcement', facts: made })];
}

function changeLines(w: Wanted, facts: RegisterFacts): readonly string[] {
  const [unit, on] = [nameOf(facts, w.unitId ?? ''), chineseDay(w.effectiveOn)];
  switch (w.change) {
    case 'establish':
      return w.unit === null ? [] : unitLines(w.unit, on, facts);
    case 'rename':
      return [`自${on}起，${unit}更名为${w.name ?? ''}。`];
    case 'move':
      return [
        ...(w.superiorId === null ? [] : [`自${on}起，${unit}隶属${nameOf(facts, w.superiorId)}。`]),
        ...(w.lineSuperiorId === null ? [] : [`自${on}起，${unit}的上一级主管部门为${nameOf(facts, w.lineSuperiorId)}。`]),
      ];
    case 'merge':
      return [`自${on}起，${unit}并入${nameOf(facts, w.successorId ?? '')}，其职权和未办结事项由该单位承接。`];
    case 'abolish':
      return [`自${on}起撤销${unit}，其职权和未办结事项由${nameOf(facts, w.successorId ?? '')}承接。`];
    case 'split':
      return [
        `自${on}起，由${unit}分设${w.parts.map((p) => p.name).join('、')}。`,
        ...(w.ends ? [`${unit}不再保留，其未办结事项由${w.parts[0]?.name ?? ''}承接。`] : []),
      ];
    case 'relate':
      return w.relates === undefined ? [] : [relationLine(w.relates, unit, on, facts)];
    case 'unrelate':
      return w.relates === undefined ? [] : [endLine(w, w.relates.relation, unit, on, facts)];
    case 'qualify':
      return [`自${on}起，${unit}的行政执法主体资格为：${w.qualification === null ? '' : QUALIFICATION_LABELS[w.qualification]}。`];
  }
}

function relationLine({ relation, otherId }: Relates, unit: string, on: string, facts: RegisterFacts): string {
  const name = RELATION_LABELS[relation];
  return otherId === null
    ? `自${on}起，${unit}的${name}以上述文件为依据。`
    : `自${on}起，${unit}的${name}的另一方为${nameOf(facts, otherId)}。`;
}

/** Names the other side as it stands on the day of signing. */
function endLine({ unitId }: Wanted, relation: Relation, unit: string, on: string, facts: RegisterFacts): string {
  const of = facts.organisations.get(unitId ?? '');
  const otherId = of?.[OTHER_SIDE[relation]] ?? null;
  const name = of === undefined ? RELATION_LABELS[relation] : relationName(relation, of.kind);
  const other = otherId === null ? '' : nameOf(facts, otherId);
  const isProxy = relation === 'entrusting' && (of?.kind === 'delegate' || of?.kind === 'stationed');
  return `自${on}起，${unit}${other === '' ? '' : `与${other}`}的${name}终止${isProxy ? `，不再以${other}的名义执法` : ''}。`;
}

function unitLines(unit: NewUnit, on: string, facts: RegisterFacts): readonly string[] {
  const through = unit.answersThroughId ?? unit.superiorId;
  const standing = isSubjectKind(unit.kind)
    ? `${unit.name}的行政执法主体资格为：${QUALIFICATION_LABELS.confirmed}。`
    : `${unit.name}不是行政执法主体，以${nameOf(facts, through)}名义执法。`;
  return [
    `自${on}起设立${unit.name}（${NEW_KIND_LABELS[unit.kind]}），隶属${nameOf(facts, unit.superiorId)}。`,
    standing,
    `职权依据：${unit.powers}`,
  ];
}
