// Every text of the page, in every language, one beside the other: a key without one of them does not compile. What stands in braces is filled in. One file, however long: whoever
// translates reads it from top to bottom, and finds each text once.
export const LOCALES = ['en', 'ja'] as const;
export type Locale = (typeof LOCALES)[number];

const MESSAGES = {
  // ---- frame
  'app.name': { en: 'Enigma', ja: 'Enigma' },
  'app.explorer': { en: 'Explorer', ja: 'エクスプローラー' },
  'app.skip': { en: 'Skip to content', ja: '本文へ移動' },
  'app.sections': { en: 'Sections', ja: 'セクション' },
  'app.language': { en: 'Language', ja: '言語' },
  'nav.overview': { en: 'Overview', ja: '概要' },
  'nav.auctions': { en: 'Auctions', ja: 'オークション' },
  'nav.contracts': { en: 'Contracts', ja: 'コントラクト' },
  'nav.tasks': { en: 'Tasks', ja: 'タスク' },
  'nav.receipts': { en: 'Receipts', ja: 'レシート' },
  'nav.nodes': { en: 'Nodes', ja: 'ノード' },
  'foot.checks': {
    en: 'Everything here is read from the chain and recomputed in this browser: ids, code, policies and receipts must hash to each other.',
    ja: 'ここに表示される内容はチェーンから読み取り、このブラウザーで再計算しています。ID・コード・公開方針・レシートは、互いのハッシュと一致しなければなりません。',
  },
  'foot.trusts': {
    en: 'What no hash binds, such as which keys a node registered or whether the chain has gone on, is the word of the chain endpoint {rpc}.',
    ja: 'ハッシュで結び付けられない事柄（ノードが登録した鍵や、チェーンが先に進んでいるかどうかなど）は、チェーンのエンドポイント {rpc} の言葉を信じています。',
  },

  // ---- connection
  'live.block': { en: 'Block {block}', ja: 'ブロック {block}' },
  'live.loading': { en: 'Connecting', ja: '接続中' },
  'live.unreachable': { en: 'Chain unreachable', ja: 'チェーンに接続できません' },
  'live.lying': { en: 'Endpoint not believed', ja: 'エンドポイントは信用できません' },
  'state.loading': { en: 'Reading the chain …', ja: 'チェーンを読み込んでいます…' },
  'state.unreachable': { en: 'The chain does not answer', ja: 'チェーンが応答しません' },
  'state.unreachable.next': {
    en: 'This page asks {rpc} again every few seconds. Check that the network is up.',
    ja: '数秒ごとに {rpc} へ再接続しています。ネットワークが起動しているか確認してください。',
  },
  'state.stale': {
    en: 'The chain does not answer. What follows was read at block {block}.',
    ja: 'チェーンが応答しません。以下はブロック {block} の時点の内容です。',
  },
  'state.lying': { en: 'The chain endpoint contradicts itself', ja: 'チェーンのエンドポイントの回答が矛盾しています' },
  'state.lying.next': {
    en: 'It gave facts that do not hash to their ids, or do not fit together. Nothing of it is shown. Use another endpoint, best one you run yourself.',
    ja: 'ID のハッシュと一致しない、または互いに整合しない情報を返したため、何も表示しません。別のエンドポイント（できれば自分で動かしているもの）を使ってください。',
  },
  'state.what': { en: 'What does not fit', ja: '一致しない点' },
  'state.broken': { en: 'This page could not start', ja: 'ページを開始できませんでした' },
  'state.broken.next': { en: 'Load it again.', ja: '再読み込みしてください。' },
  'unknown.title': { en: 'Nothing is here', ja: 'ページが見つかりません' },
  'unknown.text': {
    en: 'The address does not name anything that this network has.',
    ja: 'このアドレスに対応するものは、このネットワークにありません。',
  },
  'unknown.back': { en: 'Back to the overview', ja: '概要に戻る' },

  // ---- overview
  'overview.title': { en: 'A network that computes on secrets', ja: '秘密のまま計算するネットワーク' },
  'overview.lead': {
    en: 'Contracts run on inputs that nobody on the network sees. A committee of nodes computes on pieces of them, signs a receipt, and opens only what the contract says it releases.',
    ja: 'コントラクトは、ネットワークの誰にも見えない入力の上で動きます。ノードの委員会が入力の断片の上で計算し、レシートに署名し、コントラクトが公開すると定めたものだけを開示します。',
  },
  'overview.epoch': { en: 'Epoch', ja: 'エポック' },
  'overview.final': { en: 'Final block', ja: '最終確定ブロック' },
  'overview.latestTasks': { en: 'Latest tasks', ja: '最新のタスク' },
  'overview.all': { en: 'Show all', ja: 'すべて表示' },

  // ---- lists
  'list.more': { en: 'Show more', ja: 'さらに表示' },
  'list.none': { en: '—', ja: '—' },
  'col.contract': { en: 'Contract', ja: 'コントラクト' },
  'col.auction': { en: 'Auction', ja: 'オークション' },
  'col.bids': { en: 'Bids', ja: '入札数' },
  'col.closes': { en: 'Closes after block', ja: '締め切りブロック' },
  'col.task': { en: 'Task', ja: 'タスク' },
  'col.function': { en: 'Function', ja: '関数' },
  'col.state': { en: 'State', ja: '状態' },
  'col.block': { en: 'Block', ja: 'ブロック' },
  'col.committee': { en: 'Committee', ja: '委員会' },
  'col.releases': { en: 'Releases', ja: '公開' },
  'col.inputs': { en: 'Secret inputs', ja: '秘密の入力' },
  'col.receipt': { en: 'Receipt', ja: 'レシート' },
  'col.signers': { en: 'Signed by', ja: '署名者' },
  'col.pay': { en: 'Pay per seat, ENG', ja: '席ごとの報酬（ENG）' },
  'col.tasks': { en: 'Tasks', ja: 'タスク' },
  'col.node': { en: 'Node', ja: 'ノード' },
  'col.stake': { en: 'Stake', ja: 'ステーク' },
  'col.earned': { en: 'Earned, not collected, ENG', ja: '未回収の報酬（ENG）' },
  'col.seats': { en: 'Seats held', ja: '担当席数' },
  'col.health': { en: 'Health', ja: '稼働状況' },
  'unit.tokens': { en: '{amount} ENG', ja: '{amount} ENG' },
  'unit.units': { en: '{units} units', ja: '{units} 単位' },

  // ---- contracts
  'contracts.title': { en: 'Contracts', ja: 'コントラクト' },
  'contracts.lead': {
    en: 'What runs here, and what each of them lets out. The policy is recomputed from the bytecode on chain.',
    ja: 'ここで動くコントラクトと、それぞれが公開するもの。公開方針はチェーン上のバイトコードから再計算しています。',
  },
  'contracts.empty': { en: 'No contract yet', ja: 'コントラクトはまだありません' },
  'contracts.empty.next': { en: 'Deploy one in a terminal:', ja: 'ターミナルからデプロイできます：' },
  'contract.title': { en: 'Contract', ja: 'コントラクト' },
  'contract.stage.new': { en: 'waits for its committee', ja: '委員会の抽選待ち' },
  'contract.stage.drawn': { en: 'committee sets up', ja: '委員会の準備中' },
  'contract.stage.serving': { en: 'serving', ja: '稼働中' },
  'contract.stage.degraded': { en: 'degraded', ja: '縮退中' },
  'contract.stage.lost': { en: 'lost', ja: '喪失' },
  'contract.refused': { en: 'refused code', ja: '拒否されたコード' },
  'contract.refused.text': {
    en: 'The bytes on chain are refused ({why}). No honest node runs them, and nobody should send them anything.',
    ja: 'チェーン上のバイト列は検証で拒否されました（{why}）。誠実なノードはこれを実行しません。入力を送らないでください。',
  },
  'contract.facts': { en: 'Facts', ja: '基本情報' },
  'contract.deployer': { en: 'Deployed by', ja: 'デプロイした人' },
  'contract.deployed': { en: 'Deployed in block', ja: 'デプロイされたブロック' },
  'contract.codeHash': { en: 'Code hash', ja: 'コードハッシュ' },
  'contract.policyHash': { en: 'Policy hash', ja: '公開方針ハッシュ' },
  'contract.sourceHash': { en: 'Source hash', ja: 'ソースハッシュ' },
  'contract.recomputed': { en: 'recomputed here', ja: 'ここで再計算' },
  'contract.claimed': { en: 'the deployer’s word', ja: 'デプロイした人の申告' },
  'contract.shape': { en: '{n} seats, of which {t} may be corrupt', ja: '{n} 席（うち {t} 席までの不正に耐える）' },
  'contract.price': { en: 'Lowest gas price', ja: '最低ガス価格' },
  'contract.releases': { en: 'What it releases', ja: '公開するもの' },
  'contract.releases.lead': {
    en: 'Everything secret that can ever leave this contract. Nothing else does, whatever its author says.',
    ja: 'このコントラクトから外に出る可能性のある秘密は、これですべてです。作者が何と言おうと、これ以外は出ません。',
  },
  'contract.releases.none': {
    en: 'Nothing secret leaves this contract.',
    ja: 'このコントラクトから秘密は一切出ません。',
  },
  'release.to': { en: 'Who learns it', ja: '知る人' },
  'release.to.all': { en: 'everyone', ja: 'すべての人' },
  'release.to.caller': { en: 'the caller alone', ja: '呼び出した人だけ' },
  'release.what': { en: 'What', ja: '内容' },
  'release.from': { en: 'Computed from', ja: '計算元' },
  'release.owner.sender': { en: '{name} of its sender', ja: '送信者の {name}' },
  'release.owner.contract': { en: '{name} of the contract', ja: 'コントラクトの {name}' },
  'release.owner.each sender': { en: '{name} of each sender', ja: '各送信者の {name}' },
  'release.from.none': { en: 'no secret', ja: '秘密を含まない' },
  'release.when': { en: 'When', ja: '時期' },
  'release.when.scheduled': {
    en: 'once, by {name}, which anyone may start',
    ja: '一度だけ、{name} により（誰でも開始できる）',
  },
  'release.when.call': { en: 'whenever somebody calls {name}', ja: '誰かが {name} を呼び出すたび' },
  'release.opened': { en: 'Opened', ja: '開示' },
  'release.opened.afterSettle': { en: 'after the receipt is final', ja: 'レシートの最終確定後' },
  'release.opened.beforeSettle': { en: 'while the task runs', ja: 'タスクの実行中' },
  'contract.public': { en: 'Public besides', ja: 'そのほかに公開されるもの' },
  'contract.schedule': { en: 'Schedule', ja: '予定' },
  'contract.schedule.due': {
    en: '{name} is due once block {block} has passed',
    ja: '{name} はブロック {block} を過ぎると実行できます',
  },
  'contract.state': { en: 'What it says in public', ja: '公開されている状態' },
  'contract.state.lead': {
    en: 'Version {version}, told by a node and checked here against the root on chain; views run in this browser.',
    ja: 'バージョン {version}。ノードから受け取り、チェーン上のルートとこのブラウザーで照合しました。ビューもここで実行しています。',
  },
  'contract.tasks': { en: 'Its tasks', ja: 'このコントラクトのタスク' },
  'committee.seats': { en: 'Seats', ja: '席' },
  'committee.seat': { en: 'seat {seat}: node {node}', ja: '席 {seat}：ノード {node}' },
  'committee.none': { en: 'Not drawn yet', ja: 'まだ抽選されていません' },

  // ---- calls
  'call.title': { en: 'Call a function', ja: '関数を呼び出す' },
  'call.lead': {
    en: 'Secret arguments are sealed in this browser, under masks of the committee. This is a development network: you call with a key of this visit, and an account whose key everybody knows pays.',
    ja: '秘密の引数は、委員会のマスクを使ってこのブラウザーの中で封緘されます。これは開発用ネットワークです。呼び出しには今回の訪問限りの鍵を使い、支払いは鍵が公知のアカウントが行います。',
  },
  'call.secret': { en: 'secret', ja: '秘密' },
  'call.public': { en: 'public', ja: '公開' },
  'call.send': { en: 'Call {name}', ja: '{name} を呼び出す' },
  'call.read': {
    en: 'It changes nothing, so it waits for no other task, and is answered from what is settled now.',
    ja: '何も変更しないため、ほかのタスクを待たず、現在確定している状態から答えます。',
  },
  'call.sealing': { en: 'Sealing, and sending …', ja: '封緘して送信しています…' },
  'call.other': {
    en: 'This page has no form for its arguments; "npm run enigma -- call" has.',
    ja: 'この引数のフォームはありません。「npm run enigma -- call」を使ってください。',
  },
  'call.bad.integer': {
    en: '{name} is a whole number from {least} to {most}.',
    ja: '{name} は {least} から {most} までの整数です。',
  },
  'call.bad.address': { en: '{name} is an address: 0x and 40 digits.', ja: '{name} はアドレス（0x と 40 桁）です。' },
  'call.failed': { en: 'The call was not sent', ja: '呼び出しを送信できませんでした' },

  // ---- auctions
  'auctions.title': { en: 'Sealed-bid auctions', ja: '封印入札オークション' },
  'auctions.lead': {
    en: 'Nobody sees a bid: not the other bidders, not the seller, not a node. After the close the winner and the price are opened, once, and nothing else.',
    ja: '入札額は誰にも見えません。ほかの入札者にも、売り手にも、ノードにも見えません。締め切りのあと、落札者と価格だけが一度だけ開示されます。',
  },
  'auctions.empty': { en: 'No auction yet', ja: 'オークションはまだありません' },
  'auctions.empty.next': {
    en: 'Open one in a terminal; it takes bids for 240 blocks:',
    ja: 'ターミナルから始められます（240 ブロックのあいだ入札を受け付けます）：',
  },
  'auction.title': { en: 'Sealed-bid auction', ja: '封印入札オークション' },
  'auction.stage.open': { en: 'open', ja: '入札受付中' },
  'auction.stage.closed': { en: 'closed', ja: '締め切り済み' },
  'auction.stage.settling': { en: 'being settled', ja: '清算中' },
  'auction.stage.settled': { en: 'settled', ja: '清算済み' },
  'auction.how': { en: 'How it works', ja: '仕組み' },
  'auction.how.seal': {
    en: 'A bid is sealed in the bidder’s browser, under masks of the committee, before anything is sent. Once it is on chain its bidder may be gone.',
    ja: '入札額は、送信する前に、委員会のマスクを使って入札者のブラウザーの中で封緘されます。チェーンに載ったあとは、入札者がいなくなっても構いません。',
  },
  'auction.how.second': {
    en: 'The highest bid wins and pays the second highest: so you lose nothing by bidding what it is worth to you.',
    ja: '最高額の入札者が、二番目に高い額で落札します。自分にとっての価値どおりに入札しても損はありません。',
  },
  'auction.how.first': {
    en: 'The highest bid wins and pays its own amount.',
    ja: '最高額の入札者が、その額で落札します。',
  },
  'auction.how.last': {
    en: 'Of one bidder the last bid counts. Of equal bids the earlier wins.',
    ja: '同じ入札者については最後の入札が有効です。同額の場合は先の入札が勝ちます。',
  },
  'auction.how.settle': {
    en: 'After the close anybody may settle, once. The committee compares the bids on pieces of them; a losing bid is never opened. An EVM contract is told who won.',
    ja: '締め切り後は、誰でも一度だけ清算できます。委員会は入札額の断片の上で比較し、落札しなかった入札は決して開示されません。落札者は EVM コントラクトに通知されます。',
  },
  'auction.how.public': {
    en: 'Everybody sees who bids, when, and how many bids there are.',
    ja: '誰がいつ入札したか、入札がいくつあるかは、誰にでも見えます。',
  },
  'auction.closes': { en: 'Takes bids up to block', ja: '入札を受け付ける最後のブロック' },
  'auction.closes.left': { en: '{block}: {left} blocks from now', ja: '{block}（あと {left} ブロック）' },
  'auction.closes.over': { en: '{block}, which has passed', ja: '{block}（経過済み）' },
  'auction.bids': { en: 'Bids in', ja: '届いた入札' },
  'auction.code': { en: 'Its code, and what it releases', ja: 'コードと公開するもの' },
  'auction.bid': { en: 'Place a bid', ja: '入札する' },
  'auction.bid.amount': { en: 'Your bid, a whole number', ja: '入札額（整数）' },
  'auction.bid.send': { en: 'Seal and send', ja: '封緘して送信' },
  'auction.bid.bad': {
    en: 'A bid is a whole number from 0 to {most}.',
    ja: '入札額は 0 から {most} までの整数です。',
  },
  'auction.bid.failed': { en: 'The bid was not sent', ja: '入札を送信できませんでした' },
  'auction.bid.over': { en: 'No bid is taken now.', ja: '現在、入札は受け付けていません。' },
  'auction.own': { en: 'Your bids', ja: 'あなたの入札' },
  'auction.own.place': { en: 'Bid number {place}, block {block}', ja: '{place} 番目の入札、ブロック {block}' },
  'auction.own.sent': { en: 'on chain', ja: 'チェーン上' },
  'auction.own.replaced': { en: 'replaced', ja: '置き換え済み' },
  'auction.own.note': {
    en: 'This page has forgotten the amounts. Its key goes with the page; the bids stay.',
    ja: 'このページは入札額をもう保持していません。鍵はページとともに消えますが、入札は有効なままです。',
  },
  'auction.settle': { en: 'Settlement', ja: '清算' },
  'auction.settle.wait': {
    en: 'Anybody may settle once block {block} has passed.',
    ja: 'ブロック {block} を過ぎると、誰でも清算できます。',
  },
  'auction.settle.lead': {
    en: 'This puts a record on chain, tells it which task to expect, and calls settle(). A development account pays.',
    ja: '記録用のコントラクトをチェーンに置き、待つべきタスクを伝え、settle() を呼び出します。支払いは開発用アカウントが行います。',
  },
  'auction.settle.send': { en: 'Settle the auction', ja: 'オークションを清算する' },
  'auction.settle.sending': { en: 'Putting the record on chain, and calling …', ja: '記録を用意し、呼び出しています…' },
  'auction.settle.failed': { en: 'The settlement was not sent', ja: '清算を送信できませんでした' },
  'auction.winner': { en: 'Winner', ja: '落札者' },
  'auction.winner.you': { en: '(you)', ja: '（あなた）' },
  'auction.winner.nobody': { en: 'nobody', ja: 'なし' },
  'auction.price': { en: 'Price', ja: '価格' },
  'auction.bidders': { en: 'Bidders', ja: '入札者数' },
  'auction.record': { en: 'What the EVM contract was told', ja: 'EVM コントラクトへの通知' },
  'auction.record.lead': {
    en: 'Once the result is open on chain, the protocol calls this contract. It believes the protocol alone, and only the task of this auction that it expects.',
    ja: '結果がチェーン上で開示されると、プロトコルがこのコントラクトを呼び出します。コントラクトはプロトコルだけを信じ、待っていたこのオークションのタスクだけを受け入れます。',
  },
  'auction.record.wait': { en: 'It holds no result yet.', ja: 'まだ結果はありません。' },
  'auction.record.unreadable': {
    en: 'What stands at this address is no record that this page can read.',
    ja: 'このアドレスには、このページが読める記録がありません。',
  },
  'auction.record.same': {
    en: 'It holds the very result that this browser opened.',
    ja: 'このブラウザーが開示した結果と一致します。',
  },
  'auction.record.differs': {
    en: 'It holds another result than this browser opened',
    ja: 'このブラウザーが開示した結果と異なります',
  },
  'auction.record.again': { en: 'Tell it again', ja: 'もう一度通知する' },
  'auction.record.telling': { en: 'Telling it …', ja: '通知しています…' },
  'auction.record.failed': { en: 'It was not told', ja: '通知できませんでした' },

  // ---- tasks
  'tasks.title': { en: 'Tasks', ja: 'タスク' },
  'tasks.lead': {
    en: 'One run of a contract’s function each: created, computed, settled by a receipt, final, opened.',
    ja: 'コントラクトの関数の一回の実行。作成、計算、レシートによる決済、最終確定、開示と進みます。',
  },
  'tasks.empty': { en: 'No task yet', ja: 'タスクはまだありません' },
  'tasks.empty.next': {
    en: 'A scheduled function becomes a task when somebody triggers it:',
    ja: '予定された関数は、誰かが実行を開始するとタスクになります：',
  },
  'task.title': { en: 'Task', ja: 'タスク' },
  'task.state.created': { en: 'created', ja: '作成済み' },
  'task.state.settled': { en: 'settled', ja: '決済済み' },
  'task.state.final': { en: 'final', ja: '最終確定' },
  'task.state.opened': { en: 'opened', ja: '開示済み' },
  'task.state.failed': { en: 'failed', ja: '失敗' },
  'task.state.expired': { en: 'expired', ja: '期限切れ' },
  'task.walk': { en: 'Its way', ja: '経過' },
  'step.created': { en: 'Created', ja: '作成' },
  'step.created.text': {
    en: 'The chain gave it an id, and locked its fee.',
    ja: 'チェーンが ID を与え、手数料を預かりました。',
  },
  'step.computed': { en: 'Computed', ja: '計算' },
  'step.computed.text': {
    en: 'The committee computed on pieces of the inputs, and saw none of them.',
    ja: '委員会が入力の断片の上で計算しました。入力そのものは誰も見ていません。',
  },
  'step.computed.seats': {
    en: 'seats {seats} hold a result, each by its own signature',
    ja: '席 {seats} が結果を持つと、それぞれ署名付きで述べています',
  },
  'step.settled': { en: 'Settled', ja: '決済' },
  'step.settled.text': {
    en: 'A quorum of seats signed one receipt; the chain checked it and paid them.',
    ja: '定足数の席が一つのレシートに署名し、チェーンがそれを確認して報酬を支払いました。',
  },
  'step.final': { en: 'Final', ja: '最終確定' },
  'step.final.text': {
    en: 'The receipt’s block can no longer be replaced.',
    ja: 'レシートのブロックは、もう置き換えられません。',
  },
  'step.opened': { en: 'Opened', ja: '開示' },
  'step.opened.text': {
    en: 'The seats let go of the mask over the result, and somebody put the result on chain.',
    ja: '席が結果のマスクを手放し、結果がチェーンに書き込まれました。',
  },
  'step.now': { en: 'in progress', ja: '進行中' },
  'step.done': { en: 'done', ja: '完了' },
  'step.ahead': { en: 'to come', ja: 'これから' },
  'step.never': { en: 'will not happen', ja: '起こりません' },
  'step.block': { en: 'block {block}', ja: 'ブロック {block}' },
  'task.expired.text': {
    en: 'No receipt came before the deadline. {refund} ENG of its escrow went back.',
    ja: '期限までにレシートが届きませんでした。預かり金のうち {refund} ENG が返金されました。',
  },
  'task.result': { en: 'Result', ja: '結果' },
  'task.events': { en: 'Told to everyone', ja: '公開イベント' },
  'task.result.nothing': { en: 'This function returns nothing.', ja: 'この関数は値を返しません。' },
  'task.result.wait': {
    en: 'The result can be opened once the receipt is final.',
    ja: '結果はレシートの最終確定後に開示できます。',
  },
  'task.check': { en: 'Checked in this browser', ja: 'このブラウザーでの検証' },
  'task.check.running': { en: 'Asking the seats for signatures and pieces …', ja: '各席に署名と断片を求めています…' },
  'task.check.again': { en: 'Check again', ja: 'もう一度検証' },
  'task.check.failed': { en: 'The check failed', ja: '検証に失敗しました' },
  'check.code': {
    en: 'The bytecode hashes to the contract’s code hash, passes the verifier, and has the policy that the chain names.',
    ja: 'バイトコードはコントラクトのコードハッシュと一致し、検証器を通り、チェーンが示す公開方針を持っています。',
  },
  'check.task': {
    en: 'The task’s id is the hash of its header.',
    ja: 'タスクの ID はヘッダーのハッシュと一致します。',
  },
  'check.committee': {
    en: 'The committee’s id is the hash of its {n} seats and of the draw.',
    ja: '委員会の ID は、その {n} 席と抽選のハッシュと一致します。',
  },
  'check.receipt': {
    en: 'Results and masked outputs hash to the receipt, and the receipt to its digest.',
    ja: '結果とマスクされた出力はレシートのハッシュと、レシートはそのダイジェストと一致します。',
  },
  'check.signatures': {
    en: 'Signatures over that digest, each checked against the seat’s key: {seats}.',
    ja: 'そのダイジェストへの署名を、各席の鍵で検証しました：{seats}。',
  },
  'check.degraded': {
    en: 'Fewer signed than the quorum of any time: settled after the grace.',
    ja: '通常の定足数より少ない署名です。猶予期間のあとに決済されました。',
  },
  'check.opened': {
    en: 'Unmasked with pieces from {seats}; each piece fits its commitment in the receipt.',
    ja: '{seats} から得た断片でマスクを外しました。各断片はレシート内のコミットメントと一致します。',
  },
  'check.onChain': {
    en: 'The chain shows the same result.',
    ja: 'チェーン上の結果と一致します。',
  },
  'check.notOnChain': {
    en: 'The chain does not show the result yet; this browser opened it itself.',
    ja: 'チェーンにはまだ結果がありません。このブラウザーが自分で開示しました。',
  },
  'check.liar': {
    en: '{seat} lied, and was not believed: {what}',
    ja: '{seat} は偽りを述べましたが、採用していません：{what}',
  },
  'check.seat': { en: 'seat {seat} (node {node})', ja: '席 {seat}（ノード {node}）' },
  'task.facts': { en: 'Facts', ja: '基本情報' },
  'task.sender': { en: 'Sent by', ja: '送信者' },
  'task.payer': { en: 'Paid by', ja: '支払者' },
  'task.gas': { en: 'Gas', ja: 'ガス' },
  'task.gas.used': { en: '{used} of {limit}', ja: '{limit} のうち {used}' },
  'task.gas.limit': { en: 'at most {limit}', ja: '最大 {limit}' },
  'task.gasPrice': { en: 'Gas price', ja: 'ガス価格' },
  'task.tip': { en: 'Tip', ja: 'チップ' },
  'task.value': { en: 'Pays the contract', ja: 'コントラクトへの支払い' },
  'task.callback': { en: 'Tells its result to', ja: '結果の通知先' },
  'task.callback.gas': { en: 'with {gas} gas.', ja: 'ガス {gas}。' },
  'told.taken': { en: 'Told in block {block}.', ja: 'ブロック {block} で通知済み。' },
  'told.refused': {
    en: 'Did not take it in block {block}; it can be told again.',
    ja: 'ブロック {block} で受け取られませんでした。もう一度通知できます。',
  },
  'task.deadline': { en: 'Deadline', ja: '期限' },
  'task.read': { en: 'Place among the reads, which wait for no task', ja: '読み取りの順番（ほかのタスクを待たない）' },
  'task.place': { en: 'Place in its contract', ja: 'コントラクト内の順番' },

  // ---- receipts
  'receipts.title': { en: 'Receipts', ja: 'レシート' },
  'receipts.lead': {
    en: 'What the committees signed and the chain accepted, and what the seats were paid.',
    ja: '委員会が署名し、チェーンが受け入れたものと、各席に支払われた報酬。',
  },
  'receipts.empty': { en: 'No receipt yet', ja: 'レシートはまだありません' },
  'receipts.empty.next': {
    en: 'The first one of a contract comes when its committee has set itself up.',
    ja: '委員会の準備が整うと、コントラクトの最初のレシートが届きます。',
  },
  'receipt.title': { en: 'Receipt', ja: 'レシート' },
  'receipt.kind.genesis': { en: 'first state', ja: '初期状態' },
  'receipt.kind.tasks': { en: 'tasks', ja: 'タスク' },
  'receipt.kind.repair': { en: 'repair', ja: '修復' },
  'receipt.kind.handover': { en: 'handover', ja: '引き継ぎ' },
  'receipt.kind.reads': { en: 'reads', ja: '読み取り' },
  'receipt.kind': { en: 'Kind', ja: '種類' },
  'receipt.facts': { en: 'Facts', ja: '基本情報' },
  'receipt.quorum': { en: '{have} of {n} seats; {need} suffice', ja: '{n} 席のうち {have} 席（{need} 席で成立）' },
  'receipt.signed': { en: 'signed, paid', ja: '署名・支払い済み' },
  'receipt.unsigned': { en: 'not among the signers', ja: '署名なし' },
  'receipt.stateBefore': { en: 'State before', ja: '以前の状態' },
  'receipt.stateAfter': { en: 'State after', ja: '以後の状態' },
  'receipt.attempt': { en: 'Attempt', ja: '試行' },
  'receipt.pay': { en: 'Pay', ja: '支払い' },
  'receipt.pay.seat': { en: 'To each seat that signed', ja: '署名した各席へ' },
  'receipt.pay.tips': { en: 'Tips to who settled and opens', ja: '決済・開示した人へのチップ' },
  'receipt.pay.refund': { en: 'Back to the payer', ja: '支払者へ返金' },
  'receipt.pay.pot': { en: 'To the pot', ja: '共同基金へ' },
  'receipt.pay.none': {
    en: 'A first state costs nothing and pays nothing.',
    ja: '初期状態には費用も報酬もありません。',
  },

  // ---- nodes
  'nodes.title': { en: 'Nodes', ja: 'ノード' },
  'nodes.lead': {
    en: 'Who put up stake to compute. Health is asked of each node by this browser, and counts when the node’s own key signed the answer.',
    ja: 'ステークを預けて計算に参加しているノード。稼働状況はこのブラウザーが各ノードに尋ね、ノード自身の鍵で署名された回答だけを採用します。',
  },
  'nodes.empty': { en: 'No node is registered', ja: '登録されたノードはありません' },
  'node.name': { en: 'Node {index}', ja: 'ノード {index}' },
  'node.health.asking': { en: 'asking …', ja: '確認中…' },
  'node.health.ready': { en: 'ready', ja: '正常' },
  'node.health.notReady': { en: 'not ready', ja: '準備中' },
  'node.health.silent': { en: 'no answer', ja: '応答なし' },
  'node.health.unsigned': { en: 'not its signature', ja: '署名が不一致' },
  'node.health.notAsked': { en: 'not asked', ja: '未確認' },
  'node.signer': { en: 'Signing key', ja: '署名鍵' },

  // ---- what can go wrong, by the client's code
  'error.CHAIN_UNREACHABLE': { en: 'The chain did not answer.', ja: 'チェーンが応答しませんでした。' },
  'error.CALL_UNCERTAIN': {
    en: 'A transaction was sent, and the chain endpoint does not show whether it ran. Do not send it again yet.',
    ja: 'トランザクションは送信されましたが、実行されたかどうかをエンドポイントが示していません。まだ再送しないでください。',
  },
  'error.LYING_RPC': {
    en: 'The chain endpoint gave facts that do not fit.',
    ja: 'チェーンのエンドポイントが整合しない情報を返しました。',
  },
  'error.LYING_NODE': {
    en: 'A node said something that is shown to be wrong.',
    ja: 'ノードの発言が誤りであると示されました。',
  },
  'error.TIMED_OUT': { en: 'Too few seats answered in time.', ja: '時間内に応答した席が足りません。' },
  'error.NODES_UNREACHABLE': { en: 'Too few seats answered.', ja: '応答した席が足りません。' },
  'error.RECEIPT_UNPROVEN': {
    en: 'Too few seats are known to have signed the receipt.',
    ja: 'レシートに署名したと確認できた席が足りません。',
  },
  'error.OPENING_WITHHELD': { en: 'More than T seats keep the result back.', ja: 'T を超える席が結果を渡しません。' },
  'error.OPENED_DIFFERS': {
    en: 'The chain shows another result than the receipt commits to.',
    ja: 'チェーン上の結果がレシートのコミットメントと異なります。',
  },
  'error.BAD_OUTPUT': {
    en: 'The opened bytes are no result of this function.',
    ja: '開示されたデータは、この関数の結果ではありません。',
  },
  'error.BAD_PROGRAM': { en: 'The contract’s code is refused.', ja: 'コントラクトのコードは拒否されました。' },
  'error.CONTRACT_LOST': {
    en: 'The contract is lost: its first state never came.',
    ja: 'コントラクトは失われました。初期状態が届きませんでした。',
  },
  'error.TASK_REVERTED': {
    en: 'The function stopped, and changed nothing but the fee.',
    ja: '関数が停止しました。手数料以外は何も変わっていません。',
  },
  'error.TASK_OUT_OF_GAS': {
    en: 'The function needs more gas than the task allows.',
    ja: '関数に必要なガスが上限を超えました。',
  },
  'error.TASK_BAD_INPUT': { en: 'The task’s input does not fit the function.', ja: 'タスクの入力が関数に合いません。' },
  'error.TASK_NO_GRANT': { en: 'The task lacked a grant.', ja: 'タスクに許可がありませんでした。' },
  'error.TASK_EXPIRED': { en: 'The task expired.', ja: 'タスクは期限切れです。' },
  'error.CHAIN_REFUSED': { en: 'The contracts refused the call.', ja: 'コントラクトが呼び出しを拒否しました。' },
  'error.MASKS_DISPUTED': {
    en: 'The seats disagree on a mask; call again.',
    ja: 'マスクについて席の回答が一致しません。もう一度呼び出してください。',
  },
  'error.other': { en: 'Something went wrong.', ja: '問題が発生しました。' },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

export type MessageKey = keyof typeof MESSAGES;
type Holes<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;
type HolesOf<K extends MessageKey> = Holes<(typeof MESSAGES)[K]['en']>;
export type Filling<K extends MessageKey> = [HolesOf<K>] extends [never]
  ? []
  : [Readonly<Record<HolesOf<K>, string | number | bigint>>];

export function translate<K extends MessageKey>(locale: Locale, key: K, ...[filling]: Filling<K>): string {
  const text: string = MESSAGES[key][locale];
  const values = (filling ?? {}) as Readonly<Record<string, string | number | bigint>>;
  return text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** All of them, for whoever checks them. */
export function messageTable(): Readonly<Record<string, Readonly<Record<Locale, string>>>> {
  return MESSAGES;
}

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(MESSAGES, key);
}
