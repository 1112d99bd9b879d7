/** What is typed in the small forms of a case and not recorded yet. */
export const unsavedWords = {
  list: '填了还没有保存的案件',
  changed: (who: string, at: string) => `您填的时候，${who} ${at} 把这一项改成了：`,
  changedBySomebody: '您填的时候，这一项改成了：',
  none: '（空）',
  takeTheirs: '用现在的',
  keepOwn: '保留我填的',
  decide: (label: string) => `“${label}”别人改过，请先选用现在的还是保留您填的。`,
  halfTyped: (label: string) => `“${label}”里有还认不出来的内容，请改好或者清空，再按一次。`,
  title: '您填了还没有保存的内容',
  cannot: '这一步现在不能办，填过的还在，只有您看得到。不再需要的可以删去。',
  drop: '不要了',
} as const
