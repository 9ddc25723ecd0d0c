<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
  <context>
    <name>app</name>
    <message>
      <location filename="../../app/canvas/view.py" />
      <source>Canvas</source>
      <translation>キャンバス</translation>
    </message>
    <message>
      <location filename="../../app/canvas/view.py" />
      <source>The picture. Arrow keys move the layer or the view.</source>
      <translation>画像です。矢印キーでレイヤーまたは表示を動かします。</translation>
    </message>
    <message>
      <location filename="../../app/canvas/view.py" />
      <source>Original</source>
      <translation>元の画像</translation>
    </message>
    <message>
      <location filename="../../app/canvas/view.py" />
      <source>All layers</source>
      <translation>すべてのレイヤー</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;File</source>
      <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;Edit</source>
      <translation>編集(&amp;E)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;Image</source>
      <translation>画像(&amp;I)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;Layer</source>
      <translation>レイヤー(&amp;L)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;View</source>
      <translation>表示(&amp;V)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;Window</source>
      <translation>ウィンドウ(&amp;W)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;Help</source>
      <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Open picture…</source>
      <translation>画像を開く…</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Paste picture</source>
      <translation>画像を貼り付け</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Save as…</source>
      <translation>別名で保存…</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Export PSD…</source>
      <translation>PSD に書き出し…</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Close</source>
      <translation>閉じる</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Quit</source>
      <translation>終了</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Undo</source>
      <translation>取り消し</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Redo</source>
      <translation>やり直し</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Decompose</source>
      <translation>レイヤーに分解</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Cancel job</source>
      <translation>処理を中止</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>New layer</source>
      <translation>新規レイヤー</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>New group</source>
      <translation>新規グループ</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Duplicate</source>
      <translation>複製</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Delete</source>
      <translation>削除</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Rename</source>
      <translation>名前を変更</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Group</source>
      <translation>グループ化</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Ungroup</source>
      <translation>グループ解除</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Clip to layer below</source>
      <translation>下のレイヤーでクリッピング</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Open or close group</source>
      <translation>グループを開く／閉じる</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Show or hide</source>
      <translation>表示／非表示</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Show only this layer</source>
      <translation>このレイヤーだけを表示</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Raise</source>
      <translation>前面へ移動</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Lower</source>
      <translation>背面へ移動</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Choose layer above</source>
      <translation>上のレイヤーを選択</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Choose layer below</source>
      <translation>下のレイヤーを選択</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Choose all layers</source>
      <translation>すべてのレイヤーを選択</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Filter layers</source>
      <translation>レイヤーを絞り込む</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Zoom in</source>
      <translation>ズームイン</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Zoom out</source>
      <translation>ズームアウト</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Fit to window</source>
      <translation>ウィンドウに合わせる</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>100 %</source>
      <translation>100 %</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Show original</source>
      <translation>元の画像を表示</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Compare with original</source>
      <translation>元の画像と比較</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Pixel grid</source>
      <translation>ピクセルグリッド</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Theme of the system</source>
      <translation>システムのテーマ</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Dark theme</source>
      <translation>ダークテーマ</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Light theme</source>
      <translation>ライトテーマ</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Move tool</source>
      <translation>移動ツール</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Hand tool</source>
      <translation>手のひらツール</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Zoom tool</source>
      <translation>ズームツール</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Layers</source>
      <translation>レイヤー</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>History</source>
      <translation>ヒストリー</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Jobs</source>
      <translation>処理</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Next pane</source>
      <translation>次のパネルへ</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Previous pane</source>
      <translation>前のパネルへ</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Full screen</source>
      <translation>フルスクリーン</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Find a command…</source>
      <translation>コマンドを検索…</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Keys</source>
      <translation>キー一覧</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/command_palette.py" />
      <source>Find a command</source>
      <translation>コマンドを検索</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/command_palette.py" />
      <source>Commands</source>
      <translation>コマンド</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Everywhere</source>
      <translation>どこでも</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Canvas, layers</source>
      <translation>キャンバス、レイヤー</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Canvas, hold or tap</source>
      <translation>キャンバス、押している間または一度押す</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Pan</source>
      <translation>表示を移動</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Space drag, middle drag, two fingers</source>
      <translation>Space+ドラッグ、中ボタンでドラッグ、2 本指</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Zoom</source>
      <translation>ズーム</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Wheel, Ctrl+Space drag, pinch</source>
      <translation>ホイール、Ctrl+Space+ドラッグ、ピンチ</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Nudge the layer by 1 px, 10 px</source>
      <translation>レイヤーを 1 px、10 px ずつ動かす</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Arrows, Shift+Arrows</source>
      <translation>矢印、Shift+矢印</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Rename, go on to the next</source>
      <translation>名前を変更して次へ</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Alt-click its eye</source>
      <translation>目のアイコンを Alt+クリック</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Find a command or a key</source>
      <translation>コマンドまたはキーを検索</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Commands and their keys</source>
      <translation>コマンドとキー</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Command</source>
      <translation>コマンド</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Where</source>
      <translation>有効な場所</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/log.py" />
      <source>Details</source>
      <translation>詳細</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/log.py" />
      <source>What the engine wrote last</source>
      <translation>エンジンの最新の記録</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/log.py" />
      <source>Copy</source>
      <translation>コピー</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/log.py" />
      <source>The engine wrote nothing.</source>
      <translation>エンジンの記録はありません。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Open picture</source>
      <translation>画像を開く</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Save as</source>
      <translation>別名で保存</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Export PSD</source>
      <translation>PSD に書き出し</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Unsaved work</source>
      <translation>未保存の作業</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Save the changes to “{name}”?</source>
      <translation>「{name}」への変更を保存しますか？</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Without saving, the work since the last save is lost.</source>
      <translation>保存しないと、最後の保存以降の作業は失われます。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Discard changes</source>
      <translation>変更を破棄</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Cancel</source>
      <translation>キャンセル</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Pictures and projects</source>
      <translation>画像とプロジェクト</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>All files</source>
      <translation>すべてのファイル</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Unflatten project</source>
      <translation>Unflatten プロジェクト</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Reading</source>
      <translation>読み込み中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Reading layers</source>
      <translation>レイヤーを読み込み中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Reading the picture</source>
      <translation>画像を読み込み中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Looking at the picture</source>
      <translation>画像を解析中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Getting ready</source>
      <translation>準備中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Finding lines</source>
      <translation>線を検出中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Closing regions</source>
      <translation>領域を閉じています</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Collecting colours</source>
      <translation>色を集めています</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Matching materials</source>
      <translation>素材を照合中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Smoothing colour borders</source>
      <translation>色の境界を整えています</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Solving shadow and light</source>
      <translation>影と光を計算中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Packing layers</source>
      <translation>レイヤーを格納中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Packing the merged picture</source>
      <translation>統合画像を格納中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Flattening</source>
      <translation>画像を統合中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Writing</source>
      <translation>書き込み中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Writing layers</source>
      <translation>レイヤーを書き込み中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Writing the picture</source>
      <translation>画像を書き込み中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Your document is safe. Try again.</source>
      <translation>ドキュメントは無事です。もう一度お試しください。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The engine is not running.</source>
      <translation>エンジンが動作していません。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The engine was stopped.</source>
      <translation>エンジンは停止されました。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The engine does not answer.</source>
      <translation>エンジンが応答しません。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The engine stopped unexpectedly and is being started again.</source>
      <translation>エンジンが予期せず停止したため、再起動しています。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The engine stopped unexpectedly more than once and stays off.</source>
      <translation>エンジンが繰り返し予期せず停止したため、停止したままにします。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The engine cannot start: {reason}.</source>
      <translation>エンジンを起動できません：{reason}。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The engine is of another version ({reason}).</source>
      <translation>エンジンのバージョンが異なります（{reason}）。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>This cannot be asked of the engine.</source>
      <translation>この処理はエンジンに依頼できません。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>File names must be valid text.</source>
      <translation>ファイル名は正しい文字列でなければなりません。</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Waiting</source>
      <translation>待機中</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Running</source>
      <translation>実行中</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Cancelling</source>
      <translation>中止中</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Done</source>
      <translation>完了</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Failed</source>
      <translation>失敗</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Cancelled</source>
      <translation>中止しました</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Progress</source>
      <translation>進行状況</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Running {duration}</source>
      <translation>実行時間 {duration}</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>{subject}, waiting for the engine</source>
      <translation>{subject}、エンジンを待っています</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>{title} stopped</source>
      <translation>「{title}」は中断しました</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Try again</source>
      <translation>再試行</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Remove</source>
      <translation>取り除く</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Cancelling, giving memory back</source>
      <translation>中止中、メモリを解放しています</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Engine memory {size}</source>
      <translation>エンジンのメモリ {size}</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/panel.py" />
      <source>Engine stopped</source>
      <translation>エンジン停止</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/panel.py" />
      <source>Engine starting</source>
      <translation>エンジン起動中</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/panel.py" />
      <source>Engine ready, its own process</source>
      <translation>エンジン準備完了、独立したプロセス</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/panel.py" />
      <source>Engine off</source>
      <translation>エンジン停止中</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/panel.py" />
      <source>Start engine</source>
      <translation>エンジンを起動</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/panel.py" />
      <source>No jobs yet</source>
      <translation>処理はまだありません</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/panel.py" />
      <source>Decompose the picture to get its layers back.</source>
      <translation>画像を分解してレイヤーを取り戻します。</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/delegate.py" />
      <source>Layer name</source>
      <translation>レイヤー名</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Mixed</source>
      <translation>混在</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Opacity slider</source>
      <translation>不透明度スライダー</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Blend mode</source>
      <translation>描画モード</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Opacity</source>
      <translation>不透明度</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Clear the filter</source>
      <translation>絞り込みを解除</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Filter</source>
      <translation>絞り込み</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Flat</source>
      <translation>下塗り</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Shadow</source>
      <translation>影</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Highlight</source>
      <translation>ハイライト</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Line</source>
      <translation>線画</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Residual</source>
      <translation>残差</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Transmission</source>
      <translation>透過</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Reflection</source>
      <translation>反射</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Background</source>
      <translation>背景</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Object</source>
      <translation>オブジェクト</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Effect</source>
      <translation>効果</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>clipped to the layer below</source>
      <translation>下のレイヤーでクリッピング中</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/sum_badge.py" />
      <source>Sum check</source>
      <translation>合計チェック</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/sum_badge.py" />
      <source>{text}
The layers compared with the opened picture.</source>
      <translation>{text}
レイヤーの合成結果と開いた画像を比較しています。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/layers/tree.py" />
      <source>%n layers</source>
      <translation>
        <numerusform>%n 枚のレイヤー</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/tree.py" />
      <source>Show {named}</source>
      <translation>{named}を表示</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/tree.py" />
      <source>Hide {named}</source>
      <translation>{named}を隠す</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/decomposing.py" />
      <source>Decompose illustration, %n layers</source>
      <translation>
        <numerusform>イラストを分解、レイヤー %n 枚</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/session/files.py" />
      <source>Open</source>
      <translation>開く</translation>
    </message>
    <message>
      <location filename="../../app/session/files.py" />
      <source>Export</source>
      <translation>書き出し</translation>
    </message>
    <message>
      <location filename="../../app/session/files.py" />
      <source>Recover {name}</source>
      <translation>{name} を復元</translation>
    </message>
    <message>
      <location filename="../../app/session/files.py" />
      <source>Open {name}</source>
      <translation>{name} を開く</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Normal</source>
      <translation>通常</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Dissolve</source>
      <translation>ディザ合成</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Darken</source>
      <translation>比較(暗)</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Multiply</source>
      <translation>乗算</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Colour burn</source>
      <translation>焼き込みカラー</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Linear burn</source>
      <translation>焼き込み(リニア)</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Darker colour</source>
      <translation>カラー比較(暗)</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Lighten</source>
      <translation>比較(明)</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Screen</source>
      <translation>スクリーン</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Colour dodge</source>
      <translation>覆い焼きカラー</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Linear dodge (add)</source>
      <translation>覆い焼き(リニア) - 加算</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Lighter colour</source>
      <translation>カラー比較(明)</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Overlay</source>
      <translation>オーバーレイ</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Soft light</source>
      <translation>ソフトライト</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Hard light</source>
      <translation>ハードライト</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Vivid light</source>
      <translation>ビビッドライト</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Linear light</source>
      <translation>リニアライト</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Pin light</source>
      <translation>ピンライト</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Hard mix</source>
      <translation>ハードミックス</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Difference</source>
      <translation>差の絶対値</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Exclusion</source>
      <translation>除外</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Subtract</source>
      <translation>減算</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Divide</source>
      <translation>除算</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Hue</source>
      <translation>色相</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Saturation</source>
      <translation>彩度</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Colour</source>
      <translation>カラー</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Luminosity</source>
      <translation>輝度</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Pass through</source>
      <translation>通過</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>{title}: opacity {percent} %</source>
      <translation>{title}：不透明度 {percent} %</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Layer {number}</source>
      <translation>レイヤー {number}</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>New layer “{name}”</source>
      <translation>新規レイヤー「{name}」</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Group {number}</source>
      <translation>グループ {number}</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>New group “{name}”</source>
      <translation>新規グループ「{name}」</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Duplicate {named}</source>
      <translation>{named}を複製</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Delete {named}</source>
      <translation>{named}を削除</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Group {named}</source>
      <translation>{named}をグループ化</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Ungroup {named}</source>
      <translation>{named}のグループを解除</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Show only “{name}”</source>
      <translation>「{name}」だけを表示</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Rename to “{name}”</source>
      <translation>名前を「{name}」に変更</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Show all again</source>
      <translation>すべて再表示</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Reorder {named}</source>
      <translation>{named}の順序を変更</translation>
    </message>
    <message>
      <location filename="../../app/session/moving.py" />
      <source>Move {named}</source>
      <translation>{named}を移動</translation>
    </message>
    <message>
      <location filename="../../app/session/strokes.py" />
      <source>Erase</source>
      <translation>消しゴム</translation>
    </message>
    <message>
      <location filename="../../app/session/strokes.py" />
      <source>Brush</source>
      <translation>ブラシ</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/sum_check.py" />
      <source>%n layers hidden</source>
      <translation>
        <numerusform>%n 枚のレイヤーが非表示</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/session/sum_check.py" />
      <source>{pixels:,} px differ</source>
      <translation>{pixels:,} px の差</translation>
    </message>
    <message>
      <location filename="../../app/session/sum_check.py" />
      <source>layers were edited</source>
      <translation>レイヤーが編集されました</translation>
    </message>
    <message>
      <location filename="../../app/session/sum_check.py" />
      <source>{name} hidden</source>
      <translation>{name} が非表示</translation>
    </message>
    <message>
      <location filename="../../app/session/sum_check.py" />
      <source>Adds up exactly</source>
      <translation>完全に一致</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/sum_check.py" />
      <source>Adds up within %n levels</source>
      <translation>
        <numerusform>差は %n 階調以内</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/session/sum_check.py" />
      <source>Does not add up</source>
      <translation>一致しません</translation>
    </message>
    <message>
      <location filename="../../app/session/sum_check.py" />
      <source>Sum check paused</source>
      <translation>合計チェック一時停止</translation>
    </message>
    <message>
      <location filename="../../app/session/sum_check.py" />
      <source>Checking the sum</source>
      <translation>合計を確認中</translation>
    </message>
    <message>
      <location filename="../../app/window/dock.py" />
      <source>Panels</source>
      <translation>パネル</translation>
    </message>
    <message>
      <location filename="../../app/window/dock.py" />
      <source>Jobs  {count}</source>
      <translation>処理  {count}</translation>
    </message>
    <message>
      <location filename="../../app/window/messages.py" />
      <source>Close message</source>
      <translation>メッセージを閉じる</translation>
    </message>
    <message>
      <location filename="../../app/window/recent.py" />
      <source>Home</source>
      <translation>ホーム</translation>
    </message>
    <message>
      <location filename="../../app/window/rows.py" />
      <source>Menus</source>
      <translation>メニュー</translation>
    </message>
    <message>
      <location filename="../../app/window/rows.py" />
      <source>Move</source>
      <translation>移動</translation>
    </message>
    <message>
      <location filename="../../app/window/rows.py" />
      <source>Compare</source>
      <translation>比較</translation>
    </message>
    <message>
      <location filename="../../app/window/rows.py" />
      <source>{depth} bit</source>
      <translation>{depth} bit</translation>
    </message>
    <message>
      <location filename="../../app/window/rows.py" />
      <source>ICC profile</source>
      <translation>ICC プロファイル</translation>
    </message>
    <message>
      <location filename="../../app/window/rows.py" />
      <source>edited</source>
      <translation>編集済み</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Works without a network</source>
      <translation>ネットワーク不要</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Pictures stay on this computer. Nothing is uploaded, counted or sent.</source>
      <translation>画像はこのコンピューターから出ません。アップロードも集計も送信も一切しません。</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Layers that add up</source>
      <translation>足し合わせると元に戻るレイヤー</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Every result is checked against your picture, pixel by pixel, and you see the number.</source>
      <translation>結果はすべて元の画像とピクセル単位で照合し、その数値を表示します。</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Nothing to install first</source>
      <translation>事前の準備は不要</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>The built-in engine is ready. It needs no model, no account and no graphics card.</source>
      <translation>内蔵エンジンですぐに使えます。モデルもアカウントもグラフィックボードも必要ありません。</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Drop a picture here</source>
      <translation>ここに画像をドロップ</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>PNG, JPEG, WebP, TIFF, PSD or an Unflatten project</source>
      <translation>PNG、JPEG、WebP、TIFF、PSD、または Unflatten プロジェクト</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Let go to open it</source>
      <translation>離すと開きます</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>{name} cannot be opened</source>
      <translation>{name} は開けません</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Use PNG, JPEG, WebP, TIFF or PSD</source>
      <translation>PNG、JPEG、WebP、TIFF、PSD をお使いください</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Open the sample Wanderer</source>
      <translation>サンプル「旅人」を開く</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Open a copy of this picture</source>
      <translation>この画像のコピーを開く</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Wanderer</source>
      <translation>旅人</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Illustration</source>
      <translation>イラスト</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Opening {name}</source>
      <translation>{name} を開いています</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Esc cancels</source>
      <translation>Esc で中止</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Paste</source>
      <translation>貼り付け</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Clear</source>
      <translation>消去</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Recent files</source>
      <translation>最近使ったファイル</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Pictures you open appear here.</source>
      <translation>開いた画像がここに表示されます。</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Recover</source>
      <translation>復元</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Open a picture, get its layers back</source>
      <translation>画像を開くだけで、レイヤーが戻ってくる</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Line art, highlight, shadow and flat colour from an illustration.</source>
      <translation>イラストから線画・ハイライト・影・下塗りを取り出します。</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Unsaved work from {when}</source>
      <translation>{when} の未保存の作業</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/window/start_page.py" />
      <source>{name}, %n layers. Last step: {step}</source>
      <translation>
        <numerusform>{name}、レイヤー %n 枚。最後の操作：{step}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Recent</source>
      <translation>最近使った項目</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Try the sample</source>
      <translation>サンプルを試す</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Opens a copy. Layers in a few seconds.</source>
      <translation>コピーを開きます。数秒でレイヤーになります。</translation>
    </message>
    <message>
      <location filename="../../app/window/status_strip.py" />
      <source>Offline, nothing leaves this computer</source>
      <translation>オフライン、データは外に出ません</translation>
    </message>
    <message>
      <location filename="../../app/window/status_strip.py" />
      <source>Offline</source>
      <translation>オフライン</translation>
    </message>
    <message>
      <location filename="../../app/window/status_strip.py" />
      <source>Engine ready</source>
      <translation>エンジン準備完了</translation>
    </message>
    <message>
      <location filename="../../app/window/status_strip.py" />
      <source>Cancelling: {title}</source>
      <translation>中止中：{title}</translation>
    </message>
    <message>
      <location filename="../../app/window/status_strip.py" />
      <source>Memory {used:.1f} of {total}</source>
      <translation>メモリ {used:.1f} / {total}</translation>
    </message>
    <message>
      <location filename="../../app/window/status_strip.py" />
      <source>Window and engine together, of what this computer has</source>
      <translation>ウィンドウとエンジンの合計と、このコンピューターの総量</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Drag, or arrows 1 px, Shift+arrows 10 px</source>
      <translation>ドラッグ、または矢印 1 px、Shift+矢印 10 px</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Hand</source>
      <translation>手のひら</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Drag or arrows move the view; hold Space in any tool</source>
      <translation>ドラッグまたは矢印で表示を移動。どのツールでも Space を押している間有効</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Click zooms in, Alt-click out, drag sideways for anything between</source>
      <translation>クリックで拡大、Alt+クリックで縮小、横にドラッグで連続ズーム</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>{name} could not be opened</source>
      <translation>{name} を開けませんでした</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Open another</source>
      <translation>別の画像を開く</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Saved {name}</source>
      <translation>{name} を保存しました</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Show in folder</source>
      <translation>フォルダーで表示</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>{name} was not written</source>
      <translation>{name} は書き込まれませんでした</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Layers added</source>
      <translation>レイヤーを追加しました</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>There is no picture to paste</source>
      <translation>貼り付ける画像がありません</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Copy a picture first.</source>
      <translation>先に画像をコピーしてください。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/window/window.py" />
      <source>%n groups</source>
      <translation>
        <numerusform>%n 個のグループ</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Your document is safe, but opening, saving and decomposing need the engine.</source>
      <translation>ドキュメントは無事ですが、開く・保存・分解にはエンジンが必要です。</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Pasted picture</source>
      <translation>貼り付けた画像</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/window/window.py" />
      <source>And %n more.</source>
      <translation>
        <numerusform>ほか %n 件。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Your work is kept.</source>
      <translation>作業内容は保持されています。</translation>
    </message>
    <message>
      <location filename="../../app/words.py" />
      <source>about {time} left</source>
      <translation>残り約 {time}</translation>
    </message>
  </context>
</TS>
