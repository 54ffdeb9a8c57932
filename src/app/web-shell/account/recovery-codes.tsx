import { Alert, Button } from 'antd';

/** Shown once; whoever loses the phone signs in with one of them. */
export function RecoveryCodes({ codes, kept }: { codes: readonly string[]; kept: () => void }) {
  return (
    <div className="fh-narrow-form">
      <Alert type="warning" showIcon className="fh-note" title="恢复码只显示这一次。请抄下或打印，与手机分开存放；每个只能用一次。" />
      <ul className="fh-codes" aria-label="恢复码">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button type="primary" onClick={kept}>
        已妥善保存
      </Button>
    </div>
  );
}
