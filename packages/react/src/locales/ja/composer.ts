import type { AttachmentStrings } from '../../strings/attachment.ts'
import type { ComposerStrings } from '../../strings/composer.ts'
import { formatOf } from '../locale-format.ts'

const { number, plural, all, anyOf, bytes: size } = formatOf('ja')

const running = 'アシスタントはまだ作業中です。終わるまで、あなたの文章は残ります。'

const afterTurn = 'アシスタントが終わると送られます。'
const afterAnswer = '上であなたが答え、アシスタントが終わると送られます。'

export const composer: ComposerStrings = {
  label: 'メッセージ',
  placeholder: 'アシスタントへのメッセージ…',
  send: '送信',
  stop: '停止',
  stopHearing: '停止 (受信のみ)',
  stopListening: '受信を止めるだけで、実行は続きます。',
  cancels: '実行を終わらせます。',
  hint: 'Enter で送信、Shift+Enter で改行',
  offline: '送信したものは保存され、オンラインに戻ると送られます。',
  busy: {
    idle: null,
    failed: null,
    sending: '直前のメッセージを送信中です。それまで、あなたの文章は残ります。',
    'ai-running': running,
    'skill-running': running,
    'awaiting-approval': 'アシスタントが上であなたの承認を待っています。それまで、あなたの文章は残ります。',
    'awaiting-connection':
      'アシスタントが上であなたのアカウントを待っています。それまで、あなたの文章は残ります。',
    'awaiting-input': 'ワークフローが上であなたの入力を待っています。それまで、あなたの文章は残ります。',
  },
  queued: {
    idle: null,
    failed: null,
    sending: '直前のメッセージの後に送られます。',
    'ai-running': afterTurn,
    'skill-running': afterTurn,
    'awaiting-approval': afterAnswer,
    'awaiting-connection': afterAnswer,
    'awaiting-input': afterAnswer,
  },
  closed: 'この会話は閉じられています。続けるには新しい会話を始めてください。',
  suggestions: '候補',
  charactersLeft: (count) => `あと ${number(count)} 文字`,
  tooLong: (by) => `${number(by)} 文字超過です。送信するには短くしてください。`,
  queue: '待機中のメッセージ',
  waiting: (count) => `${number(count)} 件のメッセージが待機中`,
  waitsAfterFailure: '何かが失敗しました。待機中のものを今送るか、取り下げてください。',
  edit: '編集',
  editLabel: '待機中のメッセージ',
  save: '保存',
  cancel: 'キャンセル',
  remove: '削除',
  sendNow: '今すぐ送信',
}

const files = (count: number): string => plural(count, { other: '# 個のファイル' })

export const attachment: AttachmentStrings = {
  attach: 'ファイルを添付',
  list: '添付ファイル',
  sent: 'ファイル',
  file: 'ファイル',
  size,
  remove: (name) => `${name} を削除`,
  retry: (name) => `${name} を再試行`,
  uploading: (name) => `${name} をアップロード中`,
  tooLarge: (file, limit) =>
    `「${file.name}」は大きすぎます。${size(file.size)} ありますが、上限は ${size(limit)} です。`,
  refusedType: (name, accepted) =>
    `「${name}」の種類はここでは受け付けていません。${anyOf(accepted)} をお使いください。`,
  tooMany: (name, limit) =>
    `「${name}」は多すぎます。一つのメッセージには ${files(limit)} までです。先に別のものを削除してください。`,
  empty: (name) => `「${name}」は空です。`,
  failed: 'アップロードされていません。',
  lost: (names) => `${all(names)} が届く前にページが再読み込みされました。もう一度添付してください。`,
  status({ count, size: bytes, uploading, failed }) {
    if (count === 0) return ''
    const attached = `添付 ${files(count)}、${size(bytes)}`
    if (failed > 0) return `${attached}; ${number(failed)} 個は未アップロード.`
    return uploading > 0 ? `${attached}; ${number(uploading)} 個をアップロード中.` : `${attached}.`
  },
  uploadFirst: (count) => `${number(count)} 個のアップロードが終わると送信できます。`,
  mendFirst: (count) => `未アップロード: ${files(count)}。再試行するか削除してください。`,
  textFirst: 'ファイルに一言添えてください。',
  drop: 'ここにファイルをドロップして添付',
  dropLimit: (limit) => `それぞれ ${size(limit)} まで`,
}
