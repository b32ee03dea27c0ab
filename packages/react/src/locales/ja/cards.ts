import type { ConnectionStrings } from '../../strings/connection.ts'
import type { RendererStrings } from '../../strings/renderer.ts'
import type { ResultStrings } from '../../strings/result.ts'
import type { SkillStrings } from '../../strings/skill.ts'
import type { WorkflowStrings } from '../../strings/workflow.ts'
import { formatOf } from '../locale-format.ts'

const { number } = formatOf('ja')

export const connection: ConnectionStrings = {
  region: (service) => `接続: ${service}`,
  title: (service) =>
    service === null ? 'アカウントを接続してください' : `${service} のアカウントを接続してください`,
  account: (service) => (service === null ? 'アカウント' : `${service} のアカウント`),
  anyService: 'サービス',
  why: 'アシスタントがあなたに代わって行動するために、一度だけ必要です。',
  connect: 'アカウントに接続',
  renew: '新しいリンクを取得',
  tryAgain: '再試行',
  skip: 'スキップ',
  opens: (host) => `${host} を開きます`,
  opening: '開いたウィンドウに新しいリンクが届くところです…',
  opened: '開いたウィンドウで続けてください。終わるとこのカードが気づきます。',
  returned: '終わりましたか？ 確認しています。',
  openYourself: 'ウィンドウがない場合は、ここで開いてください。',
  blocked:
    'ブラウザーがウィンドウを開かせませんでした。代わりにこのリンクを開いてください。カードは自動で進みます。',
  openPage: (host) => `${host} を開く`,
  copyLink: 'リンクをコピー',
  copied: 'コピーしました',
  copyFailed: 'コピーできません: ここではブラウザーが許可していません。',
  expiresIn: (span) => `このリンクが使えるのは、長くてもあと${span}です。`,
  expired: 'このリンクは期限切れです。',
  expiredWhileOpen:
    'ウィンドウが開いているあいだにリンクの期限が切れました。そこで終えていればカードが気づきます。そうでなければ新しいリンクを取得してください。',
  again: '新しいリンクです。前に開いたウィンドウはもう使えないかもしれません。',
  noLink: 'まだリンクがありません。',
  renewing: '新しいリンクを取得中…',
  renewFailed: '新しいリンクが届きませんでした。少ししてからもう一度お試しください。',
  renewSame: 'これより新しいリンクはありません。',
  notSecure: (host) => `開きませんでした: ${host} へのリンクは暗号化 (https) されていません。`,
  notAllowed: (host) => `開きませんでした: ${host} は、このアプリが信頼するサインイン先の一覧にありません。`,
  notAnAddress: '開きませんでした: リンクがウェブアドレスではありません。',
  authorized: (service) => `${service} に接続しました。`,
  authorizedWaiting: 'アシスタントがまもなく続けます。',
  failed: 'アカウントは接続されませんでした。',
  skipped: 'あなたがスキップしました。',
  closed: '会話はこれなしで進みました。',
  skipQuestion: 'アカウントなしで続けますか？ ウィンドウで始めたことは使われません。',
  keepWaiting: 'このまま待つ',
  skipping: 'スキップ中…',
  skipUnknown: 'スキップは届いているかもしれません。再送する前に確認しています。',
  skipFailed: 'スキップは送信されませんでした。',
}

export const skill: SkillStrings = {
  running: '実行中',
  completed: '完了',
  failed: '失敗',
  unknown: '結果不明',
  unknownNote: 'ターンは終わりましたが、これの結果は知らされていません。',
  retry: '再試行',
  label: (name) => `スキル: ${name}`,
  skillId: 'スキル ID',
  count: (skills) => `${number(skills)} 個のスキル`,
  progress: ({ done, running, failed, unknown }) =>
    [
      done > 0 ? `完了 ${number(done)}` : '',
      failed > 0 ? `失敗 ${number(failed)}` : '',
      unknown > 0 ? `不明 ${number(unknown)}` : '',
      running > 0 ? `実行中 ${number(running)}` : '',
    ]
      .filter((part) => part !== '')
      .join('、'),
}

export const result: ResultStrings = {
  loading: '結果を取得中…',
  failed: (reason) => `結果を取得できませんでした。${reason}`,
  retry: '再試行',
  nothing: '結果はありませんでした。',
  label: (name) => `${name} の結果`,
  chart: 'グラフ',
  table: '表',
  view: '表示方法',
  rows: (shown, count) => `${number(count)} 行中 ${number(shown)} 行`,
  showMore: (rows) => `さらに ${number(rows)} 行を表示`,
  copyCsv: 'CSV としてコピー',
  copied: 'コピーしました',
  empty: '値なし',
  yes: 'はい',
  no: 'いいえ',
  number,
}

export const workflow: WorkflowStrings = {
  region: (name) => `ワークフロー: ${name}`,
  unnamed: 'ワークフロー',
  progressLabel: (name) => `${name} の進み具合`,
  progress: (done, total) => `${number(total)} 中 ${number(done)}`,
  position: (step, steps, message) => `ステップ ${number(step)}/${number(steps)}: ${message}`,
  steps: {
    pending: '未開始',
    running: '実行中',
    'awaiting-input': 'あなたの入力待ち',
    completed: '完了',
    failed: '失敗',
    cancelled: '取り消し済み',
    unknown: '結果不明',
  },
  statuses: {
    running: '実行中',
    'awaiting-input': 'あなたを待っています',
    completed: '完了',
    halted: '停止',
    cancelled: '取り消し済み',
    ended: '終了',
  },
  attempts: (count) => `${number(count)} 回目`,
  stepsLabel: 'ステップ',
  noSteps: 'まだどのステップも始まっていません。',
  retry: '再試行',
  retrying: '再試行中…',
  retryFailed: '再試行は送信されませんでした。',
  halted: '失敗したステップで止まりました。その後は何も実行されていません。',
  haltedWhole: '終わる前に停止しました。これ以上は何も実行されていません。',
  haltedNoWay: 'ここでは再試行できません。',
  escalate: '担当者に助けを求める',
  ended: 'これは終わりました。最後のステップの結果は知らされていません。',
  cancelled: 'これは取り消されました。これ以上は何も実行されません。',
  background: 'バックグラウンド',
  backgroundOf: (step) => (step === '' ? 'バックグラウンド' : `「${step}」からのバックグラウンド`),
  inBackground: (count) => `バックグラウンドで ${number(count)} 件`,
  backgroundFailed: '止まったのはこの部分だけです。残りは続きます。',
}

export const renderer: RendererStrings = {
  broken: 'このページ独自のカードを表示できませんでした。これは標準のカードです。',
  brokenField: 'このページ独自の入力欄を表示できませんでした。これは標準の入力欄です。',
}
