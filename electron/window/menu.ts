import { Menu, type MenuItemConstructorOptions } from 'electron'

/** No menu in the product: the page has its own. While building, one with the developer tools. */
export function setMenu(isPackaged: boolean): void {
  Menu.setApplicationMenu(isPackaged ? null : Menu.buildFromTemplate(developerMenu))
}

const developerMenu: MenuItemConstructorOptions[] = [
  {
    label: '开发',
    submenu: [
      { role: 'reload', label: '重新载入' },
      { role: 'toggleDevTools', label: '开发者工具' },
      { role: 'quit', label: '退出' },
    ],
  },
]
