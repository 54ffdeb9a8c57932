import type { SessionView } from '#ui/api/types.ts';
import { Page, Section } from '#ui/layout/page.tsx';
import { AuthenticatorPart } from './authenticator-part.tsx';
import { PasswordPart } from './password-part.tsx';

/** A first sign-in: nothing else opens before password and authenticator are the person's own. */
export function SetUpPage({ session, setUp }: { session: SessionView; setUp: { readonly password: boolean; readonly totp: boolean } }) {
  return (
    <Page title="首次登录设置" status={`${session.name}，完成以下设置后即可进入平台。`}>
      {setUp.password ? (
        <Section title="设置自己的口令">
          <PasswordPart />
        </Section>
      ) : null}
      {setUp.totp && !setUp.password ? (
        <Section title="绑定动态验证码">
          <AuthenticatorPart startLabel="开始绑定" />
        </Section>
      ) : null}
    </Page>
  );
}
