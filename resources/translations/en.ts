<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>app</name>
    <message numerus="yes">
      <location filename="../../app/panels/layers/tree.py" />
      <source>%n layers</source>
      <translation>
        <numerusform>%n layer</numerusform>
        <numerusform>%n layers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/decomposing.py" />
      <source>Decompose illustration, %n layers</source>
      <translation>
        <numerusform>Decompose illustration, %n layer</numerusform>
        <numerusform>Decompose illustration, %n layers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/sum_check.py" />
      <source>%n layers hidden</source>
      <translation>
        <numerusform>%n layer hidden</numerusform>
        <numerusform>%n layers hidden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/sum_check.py" />
      <source>Adds up within %n levels</source>
      <translation>
        <numerusform>Adds up within %n level</numerusform>
        <numerusform>Adds up within %n levels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/window/window.py" />
      <source>%n groups</source>
      <translation>
        <numerusform>%n group</numerusform>
        <numerusform>%n groups</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/window/window.py" />
      <source>And %n more.</source>
      <translation>
        <numerusform>And %n more.</numerusform>
        <numerusform>And %n more.</numerusform>
      </translation>
    </message>
  </context>
</TS>
