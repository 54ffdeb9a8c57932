import { Alert } from 'antd';

/** One half of an opening code or key, shown this once to this administrator. */
export function HalfNote({ half, words, close }: { half: string | null; words: string; close: () => void }) {
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      className="fh-note"
      closable={{ onClose: close, 'aria-label': '收起' }}
      title={words}
      description={
        half === null ? undefined : (
          <>
            开通码（或密钥）的一半，只显示这一次，请当面交给本人：<code className="fh-half">{half}</code>。另一半由另一名管理员交付。
          </>
        )
      }
    />
  );
}
