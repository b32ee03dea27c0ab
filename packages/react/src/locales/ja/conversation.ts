import type { ConversationListStrings } from '../../strings/conversation-list.ts'
import type { InspectorStrings } from '../../strings/inspector.ts'
import type { KeysStrings } from '../../strings/keys.ts'
import type { LauncherStrings } from '../../strings/launcher.ts'
import type { StatusStrings } from '../../strings/status.ts'
import type { ThreadStrings } from '../../strings/thread.ts'
import { formatOf } from '../locale-format.ts'

const { number } = formatOf('ja')
const day = new Intl.DateTimeFormat('ja', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

export const status: StatusStrings = {
  label: '会話の状態',
  phases: {
    idle: '準備完了',
    sending: '送信中',
    'ai-running': '考え中',
    'skill-running': 'スキルを実行中',
    'awaiting-approval': 'あなたの承認待ち',
    'awaiting-connection': 'あなたのアカウント待ち',
    'awaiting-input': 'あなたの入力待ち',
    failed: '失敗',
  },
  links: { live: '接続中', recovering: '再接続中', offline: 'オフライン' },
  typing: 'アシスタントが作業しています',
}

export const thread: ThreadStrings = {
  label: '会話',
  today: '今日',
  yesterday: '昨日',
  day: (at) => day.format(at),
  jump: '最新へ移動',
  newItems: (count) => `新着 ${number(count)}`,
  unread: '新着',
  older: '以前のものを読み込む',
  olderLoading: '読み込み中…',
  olderFailed: '以前のものを読み込めませんでした。',
  emptyTitle: 'ご用件は何でしょうか？',
  emptyText: '質問するか、してほしいことを書いてください。一歩ずつ進み具合が見えます。',
  loading: '会話を読み込み中…',
  loadingCard: '読み込み中…',
  failed: '会話を読み込めませんでした。',
  closed: 'この会話は閉じられています。別の場所で削除されたのかもしれません。',
  retry: '再試行',
  recovering: '接続が切れました。表示中の内容は残ります。',
  recoveringNow: '再接続中…',
  retryIn: (seconds) => `${number(seconds)} 秒後に再試行します。`,
  offline: 'オフラインです。表示中の内容は残り、送信は待機します。',
  stopped: '受信を止めました。実行そのものは続くことがあります。',
  listenAgain: '受信を再開',
  waiting: (count) => `${number(count)} 枚のカードがあなたを待っています`,
  showWaiting: '表示',
  requestId: (id) => `リクエスト ${id}`,
}

export const conversationList: ConversationListStrings = {
  label: '会話',
  create: '新しい会話',
  untitled: '無題',
  today: '今日',
  yesterday: '昨日',
  week: '過去 7 日間',
  older: 'それ以前',
  running: '実行中',
  needsYou: 'あなたを待っています',
  failedRun: '失敗',
  loading: '会話を読み込み中…',
  empty: 'まだ会話はありません。最初の会話がここに表示されます。',
  failed: '会話を読み込めませんでした。',
  retry: '再試行',
  delete: '削除',
  deleteForGood: '完全に削除',
  confirmDelete: (title) => `会話「${title}」を削除しますか？`,
  forGood: 'メッセージと履歴は完全に失われます。元には戻せません。',
  keep: '残す',
  deleteFailed: (reason) => `削除されませんでした。${reason}`,
  showOlder: '以前の会話を表示',
  count: (count) => `${number(count)} 件の会話`,
}

export const inspector: InspectorStrings = {
  label: 'イベント',
  empty: 'まだ何も届いていません。',
  kinds: {
    event: 'イベント',
    ping: '生存確認',
    ignored: '無視',
    malformed: '不正',
    interrupted: '中断',
    request: 'リクエスト',
    problem: '問題',
  },
  link: (transport, link) => `${transport}、${link}`,
  bytes: (count) => `${number(count)} バイト`,
  malformed: '読み取れませんでした',
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}

export const keys: KeysStrings = {
  title: 'キーボードショートカット',
  close: '閉じる',
  groups: {
    anywhere: 'チャットのどこでも',
    thread: '会話の中',
    composer: 'メッセージ欄',
    page: 'このページ',
  },
  commands: {
    showKeys: 'このショートカット一覧を表示',
    nextRegion: 'ページの次の部分へ',
    previousRegion: 'ページの前の部分へ',
    nextWaiting: 'あなたを待っている次のカードへ',
    toLatest: '最新のメッセージへ',
    toComposer: 'メッセージ欄へ',
    previousItem: '前のメッセージまたはカード',
    nextItem: '次のメッセージまたはカード',
    previousPage: '一画面上へ',
    nextPage: '一画面下へ',
    firstItem: '最初のメッセージ',
    lastItem: '最後のメッセージ',
    leave: 'カードへ戻り、次にメッセージ欄へ',
  },
  send: 'メッセージを送信',
  breakLine: '改行',
  characters: '文字や記号のショートカットを使う',
  charactersHint: '音声入力や押し間違いがある場合は切ってください。ほかのキーは使えます。',
  modifiers: {
    apple: { Control: 'Control', Alt: 'Option', Shift: 'Shift', Meta: 'Command' },
    other: { Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Meta: 'Windows' },
  },
  keyName: (key) => keyNames[key] ?? key,
  nothingWaits: 'あなたを待っているものはありません。',
  chat: (title) => (title === null ? 'チャット' : `チャット: ${title}`),
  header: 'チャットのヘッダー',
  composer: 'メッセージを書く',
}

const news: LauncherStrings['news'] = ({ unread, waiting }) =>
  [unread > 0 ? `新着メッセージ ${number(unread)} 件` : '', waiting > 0 ? thread.waiting(waiting) : '']
    .filter((part) => part !== '')
    .join('、')

export const launcher: LauncherStrings = {
  panel: 'チャット',
  news,
  open: (now) => {
    const words = news(now)
    return words === '' ? 'チャットを開く' : `チャットを開く: ${words}`
  },
  close: 'チャットを閉じる',
  loading: 'チャットを読み込み中…',
  failed: 'チャットを読み込めませんでした。再試行中…',
}
