import type { Role, TaskNeed } from '#law';
import { type NormativeFiling, openSuggestions, type Stretch, SUBMITTED } from '../model.ts';
import { GOVERNMENT_ROLES, LEADER_ROLES, MAKER_ROLES, OFFICE_ROLES, SEALER_ROLES } from './who.ts';

const latest = (id: string, of: readonly Stretch[]) => ({ clock: { id, key: String(of.at(-1)?.no ?? '') } });

/** What waits for whom at each stage. */
export function tasks(s: NormativeFiling): readonly TaskNeed[] {
  return SUBMITTED.includes(s.status) ? [...stageTasks(s), ...suggestionTasks(s)] : stageTasks(s);
}

function suggestionTasks(s: NormativeFiling): readonly TaskNeed[] {
  return openSuggestions(s).map(({ no, isTakenUp }) => {
    const act = isTakenUp === null ? 'check-suggestion' : 'answer-suggestion';
    const title = isTakenUp === null ? `形式审查第${no}件审查建议` : `答复第${no}件审查建议`;
    const clock = { id: isTakenUp === null ? 'KS-14-form' : 'KS-14', key: String(no) };
    return { key: `${act}/${no}`, act, title, organisationId: s.bureauId, roles: OFFICE_ROLES, clock };
  });
}

function stageTasks(s: NormativeFiling): readonly TaskNeed[] {
  const at = (act: string, title: string, roles: readonly Role[], organisationId: string, more: Partial<TaskNeed> = {}): TaskNeed => ({
    ...{ key: act, act, title, organisationId, roles },
    ...more,
  });
  const office = (act: string, title: string, more?: Partial<TaskNeed>) => at(act, title, OFFICE_ROLES, s.bureauId, more);
  const maker = (act: string, title: string, more?: Partial<TaskNeed>) => at(act, title, MAKER_ROLES, s.makerId, more);
  const answer = s.isObjected ? [office('answer-objection', '答复制定机关的不同意见')] : [];
  switch (s.status) {
    case 'demanded':
      return [
        maker('prepare-demanded', '按催报备齐规范性文件备案材料', { clock: { id: 'KS-11', key: '' } }),
        office('demand-again', '等待报送；不报送的再次催报或者立案监督'),
      ];
    case 'draft':
      return [maker('submit', '报送规范性文件备案', { clock: { id: 'KS-11', key: '' } })];
    case 'checking':
      return [office('register', '形式审查规范性文件备案', latest('KS-12', s.checks))];
    case 'supplementing':
      return [
        maker('supplement', '补正备案材料', latest('normative-supplement', s.supplements)),
        office('register', '等待补正；逾期不补正的，按现有材料办理'),
      ];
    case 'reviewing':
      return [office('conclude', '审查规范性文件', latest('KS-13', s.reviews))];
    case 'signing':
      return [at('sign', '签发备案审查结论', LEADER_ROLES, s.bureauId, latest('KS-13', s.reviews))];
    case 'sealing':
      return [at('seal', '用印', SEALER_ROLES, s.bureauId)];
    case 'serving':
      return [office('serve', '送达备案审查结论')];
    case 'receiving':
      return [maker('receive', '签收规范性文件审查意见书'), office('serve-on-paper', '登记纸质签收')];
    case 'correcting':
      return [maker('correct', '自行纠正规范性文件并报告', latest('KS-15', s.corrections)), ...answer];
    case 'rechecking':
      return [office('accept-correction', '复核规范性文件的纠正情况')];
    case 'escalating':
      return [at('escalate', '提请责令改正或者撤销', LEADER_ROLES, s.bureauId), ...answer];
    case 'deciding':
      return s.recipientId === null
        ? [office('decide', '登记政府决定')]
        : [
            at('decide', '对规范性文件作出决定', GOVERNMENT_ROLES, s.recipientId),
            office('decide', '登记政府决定', { key: 'decide/office' }),
          ];
    case 'filed':
      return [...(s.catalogued === null ? [office('publish-catalogue', '公布备案目录')] : []), standing(s, maker)];
    case 'lapsed':
    case 'repealed':
    case 'revoked':
    case 'declined':
    case 'withdrawn':
    case 'excused':
      return [];
  }
}

/** The maker's own matter while it counts: what becomes of it before its last day. */
function standing(s: NormativeFiling, maker: (act: string, title: string, more?: Partial<TaskNeed>) => TaskNeed): TaskNeed {
  const { lastDay } = s.document;
  return lastDay === null
    ? maker('repeal', '文件有效；修改的重新报送，废止的登记')
    : maker('renew', `有效期至${lastDay}；届满前评估，延续、修改或者废止`, { clock: { id: 'KS-03', key: lastDay } });
}
