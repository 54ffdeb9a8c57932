import { cite, condition, type Folds, type Lifecycle, type Role } from '#law';
import type { Forms } from '../forms.ts';
import type { PenaltyRecord } from '../model.ts';

type Acts = Pick<Forms, 'offer-filing' | 'withdraw-offer'>;

const ART_18 = cite('实施细则', 18);
const ORGAN: readonly Role[] = ['handler', 'legal-office', 'deputy-head', 'head'];

const OWN = condition<PenaltyRecord, null>('由作出处罚决定的机关办理', 'form', ART_18, ({ state, actor }) =>
  actor.organisationId === state.organId ? null : ['other-organ', '自愿报送由作出处罚决定的机关办理'],
);
const STANDS = condition<PenaltyRecord, null>('决定有效，没有报送过', 'form', ART_18, ({ state }) => {
  const { row, offeredOn, filedHereOn } = state;
  if (row.undone !== undefined && row.undone.way !== 'changed') return ['undone', '该决定已被撤销、确认违法或者无效'];
  if (filedHereOn !== undefined || row.extension.recordFiledOn !== null) return ['filed', '该决定已经报送备案'];
  return offeredOn === undefined ? null : ['offered', `已于${offeredOn}列入自愿报送`];
});
const OFFERED = condition<PenaltyRecord, null>('已列入自愿报送，还没有报送', 'form', ART_18, ({ state }) => {
  if (state.offeredOn === undefined) return ['not-offered', '该决定没有列入自愿报送'];
  return state.filedHereOn === undefined ? null : ['filed', '该决定已经报送备案，不能撤回'];
});

const ENTRY = { does: 'entry', from: ['recorded'], to: 'stays', by: [{ as: 'opener', roles: ORGAN }], cite: ART_18 } as const;

/** A decision below the thresholds of 备案办法 3 that its organ files all the same: nobody owes it, and no period runs. */
export const OFFERING: Lifecycle<PenaltyRecord, Acts> = {
  'offer-filing': {
    ...ENTRY,
    label: '自愿报送备案',
    guards: [OWN, STANDS],
    says: () => '已列入自愿报送；平台随后立项，备齐材料后报送。达到标准的决定本来就应备，不受影响。',
  },
  'withdraw-offer': {
    ...ENTRY,
    label: '撤回自愿报送',
    guards: [OWN, OFFERED],
    aside: true,
    says: () => '已撤回自愿报送。',
  },
};

export const OFFERING_FOLDS: Folds<PenaltyRecord, Acts> = {
  'offer-filing': (s, _, frame) => ({ ...s, offeredOn: frame.legalDate }),
  'withdraw-offer': ({ offeredOn: _, ...s }) => s,
};
