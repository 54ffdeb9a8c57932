import { condition, type GuardCase, type InputOf, type OrganisationFact, type Profile, parameterOf, type Stop } from '#law';
import type { Forms } from '../forms.ts';
import type { NormativeFiling } from '../model.ts';
import { ART_18 } from '../model-grounds.ts';

type PrepareInput = InputOf<Forms['revise']>;
type Case = GuardCase<NormativeFiling, PrepareInput>;

/** Parameters that hold who files with whom; 令262 is known only in part (OQ-S8), so each can be switched off. */
export const RECIPIENT_PARAMETERS = {
  government: 'normative-filing.government-to-upper',
  department: 'normative-filing.department-to-own',
  township: 'normative-filing.township-to-banner',
} as const;

type Way = { readonly parameter: string; readonly says: string };
const WAYS: Readonly<Record<'government' | 'department' | 'township', Way>> = {
  government: { parameter: RECIPIENT_PARAMETERS.government, says: '旗县区人民政府的规范性文件报市人民政府备案' },
  department: { parameter: RECIPIENT_PARAMETERS.department, says: '部门的规范性文件报本级人民政府备案' },
  township: { parameter: RECIPIENT_PARAMETERS.township, says: '苏木乡镇、街道的规范性文件报旗县区人民政府备案' },
};

/** Which of the three ways a maker's documents go; null: by nature it files with nobody of this city's governments. */
function wayOf(maker: OrganisationFact): Way | null {
  switch (maker.kind) {
    case 'government':
      return maker.tier === 'banner' ? WAYS.government : null;
    case 'township':
      return maker.answersThroughId === null ? WAYS.township : null;
    case 'department':
    case 'bureau':
    case 'committee':
    case 'authorised':
      return WAYS.department;
    case 'subordinate':
    case 'vertical':
    case 'delegate':
    case 'stationed':
    case 'justice-office':
    case 'external':
      return null;
  }
}

export const isMaker = (maker: OrganisationFact): boolean => wayOf(maker) !== null;

const isOn = (profile: Profile, name: string, c: Case): boolean => (parameterOf(profile, name, c.legalDate)?.value ?? 0) === 1;

export const MAKER = condition<NormativeFiling, PrepareInput>('制定机关有权制定行政规范性文件', 'form', ART_18, (c): Stop => {
  const maker = c.facts.organisations.get(c.state?.makerId ?? c.actor.organisationId ?? '');
  if (maker === undefined) return ['not-valid', '制定机关今日没有有效的登记'];
  if (maker.kind === 'vertical') return ['vertical', '垂直管理或者双重领导机关的备案渠道待核定，不在本平台报送本级政府'];
  return wayOf(maker) === null ? ['not-a-maker', '本机关不是在本平台报送备案的制定机关；市政府的文件由司法行政部门登记'] : null;
});

/** The government of its level, or the upper one; the maker's own superior in the tree of organisations. */
export const RECIPIENT = condition<NormativeFiling, PrepareInput>('报有备案权的人民政府', 'form', ART_18, (c): Stop => {
  const maker = c.facts.organisations.get(c.state?.makerId ?? c.actor.organisationId ?? '');
  const recipient = c.facts.organisations.get(c.input.recipient);
  const way = maker === undefined ? null : wayOf(maker);
  if (recipient?.kind !== 'government') return ['not-government', '备案机关应当是人民政府'];
  if (maker === undefined || way === null || !isOn(c.profile, way.parameter, c)) return null;
  return maker.superiorId === recipient.id ? null : ['other-recipient', `${way.says}，所选的备案机关不是`];
});

export const BUREAU = condition<NormativeFiling, PrepareInput>('由备案机关的司法行政部门承办审查', 'form', ART_18, (c): Stop => {
  const bureau = c.facts.organisations.get(c.input.bureau);
  if (bureau?.kind !== 'bureau') return ['not-bureau', '承办备案审查的应当是司法行政部门'];
  return c.facts.organisations.get(c.input.recipient)?.bureauId === bureau.id
    ? null
    : ['other-bureau', '承办备案审查的应当是备案机关的司法行政部门'];
});
