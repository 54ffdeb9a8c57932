import {
  bureauReaches,
  cite,
  condition,
  type GuardCase,
  type InputOf,
  isSubjectKind,
  OTHER_SIDE,
  RELATION_LABELS,
  relationName,
  type Stop,
} from '#law';
import type { Forms } from '../forms.ts';
import { CHANGE_LABELS, endsUnit, type SubjectChange } from '../model.ts';

type Input = InputOf<Forms['apply']>;
type Case = GuardCase<SubjectChange, Input>;

const ART_8_4 = cite('实施细则', 8, undefined, 4);
const form = (name: string, stops: (c: Case) => Stop) => condition<SubjectChange, Input>(name, 'form', ART_8_4, stops);

/** Which fields each kind of change asks for. */
export const COMPLETE = form('变更事项所要求的内容填写齐全', ({ input }) => {
  const lacking = (what: string): Stop => ['incomplete', `${CHANGE_LABELS[input.change]}应当填写${what}`];
  switch (input.change) {
    case 'rename':
      return input.name === null || input.shortName === null ? lacking('新名称和新简称') : null;
    case 'move':
      return input.superior === null && input.lineSuperior === null ? lacking('新的上级或者新的条线上级') : null;
    case 'merge':
    case 'abolish':
      return input.successor === null ? lacking('承接单位：未办结事项须有单位继续办理') : null;
    case 'split':
      return (input.parts ?? []).length === 0 ? lacking('分设的新单位') : null;
    case 'qualify':
      return input.qualification === null ? lacking('主体资格') : null;
    case 'relate':
    case 'unrelate':
      return input.relation === null ? lacking('哪一种关系') : null;
  }
});

/** Units named must stand on the day of the act; a merger into a unit that is no more is none. */
export const FITTING = form('涉及的单位均为有效单位，承接单位不是自己', ({ input, facts, actor }) => {
  const unit = facts.organisations.get(input.unit);
  if (unit === undefined) return ['not-valid', '该单位今日不是有效单位（已终止或者没有登记），不能变更'];
  for (const [label, id] of [
    ['新的上级', input.superior],
    ['新的条线上级', input.lineSuperior],
    ['承接单位', input.successor],
    ['关系的另一方', input.other],
  ] as const) {
    if (id === input.unit) return ['own-successor', `${label}不能是该单位自己`];
    if (id !== null && !facts.organisations.has(id))
      return ['successor-not-valid', `${label}今日不是有效单位，不能并入、划入已经终止的单位`];
  }
  const mayApply = [unit.id, unit.superiorId, unit.answersThroughId, input.bureau].includes(actor.organisationId);
  return mayApply ? null : ['not-applicant', '由该单位、其上级或者审核的司法行政部门申请'];
});

export const BUREAU_OF_UNIT = form('由本级或者上一级司法行政部门审核', ({ input, facts }) => {
  const unit = facts.organisations.get(input.unit);
  const isBureau = facts.organisations.get(input.bureau)?.kind === 'bureau';
  if (!isBureau) return ['not-bureau', '审核单位应当是司法行政部门'];
  return unit !== undefined && bureauReaches(input.bureau, unit, facts)
    ? null
    : ['other-bureau', '审核单位不是该单位本级或者上一级司法行政部门'];
});

export const SUBJECT = form('只有执法主体才有主体资格', ({ input, facts }) => {
  const unit = facts.organisations.get(input.unit);
  if (input.change !== 'qualify' || input.qualification !== 'confirmed' || unit === undefined) return null;
  return isSubjectKind(unit.kind) ? null : ['not-a-subject', '受委托组织、派出机构等不是行政执法主体，不能确认主体资格'];
});

/** 细则 2: a bureau supervises; an organ with powers of its own guides, delegates or sends. */
export const RELATED = form('关系的另一方合于这一关系', ({ input, facts }) => {
  const unit = facts.organisations.get(input.unit);
  if (input.change !== 'relate' || input.relation === null || unit === undefined) return null;
  const { [OTHER_SIDE[input.relation]]: now } = unit;
  if (input.other === null)
    return now === null ? ['incomplete', `该单位没有登记${RELATION_LABELS[input.relation]}，应当填写关系的另一方`] : null;
  const other = facts.organisations.get(input.other);
  if (other === undefined) return null;
  if (input.relation === 'supervision')
    return other.kind === 'bureau' ? null : ['other-side', '监督关系的另一方应当是司法行政部门（细则第二条）'];
  const isProxy = other.kind === 'delegate' || other.kind === 'stationed' || other.kind === 'justice-office';
  return isProxy ? ['other-side', `${other.name}以他人名义工作，不能委托、派驻或者作业务指导部门`] : null;
});

/**
 * 细则 2: a subject has a bureau that supervises it, and a bureau one above it; they end with the unit, or by another in
 * their place. A unit led along its line cannot be without the line. Whoever acted in another's name no longer does.
 */
export const ENDS_RELATION = form('所终止的关系现在登记着，没有它单位仍合于细则第二条', ({ input, facts }) => {
  const unit = facts.organisations.get(input.unit);
  if (input.change !== 'unrelate' || input.relation === null || unit === undefined) return null;
  const name = relationName(input.relation, unit.kind);
  if (unit[OTHER_SIDE[input.relation]] === null) return ['nothing-ends', `该单位没有登记${name}，没有可以终止的`];
  if (input.relation === 'supervision')
    return isSubjectKind(unit.kind)
      ? ['unsupervised', '行政执法主体由司法行政部门监督（细则第二条）：改由另一司法行政部门监督的，办理关系变更并填写另一方']
      : null;
  if (input.relation === 'entrusting')
    return unit.kind === 'township'
      ? ['township-team', '苏木乡镇、街道的综合行政执法机构归口于本级，不能只终止归口：机构撤销的办理撤销']
      : null;
  if (unit.kind === 'bureau') return ['bureau-line', '司法行政部门由上一级司法行政部门监督指导（细则第二条），这一关系不能终止'];
  return unit.leadKind === 'local'
    ? null
    : ['led-along-line', '垂直管理、双重领导的单位由条线上级领导，不能没有条线上级：先在名录中变更领导体制'];
});

export const IN_TIME = form('生效日不早于依据文件日期，依据文件不是将来的', ({ input, legalDate }) => {
  if (input.basisOn > legalDate) return ['future-basis', '依据文件日期不得晚于今日'];
  if (input.effectiveOn < input.basisOn) return ['before-basis', '生效日不得早于依据文件日期'];
  // The matters of a unit that ends pass on when the day comes; a day long gone would leave theirs without an owner.
  return endsUnit(input) && input.effectiveOn < legalDate ? ['past', '合并、撤销、分设后终止的，生效日不得早于今日'] : null;
});
