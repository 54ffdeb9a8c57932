import { Button } from 'antd';
import { type DemonstrationAccount, useDemonstrationAccounts } from './demonstration.ts';

type Props = { readonly login: string; readonly label: string; readonly fill: (account: DemonstrationAccount) => void };

/** Demonstration only: what the account's own authenticator would show now, put into the field by one click. */
export function DemonstrationCode({ login, label, fill }: Props) {
  const account = useDemonstrationAccounts().find((one) => one.login === login);
  if (account === undefined) return null;
  return (
    <p className="fh-demo-code">
      演示账号，当前动态验证码 <code>{account.code}</code>
      <Button size="small" onClick={() => fill(account)}>
        {label}
      </Button>
    </p>
  );
}
