<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>app</name>
    <message>
      <location filename="../../app/canvas/recolor/screen_picker.py" />
      <source>Pick a colour from the screen</source>
      <translation>从屏幕取色</translation>
    </message>
    <message>
      <location filename="../../app/canvas/recolor/tool.py" />
      <source>Recolour</source>
      <translation>换色</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Brush</source>
      <translation>画笔</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>[ ] or Alt+right drag: size, hardness; digits opacity, Alt picks a colour, Shift-click a line</source>
      <translation>[ ] 或 Alt+右键拖动：大小与硬度；数字键：不透明度；Alt 取色；Shift+单击画直线</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Eraser</source>
      <translation>橡皮擦</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>[ ] size, Shift+[ ] hardness, digits opacity</source>
      <translation>[ ] 大小，Shift+[ ] 硬度，数字键为不透明度</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Soft pen</source>
      <translation>轻笔压</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Normal pen</source>
      <translation>普通笔压</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Firm pen</source>
      <translation>重笔压</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Hardness</source>
      <translation>硬度</translation>
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
      <translation>平滑</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Pressure: size</source>
      <translation>压感：大小</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>Pressure: opacity</source>
      <translation>压感：不透明度</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/brush.py" />
      <source>How hard the pen has to be pressed</source>
      <translation>需要多大的笔压</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/crop.py" />
      <source>Crop</source>
      <translation>裁剪</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/crop.py" />
      <source>Drag a frame; Enter crops, Esc drops it</source>
      <translation>拖出裁剪框；Enter 裁剪，Esc 放弃</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/crop.py" />
      <source>Delete what lies outside</source>
      <translation>删除范围外的像素</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/crop.py" />
      <source>Drop</source>
      <translation>放弃</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Fill</source>
      <translation>填充</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Click to pour in the colour; Alt picks one; G again: gradient</source>
      <translation>单击填充颜色；Alt 取色；再按 G：渐变</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Gradient</source>
      <translation>渐变</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Drag from start to end; Shift keeps to 45°</source>
      <translation>从起点拖到终点；Shift 限制为 45°</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Linear</source>
      <translation>线性</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Radial</source>
      <translation>径向</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Tolerance</source>
      <translation>容差</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Close gaps</source>
      <translation>间隙闭合</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Grow</source>
      <translation>扩展</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Contiguous</source>
      <translation>连续</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>All layers</source>
      <translation>所有图层</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Shape</source>
      <translation>形状</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>To transparent</source>
      <translation>到透明</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/fill.py" />
      <source>Reverse</source>
      <translation>反向</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/hand.py" />
      <source>Hand</source>
      <translation>抓手</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/hand.py" />
      <source>Drag or arrows move the view; hold Space in any tool</source>
      <translation>拖动或方向键移动视图；任何工具中按住空格也可以</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/move.py" />
      <source>Move</source>
      <translation>移动</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/move.py" />
      <source>Drag, or arrows 1 px, Shift 10 px; Alt-drag copies; right click lists layers</source>
      <translation>拖动，或方向键 1 px、加 Shift 10 px；Alt+拖动复制；右键列出图层</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/move.py" />
      <source>Click chooses the layer</source>
      <translation>单击选择图层</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/move.py" />
      <source>Outline under the pointer</source>
      <translation>指针下显示轮廓</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/move.py" />
      <source>Layers under the pointer</source>
      <translation>指针下的图层</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/objects.py" />
      <source>Object select</source>
      <translation>对象选择</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/objects.py" />
      <source>Click a thing or draw a box round it; Shift-click: this too, Alt-click: not this</source>
      <translation>单击物体或框住它；Shift+单击：也要；Alt+单击：不要</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/objects.py" />
      <source>Subject</source>
      <translation>主体</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/objects.py" />
      <source>Cut out</source>
      <translation>抠出</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/objects.py" />
      <source>Inpaint</source>
      <translation>修补</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/objects.py" />
      <source>Lift object</source>
      <translation>提取对象</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/picker.py" />
      <source>Eyedropper</source>
      <translation>吸管</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/picker.py" />
      <source>Click a colour; Alt-click takes it as background</source>
      <translation>单击取色；Alt+单击设为背景色</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/picker.py" />
      <source>One pixel</source>
      <translation>单个像素</translation>
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
      <translation>取样大小</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Rectangle select</source>
      <translation>矩形选框</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Drag; Shift adds, Alt takes away; M again: ellipse</source>
      <translation>拖动；Shift 添加，Alt 减去；再按 M：椭圆</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Ellipse select</source>
      <translation>椭圆选框</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Drag; Shift adds, Alt takes away</source>
      <translation>拖动；Shift 添加，Alt 减去</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Lasso</source>
      <translation>套索</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Draw round it; L again: polygon</source>
      <translation>沿轮廓绘制；再按 L：多边形</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Polygon select</source>
      <translation>多边形套索</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Click the corners; Enter closes, Backspace takes one back, Esc drops it</source>
      <translation>单击各个角；Enter 闭合，Backspace 退一步，Esc 放弃</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Wand</source>
      <translation>魔棒</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Click a colour; W again: the colour everywhere, once more: objects</source>
      <translation>单击颜色；再按 W：全图的这种颜色，再按一次：对象</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Select by colour</source>
      <translation>按颜色选择</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Click a colour</source>
      <translation>单击一种颜色</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Replace</source>
      <translation>替换</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Subtract</source>
      <translation>减去</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Intersect</source>
      <translation>相交</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>New selection</source>
      <translation>新选区</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/select.py" />
      <source>Feather</source>
      <translation>羽化</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Transform</source>
      <translation>变换</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Enter keeps, Esc drops; Ctrl pulls a corner or side, Ctrl+Alt+Shift both ends of a side</source>
      <translation>Enter 保留，Esc 放弃；Ctrl 拉动角或边，Ctrl+Alt+Shift 拉动一边的两端</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Scale and turn</source>
      <translation>缩放和旋转</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Pull corners</source>
      <translation>拉动各角</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Perspective</source>
      <translation>透视</translation>
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
      <translation>保留</translation>
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
      <translation>保持比例</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>What handles do</source>
      <translation>控制点的作用</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/transform.py" />
      <source>Slant</source>
      <translation>倾斜</translation>
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
      <translation>旋转视图</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/turn.py" />
      <source>Drag turns the view, with Shift by 15°; R twice turns it back</source>
      <translation>拖动旋转视图，Shift 每次 15°；按两次 R 恢复</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/zoom.py" />
      <source>Zoom</source>
      <translation>缩放</translation>
    </message>
    <message>
      <location filename="../../app/canvas/tools/zoom.py" />
      <source>Click zooms in, Alt-click out, drag sideways for anything between</source>
      <translation>单击放大，Alt+单击缩小，左右拖动任意缩放</translation>
    </message>
    <message>
      <location filename="../../app/canvas/view.py" />
      <source>Canvas</source>
      <translation>画布</translation>
    </message>
    <message>
      <location filename="../../app/canvas/view.py" />
      <source>The picture. Arrow keys move the layer or the view.</source>
      <translation>图像。方向键可移动图层或视图。</translation>
    </message>
    <message>
      <location filename="../../app/canvas/view.py" />
      <source>Original</source>
      <translation>原图</translation>
    </message>
    <message>
      <location filename="../../app/canvas/view.py" />
      <source>Chosen layers alone</source>
      <translation>仅所选图层</translation>
    </message>
    <message>
      <location filename="../../app/canvas/view.py" />
      <source>Layer mask</source>
      <translation>图层蒙版</translation>
    </message>
    <message>
      <location filename="../../app/canvas/view.py" />
      <source>Quick mask</source>
      <translation>快速蒙版</translation>
    </message>
    <message>
      <location filename="../../app/canvas/view.py" />
      <source>Difference from the original, ×{factor}</source>
      <translation>与原图的差异，×{factor}</translation>
    </message>
    <message>
      <location filename="../../app/commands/adjustment_table.py" />
      <source>New adjustment layer</source>
      <translation>新建调整图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/adjustment_table.py" />
      <source>Adjustments</source>
      <translation>调整</translation>
    </message>
    <message>
      <location filename="../../app/commands/assisting.py" />
      <source>Settings…</source>
      <translation>首选项…</translation>
    </message>
    <message>
      <location filename="../../app/commands/assisting.py" />
      <source>Keyboard shortcuts…</source>
      <translation>键盘快捷键…</translation>
    </message>
    <message>
      <location filename="../../app/commands/assisting.py" />
      <source>Copy diagnostics</source>
      <translation>复制诊断信息</translation>
    </message>
    <message>
      <location filename="../../app/commands/assisting.py" />
      <source>Licences</source>
      <translation>许可证</translation>
    </message>
    <message>
      <location filename="../../app/commands/assisting.py" />
      <source>About Unflatten</source>
      <translation>关于 Unflatten</translation>
    </message>
    <message>
      <location filename="../../app/commands/clipboard_table.py" />
      <source>Cut</source>
      <translation>剪切</translation>
    </message>
    <message>
      <location filename="../../app/commands/clipboard_table.py" />
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <location filename="../../app/commands/clipboard_table.py" />
      <source>Copy merged</source>
      <translation>合并复制</translation>
    </message>
    <message>
      <location filename="../../app/commands/clipboard_table.py" />
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <location filename="../../app/commands/clipboard_table.py" />
      <source>Paste in place</source>
      <translation>原位粘贴</translation>
    </message>
    <message>
      <location filename="../../app/commands/clipboard_table.py" />
      <source>Paste into selection</source>
      <translation>粘贴到选区内</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Blend mode</source>
      <translation>混合模式</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>No colour tag</source>
      <translation>无颜色标签</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Red tag</source>
      <translation>红色标签</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Orange tag</source>
      <translation>橙色标签</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Yellow tag</source>
      <translation>黄色标签</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Green tag</source>
      <translation>绿色标签</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Blue tag</source>
      <translation>蓝色标签</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Violet tag</source>
      <translation>紫色标签</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Grey tag</source>
      <translation>灰色标签</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Lock transparency</source>
      <translation>锁定透明像素</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Lock pixels</source>
      <translation>锁定图像像素</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Lock position</source>
      <translation>锁定位置</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Link layers</source>
      <translation>链接图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Unlink</source>
      <translation>取消链接</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Choose linked layers</source>
      <translation>选取链接的图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Add mask that hides all</source>
      <translation>添加隐藏全部的蒙版</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Add mask that shows all</source>
      <translation>添加显示全部的蒙版</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Paint on mask</source>
      <translation>在蒙版上绘制</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Mask density…</source>
      <translation>蒙版浓度…</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Convert to normal</source>
      <translation>转换为正常</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Convert to multiply</source>
      <translation>转换为正片叠底</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Move selected pixels to layer above</source>
      <translation>将所选像素移到上方图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Move selected pixels to layer below</source>
      <translation>将所选像素移到下方图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Zoom to selection</source>
      <translation>缩放到选区</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Zoom to layer</source>
      <translation>缩放到图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Rotate view by dragging</source>
      <translation>拖动旋转视图</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Rotate view right</source>
      <translation>向右旋转视图</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Rotate view left</source>
      <translation>向左旋转视图</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Flip view</source>
      <translation>水平翻转视图</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Reset rotation</source>
      <translation>复位旋转</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Show layer mask</source>
      <translation>显示图层蒙版</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Show layer mask in red</source>
      <translation>以红色显示图层蒙版</translation>
    </message>
    <message>
      <location filename="../../app/commands/layer_table.py" />
      <source>Difference from the original</source>
      <translation>与原图的差异</translation>
    </message>
    <message>
      <location filename="../../app/commands/recolor_table.py" />
      <source>Colours of another picture…</source>
      <translation>另一幅图的颜色…</translation>
    </message>
    <message>
      <location filename="../../app/commands/recolor_table.py" />
      <source>Recolouring by keyboard</source>
      <translation>用键盘换色</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;Image</source>
      <translation>图像(&amp;I)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;Layer</source>
      <translation>图层(&amp;L)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;Select</source>
      <translation>选择(&amp;S)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;Tools</source>
      <translation>工具(&amp;T)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;Window</source>
      <translation>窗口(&amp;W)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Open picture…</source>
      <translation>打开图像…</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>New picture from clipboard</source>
      <translation>从剪贴板新建图片</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Save as…</source>
      <translation>另存为…</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Export PSD…</source>
      <translation>导出 PSD…</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Undo</source>
      <translation>还原</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Decompose</source>
      <translation>分解图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Cancel job</source>
      <translation>取消任务</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>New layer</source>
      <translation>新建图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>New group</source>
      <translation>新建组</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Duplicate</source>
      <translation>复制</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Rename</source>
      <translation>重命名</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Group</source>
      <translation>编组</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Ungroup</source>
      <translation>取消编组</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Clip to layer below</source>
      <translation>剪贴到下方图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Open or close group</source>
      <translation>展开或折叠组</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Show or hide</source>
      <translation>显示或隐藏</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Show only this layer</source>
      <translation>仅显示此图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Raise</source>
      <translation>上移一层</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Lower</source>
      <translation>下移一层</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Raise to top</source>
      <translation>置于顶层</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Lower to bottom</source>
      <translation>置于底层</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Choose layer above</source>
      <translation>选择上方图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Choose layer below</source>
      <translation>选择下方图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Choose all layers</source>
      <translation>选择所有图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Filter layers</source>
      <translation>筛选图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Zoom in</source>
      <translation>放大</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Zoom out</source>
      <translation>缩小</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Fit to window</source>
      <translation>适合窗口</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>100 %</source>
      <translation>100 %</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Show original</source>
      <translation>显示原图</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Compare with original</source>
      <translation>与原图比较</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Pixel grid</source>
      <translation>像素网格</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Theme of the system</source>
      <translation>跟随系统主题</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Dark theme</source>
      <translation>深色主题</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Light theme</source>
      <translation>浅色主题</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Layers</source>
      <translation>图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Adjust</source>
      <translation>调整</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>History</source>
      <translation>历史记录</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Jobs</source>
      <translation>任务</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Float panel</source>
      <translation>浮动面板</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Move panel to the other side</source>
      <translation>将面板移到另一侧</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Hide panels</source>
      <translation>隐藏面板</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Reset layout</source>
      <translation>重置布局</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Next pane</source>
      <translation>下一个面板</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Previous pane</source>
      <translation>上一个面板</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Full screen</source>
      <translation>全屏</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Find a command…</source>
      <translation>查找命令…</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Keys</source>
      <translation>快捷键</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Mask</source>
      <translation>蒙版</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Move tool</source>
      <translation>移动工具</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Crop tool</source>
      <translation>裁剪工具</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Fill tool</source>
      <translation>油漆桶工具</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Hand tool</source>
      <translation>抓手工具</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Zoom tool</source>
      <translation>缩放工具</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Smaller brush</source>
      <translation>减小画笔</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Larger brush</source>
      <translation>增大画笔</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Softer brush</source>
      <translation>画笔更软</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Harder brush</source>
      <translation>画笔更硬</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Swap colours</source>
      <translation>切换前景色和背景色</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Black and white</source>
      <translation>默认前景色和背景色</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Foreground colour…</source>
      <translation>前景色…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Background colour…</source>
      <translation>背景色…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Select all</source>
      <translation>全选</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Deselect</source>
      <translation>取消选择</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Invert selection</source>
      <translation>反选</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Select subject</source>
      <translation>选择主体</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Grow…</source>
      <translation>扩展…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Shrink…</source>
      <translation>收缩…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Feather…</source>
      <translation>羽化…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Border…</source>
      <translation>边界…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Refine edge…</source>
      <translation>调整边缘…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Select what the layer covers</source>
      <translation>载入图层透明度为选区</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Select what the mask shows</source>
      <translation>载入蒙版为选区</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Fill with foreground colour</source>
      <translation>用前景色填充</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Fill with background colour</source>
      <translation>用背景色填充</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Inpaint selection</source>
      <translation>修补选区</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Free transform</source>
      <translation>自由变换</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Flip layer across</source>
      <translation>水平翻转图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Flip layer down</source>
      <translation>垂直翻转图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Rotate layer 90° right</source>
      <translation>图层右转 90°</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Rotate layer 90° left</source>
      <translation>图层左转 90°</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Rotate layer 180°</source>
      <translation>图层旋转 180°</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Image size…</source>
      <translation>图像大小…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Canvas size…</source>
      <translation>画布大小…</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Crop to selection</source>
      <translation>裁剪到选区</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Flip picture across</source>
      <translation>水平翻转图像</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Flip picture down</source>
      <translation>垂直翻转图像</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Rotate picture 90° right</source>
      <translation>图像顺时针旋转 90°</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Rotate picture 90° left</source>
      <translation>图像逆时针旋转 90°</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Rotate picture 180°</source>
      <translation>图像旋转 180°</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Layer via copy</source>
      <translation>通过拷贝的图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Layer via cut</source>
      <translation>通过剪切的图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Cut out with refined edge</source>
      <translation>精修边缘后抠出</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Lift object with its shadow</source>
      <translation>连同阴影提取对象</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Merge down</source>
      <translation>向下合并</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Merge group</source>
      <translation>合并组</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Merge visible</source>
      <translation>合并可见图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Stamp visible</source>
      <translation>盖印可见图层</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Flatten</source>
      <translation>拼合图像</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Add mask</source>
      <translation>添加蒙版</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Mask on</source>
      <translation>启用蒙版</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Apply mask</source>
      <translation>应用蒙版</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Delete mask</source>
      <translation>删除蒙版</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Transparency to mask</source>
      <translation>透明度转为蒙版</translation>
    </message>
    <message>
      <location filename="../../app/commands/tool_table.py" />
      <source>Decontaminate edge…</source>
      <translation>净化边缘颜色…</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/about.py" />
      <source>Opens a flat picture and gives back the layers it was painted from.</source>
      <translation>打开一张平面图像，还原绘制时的图层。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/about.py" />
      <source>Works on this computer alone: no account, no network, no model to fetch.</source>
      <translation>仅在这台电脑上运行：无需账号、网络或下载模型。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/about.py" />
      <source>Free under the Apache License, version 2.0.</source>
      <translation>依据 Apache License 2.0 免费使用。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Canvas size</source>
      <translation>画布大小</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Width</source>
      <translation>宽度</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Height</source>
      <translation>高度</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>What stays in place</source>
      <translation>定位</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Change canvas</source>
      <translation>更改画布</translation>
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
      <translation>图像大小</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Filter</source>
      <translation>筛选</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Scale picture</source>
      <translation>缩放图像</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Smooth</source>
      <translation>平滑</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/amount.py" />
      <source>Hard pixels</source>
      <translation>硬边缘</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/command_palette.py" />
      <source>Find a command</source>
      <translation>查找命令</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/command_palette.py" />
      <source>Commands</source>
      <translation>命令</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Decompose “{name}”</source>
      <translation>分解“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Share of the free memory</source>
      <translation>占可用内存的比例</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Skip this when it fits</source>
      <translation>够用时不再显示</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>{count} megapixels</source>
      <translation>{count} 百万像素</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Needs memory</source>
      <translation>需要内存</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>It fits. You can go on working meanwhile.</source>
      <translation>内存够用。其间可以继续工作。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>{size} short. The computer may become very slow, or the engine may be stopped; your document is safe either way. Close other programs first, or scale the picture down.</source>
      <translation>还差 {size}。电脑可能会变得很慢，引擎也可能停止；无论如何文档都是安全的。请先关闭其他程序，或缩小图片。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Add to queue</source>
      <translation>加入队列</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Try anyway</source>
      <translation>仍然尝试</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Free memory</source>
      <translation>可用内存</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/estimate.py" />
      <source>Queue</source>
      <translation>队列</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/dialogs/estimate.py" />
      <source>Starts after %n jobs</source>
      <translation>
        <numerusform>在 %n 个任务之后开始</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Everywhere</source>
      <translation>任何位置</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Canvas, layers</source>
      <translation>画布、图层</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Canvas, hold or tap</source>
      <translation>画布，按住或轻按</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Pan</source>
      <translation>平移视图</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Space drag, middle drag, two fingers</source>
      <translation>空格+拖动、中键拖动、双指</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Wheel, Ctrl+Space drag, pinch</source>
      <translation>滚轮、Ctrl+空格+拖动、双指捏合</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Nudge the layer by 1 px, 10 px</source>
      <translation>微移图层 1 px、10 px</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Arrows, Shift+Arrows</source>
      <translation>方向键、Shift+方向键</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Rename, go on to the next</source>
      <translation>重命名并转到下一个</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Alt-click its eye</source>
      <translation>按住 Alt 单击眼睛图标</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Find a command or a key</source>
      <translation>查找命令或按键</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Commands and their keys</source>
      <translation>命令及其按键</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Command</source>
      <translation>命令</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Key</source>
      <translation>按键</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/keys.py" />
      <source>Where</source>
      <translation>有效位置</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/log.py" />
      <source>Details</source>
      <translation>详细信息</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/log.py" />
      <source>What the engine wrote last</source>
      <translation>引擎最近的输出</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/log.py" />
      <source>The engine wrote nothing.</source>
      <translation>引擎没有任何输出。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Open picture</source>
      <translation>打开图像</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Save as</source>
      <translation>另存为</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Export PSD</source>
      <translation>导出 PSD</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Unsaved work</source>
      <translation>未保存的工作</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Save the changes to “{name}”?</source>
      <translation>要保存对“{name}”的更改吗？</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Without saving, the work since the last save is lost.</source>
      <translation>如果不保存，上次保存之后的工作将会丢失。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Discard changes</source>
      <translation>放弃更改</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Before saving</source>
      <translation>保存之前</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>“{name}” would not keep everything.</source>
      <translation>“{name}”无法保留全部内容。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Save as .unflatten…</source>
      <translation>另存为 .unflatten…</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Save anyway</source>
      <translation>仍然保存</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Discard the unsaved work on “{name}”?</source>
      <translation>要放弃“{name}”的未保存工作吗？</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>It cannot be brought back.</source>
      <translation>此操作无法撤销。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Discard</source>
      <translation>放弃</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Pictures and projects</source>
      <translation>图像和项目</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>All files</source>
      <translation>所有文件</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/questions.py" />
      <source>Unflatten project</source>
      <translation>Unflatten 项目</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/dialogs/questions.py" />
      <source>And %n more.</source>
      <translation>
        <numerusform>另有 %n 条。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Pixels hold the number of a slot, the palette holds its colour: changing a slot recolours every pixel of it, borders included, and no other pixel.</source>
      <translation>像素记录色槽的编号，调色板记录颜色：更改一个色槽会改变它的每个像素（包括边缘），其他像素不变。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Mean a slot with a digit or an arrow, change it with the six keys under the left hand. A held key is one undo step.</source>
      <translation>用数字键或方向键选定色槽，用左手下的六个键更改。按住一次算作一个撤销步骤。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Here, chart as swatches</source>
      <translation>此处：以色板为色表</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>digit, Shift+digit; Tab every ten slots</source>
      <translation>数字键、Shift+数字键；每十个色槽按 Tab</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>2.1</source>
      <translation>2.1</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Here, whole chart at once</source>
      <translation>此处：整张色表一次完成</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>T carries it over, T again for the next mapping</source>
      <translation>T 带入，再按 T 换下一种对应</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>1 for all</source>
      <translation>全部只需 1</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Krita, flat layer</source>
      <translation>Krita，平涂图层</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>click the palette, press F, click the area with “fill similar”; borders keep the old colour: grow the selection and fill again</source>
      <translation>单击调色板，按 F，用“填充相似”单击区域；边缘仍是旧色：扩大选区后再填充一次</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>3 to 6</source>
      <translation>3 到 6</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>GIMP, flat layer</source>
      <translation>GIMP，平涂图层</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Shift+O, click the colour, click the new one, Ctrl+comma, Ctrl+Shift+A; smooth borders keep a seam that is painted over by hand</source>
      <translation>Shift+O，单击颜色，单击新颜色，Ctrl+逗号，Ctrl+Shift+A；平滑边缘会留下接缝，需手工涂掉</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>5 to 7</source>
      <translation>5 到 7</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>GIMP, indexed picture</source>
      <translation>GIMP，索引图像</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>double-click the entry of the colour map, type hex, Return; no smooth borders</source>
      <translation>双击颜色表中的条目，输入十六进制值，回车；没有平滑边缘</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>9</source>
      <translation>9</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>A character with 20 slots, to a given chart</source>
      <translation>按给定色表为 20 个色槽的角色换色</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>The place wins over what is printed. Not on this keyboard: {keys}</source>
      <translation>以按键位置为准，而非键帽。此键盘上没有：{keys}</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Way</source>
      <translation>方法</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Steps for one slot</source>
      <translation>每个色槽的步骤</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>Presses and clicks</source>
      <translation>按键与单击次数</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/recolor_keys.py" />
      <source>{key} ({act})</source>
      <translation>{key}（{act}）</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Settings</source>
      <translation>首选项</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>min</source>
      <translation>分钟</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>MB</source>
      <translation>MB</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Theme</source>
      <translation>主题</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Text and control size</source>
      <translation>文字与控件大小</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>From the next start on</source>
      <translation>下次启动后生效</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Round the picture</source>
      <translation>图像周围的颜色</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Mouse wheel</source>
      <translation>鼠标滚轮</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Keys like in</source>
      <translation>习惯的快捷键</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Keep unsaved work aside every</source>
      <translation>自动备份未保存工作的间隔</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>And after 20 steps. It is offered again after a crash.</source>
      <translation>每 20 步也会备份。崩溃后可恢复。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Memory for undo</source>
      <translation>撤销所用内存</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>The oldest steps go first.</source>
      <translation>最早的步骤先被清除。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Processor threads</source>
      <translation>处理器线程数</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>As the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/settings.py" />
      <source>Changes are kept at once.</source>
      <translation>更改会立即保存。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>Press the new key here</source>
      <translation>在此按下新的按键</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>New key</source>
      <translation>新按键</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>The next key you press is given to the command.</source>
      <translation>接下来按下的键将分配给该命令。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>Add a second key</source>
      <translation>添加备用键</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>Remove keys</source>
      <translation>移除按键</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>Reset</source>
      <translation>重置</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>Reset all</source>
      <translation>全部重置</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>{key} belongs to “{command}”.</source>
      <translation>{key} 已用于“{command}”。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>{key} now does “{command}”.</source>
      <translation>{key} 现在执行“{command}”。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>This key is held down and belongs to the canvas.</source>
      <translation>此键需按住使用，固定用于画布。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>{key} is needed by lists, fields and the canvas.</source>
      <translation>{key} 需用于列表、输入框和画布。</translation>
    </message>
    <message>
      <location filename="../../app/dialogs/shortcuts.py" />
      <source>Changed from the preset</source>
      <translation>已与预设不同</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Reading</source>
      <translation>正在读取</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Reading layers</source>
      <translation>正在读取图层</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Reading the picture</source>
      <translation>正在读取图像</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Looking at the picture</source>
      <translation>正在分析图像</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Getting ready</source>
      <translation>正在准备</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Finding lines</source>
      <translation>正在查找线条</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Closing regions</source>
      <translation>正在闭合区域</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Collecting colours</source>
      <translation>正在收集颜色</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Matching materials</source>
      <translation>正在匹配材质</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Smoothing colour borders</source>
      <translation>正在平滑颜色边界</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Solving shadow and light</source>
      <translation>正在求解阴影与光照</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Packing layers</source>
      <translation>正在打包图层</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Packing the merged picture</source>
      <translation>正在打包合并图像</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Flattening</source>
      <translation>正在拼合</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Writing</source>
      <translation>正在写入</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Writing layers</source>
      <translation>正在写入图层</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Writing the picture</source>
      <translation>正在写入图像</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Casting its shadow</source>
      <translation>正在投射阴影</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Checking</source>
      <translation>正在检查</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Counting colours</source>
      <translation>正在统计颜色</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Drawing its border</source>
      <translation>正在勾画边缘</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Filling the background</source>
      <translation>正在填补背景</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Finding flat colours</source>
      <translation>正在查找平涂颜色</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Finding thin lines</source>
      <translation>正在查找细线</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Fitting the object</source>
      <translation>正在调整对象</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Following the clicks</source>
      <translation>正在根据单击选取</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Looking for its shadow</source>
      <translation>正在查找阴影</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Looking for the object</source>
      <translation>正在查找对象</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Looking for objects</source>
      <translation>正在查找对象</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Matching the light</source>
      <translation>正在匹配光线</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Reducing colours</source>
      <translation>正在减少颜色</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Refining the edges</source>
      <translation>正在精修边缘</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Your document is safe. Try again.</source>
      <translation>您的文档是安全的。请重试。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The engine is not running.</source>
      <translation>引擎未运行。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The engine was stopped.</source>
      <translation>引擎已被停止。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The engine does not answer.</source>
      <translation>引擎没有响应。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The engine stopped unexpectedly and is being started again.</source>
      <translation>引擎意外停止，正在重新启动。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The engine stopped unexpectedly more than once and stays off.</source>
      <translation>引擎多次意外停止，现保持关闭。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The engine cannot start: {reason}.</source>
      <translation>引擎无法启动：{reason}。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The engine is of another version ({reason}).</source>
      <translation>引擎版本不一致（{reason}）。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>This cannot be asked of the engine.</source>
      <translation>无法向引擎请求此操作。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>File names must be valid text.</source>
      <translation>文件名必须是有效文本。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>There is no layer below to merge with.</source>
      <translation>下方没有可合并的图层。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Hidden layers cannot be merged.</source>
      <translation>隐藏的图层无法合并。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>A layer cannot be merged into an adjustment.</source>
      <translation>图层无法合并到调整图层中。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>A {ending} file is one flat picture: its layers are not kept.</source>
      <translation>{ending} 文件是一张平面图片：不保留图层。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Its pixels were changed: {names} is saved as pixels and no longer as {kind}.</source>
      <translation>像素已被更改：{names} 将存为像素，不再是 {kind}。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Their pixels were changed: {names} are saved as pixels and no longer as {kind}.</source>
      <translation>像素已被更改：{names} 将存为像素，不再是 {kind}。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>The effects of {names} can't be saved there.</source>
      <translation>{names} 的效果无法保存到该格式。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Only PSD keeps {names} editable as {kind} in Photoshop.</source>
      <translation>只有 PSD 能让 {names} 在 Photoshop 中仍可作为 {kind} 编辑。</translation>
    </message>
    <message>
      <location filename="../../app/languages/engine_words.py" />
      <source>Only PSD and .unflatten keep the effects of {names}.</source>
      <translation>只有 PSD 和 .unflatten 能保留 {names} 的效果。</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>All channels</source>
      <translation>全部通道</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Red</source>
      <translation>红</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Green</source>
      <translation>绿</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Blue</source>
      <translation>蓝</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>All colours</source>
      <translation>全图</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Reds</source>
      <translation>红色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Yellows</source>
      <translation>黄色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Greens</source>
      <translation>绿色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Cyans</source>
      <translation>青色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Blues</source>
      <translation>蓝色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Magentas</source>
      <translation>洋红</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>New red</source>
      <translation>新的红色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>New green</source>
      <translation>新的绿色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>New blue</source>
      <translation>新的蓝色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Gray of monochrome</source>
      <translation>单色的灰</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Whites</source>
      <translation>白色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Neutrals</source>
      <translation>中性色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Blacks</source>
      <translation>黑色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Shadows</source>
      <translation>阴影</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Midtones</source>
      <translation>中间调</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Highlights</source>
      <translation>高光</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Every colour is turned round. There is nothing to set.</source>
      <translation>反转所有颜色，无需设置。</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Black</source>
      <translation>黑</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>White</source>
      <translation>白</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Output black</source>
      <translation>输出黑场</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Output white</source>
      <translation>输出白场</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Brightness</source>
      <translation>亮度</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Contrast</source>
      <translation>对比度</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Move all tones alike</source>
      <translation>均匀移动所有色调</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Exposure</source>
      <translation>曝光度</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Offset</source>
      <translation>位移</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Gamma</source>
      <translation>灰度系数</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Hue</source>
      <translation>色相</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Saturation</source>
      <translation>饱和度</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Lightness</source>
      <translation>明度</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Colourize</source>
      <translation>着色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Vibrance</source>
      <translation>自然饱和度</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Tint</source>
      <translation>色调</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Density</source>
      <translation>浓度</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Keep luminosity</source>
      <translation>保持明度</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Constant</source>
      <translation>常数</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Monochrome</source>
      <translation>单色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Cyan</source>
      <translation>青色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Magenta</source>
      <translation>洋红</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Yellow</source>
      <translation>黄色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Relative to the ink that is there</source>
      <translation>相对于已有的油墨</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Cyan to red</source>
      <translation>青色 → 红色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Magenta to green</source>
      <translation>洋红 → 绿色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Yellow to blue</source>
      <translation>黄色 → 蓝色</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>Tones</source>
      <translation>色阶数</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/forms.py" />
      <source>White from</source>
      <translation>白色起始值</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>Load a .cube file…</source>
      <translation>载入 .cube 文件…</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>Choose an adjustment layer, or an adjustment from the Image menu.</source>
      <translation>请选择调整图层，或从图像菜单中选择调整。</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>Apply</source>
      <translation>应用</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>What is set</source>
      <translation>设置对象</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>Colour…</source>
      <translation>颜色…</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>Colour of the darkest…</source>
      <translation>最暗处的颜色…</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>Colour of the lightest…</source>
      <translation>最亮处的颜色…</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>“{name}”, {size} steps per colour</source>
      <translation>“{name}”，每种颜色 {size} 级</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>No table is loaded: colours stay as they are.</source>
      <translation>未载入颜色表：颜色保持不变。</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>Curve</source>
      <translation>曲线</translation>
    </message>
    <message>
      <location filename="../../app/panels/adjustment/panel.py" />
      <source>Arrows move the chosen point, Page up and Page down choose, Insert adds one, Delete takes it away.</source>
      <translation>方向键移动所选点，PageUp／PageDown 切换，Insert 添加，Delete 删除。</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Waiting</source>
      <translation>等待中</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Running</source>
      <translation>运行中</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Cancelling</source>
      <translation>正在取消</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Failed</source>
      <translation>失败</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Cancelled</source>
      <translation>已取消</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Earlier</source>
      <translation>提前</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Later</source>
      <translation>推后</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Show</source>
      <translation>查看</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Running {duration}</source>
      <translation>已运行 {duration}</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>{subject}, waiting for the engine</source>
      <translation>{subject}，正在等待引擎</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>{title} stopped</source>
      <translation>“{title}”已中断</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Cancelling, giving memory back</source>
      <translation>正在取消并释放内存</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/card.py" />
      <source>Engine memory {size}</source>
      <translation>引擎内存 {size}</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/panel.py" />
      <source>Engine stopped</source>
      <translation>引擎已停止</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/panel.py" />
      <source>Engine starting</source>
      <translation>引擎正在启动</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/panel.py" />
      <source>Engine ready, its own process</source>
      <translation>引擎就绪，独立进程</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/panel.py" />
      <source>Engine off</source>
      <translation>引擎已关闭</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/panel.py" />
      <source>Start engine</source>
      <translation>启动引擎</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/panel.py" />
      <source>No jobs yet</source>
      <translation>还没有任务</translation>
    </message>
    <message>
      <location filename="../../app/panels/jobs/panel.py" />
      <source>Decompose the picture to get its layers back.</source>
      <translation>分解图像即可找回图层。</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/delegate.py" />
      <source>Layer name</source>
      <translation>图层名称</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Mixed</source>
      <translation>混合</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Opacity slider</source>
      <translation>不透明度滑块</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Fill opacity</source>
      <translation>填充不透明度</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Colour tag</source>
      <translation>颜色标签</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Clear the filter</source>
      <translation>清除筛选</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Flat</source>
      <translation>底色</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Shadow</source>
      <translation>阴影</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Highlight</source>
      <translation>高光</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Line</source>
      <translation>线稿</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Residual</source>
      <translation>残差</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Transmission</source>
      <translation>透射</translation>
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
      <translation>对象</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>Effect</source>
      <translation>效果</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>group</source>
      <translation>组</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>adjustment</source>
      <translation>调整</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>layer</source>
      <translation>图层</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>hidden</source>
      <translation>隐藏</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>clipped to the layer below</source>
      <translation>已剪贴到下方图层</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>with mask</source>
      <translation>带蒙版</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>locked</source>
      <translation>已锁定</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>linked</source>
      <translation>已链接</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/model.py" />
      <source>with palette</source>
      <translation>带调色板</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/sum_badge.py" />
      <source>Sum check</source>
      <translation>合成校验</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/sum_badge.py" />
      <source>{text}
The layers compared with the opened picture.</source>
      <translation>{text}
图层合成结果与打开的图像的比较。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/layers/tree.py" />
      <source>%n layers</source>
      <translation>
        <numerusform>%n 个图层</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/tree.py" />
      <source>Show {named}</source>
      <translation>显示{named}</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/tree.py" />
      <source>Hide {named}</source>
      <translation>隐藏{named}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Mode</source>
      <translation>模式</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Which slot</source>
      <translation>选哪个色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Colour</source>
      <translation>颜色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Structure</source>
      <translation>结构</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Variants</source>
      <translation>变体</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Compare</source>
      <translation>比较</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Reference</source>
      <translation>参考</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Enter or leave the mode</source>
      <translation>进入或离开模式</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Step out: typing, pop-over, choice, mode</source>
      <translation>退一步：输入、弹出框、选择、模式</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Back to the colours on entry</source>
      <translation>恢复进入时的颜色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Show the keys</source>
      <translation>显示按键</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Slot in this bank of ten</source>
      <translation>这一组十个中的色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Next bank</source>
      <translation>下一组</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Bank before</source>
      <translation>上一组</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Next slot</source>
      <translation>下一个色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Slot before</source>
      <translation>上一个色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>First slot</source>
      <translation>第一个色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Last slot</source>
      <translation>最后一个色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Region on the left</source>
      <translation>左边的区域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Region on the right</source>
      <translation>右边的区域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Region above</source>
      <translation>上面的区域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Region below</source>
      <translation>下面的区域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Add the region on the left</source>
      <translation>加选左边的区域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Add the region on the right</source>
      <translation>加选右边的区域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Add the region above</source>
      <translation>加选上面的区域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Add the region below</source>
      <translation>加选下面的区域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Next region of the slot</source>
      <translation>色槽的下一个区域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Region of the slot before</source>
      <translation>色槽的上一个区域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Up in the family, to the light</source>
      <translation>在色族中向亮处</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Down in the family, to the shadow</source>
      <translation>在色族中向暗处</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Back to the slot before</source>
      <translation>回到先前的色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Forward again</source>
      <translation>再前进</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Find a slot</source>
      <translation>查找色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Tap: zoom to the slot. Hold: only it</source>
      <translation>轻按：缩放到色槽。按住：只显示它</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Only this region, or the whole slot</source>
      <translation>仅此区域，或整个色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Choose all that are not pinned</source>
      <translation>选取所有未固定的</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Choose this one only</source>
      <translation>只选这一个</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Choose the others</source>
      <translation>选取其他</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Lighter</source>
      <translation>更亮</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Darker</source>
      <translation>更暗</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>More chroma</source>
      <translation>提高彩度</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Less chroma</source>
      <translation>降低彩度</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Hue up</source>
      <translation>色相增加</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Hue down</source>
      <translation>色相减少</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Much lighter</source>
      <translation>亮得多</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Much darker</source>
      <translation>暗得多</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Much more chroma</source>
      <translation>彩度高得多</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Much less chroma</source>
      <translation>彩度低得多</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Hue far up</source>
      <translation>色相大幅增加</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Hue far down</source>
      <translation>色相大幅减少</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Type hex, L, C or H</source>
      <translation>输入十六进制值、L、C 或 H</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Type hex at once</source>
      <translation>直接输入十六进制值</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Pick a colour, hold</source>
      <translation>取色（按住）</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Pick from the screen</source>
      <translation>从屏幕取色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Give it a swatch</source>
      <translation>赋予一个色板颜色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Swap two colours</source>
      <translation>交换两种颜色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Copy the colour</source>
      <translation>复制颜色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Paste a colour</source>
      <translation>粘贴颜色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Paste colour and name</source>
      <translation>粘贴颜色和名称</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Back to the original</source>
      <translation>恢复原色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>All chosen back to the original</source>
      <translation>所选全部恢复原色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Repeat the last change</source>
      <translation>重复上次更改</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Harmony</source>
      <translation>配色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Pin, skip in group changes</source>
      <translation>固定，成组更改时跳过</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Shadows follow, or not</source>
      <translation>阴影是否跟随</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>How shadows follow</source>
      <translation>阴影如何跟随</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Merge the chosen slots</source>
      <translation>合并所选色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>This region as a slot of its own</source>
      <translation>将此区域设为单独的色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Split the slot by colour</source>
      <translation>按颜色拆分色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Make a family</source>
      <translation>建立色族</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Dissolve the family</source>
      <translation>解散色族</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Rename the slot</source>
      <translation>重命名色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Move up in the list</source>
      <translation>在列表中上移</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Move down in the list</source>
      <translation>在列表中下移</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>New variant</source>
      <translation>新建变体</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Next variant</source>
      <translation>下一个变体</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Variant before</source>
      <translation>上一个变体</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>A/B: flip two variants</source>
      <translation>A/B：在两个变体间切换</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Variant by number</source>
      <translation>按编号选变体</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Show the original, hold</source>
      <translation>显示原图（按住）</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Before and after</source>
      <translation>前后对比</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Colours of another picture</source>
      <translation>另一幅图的颜色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Carry the reference over</source>
      <translation>带入参考颜色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/act_titles.py" />
      <source>Mapping before</source>
      <translation>上一种对应</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>hue +2°</source>
      <translation>色相 +2°</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>lighter</source>
      <translation>更亮</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>more chroma</source>
      <translation>更鲜艳</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>hue −2°</source>
      <translation>色相 −2°</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>darker</source>
      <translation>更暗</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>less chroma</source>
      <translation>更灰</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>Neighbouring region</source>
      <translation>相邻区域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>all {count} keys</source>
      <translation>全部 {count} 个按键</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>Next keys</source>
      <translation>下一组按键</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>Hold to repeat. Shift for the coarse step.</source>
      <translation>按住重复。Shift 用大步长。</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_card.py" />
      <source>Not on this keyboard: {keys}</source>
      <translation>此键盘上没有：{keys}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>slot</source>
      <translation>色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>next</source>
      <translation>下一个</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>before</source>
      <translation>上一个</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>region ›</source>
      <translation>区域 ›</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>‹ region</source>
      <translation>‹ 区域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>find</source>
      <translation>查找</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>frame</source>
      <translation>定位</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>only this</source>
      <translation>仅此</translation>
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
      <translation>取色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>swap</source>
      <translation>交换</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>repeat</source>
      <translation>重复</translation>
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
      <translation>链接</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>variant</source>
      <translation>变体</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>variant ›</source>
      <translation>变体 ›</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>‹ variant</source>
      <translation>‹ 变体</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>A/B</source>
      <translation>A/B</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>original</source>
      <translation>原图</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>split</source>
      <translation>拆分</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>carry</source>
      <translation>带入</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/key_picture.py" />
      <source>Keyboard with the keys of the recolour mode</source>
      <translation>标有换色模式按键的键盘</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/mode.py" />
      <source>This bank has no slot {digit}.</source>
      <translation>这一组没有色槽 {digit}。</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/mode.py" />
      <source>This system does not let programs look at the screen.</source>
      <translation>此系统不允许程序查看屏幕。</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/mode.py" />
      <source>Copied {hex}</source>
      <translation>已复制 {hex}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/mode.py" />
      <source>Finding the colours of “{name}”</source>
      <translation>正在查找“{name}”的颜色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>Whole slot</source>
      <translation>整个色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>Only this region</source>
      <translation>仅此区域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>By part</source>
      <translation>按部位</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>By area</source>
      <translation>按面积</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>As it is read</source>
      <translation>按阅读顺序</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>By hue</source>
      <translation>按色相</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>By name</source>
      <translation>按名称</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>Change</source>
      <translation>变化</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>Shadows follow</source>
      <translation>阴影跟随</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/options.py" />
      <source>Order</source>
      <translation>顺序</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/panel.py" />
      <source>Name, part or #hex</source>
      <translation>名称、部位或 #十六进制</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/panel.py" />
      <source>Find a slot by name, part or hex</source>
      <translation>按名称、部位或十六进制查找色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/panel.py" />
      <source>Revert</source>
      <translation>还原</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/panel.py" />
      <source>Bank</source>
      <translation>组</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/panel.py" />
      <source>Their pixels are bit for bit as they were</source>
      <translation>它们的像素分毫未变</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/recolor/panel.py" />
      <source>%n slots untouched, bit for bit</source>
      <translation>
        <numerusform>%n 个色槽分毫未变</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/panel.py" />
      <source>Bank {slots}</source>
      <translation>第 {slots} 组</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/pop_over.py" />
      <source>keep</source>
      <translation>保留</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/pop_over.py" />
      <source>cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/pop_overs.py" />
      <source>Arrows turn it, Shift by 30°</source>
      <translation>方向键旋转，Shift 每次 30°</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/pop_overs.py" />
      <source>How shadow and highlight follow</source>
      <translation>阴影与高光如何跟随</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/pop_overs.py" />
      <source>Of this family</source>
      <translation>属于此色族</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Write palette</source>
      <translation>写出调色板</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Keep in the library</source>
      <translation>存入库</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Name of the palette</source>
      <translation>调色板名称</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Library: {name}</source>
      <translation>库：{name}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/recolor/references.py" />
      <source>%n swatches from {name}</source>
      <translation>
        <numerusform>来自 {name} 的 %n 个色板颜色</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Pictures and palettes</source>
      <translation>图片和调色板</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Picture or palette file…</source>
      <translation>图片或调色板文件…</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Pasted picture</source>
      <translation>粘贴的图像</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Keep this palette</source>
      <translation>保存此调色板</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>{name} is no picture that can be read.</source>
      <translation>{name} 不是可读取的图片。</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Palette “{name}” is in the library</source>
      <translation>调色板“{name}”已存入库</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>Saved {name}</source>
      <translation>已保存 {name}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>{name} is no palette. {reason}</source>
      <translation>{name} 不是调色板。{reason}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>The palette was not kept. {reason}</source>
      <translation>调色板未能保存。{reason}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>The palette was not written. {reason}</source>
      <translation>调色板未能写出。{reason}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>In the library…</source>
      <translation>存入库…</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/references.py" />
      <source>As a file…</source>
      <translation>存为文件…</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/slot_list.py" />
      <source>Slot name: character / part / suffix</source>
      <translation>色槽名称：角色 / 部位 / 后缀</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/slot_list.py" />
      <source>Slots</source>
      <translation>色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Leave</source>
      <translation>离开</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Colour: hex, rgb(), oklch() or a change such as +5h</source>
      <translation>颜色：十六进制、rgb()、oklch()，或 +5h 这样的变化</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Slot</source>
      <translation>色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Find its colours</source>
      <translation>查找颜色</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/recolor/strip.py" />
      <source>%n regions, {pixels} px</source>
      <translation>
        <numerusform>%n 个区域，{pixels} px</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Slot {number} of {count}, {role}</source>
      <translation>色槽 {number}/{count}，{role}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Everything else can be used meanwhile.</source>
      <translation>其间其他功能都可使用。</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>{share} of picture</source>
      <translation>占图片的 {share}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/recolor/strip.py" />
      <source>%n slots chosen</source>
      <translation>
        <numerusform>已选 %n 个色槽</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>pinned</source>
      <translation>已固定</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>only this region</source>
      <translation>仅此区域</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>“{name}” has no slots yet</source>
      <translation>“{name}”还没有色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Its flat colours become slots, no pixel changes. Return starts, Esc leaves.</source>
      <translation>其平涂颜色将成为色槽，像素不变。回车开始，Esc 离开。</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>There are no slots to recolour</source>
      <translation>没有可换色的色槽</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/strip.py" />
      <source>Choose a layer with pixels, or decompose the picture. Esc leaves.</source>
      <translation>请选择有像素的图层，或分解图片。Esc 离开。</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/swatch_bar.py" />
      <source>Colours of another picture, a palette file or the library</source>
      <translation>另一幅图、调色板文件或库中的颜色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/swatch_bar.py" />
      <source>Keep this palette in the library or write it to a file</source>
      <translation>将此调色板存入库或写成文件</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/swatch_bar.py" />
      <source>No reference</source>
      <translation>无参考</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/swatch_bar.py" />
      <source>Swatches</source>
      <translation>色板</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/swatch_bar.py" />
      <source>Carry over</source>
      <translation>带入颜色</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/variant_row.py" />
      <source>Variant {name}</source>
      <translation>变体 {name}</translation>
    </message>
    <message>
      <location filename="../../app/panels/recolor/variant_row.py" />
      <source>makes a variant of this palette</source>
      <translation>为此调色板建立变体</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Grow by</source>
      <translation>扩展量</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Shrink by</source>
      <translation>收缩量</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Shrink</source>
      <translation>收缩</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Feather by</source>
      <translation>羽化半径</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Border width</source>
      <translation>边界宽度</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Make border</source>
      <translation>创建边界</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Refine within</source>
      <translation>细化范围</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Refine edge</source>
      <translation>调整边缘</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Look for colours within</source>
      <translation>取色范围</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Decontaminate</source>
      <translation>净化颜色</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Mask density</source>
      <translation>蒙版浓度</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/dialogs.py" />
      <source>Set density</source>
      <translation>设置浓度</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_options/panel.py" />
      <source>More options</source>
      <translation>更多选项</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_strip/chips.py" />
      <source>Background colour</source>
      <translation>背景色</translation>
    </message>
    <message>
      <location filename="../../app/panels/tool_strip/chips.py" />
      <source>Foreground colour</source>
      <translation>前景色</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Zooms at the pointer</source>
      <translation>在指针处缩放</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Scrolls, with Ctrl it zooms</source>
      <translation>滚动，按住 Ctrl 缩放</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Of the theme</source>
      <translation>主题颜色</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Nearly black</source>
      <translation>近黑色</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Middle grey, 18 %</source>
      <translation>中灰（18 %）</translation>
    </message>
    <message>
      <location filename="../../app/preferences.py" />
      <source>Light grey</source>
      <translation>浅灰</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Levels</source>
      <translation>色阶</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Curves</source>
      <translation>曲线</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Brightness and contrast</source>
      <translation>亮度/对比度</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Hue and saturation</source>
      <translation>色相/饱和度</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Colour balance</source>
      <translation>色彩平衡</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Photo filter</source>
      <translation>照片滤镜</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Channel mixer</source>
      <translation>通道混合器</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Colour lookup</source>
      <translation>颜色查找</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Selective colour</source>
      <translation>可选颜色</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Gradient map</source>
      <translation>渐变映射</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Invert</source>
      <translation>反相</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Posterize</source>
      <translation>色调分离</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Threshold</source>
      <translation>阈值</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>New layer “{name}”</source>
      <translation>新建图层“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>Change “{name}”</source>
      <translation>更改“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>“{name}” cannot be read.</source>
      <translation>无法读取“{name}”。</translation>
    </message>
    <message>
      <location filename="../../app/session/adjusting.py" />
      <source>“{name}” is no .cube file of a 3D table: {reason}.</source>
      <translation>“{name}”不是三维表的 .cube 文件：{reason}。</translation>
    </message>
    <message>
      <location filename="../../app/session/canvas_acts.py" />
      <source>Canvas size {width} × {height}</source>
      <translation>画布大小 {width} × {height}</translation>
    </message>
    <message>
      <location filename="../../app/session/canvas_acts.py" />
      <source>Image size {width} × {height}</source>
      <translation>图像大小 {width} × {height}</translation>
    </message>
    <message>
      <location filename="../../app/session/canvas_acts.py" />
      <source>Flip picture</source>
      <translation>翻转图像</translation>
    </message>
    <message>
      <location filename="../../app/session/canvas_acts.py" />
      <source>Rotate picture</source>
      <translation>旋转图像</translation>
    </message>
    <message>
      <location filename="../../app/session/canvas_acts.py" />
      <source>Nothing is selected.</source>
      <translation>没有选择任何内容。</translation>
    </message>
    <message>
      <location filename="../../app/session/clipboard.py" />
      <source>Choose a layer with pixels of its own.</source>
      <translation>请选择自身含有像素的图层。</translation>
    </message>
    <message>
      <location filename="../../app/session/clipboard.py" />
      <source>There are no pixels to copy.</source>
      <translation>没有可复制的像素。</translation>
    </message>
    <message>
      <location filename="../../app/session/clipboard.py" />
      <source>Merged</source>
      <translation>合并</translation>
    </message>
    <message>
      <location filename="../../app/session/clipboard.py" />
      <source>The transparency of “{name}” is locked.</source>
      <translation>“{name}”的透明像素已锁定。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/decomposing.py" />
      <source>Decompose illustration, %n layers</source>
      <translation>
        <numerusform>分解插画，%n 个图层</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/session/files.py" />
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <location filename="../../app/session/files.py" />
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <location filename="../../app/session/files.py" />
      <source>Recover {name}</source>
      <translation>恢复 {name}</translation>
    </message>
    <message>
      <location filename="../../app/session/files.py" />
      <source>Open {name}</source>
      <translation>打开 {name}</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Normal</source>
      <translation>正常</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Dissolve</source>
      <translation>溶解</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Darken</source>
      <translation>变暗</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Multiply</source>
      <translation>正片叠底</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Colour burn</source>
      <translation>颜色加深</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Linear burn</source>
      <translation>线性加深</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Darker colour</source>
      <translation>深色</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Lighten</source>
      <translation>变亮</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Screen</source>
      <translation>滤色</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Colour dodge</source>
      <translation>颜色减淡</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Linear dodge (add)</source>
      <translation>线性减淡（添加）</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Lighter colour</source>
      <translation>浅色</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Overlay</source>
      <translation>叠加</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Soft light</source>
      <translation>柔光</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Hard light</source>
      <translation>强光</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Vivid light</source>
      <translation>亮光</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Linear light</source>
      <translation>线性光</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Pin light</source>
      <translation>点光</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Hard mix</source>
      <translation>实色混合</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Difference</source>
      <translation>差值</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Exclusion</source>
      <translation>排除</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Divide</source>
      <translation>划分</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Luminosity</source>
      <translation>明度</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Pass through</source>
      <translation>穿透</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>{title}: opacity {percent} %</source>
      <translation>{title}：不透明度 {percent} %</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Layer {number}</source>
      <translation>图层 {number}</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Group {number}</source>
      <translation>组 {number}</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>New group “{name}”</source>
      <translation>新建组“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Duplicate {named}</source>
      <translation>复制{named}</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Delete {named}</source>
      <translation>删除{named}</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Group {named}</source>
      <translation>将{named}编组</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Ungroup {named}</source>
      <translation>取消{named}的编组</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Show only “{name}”</source>
      <translation>仅显示“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Raise {named} to the top</source>
      <translation>将 {named} 置于顶层</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Lower {named} to the bottom</source>
      <translation>将 {named} 置于底层</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Rename to “{name}”</source>
      <translation>重命名为“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Show all again</source>
      <translation>重新显示全部</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Reorder {named}</source>
      <translation>调整{named}的顺序</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Clip {named}</source>
      <translation>剪贴 {named}</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Unclip {named}</source>
      <translation>取消剪贴 {named}</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Raise {named}</source>
      <translation>上移 {named}</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Lower {named}</source>
      <translation>下移 {named}</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_kinds.py" />
      <source>Convert “{name}” to normal</source>
      <translation>将“{name}”转换为正常</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_kinds.py" />
      <source>Convert “{name}” to multiply</source>
      <translation>将“{name}”转换为正片叠底</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_kinds.py" />
      <source>Move piece to “{name}”</source>
      <translation>将部分移到“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_traits.py" />
      <source>Unlock transparency</source>
      <translation>解除透明像素锁定</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_traits.py" />
      <source>Unlock pixels</source>
      <translation>解除图像像素锁定</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_traits.py" />
      <source>Unlock position</source>
      <translation>解除位置锁定</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_traits.py" />
      <source>Fill {percent} %</source>
      <translation>填充 {percent} %</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_traits.py" />
      <source>Mask density {percent} %</source>
      <translation>蒙版浓度 {percent} %</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_traits.py" />
      <source>{title}: {act}</source>
      <translation>{title}：{act}</translation>
    </message>
    <message>
      <location filename="../../app/session/linking.py" />
      <source>Link {named}</source>
      <translation>链接 {named}</translation>
    </message>
    <message>
      <location filename="../../app/session/linking.py" />
      <source>Unlink {named}</source>
      <translation>取消链接 {named}</translation>
    </message>
    <message>
      <location filename="../../app/session/moving.py" />
      <source>Copy {named}</source>
      <translation>复制 {named}</translation>
    </message>
    <message>
      <location filename="../../app/session/moving.py" />
      <source>Move {named}</source>
      <translation>移动{named}</translation>
    </message>
    <message>
      <location filename="../../app/session/moving.py" />
      <source>Copy selected pixels</source>
      <translation>复制所选像素</translation>
    </message>
    <message>
      <location filename="../../app/session/moving.py" />
      <source>Move selected pixels</source>
      <translation>移动所选像素</translation>
    </message>
    <message>
      <location filename="../../app/session/objects.py" />
      <source>Select object</source>
      <translation>选择对象</translation>
    </message>
    <message>
      <location filename="../../app/session/objects.py" />
      <source>Nothing came back.</source>
      <translation>没有得到结果。</translation>
    </message>
    <message>
      <location filename="../../app/session/objects.py" />
      <source>Filling</source>
      <translation>正在填充</translation>
    </message>
    <message>
      <location filename="../../app/session/objects.py" />
      <source>No object was found there. Draw a box around it.</source>
      <translation>那里没有找到对象。请用方框框住它。</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Decontaminate edge</source>
      <translation>净化边缘颜色</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Alpha to mask</source>
      <translation>透明度转为蒙版</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Merge {named}</source>
      <translation>合并 {named}</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Merge “{name}” down</source>
      <translation>将“{name}”向下合并</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Switch mask off</source>
      <translation>停用蒙版</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Switch mask on</source>
      <translation>启用蒙版</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>“{name}” has a mask already.</source>
      <translation>“{name}”已有蒙版。</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>Only groups can be merged like this.</source>
      <translation>只有组可以这样合并。</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>“{name}” has no mask.</source>
      <translation>“{name}”没有蒙版。</translation>
    </message>
    <message>
      <location filename="../../app/session/pixel_acts.py" />
      <source>A layer to be merged is gone.</source>
      <translation>要合并的图层已不存在。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring.py" />
      <source>Revert to the colours on entry</source>
      <translation>恢复进入时的颜色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring.py" />
      <source>Nothing was changed since the mode was entered.</source>
      <translation>进入模式后没有任何更改。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Keep ratio</source>
      <translation>保持比率</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Toward shade hue</source>
      <translation>朝阴影色相</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Free</source>
      <translation>自由</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Swap “{first}” and “{second}”</source>
      <translation>交换“{first}”与“{second}”</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Shadows of “{name}”: {rule}</source>
      <translation>“{name}”的阴影：{rule}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Family of %n slots</source>
      <translation>
        <numerusform>%n 个色槽的色族</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Merge into “{name}”</source>
      <translation>合并到“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Split “{name}”</source>
      <translation>拆分“{name}”</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Recolour %n slots</source>
      <translation>
        <numerusform>为 %n 个色槽换色</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Dissolve the family of “{name}”</source>
      <translation>解散“{name}”的色族</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Rename “{name}”</source>
      <translation>重命名“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Visit another slot first: the two then swap colours.</source>
      <translation>请先到另一个色槽：两者随后交换颜色。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>There is no colour to paste. Copy one with Ctrl+C.</source>
      <translation>没有可粘贴的颜色。请用 Ctrl+C 复制一种。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Pin “{name}”</source>
      <translation>固定“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Unpin “{name}”</source>
      <translation>取消固定“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Choose the tones first: Shift with an arrow adds a neighbour.</source>
      <translation>请先选取色阶：Shift+方向键加选相邻的。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Move “{name}” in the list</source>
      <translation>在列表中移动“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Choose the slots to merge first: Shift with an arrow adds one.</source>
      <translation>请先选取要合并的色槽：Shift+方向键加选。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>“{name}” is one region only.</source>
      <translation>“{name}”只有一个区域。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>All chosen slots are pinned.</source>
      <translation>所选色槽都已固定。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Recolour “{name}”</source>
      <translation>为“{name}”换色</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/recoloring_acts.py" />
      <source>%n slots</source>
      <translation>
        <numerusform>%n 个色槽</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/recoloring_extraction.py" />
      <source>Find %n slots</source>
      <translation>
        <numerusform>找到 %n 个色槽</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_extraction.py" />
      <source>“{name}” was changed meanwhile. Try again.</source>
      <translation>“{name}”其间已被更改。请重试。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/recoloring_extraction.py" />
      <source>%n slots found in “{name}”</source>
      <translation>
        <numerusform>在“{name}”中找到 %n 个色槽</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_harmony.py" />
      <source>Neighbours</source>
      <translation>邻近色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_harmony.py" />
      <source>Opposites</source>
      <translation>对比色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_harmony.py" />
      <source>Split opposites</source>
      <translation>分裂对比色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_harmony.py" />
      <source>Three</source>
      <translation>三色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_harmony.py" />
      <source>Four</source>
      <translation>四色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_harmony.py" />
      <source>One hue</source>
      <translation>单一色相</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_harmony.py" />
      <source>Harmony: {rule}</source>
      <translation>配色：{rule}</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_regions.py" />
      <source>The regions are still being looked for.</source>
      <translation>仍在查找区域。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_regions.py" />
      <source>No region lies that way.</source>
      <translation>那个方向没有区域。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_transfer.py" />
      <source>Carry “{name}” over</source>
      <translation>带入“{name}”的颜色</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_transfer.py" />
      <source>Mapping {number} of {count}. Esc takes it back.</source>
      <translation>对应 {number}/{count}。Esc 撤回。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_transfer.py" />
      <source>Load a reference first: its colours are carried over.</source>
      <translation>请先载入参考：将带入它的颜色。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_transfer.py" />
      <source>All slots are pinned.</source>
      <translation>所有色槽都已固定。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_variants.py" />
      <source>Variant {number}</source>
      <translation>变体 {number}</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_variants.py" />
      <source>Show variant “{name}”</source>
      <translation>显示变体“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_variants.py" />
      <source>New variant “{name}”</source>
      <translation>新建变体“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_variants.py" />
      <source>Variant “{name}”</source>
      <translation>变体“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_variants.py" />
      <source>There is one palette only. N makes a variant of it.</source>
      <translation>只有一个调色板。按 N 建立它的变体。</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_variants.py" />
      <source>Rename variant</source>
      <translation>重命名变体</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_variants.py" />
      <source>Remove variant</source>
      <translation>移除变体</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>base</source>
      <translation>基础</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>shadow 1</source>
      <translation>阴影 1</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>shadow 2</source>
      <translation>阴影 2</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>highlight</source>
      <translation>高光</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>line</source>
      <translation>线条</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>Slot {number} of {count}, {name}, {color}, {hex}</source>
      <translation>色槽 {number}/{count}，{name}，{color}，{hex}</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>black</source>
      <translation>黑</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark grey</source>
      <translation>深灰</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>grey</source>
      <translation>灰</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light grey</source>
      <translation>浅灰</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>pink</source>
      <translation>粉</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark pink</source>
      <translation>深粉</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light pink</source>
      <translation>浅粉</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>red</source>
      <translation>红</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark red</source>
      <translation>深红</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light red</source>
      <translation>浅红</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>orange</source>
      <translation>橙</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>brown</source>
      <translation>棕</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>peach</source>
      <translation>桃</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>yellow</source>
      <translation>黄</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>olive</source>
      <translation>橄榄</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light yellow</source>
      <translation>浅黄</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>green</source>
      <translation>绿</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark green</source>
      <translation>深绿</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light green</source>
      <translation>浅绿</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>teal</source>
      <translation>青绿</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark teal</source>
      <translation>深青绿</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light teal</source>
      <translation>浅青绿</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>blue</source>
      <translation>蓝</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark blue</source>
      <translation>深蓝</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light blue</source>
      <translation>浅蓝</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>violet</source>
      <translation>紫</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark violet</source>
      <translation>深紫</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>light violet</source>
      <translation>浅紫</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>magenta</source>
      <translation>品红</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark magenta</source>
      <translation>深品红</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>dark brown</source>
      <translation>深棕</translation>
    </message>
    <message>
      <location filename="../../app/session/recoloring_words.py" />
      <source>white</source>
      <translation>白</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Select rectangle</source>
      <translation>矩形选择</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Select ellipse</source>
      <translation>椭圆选择</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Grow selection by {pixels:g} px</source>
      <translation>选区扩展 {pixels:g} px</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Shrink selection by {pixels:g} px</source>
      <translation>选区收缩 {pixels:g} px</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Feather by {pixels:g} px</source>
      <translation>羽化 {pixels:g} px</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Border of {pixels:g} px</source>
      <translation>边界 {pixels:g} px</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Select “{name}”</source>
      <translation>选择“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Select mask</source>
      <translation>选择蒙版</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>The layer has no pixels of its own.</source>
      <translation>此图层自身没有像素。</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Select colour</source>
      <translation>选择颜色</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Move selection</source>
      <translation>移动选区</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>Nothing is selected whose edge could be refined.</source>
      <translation>没有可调整边缘的选区。</translation>
    </message>
    <message>
      <location filename="../../app/session/selecting.py" />
      <source>The layer has no mask.</source>
      <translation>此图层没有蒙版。</translation>
    </message>
    <message>
      <location filename="../../app/session/strokes.py" />
      <source>Erase</source>
      <translation>擦除</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/sum_check.py" />
      <source>%n layers hidden</source>
      <translation>
        <numerusform>%n 个图层已隐藏</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/session/sum_check.py" />
      <source>{pixels:,} px differ</source>
      <translation>{pixels:,} px 不同</translation>
    </message>
    <message>
      <location filename="../../app/session/sum_check.py" />
      <source>layers were edited</source>
      <translation>图层已被编辑</translation>
    </message>
    <message>
      <location filename="../../app/session/sum_check.py" />
      <source>{name} hidden</source>
      <translation>{name} 已隐藏</translation>
    </message>
    <message>
      <location filename="../../app/session/sum_check.py" />
      <source>Adds up exactly</source>
      <translation>完全吻合</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/sum_check.py" />
      <source>Adds up within %n levels</source>
      <translation>
        <numerusform>误差在 %n 级以内</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/session/sum_check.py" />
      <source>Does not add up</source>
      <translation>不吻合</translation>
    </message>
    <message>
      <location filename="../../app/session/sum_check.py" />
      <source>Sum check paused</source>
      <translation>合成校验已暂停</translation>
    </message>
    <message>
      <location filename="../../app/session/sum_check.py" />
      <source>Checking the sum</source>
      <translation>正在校验合成</translation>
    </message>
    <message>
      <location filename="../../app/session/targets.py" />
      <source>No picture is open.</source>
      <translation>没有打开的图片。</translation>
    </message>
    <message>
      <location filename="../../app/session/targets.py" />
      <source>No layer is chosen.</source>
      <translation>没有选取图层。</translation>
    </message>
    <message>
      <location filename="../../app/session/targets.py" />
      <source>Only layers with pixels can be painted on. Choose a layer inside.</source>
      <translation>只能在有像素的图层上绘制。请选择其中的图层。</translation>
    </message>
    <message>
      <location filename="../../app/session/targets.py" />
      <source>The pixels of “{name}” are locked.</source>
      <translation>“{name}”的像素已锁定。</translation>
    </message>
    <message>
      <location filename="../../app/session/targets.py" />
      <source>“{name}” is hidden.</source>
      <translation>“{name}”已隐藏。</translation>
    </message>
    <message>
      <location filename="../../app/session/transforming.py" />
      <source>There is nothing to transform in the chosen layers.</source>
      <translation>所选图层中没有可变换的内容。</translation>
    </message>
    <message>
      <location filename="../../app/session/transforming.py" />
      <source>“{name}” is locked.</source>
      <translation>“{name}”已锁定。</translation>
    </message>
    <message>
      <location filename="../../app/session/transforming.py" />
      <source>So much distortion makes too many pixels.</source>
      <translation>这样变形会产生过多像素。</translation>
    </message>
    <message>
      <location filename="../../app/window/assistance.py" />
      <source>Diagnostics copied. Nothing was sent.</source>
      <translation>已复制诊断信息，未发送任何内容。</translation>
    </message>
    <message>
      <location filename="../../app/window/dock.py" />
      <source>Jobs  {count}</source>
      <translation>任务  {count}</translation>
    </message>
    <message>
      <location filename="../../app/window/dock.py" />
      <source>Panels</source>
      <translation>面板</translation>
    </message>
    <message>
      <location filename="../../app/window/keys_choice.py" />
      <source>You can change every key later, in Edit &gt; Keyboard shortcuts.</source>
      <translation>以后可在“编辑”&gt;“键盘快捷键”中更改任意按键。</translation>
    </message>
    <message>
      <location filename="../../app/window/keys_choice.py" />
      <source>Keys like in {program}</source>
      <translation>与 {program} 相同的快捷键</translation>
    </message>
    <message>
      <location filename="../../app/window/messages.py" />
      <source>Close message</source>
      <translation>关闭消息</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>{name} could not be opened</source>
      <translation>无法打开 {name}</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>Open another</source>
      <translation>打开其他图像</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>There is no picture to paste</source>
      <translation>没有可粘贴的图像</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>Copy a picture first.</source>
      <translation>请先复制一张图像。</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>Show in folder</source>
      <translation>在文件夹中显示</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>{name} was not written</source>
      <translation>未能写入 {name}</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>Unsaved work cannot be kept aside. {reason} Save it.</source>
      <translation>无法备份未保存的工作。{reason}请保存。</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>Layers added</source>
      <translation>已添加图层</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/window/news.py" />
      <source>%n groups</source>
      <translation>
        <numerusform>%n 个组</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>Your document is safe, but opening, saving and decomposing need the engine.</source>
      <translation>您的文档是安全的，但打开、保存和分解都需要引擎。</translation>
    </message>
    <message>
      <location filename="../../app/window/news.py" />
      <source>Your work is kept.</source>
      <translation>您的工作已保留。</translation>
    </message>
    <message>
      <location filename="../../app/window/panel_dock.py" />
      <source>Panel menu</source>
      <translation>面板菜单</translation>
    </message>
    <message>
      <location filename="../../app/window/panel_dock.py" />
      <source>Close panel</source>
      <translation>关闭面板</translation>
    </message>
    <message>
      <location filename="../../app/window/paperwork.py" />
      <source>Paste picture</source>
      <translation>粘贴图像</translation>
    </message>
    <message>
      <location filename="../../app/window/recent.py" />
      <source>Home</source>
      <translation>主目录</translation>
    </message>
    <message>
      <location filename="../../app/window/rows.py" />
      <source>Menus</source>
      <translation>菜单</translation>
    </message>
    <message>
      <location filename="../../app/window/rows.py" />
      <source>{depth} bit</source>
      <translation>{depth} 位</translation>
    </message>
    <message>
      <location filename="../../app/window/rows.py" />
      <source>ICC profile</source>
      <translation>ICC 配置文件</translation>
    </message>
    <message>
      <location filename="../../app/window/rows.py" />
      <source>edited</source>
      <translation>已编辑</translation>
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
      <translation>草地</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Works without a network</source>
      <translation>无需网络</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Pictures stay on this computer. Nothing is uploaded, counted or sent.</source>
      <translation>图像始终保存在这台电脑上。不上传、不统计、不发送任何内容。</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Layers that add up</source>
      <translation>可还原的图层</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Every result is checked against your picture, pixel by pixel, and you see the number.</source>
      <translation>每个结果都会与原图逐像素比对，并显示数值。</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Nothing to install first</source>
      <translation>无需预先安装</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>The models it works with came with the program: nothing is fetched later. No account, no graphics card.</source>
      <translation>所用模型随程序提供：之后不会再下载任何东西。无需账号，无需显卡。</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Drop a picture here</source>
      <translation>将图像拖放到此处</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>PNG, JPEG, WebP, TIFF, PSD or an Unflatten project</source>
      <translation>PNG、JPEG、WebP、TIFF、PSD 或 Unflatten 项目</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Let go to open it</source>
      <translation>松开即可打开</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>{name} cannot be opened</source>
      <translation>无法打开 {name}</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Use PNG, JPEG, WebP, TIFF or PSD</source>
      <translation>请使用 PNG、JPEG、WebP、TIFF 或 PSD</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Open the sample {name}</source>
      <translation>打开示例“{name}”</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Open a copy of this picture</source>
      <translation>打开此图像的副本</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Illustration</source>
      <translation>插画</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Opening {name}</source>
      <translation>正在打开 {name}</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Esc cancels</source>
      <translation>按 Esc 取消</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Recent files</source>
      <translation>最近使用的文件</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Pictures you open appear here.</source>
      <translation>打开过的图像会显示在这里。</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Open a picture, get its layers back</source>
      <translation>打开图像，找回图层</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Line art, highlight, shadow and flat colour from an illustration.</source>
      <translation>从插画中分离出线稿、高光、阴影和底色。</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Recent</source>
      <translation>最近使用</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Try a sample</source>
      <translation>试试示例</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Opens a copy. Layers in a few seconds.</source>
      <translation>打开副本，几秒即可得到图层。</translation>
    </message>
    <message>
      <location filename="../../app/window/status_strip.py" />
      <source>Offline, nothing leaves this computer</source>
      <translation>离线，数据不会离开这台电脑</translation>
    </message>
    <message>
      <location filename="../../app/window/status_strip.py" />
      <source>Offline</source>
      <translation>离线</translation>
    </message>
    <message>
      <location filename="../../app/window/status_strip.py" />
      <source>Engine ready</source>
      <translation>引擎就绪</translation>
    </message>
    <message>
      <location filename="../../app/window/status_strip.py" />
      <source>Cancelling: {title}</source>
      <translation>正在取消：{title}</translation>
    </message>
    <message>
      <location filename="../../app/window/status_strip.py" />
      <source>Memory {used:.1f} of {total}</source>
      <translation>内存 {used:.1f} / {total}</translation>
    </message>
    <message>
      <location filename="../../app/window/status_strip.py" />
      <source>Window and engine together, of what this computer has</source>
      <translation>窗口与引擎合计，及这台电脑的总量</translation>
    </message>
    <message>
      <location filename="../../app/window/unsaved_list.py" />
      <source>Recover</source>
      <translation>恢复</translation>
    </message>
    <message>
      <location filename="../../app/window/unsaved_list.py" />
      <source>Keep for later</source>
      <translation>以后再说</translation>
    </message>
    <message>
      <location filename="../../app/words.py" />
      <source>about {time} left</source>
      <translation>约剩 {time}</translation>
    </message>
    <message>
      <location filename="../../app/words.py" />
      <source>about {time}</source>
      <translation>约 {time}</translation>
    </message>
  </context>
</TS>
