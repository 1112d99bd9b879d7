import { Menu, type MenuItemConstructorOptions } from 'electron'

/** No menu for a clerk: the page has its own. While building, one with the developer tools. */
export function setMenu(isForClerk: boolean): void {
  Menu.setApplicationMenu(isForClerk ? null : Menu.buildFromTemplate(developerMenu))
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
