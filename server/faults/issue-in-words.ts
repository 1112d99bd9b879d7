import type { Fault } from '../../shared/sync/messages.ts'

/** One thing wrong with a message, as the validator reports it. `instancePath` is '/actions/0/by/name'. */
export interface Issue {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '一组内容',
  object: '一组字段',
  record: '一组字段',
}

/** The first thing wrong with a message: the field and the reason, never the value. */
export function issueInWords(issue: Issue): Fault {
  const field = issue.instancePath.split('/').filter(Boolean).join('.')
  if (field === 'protocol') {
    const message = '本机程序与市局的版本不一致，市局没有接收。请先升级程序，数据都还在本机。'
    return { code: 'protocol-version', field, message }
  }
  const subject = field === '' ? '报文' : `报文的“${field}”`
  return {
    code: 'bad-request',
    message: `${subject}${reasonOf(issue)}。市局没有接收，请检查后重发。`,
    ...(field ? { field } : {}),
  }
}

function reasonOf({ keyword, params }: Issue): string {
  switch (keyword) {
    case 'invalid_type':
      return `缺少或者类型不对，应当是${typeNames[String(params['expected'])] ?? '规定的类型'}`
    case 'too_small':
      return `太短或者太小，至少是${String(params['minimum'])}`
    case 'too_big':
      return `太长或者太大，最多是${String(params['maximum'])}`
    case 'invalid_format':
      return params['format'] === 'lowercase' ? '里的字母要写成小写' : '的写法不符合规定'
    case 'invalid_value':
      return '不是允许的值'
    case 'unrecognized_keys':
      return '有不认识的字段'
    default:
      return '的内容不符合规定'
  }
}
