import type { AnnouncementStrings } from '../../strings/announcement.ts'
import type { MarkdownStrings } from '../../strings/markdown.ts'
import type { MessageStrings } from '../../strings/message.ts'
import { formatOf } from '../locale-format.ts'
import { skill as skillWords } from './cards.ts'

const { number, few } = formatOf('ja')

const withReason = (sentence: string, reason: string | null): string =>
  reason === null ? `${sentence}。` : `${sentence}: ${reason}`

export const announcement: AnnouncementStrings = {
  message: (agent, text) => `${agent}: ${text}`,
  messages: (count, agent) => `${agent} から新着メッセージ ${number(count)} 件。`,
  continues: '… メッセージは続きます。',
  codeBlock: (language, lines) =>
    `コードブロック、${language === null ? '' : `${language}、`}${number(lines)} 行。`,
  table: (rows, columns) => `表、${number(rows)} 行、${number(columns)} 列。`,
  working: (agent) => `${agent} が作業しています。`,
  notSent: (problem) => withReason('メッセージは送信されませんでした', problem),
  skillsRunning: (skills) => `実行中: ${few(skills, skillWords.count(skills.length))}。`,
  skillsDone: (skills) => `完了: ${few(skills, skillWords.count(skills.length))}。`,
  skillFailed: (skill, error) => withReason(`${skill} が失敗しました`, error),
  approval: (skill) => `${skill} にあなたの承認が必要です。`,
  answeredElsewhere: (skill) => `${skill} は別の場所で回答されました。`,
  expired: (skill) => `${skill} の回答期限が過ぎました。`,
  connection: (service) =>
    service ? `${service} のアカウントが必要です。` : 'あなたのアカウントが必要です。',
  connected: (service) => (service ? `${service} に接続しました。` : 'アカウントに接続しました。'),
  connectionFailed: (service) =>
    service ? `${service} に接続できませんでした。` : 'アカウントに接続できませんでした。',
  form: (message) => `入力が必要です: ${message}`,
  needs: (count) => `${number(count)} 枚のカードがあなたを待っています。`,
  failures: (count) => `${number(count)} 件が失敗しました。`,
  step: ({ workflow, step, steps, message }) =>
    `${workflow || 'ワークフロー'}、ステップ ${number(step)}/${number(steps)}: ${message}`,
  halted: ({ workflow, step, error }) => {
    const name = workflow || 'ワークフロー'
    return withReason(step === null ? `${name} が止まりました` : `${name} が「${step}」で止まりました`, error)
  },
  completed: (workflow) => `${workflow || 'ワークフロー'} が完了しました。`,
  cancelled: (workflow) => `${workflow || 'ワークフロー'} は取り消されました。`,
  ended: (workflow) => `${workflow || 'ワークフロー'} は終わりました。`,
  background: ({ workflow, message }) => `${workflow || 'ワークフロー'}、バックグラウンド: ${message}`,
  backgroundFailed: ({ workflow, step, error }) =>
    withReason(`${workflow || 'ワークフロー'} のバックグラウンドで「${step}」が失敗しました`, error),
  scripted: 'これは台本による返答です。',
  links: {
    live: '再び接続しました。',
    recovering: '接続が切れました。再接続中です。',
    offline: 'オフラインです。',
  },
  stopped: '受信を止めました。実行そのものは続くことがあります。',
}

export const message: MessageStrings = {
  you: 'あなた',
  assistant: 'アシスタント',
  label: (writer, time) => (time === null ? writer : `${writer}、${time}`),
  queued: '送信待ち',
  sending: '送信中…',
  unknown: '届いているかもしれません。再送する前に確認しています。',
  failed: '未送信。',
  retry: '再試行',
  copy: 'メッセージをコピー',
  copied: 'コピーしました',
  good: '良い回答',
  bad: '悪い回答',
  whatWasWrong: '何が良くありませんでしたか？ (任意)',
  sendFeedback: '感想を送信',
  thanks: 'お知らせありがとうございます。',
  feedbackFailed: (reason) => `感想は送信されませんでした。${reason}`,
  discard: '破棄',
  eventsExpired: 'これより前のスキルの記録は、もう保存されていません。',
  conversationClosed: 'この会話は閉じられています。',
  scripted: '台本',
  scriptedHint: '台本モデルが判断しました。実際のモデルには問い合わせていません。',
  offers: '返答とリンクの候補',
  sends: (text) => `「${text}」を送信します`,
  moreOffers: (count) => `さらに ${number(count)} 件を表示`,
  fewerOffers: '表示を減らす',
  unsafeLink: 'このリンクは安全に開けません。',
}

export const markdown: MarkdownStrings = {
  copy: 'コピー',
  copied: 'コピーしました',
  code: 'コード',
  codeIn: (language) => (language === null ? 'コード' : `${language} のコード`),
  table: '表',
  image: '画像',
  imageNamed: (alternative) => `画像: ${alternative}`,
  loadImage: (host) => `${host} から画像を読み込む`,
  imageBlocked: (host) => `${host} からは読み込んでいません`,
  imageFailed: (host) => `ここでは ${host} から読み込めませんでした`,
  openImage: '画像を開く',
  opens: (host) => `${host} を新しいタブで開きます`,
  writesTo: (address) => `${address} に書きます`,
  formula: '数式',
  formulaFailed: '数式として描けませんでした',
  diagram: '図',
  diagramNamed: (title) => (title === '' ? '図' : `図: ${title}`),
  diagramDrawing: '図を描いています…',
  diagramFailed: 'この図を描けませんでした。元のテキスト:',
  showSource: '元のテキストを表示',
  hideSource: '元のテキストを隠す',
  taskDone: '済み:',
  taskOpen: '未了:',
  notes: '脚注',
  note: (count) => `脚注 ${number(count)}`,
  backToText: (count, place) =>
    place === 1 ? `参照 ${number(count)} に戻る` : `参照 ${number(count)} の ${number(place)} か所目に戻る`,
  broken: 'このメッセージを描けませんでした。本文:',
}
