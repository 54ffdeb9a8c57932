import { condition, type GuardCase, type InputOf, type OrganisationFact, parameterOf, type Stop } from '#law';
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
  vertical: 'normative-filing.vertical-to-local',
} as const;

type Way = { readonly parameter: string; readonly says: string };
const WAYS: Readonly<Record<keyof typeof RECIPIENT_PARAMETERS, Way>> = {
  government: { parameter: RECIPIENT_PARAMETERS.government, says: '旗县区人民政府的规范性文件报市人民政府备案' },
  department: { parameter: RECIPIENT_PARAMETERS.department, says: '部门的规范性文件报本级人民政府备案' },
  township: { parameter: RECIPIENT_PARAMETERS.township, says: '苏木乡镇、街道的规范性文件报旗县区人民政府备案' },
  vertical: { parameter: RECIPIENT_PARAMETERS.vertical, says: '垂直管理机关的规范性文件报所在地人民政府备案' },
};

/** Which of the ways a maker's documents go; null: by nature it files with nobody of this city's governments. */
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
    case 'vertical':
      return WAYS.vertical;
    case 'subordinate':
    case 'delegate':
    case 'stationed':
    case 'justice-office':
    case 'external':
      return null;
  }
}

type At = Pick<Case, 'profile' | 'legalDate'>;
const isOn = ({ profile, legalDate }: At, name: string): boolean => (parameterOf(profile, name, legalDate)?.value ?? 0) === 1;

/** Whether an organ files here at all; of a 垂直管理机关 the channel is not known, and none is assumed until the parameter says so. */
export function isMaker(maker: OrganisationFact, at: At): boolean {
  return wayOf(maker) !== null && (maker.kind !== 'vertical' || isOn(at, RECIPIENT_PARAMETERS.vertical));
}

export const MAKER = condition<NormativeFiling, PrepareInput>('制定机关有权制定行政规范性文件', 'form', ART_18, (c): Stop => {
  const maker = c.facts.organisations.get(c.state?.makerId ?? c.actor.organisationId ?? '');
  if (maker === undefined) return ['not-valid', '制定机关今日没有有效的登记'];
  if (maker.kind === 'vertical' && !isMaker(maker, c))
    return ['vertical', '垂直管理或者双重领导机关的备案渠道待核定，不在本平台报送本级政府'];
  return wayOf(maker) === null ? ['not-a-maker', '本机关不是在本平台报送备案的制定机关；市政府的文件由司法行政部门登记'] : null;
});

/** The government of its level, or the upper one; the maker's own superior in the tree of organisations. */
export const RECIPIENT = condition<NormativeFiling, PrepareInput>('报有备案权的人民政府', 'form', ART_18, (c): Stop => {
  const maker = c.facts.organisations.get(c.state?.makerId ?? c.actor.organisationId ?? '');
  const recipient = c.facts.organisations.get(c.input.recipient);
  const way = maker === undefined ? null : wayOf(maker);
  if (recipient?.kind !== 'government') return ['not-government', '备案机关应当是人民政府'];
  if (maker === undefined || way === null || !isOn(c, way.parameter)) return null;
  // Led from above, it belongs to no government here: the one whose bureau supervises it stands for its place.
  const isOwn = maker.kind === 'vertical' ? maker.bureauId === recipient.bureauId : maker.superiorId === recipient.id;
  return isOwn ? null : ['other-recipient', `${way.says}，所选的备案机关不是`];
});

export const BUREAU = condition<NormativeFiling, PrepareInput>('由备案机关的司法行政部门承办审查', 'form', ART_18, (c): Stop => {
  const bureau = c.facts.organisations.get(c.input.bureau);
  if (bureau?.kind !== 'bureau') return ['not-bureau', '承办备案审查的应当是司法行政部门'];
  return c.facts.organisations.get(c.input.recipient)?.bureauId === bureau.id
    ? null
    : ['other-bureau', '承办备案审查的应当是备案机关的司法行政部门'];
});
