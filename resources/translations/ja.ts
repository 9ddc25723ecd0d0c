<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
  <context>
    <name>app</name>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Size</source>
      <translation>サイズ</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Hardness</source>
      <translation>硬さ</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Opacity</source>
      <translation>不透明度</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Flow</source>
      <translation>流量</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Smoothing</source>
      <translation>手ぶれ補正</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Pressure: size</source>
      <translation>筆圧：サイズ</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Pressure: opacity</source>
      <translation>筆圧：不透明度</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/crop.py" />
      <source>Delete what lies outside</source>
      <translation>範囲外のピクセルを削除</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/crop.py" />
      <source>Crop</source>
      <translation>切り抜き</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/crop.py" />
      <source>Drop</source>
      <translation>取りやめ</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Tolerance</source>
      <translation>許容値</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Close gaps</source>
      <translation>隙間閉じ</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Grow</source>
      <translation>拡張</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Contiguous</source>
      <translation>隣接</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>All layers</source>
      <translation>すべてのレイヤー</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Shape</source>
      <translation>形状</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>To transparent</source>
      <translation>透明へ</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Reverse</source>
      <translation>逆方向</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/move.py" />
      <source>Click chooses the layer</source>
      <translation>クリックでレイヤーを選択</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/move.py" />
      <source>Outline under the pointer</source>
      <translation>ポインターの下を輪郭表示</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/move.py" />
      <source>Layers under the pointer</source>
      <translation>ポインターの下のレイヤー</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/picker.py" />
      <source>Size of the sample</source>
      <translation>サンプルの大きさ</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>New selection</source>
      <translation>新しい選択範囲</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Feather</source>
      <translation>境界をぼかす</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>X</source>
      <translation>X</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Y</source>
      <translation>Y</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>W</source>
      <translation>W</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>H</source>
      <translation>H</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Angle</source>
      <translation>角度</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Keep proportions</source>
      <translation>縦横比を固定</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Keep</source>
      <translation>残す</translation>
    </message>
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
      <source>Chosen layers alone</source>
      <translation>選択レイヤーのみ</translation>
    </message>
    <message>
      <location filename="../../app/canvas/view.py" />
      <source>Layer mask</source>
      <translation>レイヤーマスク</translation>
    </message>
    <message>
      <location filename="../../app/canvas/view.py" />
      <source>Difference from the original, ×{factor}</source>
      <translation>元の画像との差、{factor} 倍</translation>
    </message>
    <message>
      <location filename="../../app/commands/adjustment_table.py" />
      <source>New adjustment layer</source>
      <translation>新規色調補正レイヤー</translation>
    </message>
    <message>
      <location filename="../../app/commands/adjustment_table.py" />
      <source>Adjustments</source>
      <translation>色調補正</translation>
    </message>
    <message>
      <location filename="../../app/commands/assisting.py" />
      <source>Settings…</source>
      <translation>環境設定…</translation>
    </message>
    <message>
      <location filename="../../app/commands/assisting.py" />
      <source>Keyboard shortcuts…</source>
      <translation>ショートカット設定…</translation>
    </message>
    <message>
      <location filename="../../app/commands/assisting.py" />
      <source>Copy diagnostics</source>
      <translation>診断情報をコピー</translation>
    </message>
    <message>
      <location filename="../../app/commands/assisting.py" />
      <source>Licences</source>
      <translation>ライセンス</translation>
    </message>
    <message>
      <location filename="../../app/commands/assisting.py" />
      <source>About Unflatten</source>
      <translation>Unflatten について</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>No colour tag</source>
      <translation>カラーラベルなし</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Red tag</source>
      <translation>レッドのラベル</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Orange tag</source>
      <translation>オレンジのラベル</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Yellow tag</source>
      <translation>イエローのラベル</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Green tag</source>
      <translation>グリーンのラベル</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Blue tag</source>
      <translation>ブルーのラベル</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Violet tag</source>
      <translation>バイオレットのラベル</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Grey tag</source>
      <translation>グレーのラベル</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Lock transparency</source>
      <translation>透明ピクセルをロック</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Lock pixels</source>
      <translation>画像ピクセルをロック</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Lock position</source>
      <translation>位置をロック</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Add mask that hides all</source>
      <translation>すべてを隠すマスクを追加</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Add mask that shows all</source>
      <translation>すべてを表示するマスクを追加</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Paint on mask</source>
      <translation>マスクに描く</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Mask density…</source>
      <translation>マスクの濃度…</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Convert to normal</source>
      <translation>通常に変換</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Convert to multiply</source>
      <translation>乗算に変換</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Move selected pixels to layer above</source>
      <translation>選択範囲を上のレイヤーへ移す</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Move selected pixels to layer below</source>
      <translation>選択範囲を下のレイヤーへ移す</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Zoom to selection</source>
      <translation>選択範囲に合わせて拡大</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Zoom to layer</source>
      <translation>レイヤーに合わせて拡大</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Rotate view by dragging</source>
      <translation>ドラッグで表示を回転</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Rotate view right</source>
      <translation>表示を右へ回転</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Rotate view left</source>
      <translation>表示を左へ回転</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Flip view</source>
      <translation>表示を左右反転</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Reset rotation</source>
      <translation>回転をリセット</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Show layer mask</source>
      <translation>レイヤーマスクを表示</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Difference from the original</source>
      <translation>元の画像との差</translation>
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
      <source>&amp;Select</source>
      <translation>選択範囲(&amp;S)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;Tools</source>
      <translation>ツール(&amp;T)</translation>
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
      <source>Layers</source>
      <translation>レイヤー</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Adjust</source>
      <translation>補正</translation>
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
      <location filename="../../app/commands/tool_table.py" />
      <source>Move tool</source>
      <translation>移動ツール</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Rectangle select</source>
      <translation>長方形選択</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Ellipse select</source>
      <translation>楕円形選択</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Lasso</source>
      <translation>なげなわ</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Polygon select</source>
      <translation>多角形選択</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Wand</source>
      <translation>自動選択</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Select by colour</source>
      <translation>色域を選択</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Crop tool</source>
      <translation>切り抜きツール</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Brush</source>
      <translation>ブラシ</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Eraser</source>
      <translation>消しゴム</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Fill tool</source>
      <translation>塗りつぶしツール</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Gradient</source>
      <translation>グラデーション</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Eyedropper</source>
      <translation>スポイト</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Hand tool</source>
      <translation>手のひらツール</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Zoom tool</source>
      <translation>ズームツール</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Swap colours</source>
      <translation>描画色と背景色を入れ替え</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Black and white</source>
      <translation>白黒に戻す</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Foreground colour…</source>
      <translation>描画色…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Background colour…</source>
      <translation>背景色…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Select all</source>
      <translation>すべてを選択</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Deselect</source>
      <translation>選択を解除</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Invert selection</source>
      <translation>選択範囲を反転</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Select what the layer covers</source>
      <translation>レイヤーの不透明部分を選択</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Select what the mask shows</source>
      <translation>マスクから選択範囲を作成</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Clear</source>
      <translation>消去</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Fill with foreground colour</source>
      <translation>描画色で塗りつぶし</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Fill with background colour</source>
      <translation>背景色で塗りつぶし</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Free transform</source>
      <translation>自由変形</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Image size…</source>
      <translation>画像解像度…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Canvas size…</source>
      <translation>カンバスサイズ…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Crop to selection</source>
      <translation>選択範囲で切り抜き</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Flip picture across</source>
      <translation>画像を左右反転</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Flip picture down</source>
      <translation>画像を上下反転</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Rotate picture 90° right</source>
      <translation>画像を右に 90° 回転</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Rotate picture 90° left</source>
      <translation>画像を左に 90° 回転</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Rotate picture 180°</source>
      <translation>画像を 180° 回転</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Layer via copy</source>
      <translation>コピーしたレイヤー</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Layer via cut</source>
      <translation>カットしたレイヤー</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Merge down</source>
      <translation>下のレイヤーと結合</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Merge group</source>
      <translation>グループを結合</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Merge visible</source>
      <translation>表示レイヤーを結合</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Stamp visible</source>
      <translation>表示レイヤーをスタンプ</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Flatten</source>
      <translation>画像を統合</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Add mask</source>
      <translation>マスクを追加</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Mask on</source>
      <translation>マスクを有効にする</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Apply mask</source>
      <translation>マスクを適用</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Delete mask</source>
      <translation>マスクを削除</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Transparency to mask</source>
      <translation>透明部分をマスクに変換</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Decontaminate edge…</source>
      <translation>フリンジを除去…</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/about.py" />
      <source>Opens a flat picture and gives back the layers it was painted from.</source>
      <translation>一枚の画像を開き、描かれたときのレイヤーを取り戻します。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/about.py" />
      <source>Works on this computer alone: no account, no network, no model to fetch.</source>
      <translation>このコンピューターだけで動きます。アカウントもネットワークもモデルの取得も不要です。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/about.py" />
      <source>Free under the Apache License, version 2.0.</source>
      <translation>Apache License 2.0 のもとで自由に使えます。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Canvas size</source>
      <translation>カンバスサイズ</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Width</source>
      <translation>幅</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Height</source>
      <translation>高さ</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>What stays in place</source>
      <translation>基準位置</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Change canvas</source>
      <translation>カンバスを変更</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Top left</source>
      <translation>左上</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Top</source>
      <translation>上</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Top right</source>
      <translation>右上</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Left</source>
      <translation>左</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Middle</source>
      <translation>中央</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Right</source>
      <translation>右</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Bottom left</source>
      <translation>左下</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Bottom</source>
      <translation>下</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Bottom right</source>
      <translation>右下</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Image size</source>
      <translation>画像解像度</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Filter</source>
      <translation>絞り込み</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Scale picture</source>
      <translation>画像を拡大・縮小</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Smooth</source>
      <translation>滑らか</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Linear</source>
      <translation>直線</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Hard pixels</source>
      <translation>くっきり（ニアレスト）</translation>
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
      <source>Discard the unsaved work on “{name}”?</source>
      <translation>「{name}」の未保存の作業を破棄しますか？</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>It cannot be brought back.</source>
      <translation>元に戻すことはできません。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Discard</source>
      <translation>破棄</translation>
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
      <location filename="../../app/dialogs/settings.py" />
      <source>Settings</source>
      <translation>環境設定</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>min</source>
      <translation>分</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>MB</source>
      <translation>MB</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Automatic</source>
      <translation>自動</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Theme</source>
      <translation>テーマ</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Text and control size</source>
      <translation>文字とボタンの大きさ</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>From the next start on</source>
      <translation>次回の起動から有効になります</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Language</source>
      <translation>言語</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Round the picture</source>
      <translation>画像の周りの色</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Mouse wheel</source>
      <translation>マウスホイール</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Keys like in</source>
      <translation>使い慣れたキー配置</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Keep unsaved work aside every</source>
      <translation>未保存の作業を控える間隔</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>And after 20 steps. It is offered again after a crash.</source>
      <translation>20 操作ごとにも控えます。異常終了の後に復元できます。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Memory for undo</source>
      <translation>取り消し用のメモリ</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>The oldest steps go first.</source>
      <translation>古い操作から消えます。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Processor threads</source>
      <translation>使用するスレッド数</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>As the system</source>
      <translation>システムに合わせる</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Changes are kept at once.</source>
      <translation>変更はすぐに保存されます。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>Keyboard shortcuts</source>
      <translation>ショートカット設定</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>Press the new key here</source>
      <translation>ここで新しいキーを押してください</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>New key</source>
      <translation>新しいキー</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>The next key you press is given to the command.</source>
      <translation>次に押したキーがコマンドに割り当てられます。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>Add a second key</source>
      <translation>キーを追加</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>Remove keys</source>
      <translation>キーを外す</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>Reset</source>
      <translation>元に戻す</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>Reset all</source>
      <translation>すべて元に戻す</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>{key} belongs to “{command}”.</source>
      <translation>{key} は「{command}」に使われています。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>{key} now does “{command}”.</source>
      <translation>{key} を「{command}」に割り当てました。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>This key is held down and belongs to the canvas.</source>
      <translation>このキーは押し続けて使うもので、キャンバスに固定されています。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>{key} is needed by lists, fields and the canvas.</source>
      <translation>{key} は一覧、入力欄、キャンバスで必要です。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>Changed from the preset</source>
      <translation>初期設定から変更済み</translation>
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
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>All channels</source>
      <translation>すべてのチャンネル</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Red</source>
      <translation>レッド</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Green</source>
      <translation>グリーン</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Blue</source>
      <translation>ブルー</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>All colours</source>
      <translation>すべての色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Reds</source>
      <translation>レッド系</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Yellows</source>
      <translation>イエロー系</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Greens</source>
      <translation>グリーン系</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Cyans</source>
      <translation>シアン系</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Blues</source>
      <translation>ブルー系</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Magentas</source>
      <translation>マゼンタ系</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Shadows</source>
      <translation>シャドウ</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Midtones</source>
      <translation>中間調</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Highlights</source>
      <translation>ハイライト</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Every colour is turned round. There is nothing to set.</source>
      <translation>すべての色を反転します。設定項目はありません。</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Black</source>
      <translation>黒</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>White</source>
      <translation>白</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Output black</source>
      <translation>出力の黒</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Output white</source>
      <translation>出力の白</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Brightness</source>
      <translation>明るさ</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Contrast</source>
      <translation>コントラスト</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Move all tones alike</source>
      <translation>全階調を一様に動かす</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Exposure</source>
      <translation>露光量</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Offset</source>
      <translation>オフセット</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Gamma</source>
      <translation>ガンマ</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Hue</source>
      <translation>色相</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Saturation</source>
      <translation>彩度</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Lightness</source>
      <translation>明度</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Colourize</source>
      <translation>色彩の統一</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Cyan to red</source>
      <translation>シアン → レッド</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Magenta to green</source>
      <translation>マゼンタ → グリーン</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Yellow to blue</source>
      <translation>イエロー → ブルー</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Keep luminosity</source>
      <translation>輝度を保持</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Tones</source>
      <translation>階調数</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>White from</source>
      <translation>白にするしきい値</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>Choose an adjustment layer, or an adjustment from the Image menu.</source>
      <translation>色調補正レイヤーを選ぶか、画像メニューから補正を選んでください。</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>Apply</source>
      <translation>適用</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>What is set</source>
      <translation>設定対象</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>Colour of the darkest…</source>
      <translation>最も暗い部分の色…</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>Colour of the lightest…</source>
      <translation>最も明るい部分の色…</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>Curve</source>
      <translation>カーブ</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>Arrows move the chosen point, Page up and Page down choose, Insert adds one, Delete takes it away.</source>
      <translation>矢印で点を動かし、PageUp／PageDown で選び、Insert で追加、Delete で削除します。</translation>
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
      <source>Fill opacity</source>
      <translation>塗りの不透明度</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Fill</source>
      <translation>塗り</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Colour tag</source>
      <translation>カラーラベル</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Blend mode</source>
      <translation>描画モード</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Clear the filter</source>
      <translation>絞り込みを解除</translation>
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
      <source>group</source>
      <translation>グループ</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>adjustment</source>
      <translation>色調補正</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>layer</source>
      <translation>レイヤー</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>hidden</source>
      <translation>非表示</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>clipped to the layer below</source>
      <translation>下のレイヤーでクリッピング中</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>with mask</source>
      <translation>マスク付き</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>locked</source>
      <translation>ロック中</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>with palette</source>
      <translation>パレット付き</translation>
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
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Grow by</source>
      <translation>拡張量</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Shrink by</source>
      <translation>縮小量</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Shrink</source>
      <translation>縮小</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Feather by</source>
      <translation>ぼかしの幅</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Border width</source>
      <translation>境界線の幅</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Make border</source>
      <translation>境界線を作成</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Refine within</source>
      <translation>境界調整の幅</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Refine edge</source>
      <translation>境界を調整</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Look for colours within</source>
      <translation>色を探す範囲</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Decontaminate</source>
      <translation>フリンジを除去</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Mask density</source>
      <translation>マスクの濃度</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Set density</source>
      <translation>濃度を設定</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/panel.py" />
      <source>More options</source>
      <translation>その他のオプション</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_strip/chips.py" />
      <source>Background colour</source>
      <translation>背景色</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_strip/chips.py" />
      <source>Foreground colour</source>
      <translation>描画色</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Zooms at the pointer</source>
      <translation>ポインターの位置でズーム</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Scrolls, with Ctrl it zooms</source>
      <translation>スクロール、Ctrl でズーム</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Dark</source>
      <translation>ダーク</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Light</source>
      <translation>ライト</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Of the theme</source>
      <translation>テーマの色</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Nearly black</source>
      <translation>ほぼ黒</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Middle grey, 18 %</source>
      <translation>中間グレー（18 %）</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Light grey</source>
      <translation>明るいグレー</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Levels</source>
      <translation>レベル補正</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Curves</source>
      <translation>トーンカーブ</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Brightness and contrast</source>
      <translation>明るさ・コントラスト</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Hue and saturation</source>
      <translation>色相・彩度</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Colour balance</source>
      <translation>カラーバランス</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Gradient map</source>
      <translation>グラデーションマップ</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Invert</source>
      <translation>階調の反転</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Posterize</source>
      <translation>ポスタリゼーション</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Threshold</source>
      <translation>2 階調化</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>New layer “{name}”</source>
      <translation>新規レイヤー「{name}」</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Change “{name}”</source>
      <translation>「{name}」を変更</translation>
    </message>
    <message>
      <location filename="../../app/session/canvas_acts.py" />
      <source>Canvas size {width} × {height}</source>
      <translation>カンバスサイズ {width} × {height}</translation>
    </message>
    <message>
      <location filename="../../app/session/canvas_acts.py" />
      <source>Image size {width} × {height}</source>
      <translation>画像解像度 {width} × {height}</translation>
    </message>
    <message>
      <location filename="../../app/session/canvas_acts.py" />
      <source>Flip picture</source>
      <translation>画像を反転</translation>
    </message>
    <message>
      <location filename="../../app/session/canvas_acts.py" />
      <source>Rotate picture</source>
      <translation>画像を回転</translation>
    </message>
    <message>
      <location filename="../../app/session/canvas_acts.py" />
      <source>Nothing is selected.</source>
      <translation>何も選択されていません。</translation>
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
      <location filename="../../app/session/layer_kinds.py" />
      <source>Convert “{name}” to normal</source>
      <translation>「{name}」を通常に変換</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_kinds.py" />
      <source>Convert “{name}” to multiply</source>
      <translation>「{name}」を乗算に変換</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_kinds.py" />
      <source>Move piece to “{name}”</source>
      <translation>一部を「{name}」へ移す</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_traits.py" />
      <source>Unlock transparency</source>
      <translation>透明ピクセルのロックを解除</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_traits.py" />
      <source>Unlock pixels</source>
      <translation>画像ピクセルのロックを解除</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_traits.py" />
      <source>Unlock position</source>
      <translation>位置のロックを解除</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_traits.py" />
      <source>Fill {percent} %</source>
      <translation>塗り {percent} %</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_traits.py" />
      <source>Mask density {percent} %</source>
      <translation>マスクの濃度 {percent} %</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_traits.py" />
      <source>{title}: {act}</source>
      <translation>{title}：{act}</translation>
    </message>
    <message>
      <location filename="../../app/session/moving.py" />
      <source>Move {named}</source>
      <translation>{named}を移動</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Decontaminate edge</source>
      <translation>フリンジを除去</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Alpha to mask</source>
      <translation>透明部分をマスクに変換</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Merge “{name}” down</source>
      <translation>「{name}」を下と結合</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Choose a layer with pixels of its own.</source>
      <translation>ピクセルを持つレイヤーを選んでください。</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Switch mask off</source>
      <translation>マスクを無効化</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Switch mask on</source>
      <translation>マスクを有効化</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>The transparency of “{name}” is locked.</source>
      <translation>「{name}」の透明ピクセルはロックされています。</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>“{name}” has a mask already.</source>
      <translation>「{name}」にはすでにマスクがあります。</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Only groups can be merged like this.</source>
      <translation>この方法で結合できるのはグループだけです。</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>“{name}” has no mask.</source>
      <translation>「{name}」にはマスクがありません。</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Select rectangle</source>
      <translation>長方形で選択</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Select ellipse</source>
      <translation>楕円形で選択</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Grow selection by {pixels:g} px</source>
      <translation>選択範囲を {pixels:g} px 拡張</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Shrink selection by {pixels:g} px</source>
      <translation>選択範囲を {pixels:g} px 縮小</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Feather by {pixels:g} px</source>
      <translation>境界を {pixels:g} px ぼかす</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Border of {pixels:g} px</source>
      <translation>境界線 {pixels:g} px</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Select “{name}”</source>
      <translation>「{name}」を選択</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Select mask</source>
      <translation>マスクを選択</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>The layer has no pixels of its own.</source>
      <translation>このレイヤーは自身のピクセルを持っていません。</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Select colour</source>
      <translation>色域を選択</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Move selection</source>
      <translation>選択範囲を移動</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Nothing is selected whose edge could be refined.</source>
      <translation>境界を調整できる選択範囲がありません。</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>The layer has no mask.</source>
      <translation>このレイヤーにはマスクがありません。</translation>
    </message>
    <message>
      <location filename="../../app/session/strokes.py" />
      <source>Erase</source>
      <translation>消しゴム</translation>
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
      <location filename="../../app/session/transforming.py" />
      <source>Transform</source>
      <translation>変形</translation>
    </message>
    <message>
      <location filename="../../app/window/assistance.py" />
      <source>Diagnostics copied. Nothing was sent.</source>
      <translation>診断情報をコピーしました。送信はしていません。</translation>
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
      <location filename="../../app/window/keys_choice.py" />
      <source>You can change every key later, in Edit &gt; Keyboard shortcuts.</source>
      <translation>キーは後から「編集」→「ショートカット設定」で変更できます。</translation>
    </message>
    <message>
      <location filename="../../app/window/keys_choice.py" />
      <source>Keys like in {program}</source>
      <translation>{program} と同じキー配置</translation>
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
      <location filename="../../app/window/unsaved_list.py" />
      <source>Recover</source>
      <translation>復元</translation>
    </message>
    <message>
      <location filename="../../app/window/unsaved_list.py" />
      <source>Keep for later</source>
      <translation>後で決める</translation>
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
      <source>Unsaved work cannot be kept aside. {reason} Save it.</source>
      <translation>未保存の作業を控えておけません。{reason}保存してください。</translation>
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
