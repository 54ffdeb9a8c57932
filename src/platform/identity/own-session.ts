import { shanghaiDay } from '#law';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/db';
import { IDENTITY_PREAMBLE, type Identity } from './identity.ts';
import { heldPosts } from './session-view.ts';
import { endSessions, type Opened, type Origin, type SignedIn } from './sessions.ts';
import { actorOf, renewSession } from './step-up.ts';

/** Acts on from here through another of one's own posts; null when it is not held today. */
export async function changePost(identity: Identity, of: SignedIn, postId: string, origin: Origin): Promise<Opened | null> {
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    const posts = await heldPosts(client, of.accountId, shanghaiDay(identity.now()));
    const held = posts.some(({ id }) => id === postId);
    await audit(client, {
      actor: actorOf(of, origin),
      at: identity.now(),
      action: 'session.post',
      object: { kind: 'post', id: postId },
      result: held ? 'ok' : 'refused',
    });
    return held ? renewSession(identity, client, of, origin, false, postId) : null;
  });
}

export async function signOut(identity: Identity, of: SignedIn, origin: Origin): Promise<void> {
  await inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    await endSessions(identity, client, { accountId: of.accountId, only: of.sessionId }, 'signed-out');
    await audit(client, { actor: actorOf(of, origin), at: identity.now(), action: 'sign-out', result: 'ok' });
  });
}

/** Ends one of one's own sessions; false when it is not one's own or no longer open. */
export async function endOwnSession(identity: Identity, of: SignedIn, sessionId: string, origin: Origin): Promise<boolean> {
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    const ended = await endSessions(identity, client, { accountId: of.accountId, only: sessionId }, 'ended-by-self');
    await audit(client, {
      actor: actorOf(of, origin),
      at: identity.now(),
      action: 'session.end',
      object: { kind: 'session', id: sessionId },
      result: ended === 1 ? 'ok' : 'refused',
    });
    return ended === 1;
  });
}
