import {
  type BaseState,
  cite,
  condition,
  type Folds,
  flag,
  hasTurned,
  type MatterKind,
  type PartyRef,
  party,
  partyWord,
  personal,
  rows,
} from '#law';
import type { Queryable } from '#platform/db';

/** The smallest kind whose forms hold parties: one, several in rows, and conditions that ask about them, at once and later. */
const ART_30 = cite('行政处罚法', 30);
const OTHER = { one: party('当事人') };
const FORMS = {
  open: {
    who: party('当事人'),
    others: rows('其他当事人', OTHER, { required: false, min: 0 }),
    witness: personal('见证人', { required: false }),
    sealed: flag('密封'),
  },
  close: {},
};
type State = BaseState & {
  readonly status: 'open' | 'closed';
  readonly homeId: string;
  readonly who: PartyRef;
  readonly others: readonly PartyRef[];
  readonly witness: PartyRef | null;
  readonly isSealed: boolean;
};

const folds: Folds<State, typeof FORMS> = {
  open: (_, input, frame) => ({
    status: 'open',
    homeId: frame.actor.organisationId ?? '',
    who: input.who,
    others: (input.others ?? []).map(({ one }) => one),
    witness: input.witness,
    isSealed: input.sealed,
  }),
  close: (s) => s,
};

export const PARTY_CASE: MatterKind<State, typeof FORMS> = {
  kind: 'test-party-case',
  name: '测试案件',
  room: 'testing',
  statuses: { open: '办理中', closed: '办结' },
  mainLine: ['open', 'closed'],
  closed: ['closed'],
  parties: { organ: '承办机关' },
  forms: FORMS,
  lifecycle: {
    open: {
      label: '登记',
      does: 'step',
      from: 'start',
      to: 'open',
      by: [{ as: 'opener', roles: ['handler'] }],
      cite: ART_30,
      inputGuards: [
        condition('当事人已满十四周岁', 'form', ART_30, ({ input, facts, legalDate }) => {
          const details = facts.parties?.get(input.who.id);
          if (details === undefined) return 'unknown';
          return hasTurned(details, 14, legalDate) === false ? ['under-14', '不满十四周岁的未成年人不予行政处罚'] : null;
        }),
      ],
      issues: (s) => [
        {
          kind: 'CT14-test',
          name: '登记表',
          template: 'test-party-case',
          templateVersion: 1,
          facts: {
            who: `${partyWord(s.who, 'name')}，${partyWord(s.who, 'idNumber')}${s.witness === null ? '' : partyWord(s.witness, 'name')}`,
          },
          numbered: false,
          publiclyVerifiable: false,
        },
      ],
      says: (s) => `已登记${s.who.name}。`,
    },
    close: {
      label: '办结',
      does: 'step',
      from: ['open'],
      to: 'closed',
      by: [{ as: 'organ', roles: ['handler'] }],
      cite: ART_30,
      needs: (s) => (s === null ? [] : [{ register: 'party', key: s.who.id }]),
      guards: [
        condition('当事人信息仍在', 'form', ART_30, ({ state, facts }) => {
          if (facts.parties === undefined) return 'unknown';
          return facts.parties.has(state.who.id) ? null : ['erased', '当事人信息已依法删除'];
        }),
      ],
      says: () => '已办结。',
    },
  },
  folds,
  clocks: [],
  title: (s) => `测试案件：${s.who.name}`,
  homeId: (s) => s.homeId,
  label: (s) => (s.isSealed ? 4 : 2),
  participants: (s) => [{ organisationId: s.homeId, as: 'organ' }],
  tasks: (s) =>
    s.status === 'closed' ? [] : [{ key: 'close', title: '办结', act: 'close', organisationId: s.homeId, roles: ['handler'] }],
  columns: (s) => ({ party_name: s.who.name, party_mark: s.who.mark }),
};

export async function createPartyCaseTable(owner: Queryable): Promise<void> {
  await owner.query(`create table test_party_case (city int, cohort int, matter_id uuid, region_ord int, line_ord int, label smallint,
    party_name text, party_mark text, primary key (city, cohort, matter_id)); select secure_child_of_matter('test_party_case')`);
}
