<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>app</name>
    <message numerus="yes">
      <location filename="../../app/dialogs/estimate.py" />
      <source>Starts after %n jobs</source>
      <translation>
        <numerusform>Starts after %n job</numerusform>
        <numerusform>Starts after %n jobs</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/dialogs/questions.py" />
      <source>And %n more.</source>
      <translation>
        <numerusform>And %n more.</numerusform>
        <numerusform>And %n more.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/layers/tree.py" />
      <source>%n layers</source>
      <translation>
        <numerusform>%n layer</numerusform>
        <numerusform>%n layers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/recolor/panel.py" />
      <source>%n slots untouched, bit for bit</source>
      <translation>
        <numerusform>%n slot untouched, bit for bit</numerusform>
        <numerusform>%n slots untouched, bit for bit</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/recolor/references.py" />
      <source>%n swatches from {name}</source>
      <translation>
        <numerusform>%n swatch from {name}</numerusform>
        <numerusform>%n swatches from {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/recolor/strip.py" />
      <source>%n regions, {pixels} px</source>
      <translation>
        <numerusform>%n region, {pixels} px</numerusform>
        <numerusform>%n regions, {pixels} px</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/panels/recolor/strip.py" />
      <source>%n slots chosen</source>
      <translation>
        <numerusform>%n slot chosen</numerusform>
        <numerusform>%n slots chosen</numerusform>
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
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Family of %n slots</source>
      <translation>
        <numerusform>Family of %n slot</numerusform>
        <numerusform>Family of %n slots</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/recoloring_acts.py" />
      <source>Recolour %n slots</source>
      <translation>
        <numerusform>Recolour %n slot</numerusform>
        <numerusform>Recolour %n slots</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/recoloring_acts.py" />
      <source>%n slots</source>
      <translation>
        <numerusform>%n slot</numerusform>
        <numerusform>%n slots</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/recoloring_extraction.py" />
      <source>Find %n slots</source>
      <translation>
        <numerusform>Find %n slot</numerusform>
        <numerusform>Find %n slots</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../app/session/recoloring_extraction.py" />
      <source>%n slots found in “{name}”</source>
      <translation>
        <numerusform>%n slot found in “{name}”</numerusform>
        <numerusform>%n slots found in “{name}”</numerusform>
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
      <location filename="../../app/window/news.py" />
      <source>%n groups</source>
      <translation>
        <numerusform>%n group</numerusform>
        <numerusform>%n groups</numerusform>
      </translation>
    </message>
  </context>
</TS>
