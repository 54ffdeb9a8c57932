import { Modal } from 'antd';
import { useState } from 'react';
import { useKeys, useShownKeys } from '#ui/keys.ts';

/** `?`: what keys do on the open page. */
export function KeyHelp() {
  const [open, setOpen] = useState(false);
  const keys = useShownKeys();
  useKeys([{ key: '?', label: '显示快捷键', run: () => setOpen(true) }]);
  return (
    <Modal title="快捷键" open={open} onCancel={() => setOpen(false)} footer={null}>
      <table className="fh-table">
        <tbody>
          {keys.map((key) => (
            <tr key={`${key.key}${key.label}`}>
              <th scope="row">
                <kbd>{key.key}</kbd>
              </th>
              <td>{key.label}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <kbd>Enter</kbd>
            </th>
            <td>打开列表中所在的行</td>
          </tr>
        </tbody>
      </table>
    </Modal>
  );
}
