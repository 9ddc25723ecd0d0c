<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
  <context>
    <name>app</name>
    <message>
      <location filename="../../app/canvas/recolor/screen_picker.py" />
      <source>Pick a colour from the screen</source>
      <translation>画面から色を取る</translation>
    </message>
    <message>
      <location filename="../../app/canvas/recolor/tool.py" />
      <source>Recolour</source>
      <translation>色替え</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Brush</source>
      <translation>ブラシ</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>[ ] or Alt+right drag: size, hardness; digits opacity, Alt picks a colour, Shift-click a line</source>
      <translation>[ ] または Alt+右ドラッグ：サイズと硬さ、数字：不透明度、Alt：色を拾う、Shift+クリック：直線</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Eraser</source>
      <translation>消しゴム</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>[ ] size, Shift+[ ] hardness, digits opacity</source>
      <translation>[ ] サイズ、Shift+[ ] 硬さ、数字は不透明度</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Soft pen</source>
      <translation>やわらかいペン</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Normal pen</source>
      <translation>標準のペン</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Firm pen</source>
      <translation>かたいペン</translation>
    </message>
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
      <location filename="../../app/canvas/tools/brush.py" />
      <source>How hard the pen has to be pressed</source>
      <translation>ペンをどれだけ強く押すか</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/crop.py" />
      <source>Crop</source>
      <translation>切り抜き</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/crop.py" />
      <source>Drag a frame; Enter crops, Esc drops it</source>
      <translation>枠をドラッグ。Enter で切り抜き、Esc で取り消し</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/crop.py" />
      <source>Delete what lies outside</source>
      <translation>範囲外のピクセルを削除</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/crop.py" />
      <source>Drop</source>
      <translation>取りやめ</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Fill</source>
      <translation>塗り</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Click to pour in the colour; Alt picks one; G again: gradient</source>
      <translation>クリックで塗りつぶし、Alt で色を拾う。もう一度 G：グラデーション</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Gradient</source>
      <translation>グラデーション</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Drag from start to end; Shift keeps to 45°</source>
      <translation>始点から終点へドラッグ、Shift で 45° に固定</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Linear</source>
      <translation>直線</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Radial</source>
      <translation>放射状</translation>
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
      <location filename="../../app/canvas/tools/hand.py" />
      <source>Hand</source>
      <translation>手のひら</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/hand.py" />
      <source>Drag or arrows move the view; hold Space in any tool</source>
      <translation>ドラッグか矢印キーで表示を移動。どのツールでも Space を押しながらで使える</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/move.py" />
      <source>Move</source>
      <translation>移動</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/move.py" />
      <source>Drag, or arrows 1 px, Shift 10 px; Alt-drag copies; right click lists layers</source>
      <translation>ドラッグ、または矢印キーで 1 px、Shift で 10 px。Alt+ドラッグでコピー、右クリックでレイヤー一覧</translation>
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
      <location filename="../../app/canvas/tools/objects.py" />
      <source>Object select</source>
      <translation>オブジェクト選択</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/objects.py" />
      <source>Click a thing or draw a box round it; Shift-click: this too, Alt-click: not this</source>
      <translation>物をクリックするか、囲む。Shift+クリック：これも、Alt+クリック：これは除く</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/objects.py" />
      <source>Subject</source>
      <translation>主題</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/objects.py" />
      <source>Cut out</source>
      <translation>切り抜き</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/objects.py" />
      <source>Inpaint</source>
      <translation>修復塗り</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/objects.py" />
      <source>Lift object</source>
      <translation>物を持ち上げる</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/picker.py" />
      <source>Eyedropper</source>
      <translation>スポイト</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/picker.py" />
      <source>Click a colour; Alt-click takes it as background</source>
      <translation>色をクリック。Alt+クリックで背景色に</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/picker.py" />
      <source>One pixel</source>
      <translation>1 ピクセル</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/picker.py" />
      <source>3 × 3</source>
      <translation>3 × 3</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/picker.py" />
      <source>5 × 5</source>
      <translation>5 × 5</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/picker.py" />
      <source>11 × 11</source>
      <translation>11 × 11</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/picker.py" />
      <source>Size of the sample</source>
      <translation>サンプルの大きさ</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Rectangle select</source>
      <translation>長方形選択</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Drag; Shift adds, Alt takes away; M again: ellipse</source>
      <translation>ドラッグ。Shift で追加、Alt で除く。もう一度 M：楕円</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Ellipse select</source>
      <translation>楕円形選択</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Drag; Shift adds, Alt takes away</source>
      <translation>ドラッグ。Shift で追加、Alt で除く</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Lasso</source>
      <translation>なげなわ</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Draw round it; L again: polygon</source>
      <translation>囲むように描く。もう一度 L：多角形</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Polygon select</source>
      <translation>多角形選択</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Click the corners; Enter closes, Backspace takes one back, Esc drops it</source>
      <translation>角をクリック。Enter で閉じる、Backspace で一つ戻る、Esc で取り消し</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Wand</source>
      <translation>自動選択</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Click a colour; W again: the colour everywhere, once more: objects</source>
      <translation>色をクリック。もう一度 W：画像全体のその色、さらにもう一度：オブジェクト</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Select by colour</source>
      <translation>色域を選択</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Click a colour</source>
      <translation>色をクリック</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Replace</source>
      <translation>置き換え</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Add</source>
      <translation>追加</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Subtract</source>
      <translation>減算</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Intersect</source>
      <translation>共通部分</translation>
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
      <source>Transform</source>
      <translation>変形</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Enter keeps, Esc drops; Ctrl pulls a corner or side, Ctrl+Alt+Shift both ends of a side</source>
      <translation>Enter で確定、Esc で取り消し。Ctrl で角や辺を引く、Ctrl+Alt+Shift で辺の両端</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Scale and turn</source>
      <translation>拡大縮小と回転</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Pull corners</source>
      <translation>角を引く</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Perspective</source>
      <translation>遠近</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Top left</source>
      <translation>左上</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Top right</source>
      <translation>右上</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Bottom right</source>
      <translation>右下</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Bottom left</source>
      <translation>左下</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Keep</source>
      <translation>残す</translation>
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
      <source>What handles do</source>
      <translation>ハンドルの働き</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Slant</source>
      <translation>傾斜</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Corner</source>
      <translation>角</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Corner X</source>
      <translation>角 X</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Corner Y</source>
      <translation>角 Y</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/turn.py" />
      <source>Rotate view</source>
      <translation>表示を回転</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/turn.py" />
      <source>Drag turns the view, with Shift by 15°; R twice turns it back</source>
      <translation>ドラッグで表示を回転、Shift で 15° ごと。R を 2 回で元に戻す</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/zoom.py" />
      <source>Zoom</source>
      <translation>ズーム</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/zoom.py" />
      <source>Click zooms in, Alt-click out, drag sideways for anything between</source>
      <translation>クリックで拡大、Alt+クリックで縮小、横にドラッグでその間</translation>
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
      <source>Quick mask</source>
      <translation>クイックマスク</translation>
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
      <location filename="../../app/commands/clipboard_table.py" />
      <source>Cut</source>
      <translation>切り取り</translation>
    </message>
    <message>
      <location filename="../../app/commands/clipboard_table.py" />
      <source>Copy</source>
      <translation>コピー</translation>
    </message>
    <message>
      <location filename="../../app/commands/clipboard_table.py" />
      <source>Copy merged</source>
      <translation>結合部分をコピー</translation>
    </message>
    <message>
      <location filename="../../app/commands/clipboard_table.py" />
      <source>Paste</source>
      <translation>貼り付け</translation>
    </message>
    <message>
      <location filename="../../app/commands/clipboard_table.py" />
      <source>Paste in place</source>
      <translation>同じ位置に貼り付け</translation>
    </message>
    <message>
      <location filename="../../app/commands/clipboard_table.py" />
      <source>Paste into selection</source>
      <translation>選択範囲内に貼り付け</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Blend mode</source>
      <translation>描画モード</translation>
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
      <source>Link layers</source>
      <translation>レイヤーをリンク</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Unlink</source>
      <translation>リンク解除</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Choose linked layers</source>
      <translation>リンクしたレイヤーを選ぶ</translation>
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
      <source>Show layer mask in red</source>
      <translation>レイヤーマスクを赤で表示</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Difference from the original</source>
      <translation>元の画像との差</translation>
    </message>
    <message>
      <location filename="../../app/commands/recolor_table.py" />
      <source>Colours of another picture…</source>
      <translation>別の画像の色…</translation>
    </message>
    <message>
      <location filename="../../app/commands/recolor_table.py" />
      <source>Recolouring by keyboard</source>
      <translation>キーボードで色替え</translation>
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
      <source>New picture from clipboard</source>
      <translation>クリップボードから新規画像</translation>
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
      <source>Raise to top</source>
      <translation>最前面へ</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Lower to bottom</source>
      <translation>最背面へ</translation>
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
      <source>Float panel</source>
      <translation>パネルを切り離す</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Move panel to the other side</source>
      <translation>パネルを反対側へ移す</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Hide panels</source>
      <translation>パネルを隠す</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Reset layout</source>
      <translation>配置を初期化</translation>
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
      <source>Mask</source>
      <translation>マスク</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Move tool</source>
      <translation>移動ツール</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Crop tool</source>
      <translation>切り抜きツール</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Fill tool</source>
      <translation>塗りつぶしツール</translation>
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
      <source>Smaller brush</source>
      <translation>ブラシを小さく</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Larger brush</source>
      <translation>ブラシを大きく</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Softer brush</source>
      <translation>ブラシをやわらかく</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Harder brush</source>
      <translation>ブラシをかたく</translation>
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
      <source>Select subject</source>
      <translation>主題を選択</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Grow…</source>
      <translation>拡張…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Shrink…</source>
      <translation>縮小…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Feather…</source>
      <translation>ぼかし…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Border…</source>
      <translation>境界線…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Refine edge…</source>
      <translation>境界線を調整…</translation>
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
      <source>Inpaint selection</source>
      <translation>選択範囲を修復塗り</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Free transform</source>
      <translation>自由変形</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Flip layer across</source>
      <translation>レイヤーを左右反転</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Flip layer down</source>
      <translation>レイヤーを上下反転</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Rotate layer 90° right</source>
      <translation>レイヤーを右に 90° 回転</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Rotate layer 90° left</source>
      <translation>レイヤーを左に 90° 回転</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Rotate layer 180°</source>
      <translation>レイヤーを 180° 回転</translation>
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
      <source>Cut out with refined edge</source>
      <translation>境界を整えて切り抜く</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Lift object with its shadow</source>
      <translation>物を影ごと持ち上げる</translation>
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
      <source>Cancel</source>
      <translation>キャンセル</translation>
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
      <source>Top</source>
      <translation>上</translation>
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
      <source>Bottom</source>
      <translation>下</translation>
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
      <location filename="../../app/dialogs/estimate.py" />
      <source>Decompose “{name}”</source>
      <translation>「{name}」を分解</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Share of the free memory</source>
      <translation>空きメモリに占める割合</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Skip this when it fits</source>
      <translation>足りるときは表示しない</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Picture</source>
      <translation>画像</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>{count} megapixels</source>
      <translation>{count} メガピクセル</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Needs memory</source>
      <translation>必要なメモリ</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Time</source>
      <translation>時間</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>It fits. You can go on working meanwhile.</source>
      <translation>足ります。作業を続けられます。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>{size} short. The computer may become very slow, or the engine may be stopped; your document is safe either way. Close other programs first, or scale the picture down.</source>
      <translation>{size} 足りません。コンピューターがとても遅くなったり、エンジンが停止したりすることがあります。どちらの場合も文書は安全です。先にほかのプログラムを閉じるか、画像を縮小してください。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Add to queue</source>
      <translation>待ち行列に追加</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Try anyway</source>
      <translation>それでも試す</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Free memory</source>
      <translation>空きメモリ</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Queue</source>
      <translation>待ち行列</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/dialogs/estimate.py" />
      <source>Starts after %n jobs</source>
      <translation>
        <numerusform>%n 件のジョブの後に開始</numerusform>
      </translation>
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
      <source>Key</source>
      <translation>キー</translation>
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
      <source>Before saving</source>
      <translation>保存の前に</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>“{name}” would not keep everything.</source>
      <translation>「{name}」には保存できないものがあります。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Save as .unflatten…</source>
      <translation>.unflatten で保存…</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Save anyway</source>
      <translation>このまま保存</translation>
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
    <message numerus="yes">
      <location filename="../../app/dialogs/questions.py" />
      <source>And %n more.</source>
      <translation>
        <numerusform>ほか %n 件。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Pixels hold the number of a slot, the palette holds its colour: changing a slot recolours every pixel of it, borders included, and no other pixel.</source>
      <translation>ピクセルはスロットの番号を持ち、パレットがその色を持ちます。スロットを変えると境界も含めてそのピクセルすべての色が替わり、ほかのピクセルは変わりません。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Mean a slot with a digit or an arrow, change it with the six keys under the left hand. A held key is one undo step.</source>
      <translation>数字か矢印キーでスロットを選び、左手の下の 6 つのキーで変えます。押し続けた分は 1 回で取り消せます。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Here, chart as swatches</source>
      <translation>ここ：スウォッチの色表</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>digit, Shift+digit; Tab every ten slots</source>
      <translation>数字、Shift+数字。10 スロットごとに Tab</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>2.1</source>
      <translation>2.1</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Here, whole chart at once</source>
      <translation>ここ：色表をまとめて</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>T carries it over, T again for the next mapping</source>
      <translation>T で移し、もう一度 T で次の対応</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>1 for all</source>
      <translation>全部で 1</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Krita, flat layer</source>
      <translation>Krita、下塗りレイヤー</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>click the palette, press F, click the area with “fill similar”; borders keep the old colour: grow the selection and fill again</source>
      <translation>パレットをクリック、F を押し、「類似を塗りつぶす」で領域をクリック。境界に元の色が残る：選択範囲を広げてもう一度塗る</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>3 to 6</source>
      <translation>3～6</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>GIMP, flat layer</source>
      <translation>GIMP、下塗りレイヤー</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Shift+O, click the colour, click the new one, Ctrl+comma, Ctrl+Shift+A; smooth borders keep a seam that is painted over by hand</source>
      <translation>Shift+O、色をクリック、新しい色をクリック、Ctrl+,、Ctrl+Shift+A。なめらかな境界には継ぎ目が残り、手で塗る</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>5 to 7</source>
      <translation>5～7</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>GIMP, indexed picture</source>
      <translation>GIMP、インデックス画像</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>double-click the entry of the colour map, type hex, Return; no smooth borders</source>
      <translation>カラーマップの項目をダブルクリック、16 進数を入力、Return。なめらかな境界はない</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>9</source>
      <translation>9</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>A character with 20 slots, to a given chart</source>
      <translation>20 スロットのキャラクターを指定の色表に</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>The place wins over what is printed. Not on this keyboard: {keys}</source>
      <translation>キーの刻印より位置が優先されます。このキーボードにないキー：{keys}</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Way</source>
      <translation>方法</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Steps for one slot</source>
      <translation>1 スロットの手順</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Presses and clicks</source>
      <translation>打鍵とクリック</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>{key} ({act})</source>
      <translation>{key}（{act}）</translation>
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
      <source>Casting its shadow</source>
      <translation>影を落としています</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Checking</source>
      <translation>確認中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Counting colours</source>
      <translation>色を数えています</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Drawing its border</source>
      <translation>輪郭を描いています</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Filling the background</source>
      <translation>背景を埋めています</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Finding flat colours</source>
      <translation>下塗りの色を検出中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Finding thin lines</source>
      <translation>細い線を検出中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Fitting the object</source>
      <translation>物を合わせています</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Following the clicks</source>
      <translation>クリックに従って選択中</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Looking for its shadow</source>
      <translation>影を探しています</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Looking for the object</source>
      <translation>物を探しています</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Looking for objects</source>
      <translation>物を探しています</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Matching the light</source>
      <translation>光を合わせています</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Reducing colours</source>
      <translation>色数を減らしています</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Refining the edges</source>
      <translation>境界を整えています</translation>
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
      <location filename="../../app/languages/engine_words.py" />
      <source>There is no layer below to merge with.</source>
      <translation>結合する下のレイヤーがありません。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Hidden layers cannot be merged.</source>
      <translation>隠れたレイヤーは結合できません。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>A layer cannot be merged into an adjustment.</source>
      <translation>レイヤーを調整に結合することはできません。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>A {ending} file is one flat picture: its layers are not kept.</source>
      <translation>{ending} ファイルは 1 枚の平らな画像です。レイヤーは残りません。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Its pixels were changed: {names} is saved as pixels and no longer as {kind}.</source>
      <translation>ピクセルが変更されています：{names} はピクセルとして保存され、{kind} ではなくなります。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Their pixels were changed: {names} are saved as pixels and no longer as {kind}.</source>
      <translation>ピクセルが変更されています：{names} はピクセルとして保存され、{kind} ではなくなります。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The effects of {names} can't be saved there.</source>
      <translation>{names} の効果はこの形式に保存できません。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Only PSD keeps {names} editable as {kind} in Photoshop.</source>
      <translation>{names} を Photoshop で {kind} として編集できるのは PSD だけです。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Only PSD and .unflatten keep the effects of {names}.</source>
      <translation>{names} の効果を残せるのは PSD と .unflatten だけです。</translation>
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
      <source>New red</source>
      <translation>新しい赤</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>New green</source>
      <translation>新しい緑</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>New blue</source>
      <translation>新しい青</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Gray of monochrome</source>
      <translation>モノクロの灰色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Whites</source>
      <translation>白系</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Neutrals</source>
      <translation>中間色系</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Blacks</source>
      <translation>黒系</translation>
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
      <source>Vibrance</source>
      <translation>自然な彩度</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Tint</source>
      <translation>色合い</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Density</source>
      <translation>濃度</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Keep luminosity</source>
      <translation>輝度を保持</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Constant</source>
      <translation>定数</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Monochrome</source>
      <translation>モノクロ</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Cyan</source>
      <translation>シアン</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Magenta</source>
      <translation>マゼンタ</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Yellow</source>
      <translation>イエロー</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Relative to the ink that is there</source>
      <translation>いまあるインクに対する割合</translation>
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
      <source>Load a .cube file…</source>
      <translation>.cube ファイルを読み込む…</translation>
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
      <source>Colour…</source>
      <translation>色…</translation>
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
      <source>“{name}”, {size} steps per colour</source>
      <translation>「{name}」、各色 {size} 段階</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>No table is loaded: colours stay as they are.</source>
      <translation>表が読み込まれていないため、色は変わりません。</translation>
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
      <source>Earlier</source>
      <translation>先へ</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Later</source>
      <translation>後へ</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Show</source>
      <translation>表示</translation>
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
      <source>Colour tag</source>
      <translation>カラーラベル</translation>
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
      <source>linked</source>
      <translation>連動</translation>
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
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Mode</source>
      <translation>モード</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Which slot</source>
      <translation>どのスロットか</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Colour</source>
      <translation>カラー</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Structure</source>
      <translation>構成</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Variants</source>
      <translation>バリエーション</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Compare</source>
      <translation>比較</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Reference</source>
      <translation>参照</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Enter or leave the mode</source>
      <translation>モードに入る・出る</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Step out: typing, pop-over, choice, mode</source>
      <translation>一段戻る：入力、ポップオーバー、選択、モード</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Back to the colours on entry</source>
      <translation>入ったときの色に戻す</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Show the keys</source>
      <translation>キーを表示</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Slot in this bank of ten</source>
      <translation>この 10 個のバンクのスロット</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Next bank</source>
      <translation>次のバンク</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Bank before</source>
      <translation>前のバンク</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Next slot</source>
      <translation>次のスロット</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Slot before</source>
      <translation>前のスロット</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>First slot</source>
      <translation>最初のスロット</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Last slot</source>
      <translation>最後のスロット</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Region on the left</source>
      <translation>左の領域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Region on the right</source>
      <translation>右の領域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Region above</source>
      <translation>上の領域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Region below</source>
      <translation>下の領域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Add the region on the left</source>
      <translation>左の領域を加える</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Add the region on the right</source>
      <translation>右の領域を加える</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Add the region above</source>
      <translation>上の領域を加える</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Add the region below</source>
      <translation>下の領域を加える</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Next region of the slot</source>
      <translation>スロットの次の領域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Region of the slot before</source>
      <translation>スロットの前の領域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Up in the family, to the light</source>
      <translation>ファミリー内で明るいほうへ</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Down in the family, to the shadow</source>
      <translation>ファミリー内で影のほうへ</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Back to the slot before</source>
      <translation>前にいたスロットへ戻る</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Forward again</source>
      <translation>先へ進む</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Find a slot</source>
      <translation>スロットを探す</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Tap: zoom to the slot. Hold: only it</source>
      <translation>軽く押す：スロットを拡大。押し続ける：それだけ表示</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Only this region, or the whole slot</source>
      <translation>この領域だけ、またはスロット全体</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Choose all that are not pinned</source>
      <translation>固定されていないものをすべて選ぶ</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Choose this one only</source>
      <translation>これだけを選ぶ</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Choose the others</source>
      <translation>ほかを選ぶ</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Lighter</source>
      <translation>明るく</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Darker</source>
      <translation>暗く</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>More chroma</source>
      <translation>鮮やかに</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Less chroma</source>
      <translation>くすませる</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Hue up</source>
      <translation>色相を進める</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Hue down</source>
      <translation>色相を戻す</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Much lighter</source>
      <translation>ずっと明るく</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Much darker</source>
      <translation>ずっと暗く</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Much more chroma</source>
      <translation>ずっと鮮やかに</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Much less chroma</source>
      <translation>ずっとくすませる</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Hue far up</source>
      <translation>色相を大きく進める</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Hue far down</source>
      <translation>色相を大きく戻す</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Type hex, L, C or H</source>
      <translation>16 進数、L、C、H を入力</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Type hex at once</source>
      <translation>すぐに 16 進数を入力</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Pick a colour, hold</source>
      <translation>色を拾う（押している間）</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Pick from the screen</source>
      <translation>画面から色を拾う</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Give it a swatch</source>
      <translation>スウォッチを割り当てる</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Swap two colours</source>
      <translation>2 つの色を入れ替える</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Copy the colour</source>
      <translation>色をコピー</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Paste a colour</source>
      <translation>色を貼り付け</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Paste colour and name</source>
      <translation>色と名前を貼り付け</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Back to the original</source>
      <translation>元の色に戻す</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>All chosen back to the original</source>
      <translation>選んだものすべてを元の色に</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Repeat the last change</source>
      <translation>直前の変更を繰り返す</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Harmony</source>
      <translation>配色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Pin, skip in group changes</source>
      <translation>固定（まとめた変更から外す）</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Shadows follow, or not</source>
      <translation>影を連動させる・させない</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>How shadows follow</source>
      <translation>影の連動のしかた</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Merge the chosen slots</source>
      <translation>選んだスロットをまとめる</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>This region as a slot of its own</source>
      <translation>この領域を独立したスロットに</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Split the slot by colour</source>
      <translation>スロットを色で分ける</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Make a family</source>
      <translation>ファミリーを作る</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Dissolve the family</source>
      <translation>ファミリーを解く</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Rename the slot</source>
      <translation>スロットの名前を変更</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Move up in the list</source>
      <translation>一覧で上へ</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Move down in the list</source>
      <translation>一覧で下へ</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>New variant</source>
      <translation>新規バリエーション</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Next variant</source>
      <translation>次のバリエーション</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Variant before</source>
      <translation>前のバリエーション</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>A/B: flip two variants</source>
      <translation>A/B：2 つのバリエーションを切り替え</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Variant by number</source>
      <translation>番号のバリエーション</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Show the original, hold</source>
      <translation>元の画像を表示（押している間）</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Before and after</source>
      <translation>変更前と変更後</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Colours of another picture</source>
      <translation>別の画像の色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Carry the reference over</source>
      <translation>参照の色を移す</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Mapping before</source>
      <translation>前の対応</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>hue +2°</source>
      <translation>色相 +2°</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>lighter</source>
      <translation>明るく</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>more chroma</source>
      <translation>鮮やかに</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>hue −2°</source>
      <translation>色相 −2°</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>darker</source>
      <translation>暗く</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>less chroma</source>
      <translation>くすませる</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>Neighbouring region</source>
      <translation>隣の領域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>all {count} keys</source>
      <translation>全 {count} キー</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>Next keys</source>
      <translation>次のキー</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>Hold to repeat. Shift for the coarse step.</source>
      <translation>押し続けると繰り返し。Shift で大きな段階。</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>Not on this keyboard: {keys}</source>
      <translation>このキーボードにないキー：{keys}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>slot</source>
      <translation>スロット</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>next</source>
      <translation>次</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>before</source>
      <translation>前</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>region ›</source>
      <translation>領域 ›</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>‹ region</source>
      <translation>‹ 領域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>find</source>
      <translation>検索</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>frame</source>
      <translation>枠</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>only this</source>
      <translation>これだけ</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>chroma +</source>
      <translation>彩度 +</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>chroma −</source>
      <translation>彩度 −</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>hue +</source>
      <translation>色相 +</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>hue −</source>
      <translation>色相 −</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>pick</source>
      <translation>拾う</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>swap</source>
      <translation>入替</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>repeat</source>
      <translation>反復</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>harmony</source>
      <translation>配色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>pin</source>
      <translation>固定</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>link</source>
      <translation>連動</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>variant</source>
      <translation>別案</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>variant ›</source>
      <translation>別案 ›</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>‹ variant</source>
      <translation>‹ 別案</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>A/B</source>
      <translation>A/B</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>original</source>
      <translation>元画像</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>split</source>
      <translation>分割</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>carry</source>
      <translation>移す</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>Keyboard with the keys of the recolour mode</source>
      <translation>色替えモードのキーを示したキーボード</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/mode.py" />
      <source>This bank has no slot {digit}.</source>
      <translation>このバンクにスロット {digit} はありません。</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/mode.py" />
      <source>This system does not let programs look at the screen.</source>
      <translation>このシステムではプログラムが画面を見ることができません。</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/mode.py" />
      <source>Copied {hex}</source>
      <translation>{hex} をコピーしました</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/mode.py" />
      <source>Finding the colours of “{name}”</source>
      <translation>「{name}」の色を探しています</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>Whole slot</source>
      <translation>スロット全体</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>Only this region</source>
      <translation>この領域だけ</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>By part</source>
      <translation>部位順</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>By area</source>
      <translation>面積順</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>As it is read</source>
      <translation>読む順</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>By hue</source>
      <translation>色相順</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>By name</source>
      <translation>名前順</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>Change</source>
      <translation>変化</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>Shadows follow</source>
      <translation>影が連動</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>Order</source>
      <translation>並び順</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/panel.py" />
      <source>Name, part or #hex</source>
      <translation>名前、部位、#16 進数</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/panel.py" />
      <source>Find a slot by name, part or hex</source>
      <translation>名前、部位、16 進数でスロットを探す</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/panel.py" />
      <source>Revert</source>
      <translation>元に戻す</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/panel.py" />
      <source>Bank</source>
      <translation>バンク</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/panel.py" />
      <source>Their pixels are bit for bit as they were</source>
      <translation>そのピクセルは 1 ビットも変わっていません</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/recolor/panel.py" />
      <source>%n slots untouched, bit for bit</source>
      <translation>
        <numerusform>%n 個のスロットは 1 ビットも変わっていません</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/panel.py" />
      <source>Bank {slots}</source>
      <translation>バンク {slots}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/pop_over.py" />
      <source>keep</source>
      <translation>確定</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/pop_over.py" />
      <source>cancel</source>
      <translation>取り消し</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/pop_overs.py" />
      <source>Arrows turn it, Shift by 30°</source>
      <translation>矢印キーで回す、Shift で 30° ごと</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/pop_overs.py" />
      <source>How shadow and highlight follow</source>
      <translation>影とハイライトの連動のしかた</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/pop_overs.py" />
      <source>Of this family</source>
      <translation>このファミリーの</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Write palette</source>
      <translation>パレットを書き出す</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Keep in the library</source>
      <translation>ライブラリーに保存</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Name of the palette</source>
      <translation>パレットの名前</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Library: {name}</source>
      <translation>ライブラリー：{name}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/recolor/references.py" />
      <source>%n swatches from {name}</source>
      <translation>
        <numerusform>{name} の %n 個のスウォッチ</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Pictures and palettes</source>
      <translation>画像とパレット</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Picture or palette file…</source>
      <translation>画像またはパレットのファイル…</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Pasted picture</source>
      <translation>貼り付けた画像</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Keep this palette</source>
      <translation>このパレットを保存</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>{name} is no picture that can be read.</source>
      <translation>{name} は読み込める画像ではありません。</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Palette “{name}” is in the library</source>
      <translation>パレット「{name}」をライブラリーに保存しました</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Saved {name}</source>
      <translation>{name} を保存しました</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>{name} is no palette. {reason}</source>
      <translation>{name} はパレットではありません。{reason}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>The palette was not kept. {reason}</source>
      <translation>パレットは保存されませんでした。{reason}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>The palette was not written. {reason}</source>
      <translation>パレットは書き出されませんでした。{reason}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>In the library…</source>
      <translation>ライブラリーに…</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>As a file…</source>
      <translation>ファイルとして…</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/slot_list.py" />
      <source>Slot name: character / part / suffix</source>
      <translation>スロット名：キャラクター / 部位 / 接尾辞</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/slot_list.py" />
      <source>Slots</source>
      <translation>スロット</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Leave</source>
      <translation>終了</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Colour: hex, rgb(), oklch() or a change such as +5h</source>
      <translation>色：16 進数、rgb()、oklch()、または +5h のような変化</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Slot</source>
      <translation>スロット</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Find its colours</source>
      <translation>色を探す</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/recolor/strip.py" />
      <source>%n regions, {pixels} px</source>
      <translation>
        <numerusform>%n 個の領域、{pixels} px</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Slot {number} of {count}, {role}</source>
      <translation>スロット {number} / {count}、{role}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Everything else can be used meanwhile.</source>
      <translation>その間もほかのことはすべてできます。</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>{share} of picture</source>
      <translation>画像の {share}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/recolor/strip.py" />
      <source>%n slots chosen</source>
      <translation>
        <numerusform>%n 個のスロットを選択中</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>pinned</source>
      <translation>固定</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>only this region</source>
      <translation>この領域だけ</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>“{name}” has no slots yet</source>
      <translation>「{name}」にはまだスロットがありません</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Its flat colours become slots, no pixel changes. Return starts, Esc leaves.</source>
      <translation>下塗りの色がスロットになります。ピクセルは変わりません。Return で開始、Esc で終了。</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>There are no slots to recolour</source>
      <translation>色替えできるスロットがありません</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Choose a layer with pixels, or decompose the picture. Esc leaves.</source>
      <translation>ピクセルのあるレイヤーを選ぶか、画像を分解してください。Esc で終了。</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/swatch_bar.py" />
      <source>Colours of another picture, a palette file or the library</source>
      <translation>別の画像、パレットファイル、ライブラリーの色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/swatch_bar.py" />
      <source>Keep this palette in the library or write it to a file</source>
      <translation>このパレットをライブラリーに保存するか、ファイルに書き出す</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/swatch_bar.py" />
      <source>No reference</source>
      <translation>参照なし</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/swatch_bar.py" />
      <source>Swatches</source>
      <translation>スウォッチ</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/swatch_bar.py" />
      <source>Carry over</source>
      <translation>色を移す</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/variant_row.py" />
      <source>Variant {name}</source>
      <translation>バリエーション {name}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/variant_row.py" />
      <source>makes a variant of this palette</source>
      <translation>このパレットのバリエーションを作る</translation>
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
      <source>Photo filter</source>
      <translation>レンズフィルター</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Channel mixer</source>
      <translation>チャンネルミキサー</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Colour lookup</source>
      <translation>カラールックアップ</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Selective colour</source>
      <translation>特定色域の選択</translation>
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
      <location filename="../../app/session/adjusting.py" />
      <source>“{name}” cannot be read.</source>
      <translation>「{name}」を読み込めません。</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>“{name}” is no .cube file of a 3D table: {reason}.</source>
      <translation>「{name}」は 3D テーブルの .cube ファイルではありません：{reason}。</translation>
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
    <message>
      <location filename="../../app/session/clipboard.py" />
      <source>Choose a layer with pixels of its own.</source>
      <translation>ピクセルを持つレイヤーを選んでください。</translation>
    </message>
    <message>
      <location filename="../../app/session/clipboard.py" />
      <source>There are no pixels to copy.</source>
      <translation>コピーするピクセルがありません。</translation>
    </message>
    <message>
      <location filename="../../app/session/clipboard.py" />
      <source>Merged</source>
      <translation>結合</translation>
    </message>
    <message>
      <location filename="../../app/session/clipboard.py" />
      <source>The transparency of “{name}” is locked.</source>
      <translation>「{name}」の透明ピクセルはロックされています。</translation>
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
      <source>Divide</source>
      <translation>除算</translation>
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
      <source>Raise {named} to the top</source>
      <translation>{named} を最前面へ</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Lower {named} to the bottom</source>
      <translation>{named} を最背面へ</translation>
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
      <location filename="../../app/session/layer_acts.py" />
      <source>Clip {named}</source>
      <translation>{named} をクリップ</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Unclip {named}</source>
      <translation>{named} のクリップを解除</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Raise {named}</source>
      <translation>{named} を前面へ</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Lower {named}</source>
      <translation>{named} を背面へ</translation>
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
      <location filename="../../app/session/linking.py" />
      <source>Link {named}</source>
      <translation>{named} をリンク</translation>
    </message>
    <message>
      <location filename="../../app/session/linking.py" />
      <source>Unlink {named}</source>
      <translation>{named} のリンクを解除</translation>
    </message>
    <message>
      <location filename="../../app/session/moving.py" />
      <source>Copy {named}</source>
      <translation>{named} をコピー</translation>
    </message>
    <message>
      <location filename="../../app/session/moving.py" />
      <source>Move {named}</source>
      <translation>{named}を移動</translation>
    </message>
    <message>
      <location filename="../../app/session/moving.py" />
      <source>Copy selected pixels</source>
      <translation>選択したピクセルをコピー</translation>
    </message>
    <message>
      <location filename="../../app/session/moving.py" />
      <source>Move selected pixels</source>
      <translation>選択したピクセルを移動</translation>
    </message>
    <message>
      <location filename="../../app/session/objects.py" />
      <source>Select object</source>
      <translation>オブジェクトを選択</translation>
    </message>
    <message>
      <location filename="../../app/session/objects.py" />
      <source>Nothing came back.</source>
      <translation>結果がありませんでした。</translation>
    </message>
    <message>
      <location filename="../../app/session/objects.py" />
      <source>Filling</source>
      <translation>塗りつぶし中</translation>
    </message>
    <message>
      <location filename="../../app/session/objects.py" />
      <source>No object was found there. Draw a box around it.</source>
      <translation>そこに物は見つかりませんでした。囲んでみてください。</translation>
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
      <source>Merge {named}</source>
      <translation>{named} を結合</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Merge “{name}” down</source>
      <translation>「{name}」を下と結合</translation>
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
      <location filename="../../app/session/pixel_acts.py" />
      <source>A layer to be merged is gone.</source>
      <translation>結合するレイヤーがなくなりました。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring.py" />
      <source>Revert to the colours on entry</source>
      <translation>入ったときの色に戻す</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring.py" />
      <source>Nothing was changed since the mode was entered.</source>
      <translation>モードに入ってから何も変わっていません。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Keep ratio</source>
      <translation>比率を保つ</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Toward shade hue</source>
      <translation>影の色相へ</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Free</source>
      <translation>自由</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Swap “{first}” and “{second}”</source>
      <translation>「{first}」と「{second}」を入れ替え</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Shadows of “{name}”: {rule}</source>
      <translation>「{name}」の影：{rule}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Family of %n slots</source>
      <translation>
        <numerusform>%n 個のスロットのファミリー</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Merge into “{name}”</source>
      <translation>「{name}」にまとめる</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Split “{name}”</source>
      <translation>「{name}」を分ける</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Recolour %n slots</source>
      <translation>
        <numerusform>%n 個のスロットを色替え</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Dissolve the family of “{name}”</source>
      <translation>「{name}」のファミリーを解く</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Rename “{name}”</source>
      <translation>「{name}」の名前を変更</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Visit another slot first: the two then swap colours.</source>
      <translation>先に別のスロットへ移動してください。その 2 つの色が入れ替わります。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>There is no colour to paste. Copy one with Ctrl+C.</source>
      <translation>貼り付けする色がありません。Ctrl+C でコピーしてください。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Pin “{name}”</source>
      <translation>「{name}」を固定</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Unpin “{name}”</source>
      <translation>「{name}」の固定を解除</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Choose the tones first: Shift with an arrow adds a neighbour.</source>
      <translation>先に階調を選んでください：Shift+矢印キーで隣を加えます。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Move “{name}” in the list</source>
      <translation>一覧で「{name}」を移動</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Choose the slots to merge first: Shift with an arrow adds one.</source>
      <translation>先にまとめるスロットを選んでください：Shift+矢印キーで加えます。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>“{name}” is one region only.</source>
      <translation>「{name}」は 1 つの領域だけです。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>All chosen slots are pinned.</source>
      <translation>選んだスロットはすべて固定されています。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Recolour “{name}”</source>
      <translation>「{name}」を色替え</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/recoloring_acts.py" />
      <source>%n slots</source>
      <translation>
        <numerusform>%n 個のスロット</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/recoloring_extraction.py" />
      <source>Find %n slots</source>
      <translation>
        <numerusform>%n 個のスロットを検出</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_extraction.py" />
      <source>“{name}” was changed meanwhile. Try again.</source>
      <translation>「{name}」はその間に変更されました。もう一度試してください。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/recoloring_extraction.py" />
      <source>%n slots found in “{name}”</source>
      <translation>
        <numerusform>「{name}」に %n 個のスロットが見つかりました</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_harmony.py" />
      <source>Neighbours</source>
      <translation>隣り合う色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_harmony.py" />
      <source>Opposites</source>
      <translation>反対の色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_harmony.py" />
      <source>Split opposites</source>
      <translation>分かれた反対色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_harmony.py" />
      <source>Three</source>
      <translation>3 色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_harmony.py" />
      <source>Four</source>
      <translation>4 色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_harmony.py" />
      <source>One hue</source>
      <translation>同じ色相</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_harmony.py" />
      <source>Harmony: {rule}</source>
      <translation>配色：{rule}</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_regions.py" />
      <source>The regions are still being looked for.</source>
      <translation>領域をまだ調べています。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_regions.py" />
      <source>No region lies that way.</source>
      <translation>その方向に領域はありません。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_transfer.py" />
      <source>Carry “{name}” over</source>
      <translation>「{name}」の色を移す</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_transfer.py" />
      <source>Mapping {number} of {count}. Esc takes it back.</source>
      <translation>対応 {number} / {count}。Esc で取り消し。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_transfer.py" />
      <source>Load a reference first: its colours are carried over.</source>
      <translation>先に参照を読み込んでください。その色が移されます。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_transfer.py" />
      <source>All slots are pinned.</source>
      <translation>すべてのスロットが固定されています。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_variants.py" />
      <source>Variant {number}</source>
      <translation>バリエーション {number}</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_variants.py" />
      <source>Show variant “{name}”</source>
      <translation>バリエーション「{name}」を表示</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_variants.py" />
      <source>New variant “{name}”</source>
      <translation>新規バリエーション「{name}」</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_variants.py" />
      <source>Variant “{name}”</source>
      <translation>バリエーション「{name}」</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_variants.py" />
      <source>There is one palette only. N makes a variant of it.</source>
      <translation>パレットは 1 つだけです。N でバリエーションを作れます。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_variants.py" />
      <source>Rename variant</source>
      <translation>バリエーションの名前を変更</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_variants.py" />
      <source>Remove variant</source>
      <translation>バリエーションを削除</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>base</source>
      <translation>基本</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>shadow 1</source>
      <translation>影 1</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>shadow 2</source>
      <translation>影 2</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>highlight</source>
      <translation>ハイライト</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>line</source>
      <translation>線</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>Slot {number} of {count}, {name}, {color}, {hex}</source>
      <translation>スロット {number} / {count}、{name}、{color}、{hex}</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>black</source>
      <translation>黒</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark grey</source>
      <translation>濃い灰色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>grey</source>
      <translation>灰色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light grey</source>
      <translation>薄い灰色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>pink</source>
      <translation>ピンク</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark pink</source>
      <translation>濃いピンク</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light pink</source>
      <translation>薄いピンク</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>red</source>
      <translation>赤</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark red</source>
      <translation>暗い赤</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light red</source>
      <translation>明るい赤</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>orange</source>
      <translation>オレンジ</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>brown</source>
      <translation>茶色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>peach</source>
      <translation>桃色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>yellow</source>
      <translation>黄色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>olive</source>
      <translation>オリーブ</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light yellow</source>
      <translation>薄い黄色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>green</source>
      <translation>緑</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark green</source>
      <translation>暗い緑</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light green</source>
      <translation>明るい緑</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>teal</source>
      <translation>青緑</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark teal</source>
      <translation>暗い青緑</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light teal</source>
      <translation>明るい青緑</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>blue</source>
      <translation>青</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark blue</source>
      <translation>暗い青</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light blue</source>
      <translation>明るい青</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>violet</source>
      <translation>紫</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark violet</source>
      <translation>暗い紫</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light violet</source>
      <translation>明るい紫</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>magenta</source>
      <translation>赤紫</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark magenta</source>
      <translation>暗い赤紫</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark brown</source>
      <translation>焦げ茶</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>white</source>
      <translation>白</translation>
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
      <location filename="../../app/session/targets.py" />
      <source>No picture is open.</source>
      <translation>画像が開かれていません。</translation>
    </message>
    <message>
      <location filename="../../app/session/targets.py" />
      <source>No layer is chosen.</source>
      <translation>レイヤーが選ばれていません。</translation>
    </message>
    <message>
      <location filename="../../app/session/targets.py" />
      <source>Only layers with pixels can be painted on. Choose a layer inside.</source>
      <translation>描けるのはピクセルのあるレイヤーだけです。中のレイヤーを選んでください。</translation>
    </message>
    <message>
      <location filename="../../app/session/targets.py" />
      <source>The pixels of “{name}” are locked.</source>
      <translation>「{name}」のピクセルはロックされています。</translation>
    </message>
    <message>
      <location filename="../../app/session/targets.py" />
      <source>“{name}” is hidden.</source>
      <translation>「{name}」は隠れています。</translation>
    </message>
    <message>
      <location filename="../../app/session/transforming.py" />
      <source>There is nothing to transform in the chosen layers.</source>
      <translation>選んだレイヤーに変形するものがありません。</translation>
    </message>
    <message>
      <location filename="../../app/session/transforming.py" />
      <source>“{name}” is locked.</source>
      <translation>「{name}」はロックされています。</translation>
    </message>
    <message>
      <location filename="../../app/session/transforming.py" />
      <source>So much distortion makes too many pixels.</source>
      <translation>ここまで変形するとピクセルが多くなりすぎます。</translation>
    </message>
    <message>
      <location filename="../../app/window/assistance.py" />
      <source>Diagnostics copied. Nothing was sent.</source>
      <translation>診断情報をコピーしました。送信はしていません。</translation>
    </message>
    <message>
      <location filename="../../app/window/dock.py" />
      <source>Jobs  {count}</source>
      <translation>処理  {count}</translation>
    </message>
    <message>
      <location filename="../../app/window/dock.py" />
      <source>Panels</source>
      <translation>パネル</translation>
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
      <location filename="../../app/window/news.py" />
      <source>{name} could not be opened</source>
      <translation>{name} を開けませんでした</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>Open another</source>
      <translation>別の画像を開く</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>There is no picture to paste</source>
      <translation>貼り付ける画像がありません</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>Copy a picture first.</source>
      <translation>先に画像をコピーしてください。</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>Show in folder</source>
      <translation>フォルダーで表示</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>{name} was not written</source>
      <translation>{name} は書き込まれませんでした</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>Unsaved work cannot be kept aside. {reason} Save it.</source>
      <translation>未保存の作業を控えておけません。{reason}保存してください。</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>Layers added</source>
      <translation>レイヤーを追加しました</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/window/news.py" />
      <source>%n groups</source>
      <translation>
        <numerusform>%n 個のグループ</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>Your document is safe, but opening, saving and decomposing need the engine.</source>
      <translation>ドキュメントは無事ですが、開く・保存・分解にはエンジンが必要です。</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>Your work is kept.</source>
      <translation>作業内容は保持されています。</translation>
    </message>
    <message>
      <location filename="../../app/window/panel_dock.py" />
      <source>Panel menu</source>
      <translation>パネルメニュー</translation>
    </message>
    <message>
      <location filename="../../app/window/panel_dock.py" />
      <source>Close panel</source>
      <translation>パネルを閉じる</translation>
    </message>
    <message>
      <location filename="../../app/window/paperwork.py" />
      <source>Paste picture</source>
      <translation>画像を貼り付け</translation>
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
      <source>Wanderer</source>
      <translation>旅人</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Portrait</source>
      <translation>肖像</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Meadow</source>
      <translation>草原</translation>
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
      <source>The models it works with came with the program: nothing is fetched later. No account, no graphics card.</source>
      <translation>使うモデルはプログラムに付属しています。後から取得するものはありません。アカウントもグラフィックカードも不要です。</translation>
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
      <source>Open the sample {name}</source>
      <translation>サンプル「{name}」を開く</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Open a copy of this picture</source>
      <translation>この画像のコピーを開く</translation>
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
      <source>Try a sample</source>
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
      <location filename="../../app/words.py" />
      <source>about {time} left</source>
      <translation>残り約 {time}</translation>
    </message>
    <message>
      <location filename="../../app/words.py" />
      <source>about {time}</source>
      <translation>約 {time}</translation>
    </message>
  </context>
</TS>
