import '../shared/ipc/no-eval.ts'
import { ConfigProvider } from 'antd'
import chinese from 'antd/locale/zh_CN'
import { createRoot } from 'react-dom/client'
import { must } from '../shared/base/must.ts'
import { DeskApp } from './desk/desk-app.tsx'
import { holdStoreAwake } from './local/store-awake.ts'
import './ui/desk.css'
import { theme } from './ui/theme.ts'

holdStoreAwake()

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
const place = must(document.getElementById('desk'), 'index.html has the place for the desk')

createRoot(place).render(
  <ConfigProvider locale={chinese} theme={theme} csp={{ nonce }} wave={{ disabled: true }}>
    <DeskApp />
  </ConfigProvider>,
)
