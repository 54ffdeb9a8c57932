import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from '#ui/api/use-api.ts';
import '#ui/kit.css';
import { THEME } from '#ui/theme.ts';
import './shell.css';
import './print.css';
import { makeRouter } from './router.tsx';

dayjs.locale('zh-cn');
const root = document.getElementById('root');
if (root !== null) {
  const client = newQueryClient();
  createRoot(root).render(
    <StrictMode>
      <ConfigProvider locale={zhCN.default} theme={THEME} button={{ autoInsertSpace: false }}>
        <QueryClientProvider client={client}>
          <RouterProvider router={makeRouter()} />
        </QueryClientProvider>
      </ConfigProvider>
    </StrictMode>,
  );
}
