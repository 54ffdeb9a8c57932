import { Button } from 'antd';
import { type ChangeEvent, useRef, useState } from 'react';
import { type LicenceCode, readLicenceCode } from '#law';

/** The browser's own reader of codes; not every browser has one, and no other is brought along. */
type Reader = { detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]> };
type WithReader = { readonly BarcodeDetector?: new (options: { readonly formats: readonly string[] }) => Reader };

function reader(): Reader | null {
  const { BarcodeDetector } = globalThis as WithReader;
  return BarcodeDetector === undefined ? null : new BarcodeDetector({ formats: ['qr_code'] });
}

const UNREAD = '照片里没有认出二维码，请对准、放平重拍，或者手工填写。';
const NO_CODE = '二维码里没有校验位正确的统一社会信用代码（有的执照只印网址），请按执照手工填写。';

type Props = { readonly take: (found: LicenceCode) => void };

/**
 * Takes a picture of a business licence and reads its code on this very device; the picture goes nowhere. What was read is
 * shown, and put into the form only when somebody has compared it with the licence.
 */
export function LicenceScan({ take }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<LicenceCode | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  if ((globalThis as WithReader).BarcodeDetector === undefined) return null;
  const read = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    setFound(null);
    setReason(null);
    if (file === undefined) return;
    const texts = await textsIn(file);
    const codes = texts.flatMap((text) => readLicenceCode(text) ?? []);
    setFound(codes[0] ?? null);
    setReason(codes.length > 0 ? null : texts.length === 0 ? UNREAD : NO_CODE);
  };
  return (
    <div className="fh-licence-scan">
      <Button onClick={() => input.current?.click()}>扫营业执照二维码</Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label="营业执照照片"
        onChange={(event) => void read(event)}
      />
      {reason === null ? null : (
        <p className="fh-error" role="alert">
          {reason}
        </p>
      )}
      {found === null ? null : (
        <Found
          found={found}
          take={() => {
            take(found);
            setFound(null);
          }}
        />
      )}
    </div>
  );
}

function Found({ found: { uscc, name }, take }: { found: LicenceCode; take: () => void }) {
  return (
    <p role="status">
      读到：{uscc}
      {name === null ? '（二维码里没有名称）' : `　${name}`}。请与执照核对。　
      <Button type="primary" size="small" onClick={take}>
        核对无误，填入
      </Button>
    </p>
  );
}

/** Texts of the codes in a picture; none where it is no picture or nothing was made out. */
async function textsIn(file: File): Promise<readonly string[]> {
  try {
    const image = await createImageBitmap(file);
    return ((await reader()?.detect(image)) ?? []).map(({ rawValue }) => rawValue);
  } catch {
    return [];
  }
}
