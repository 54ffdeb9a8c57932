import { cite, condition, type GuardCase, type InputOf, type OrganisationFact, readUscc, type Stop } from '#law';
import type { Forms } from '../forms.ts';
import type { SubjectChange } from '../model.ts';

type Input = InputOf<Forms['apply-new']>;
type Case = GuardCase<SubjectChange, Input>;

const ART_8_4 = cite('实施细则', 8, undefined, 4);
const form = (name: string, stops: (c: Case) => Stop) => condition<SubjectChange, Input>(name, 'form', ART_8_4, stops);

const REGION = /^(\d{6}|\d{9}|\d{4}[A-Z]\d)$/;

export const NEW_COMPLETE = form('设立的单位登记内容齐全', ({ input }) => {
  if (!REGION.test(input.regionCode.trim().toUpperCase()))
    return ['region', `区划代码“${input.regionCode}”应为6位区划代码、9位乡级代码或者管委会代码（如1508A1）`];
  if (['delegate', 'stationed'].includes(input.kind) && input.answersThrough === null)
    return ['incomplete', '受委托组织应当填写委托机关，派驻执法队伍应当填写派出部门'];
  if (input.leadKind !== 'local' && (input.leadBasis ?? '').trim() === '')
    return ['incomplete', '垂直管理或者双重领导的，应当写明依据文件，不得凭名称推断'];
  const uscc = input.uscc === null ? null : readUscc(input.uscc);
  if (uscc?.is === 'masked') return ['uscc', '统一社会信用代码被遮盖，应当写完整'];
  return uscc?.is === 'wrong' ? ['uscc', `统一社会信用代码${uscc.because}`] : null;
});

/** Units named must stand on the day of the act; whoever the new unit stands under, or the bureau, applies. */
export const NEW_PLACED = form('上级、条线上级、委托机关均为有效单位', ({ input, facts, actor }) => {
  for (const [label, id] of [
    ['隶属的上级', input.superior],
    ['条线上级', input.lineSuperior],
    ['委托或者派出的部门', input.answersThrough],
  ] as const)
    if (id !== null && !facts.organisations.has(id)) return ['not-valid', `${label}今日不是有效单位（已终止或者没有登记）`];
  const mayApply = [input.superior, input.answersThrough, input.bureau].includes(actor.organisationId);
  return mayApply ? null : ['not-applicant', '设立由隶属的上级、委托或者派出的部门、审核的司法行政部门申请'];
});

export const NEW_BUREAU = form('由本级司法行政部门审核', ({ input, facts }) => {
  const [bureau, superior] = [facts.organisations.get(input.bureau), facts.organisations.get(input.superior)];
  if (bureau?.kind !== 'bureau') return ['not-bureau', '审核单位应当是司法行政部门'];
  if (superior === undefined) return null;
  return isOwnBureau(bureau, superior, input.regionCode) ? null : ['other-bureau', '审核单位不是新单位本级的司法行政部门'];
});

/** The bureau of whatever the unit stands under; where that is an organ outside the city (垂直管理), the one of the region. */
function isOwnBureau(bureau: OrganisationFact, superior: OrganisationFact, regionCode: string): boolean {
  if (superior.bureauId !== null) return superior.bureauId === bureau.id;
  return superior.kind === 'external' && bureau.regionCode.slice(0, 6) === regionCode.slice(0, 6);
}

export const NEW_IN_TIME = form('生效日不早于依据文件日期，依据文件不是将来的', ({ input, legalDate }) => {
  if (input.basisOn > legalDate) return ['future-basis', '依据文件日期不得晚于今日'];
  return input.effectiveOn < input.basisOn ? ['before-basis', '生效日不得早于依据文件日期'] : null;
});
