import { DEMONSTRATION_PASSWORD } from '../app/seed/secrets.ts';
import { type ApiAnswer, type ApiClient, signIn } from './client.ts';

/** Demonstration people who act by their logins, whatever has become of their sessions in the meantime. */
export type Staff = {
  /** One request with one key; a session or second factor that has run out is renewed as a person would do it. */
  act(base: string, login: string, path: string, body: unknown, key: string): Promise<ApiAnswer>;
};

export function staff(): Staff {
  const people = new Map<string, ApiClient>();
  const renewing = new Map<string, Promise<void>>();

  /** Several writers share a person: one of them renews, the others wait for it. */
  async function renew(login: string, how: () => Promise<ApiClient>): Promise<void> {
    const running =
      renewing.get(login) ??
      how()
        .then((client) => void people.set(login, client))
        .finally(() => renewing.delete(login));
    renewing.set(login, running);
    await running;
  }

  async function act(base: string, login: string, path: string, body: unknown, key: string): Promise<ApiAnswer> {
    for (let attempt = 0; ; attempt += 1) {
      const known = people.get(login);
      if (known === undefined) {
        await renew(login, () => signIn(base, login, DEMONSTRATION_PASSWORD));
        continue;
      }
      const answer = await known.at(base).post(path, body, key);
      const isOut = answer.status === 401;
      if (attempt > 4 || !(isOut || answer.body['error'] === 'step-up')) return answer;
      if (people.get(login) !== known) continue;
      await renew(login, () => (isOut ? signIn(base, login, DEMONSTRATION_PASSWORD) : known.at(base).stepUp()));
    }
  }
  return { act };
}
