<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>app</name>
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
      <source>All layers</source>
      <translation>所有图层</translation>
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
      <source>Paste picture</source>
      <translation>粘贴图像</translation>
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
      <source>Move tool</source>
      <translation>移动工具</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Hand tool</source>
      <translation>抓手工具</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Zoom tool</source>
      <translation>缩放工具</translation>
    </message>
    <message>
      <location filename="../../app/commands/table.py" />
      <source>Layers</source>
      <translation>图层</translation>
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
      <source>Zoom</source>
      <translation>缩放</translation>
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
      <source>Copy</source>
      <translation>复制文本</translation>
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
      <source>Cancel</source>
      <translation>取消</translation>
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
      <source>Blend mode</source>
      <translation>混合模式</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Opacity</source>
      <translation>不透明度</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Clear the filter</source>
      <translation>清除筛选</translation>
    </message>
    <message>
      <location filename="../../app/panels/layers/head.py" />
      <source>Filter</source>
      <translation>筛选</translation>
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
      <source>clipped to the layer below</source>
      <translation>已剪贴到下方图层</translation>
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
      <source>Subtract</source>
      <translation>减去</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Divide</source>
      <translation>划分</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Hue</source>
      <translation>色相</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Saturation</source>
      <translation>饱和度</translation>
    </message>
    <message>
      <location filename="../../app/session/layer_acts.py" />
      <source>Colour</source>
      <translation>颜色</translation>
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
      <source>New layer “{name}”</source>
      <translation>新建图层“{name}”</translation>
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
      <location filename="../../app/session/moving.py" />
      <source>Move {named}</source>
      <translation>移动{named}</translation>
    </message>
    <message>
      <location filename="../../app/session/strokes.py" />
      <source>Erase</source>
      <translation>擦除</translation>
    </message>
    <message>
      <location filename="../../app/session/strokes.py" />
      <source>Brush</source>
      <translation>画笔</translation>
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
      <location filename="../../app/window/dock.py" />
      <source>Panels</source>
      <translation>面板</translation>
    </message>
    <message>
      <location filename="../../app/window/dock.py" />
      <source>Jobs  {count}</source>
      <translation>任务  {count}</translation>
    </message>
    <message>
      <location filename="../../app/window/messages.py" />
      <source>Close message</source>
      <translation>关闭消息</translation>
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
      <source>Move</source>
      <translation>移动</translation>
    </message>
    <message>
      <location filename="../../app/window/rows.py" />
      <source>Compare</source>
      <translation>比较</translation>
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
      <source>The built-in engine is ready. It needs no model, no account and no graphics card.</source>
      <translation>内置引擎即可使用，无需模型、账号或显卡。</translation>
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
      <source>Open the sample Wanderer</source>
      <translation>打开示例“旅人”</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Open a copy of this picture</source>
      <translation>打开此图像的副本</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Wanderer</source>
      <translation>旅人</translation>
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
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Clear</source>
      <translation>清除</translation>
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
      <source>Recover</source>
      <translation>恢复</translation>
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
      <source>Unsaved work from {when}</source>
      <translation>{when} 的未保存工作</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/window/start_page.py" />
      <source>{name}, %n layers. Last step: {step}</source>
      <translation>
        <numerusform>{name}，%n 个图层。最后一步：{step}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Recent</source>
      <translation>最近使用</translation>
    </message>
    <message>
      <location filename="../../app/window/start_page.py" />
      <source>Try the sample</source>
      <translation>试用示例</translation>
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
      <location filename="../../app/window/window.py" />
      <source>Drag, or arrows 1 px, Shift+arrows 10 px</source>
      <translation>拖动，或方向键 1 px、Shift+方向键 10 px</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Hand</source>
      <translation>抓手</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Drag or arrows move the view; hold Space in any tool</source>
      <translation>拖动或方向键移动视图；任何工具下均可按住空格键</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Click zooms in, Alt-click out, drag sideways for anything between</source>
      <translation>单击放大，按住 Alt 单击缩小，左右拖动可连续缩放</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>{name} could not be opened</source>
      <translation>无法打开 {name}</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Open another</source>
      <translation>打开其他图像</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Saved {name}</source>
      <translation>已保存 {name}</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Show in folder</source>
      <translation>在文件夹中显示</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>{name} was not written</source>
      <translation>未能写入 {name}</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Layers added</source>
      <translation>已添加图层</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>There is no picture to paste</source>
      <translation>没有可粘贴的图像</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Copy a picture first.</source>
      <translation>请先复制一张图像。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/window/window.py" />
      <source>%n groups</source>
      <translation>
        <numerusform>%n 个组</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Your document is safe, but opening, saving and decomposing need the engine.</source>
      <translation>您的文档是安全的，但打开、保存和分解都需要引擎。</translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Pasted picture</source>
      <translation>粘贴的图像</translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/window/window.py" />
      <source>And %n more.</source>
      <translation>
        <numerusform>另有 %n 条。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../app/window/window.py" />
      <source>Your work is kept.</source>
      <translation>您的工作已保留。</translation>
    </message>
    <message>
      <location filename="../../app/words.py" />
      <source>about {time} left</source>
      <translation>约剩 {time}</translation>
    </message>
  </context>
</TS>
