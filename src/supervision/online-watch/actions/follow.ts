import { isRefusal, type Refusal, refuse } from '#law';
import type { AfterAct, DoneInMatter } from '#platform/acts/after-act';
import { asSystem } from '#platform/findings/as-system';
import { type DecisionBody, decideFindings, lockFindings, type OpenFinding, onEach } from '#platform/findings/decide';
import type { FindingActor } from '#platform/findings/model';
import { ART_3_2 } from '../facts.ts';
import { ALERT_CHECK } from '../kind.ts';
import { type AlertCheck, type CheckedFinding, lineOf } from '../model.ts';

type Client = Parameters<AfterAct>[0];
type Act = DoneInMatter['acts'][number];

/** What the acts of an alert check mean for its findings, written in the transaction of the act. */
export const followAlertCheck: AfterAct = async (client, done) => {
  if (done.kind !== ALERT_CHECK.kind) return null;
  const state = done.state as AlertCheck;
  for (const act of done.acts) {
    const refusal = await followOne(client, done, state, act);
    if (refusal !== null) return refusal;
  }
  return null;
};

function followOne(client: Client, done: DoneInMatter, state: AlertCheck, act: Act): Promise<Refusal | null> {
  const checkId = done.matterId;
  switch (act.type) {
    case 'send':
      return sent(client, done, state, act);
    case 'answer':
      return decided(client, done, state, act, ({ answer }) =>
        answer === null ? null : { type: 'answered', checkId, ...answer, files: state.proofs },
      );
    case 'confirm':
      return decided(client, done, state, act, ({ outcome }) => {
        if (outcome === null) return null;
        const { words } = outcome;
        return outcome.outcome === 'stands'
          ? { type: 'returned', from: checkId, words }
          : { type: 'excluded', reason: outcome.outcome, words };
      });
    case 'withdraw':
      return decided(client, done, state, act, () => ({ type: 'returned', from: checkId, words: '核查撤回' }));
    default:
      return Promise.resolve(null);
  }
}

/** What was sent must be what stands: the findings of that unit, in the sender's sight, with the words they have now. */
async function sent(client: Client, done: DoneInMatter, state: AlertCheck, act: Act): Promise<Refusal | null> {
  const findings = await lockFindings(
    client,
    state.findings.map((f) => f.findingId),
  );
  if (isRefusal(findings)) return findings;
  const isAsSent = (f: OpenFinding): boolean => {
    const line = state.findings.find((s) => s.findingId === f.id);
    return line !== undefined && line.what === lineOf(f) && line.severity === f.severity && f.label <= state.label;
  };
  if (findings.length !== state.findings.length || !findings.every((f) => f.organisation_id === state.unitId && isAsSent(f))) {
    return refuse('findings-changed', ART_3_2, '所选预警的事实刚有变化，或者不属于被核查单位，请重新选择');
  }
  return decideFindings(client, onEach(findings, { type: 'sent-down', checkId: done.matterId }), actorOf(act), done.nowMs);
}

/** A finding that has meanwhile cleared or gone another way is left where it is. */
async function decided(
  client: Client,
  done: DoneInMatter,
  state: AlertCheck,
  act: Act,
  bodyOf: (line: CheckedFinding) => DecisionBody | null,
): Promise<Refusal | null> {
  return asSystem(client, async () => {
    const lines = new Map(state.findings.map((f) => [f.findingId, f]));
    const findings = await lockFindings(client, [...lines.keys()]);
    if (isRefusal(findings)) return findings;
    const rest = findings.flatMap((finding) => {
      const line = lines.get(finding.id);
      const isHere = finding.check_id === done.matterId && (finding.status === 'sent-down' || finding.status === 'answered');
      const body = line === undefined || !isHere ? null : bodyOf(line);
      return body === null ? [] : [{ finding, body }];
    });
    return decideFindings(client, rest, actorOf(act), done.nowMs);
  });
}

/** Who did an act, as a finding's event keeps it; null: the platform. */
export function actorOf(act: Act): FindingActor | null {
  const { name } = act.actor as { name?: unknown };
  if (act.account_id === null || act.post_id === null || act.organisation_id === null) return null;
  return { accountId: act.account_id, postId: act.post_id, organisationId: act.organisation_id, name: String(name) };
}
