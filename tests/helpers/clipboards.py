"""What other programs put on the clipboard, cut down to what makes them different."""
# ruff: noqa: E501 - as the programs write it

from __future__ import annotations

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<meta name=ProgId content=Word.Document><link rel=File-List href="file:///C:/Temp/filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0 {mso-list-id:1;} -->
</style></head><body lang=NO-BOK style='tab-interval:35.4pt'><!--StartFragment-->
<h1><span style='mso-fareast-font-family:"Times New Roman"'>Testarena <b>fase 2</b><o:p></o:p></span></h1>
<p class=MsoNormal><span style='color:#C00000'>Fase 1 er <b>gjennom<i>f\u00f8rt</i></b> med
14 bedrifter, <u>480&nbsp;000&nbsp;kr</u>. Se <a href="https://a.no/rapport">rapporten</a> og
<a href="file:///C:/x.docx">utkastet</a>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h2>M\u00e5l<o:p></o:p></h2>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>\u00b7<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Utstyr<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>M\u00e5leb\u00f8yer<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>\u00b7<span>&nbsp;&nbsp; </span></span><![endif]>Drift<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>Bevilge<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>a)<span>&nbsp;&nbsp; </span></span><![endif]>i 2027<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span><![endif]>Rapportere<o:p></o:p></p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>skjult</span>Slutt
<s><del>str\u00f8ket</del></s><span class=MsoCommentReference><a style='mso-comment-reference:KN_1'>[KN1]</a></span></p>
<!--EndFragment--></body></html>"""

WORD_ONLINE = """<div class="OutlineElement"><p role="heading" aria-level="2" class="Paragraph">
<span class="TextRun" data-contrast="auto"><span class="NormalTextRun">M\u00e5l</span></span>
<span class="EOP">&nbsp;</span></p></div>
<div class="ListContainerWrapper"><ul class="BulletListStyle1" role="list">
<li data-leveltext="\uf0b7" data-listid="4" aria-setsize="-1" data-aria-level="1" role="listitem">
<p class="Paragraph"><span class="TextRun" style="font-weight:bold">Utstyr</span></p></li></ul></div>
<div class="ListContainerWrapper"><ul class="BulletListStyle1" role="list">
<li data-leveltext="o" data-listid="4" data-aria-level="2" role="listitem">
<p class="Paragraph">M\u00e5leb\u00f8yer</p></li></ul></div>
<div class="ListContainerWrapper"><ul class="BulletListStyle1" role="list">
<li data-leveltext="\uf0b7" data-listid="4" data-aria-level="1" role="listitem">
<p class="Paragraph">Drift</p></li></ul></div>"""

GOOGLE_DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">
<h2 dir="ltr"><span style="font-size:16pt;font-weight:400;">M\u00e5l</span></h2>
<p dir="ltr"><span style="font-weight:700;">Fet</span><span style="font-weight:400;font-style:italic">
 kursiv</span><span style="font-weight:400;text-decoration:underline;"> strek</span>
<a href="https://a.no"><span style="text-decoration:underline;">lenke</span></a></p>
<ul><li dir="ltr" aria-level="1"><p role="presentation"><span>Utstyr</span></p></li>
<ul><li dir="ltr" aria-level="2"><p role="presentation"><span>M\u00e5leb\u00f8yer</span></p></li></ul>
<li aria-level="1"><p role="presentation"><span>Drift</span></p></li></ul></b><br>"""

LIBREOFFICE = """<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<title></title><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/><style type="text/css">
p { line-height: 115% }</style></head><body lang="nb-NO" dir="ltr">
<h1 class="western"><font face="Arial">M\u00e5l</font></h1>
<p style="margin-bottom: 0.35cm">Vanlig tekst med <b>fet</b> og
<i>kursiv</i><br/>
ny linje</p>
<ul>
\t<li><p style="margin-bottom: 0.35cm">Utstyr</p>
\t<ul><li><p>M\u00e5leb\u00f8yer</p></ul>
\t<li><p>Drift</p>
</ul>
<ol>
\t<li><p>Bevilge</p>
</ol></body></html>"""

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {mso-number-format:General;}
</style></head><body><table border=0 cellpadding=0 width=192 style='border-collapse:collapse'>
<!--StartFragment--><col width=64 span=3><tr height=20><td class=xl65>Kilde</td><td>2027</td><td>2028</td></tr>
<tr><td>N\u00e6ringsbudsjettet</td><td align=right x:num="240000">240 000</td><td align=right>-4,5 %</td></tr>
<tr><td colspan=2>Sum</td><td align=right>kr 1 200 000,-</td></tr><!--EndFragment--></table></body></html>"""

WEB_PAGE = """<!doctype html><html><head><title>Trondheimsregionen</title><script>track()</script>
<style>body{color:red}</style></head><body><nav><ul><li><a href="/hjem">Hjem</a></li></ul></nav>
<main><h2 style="color:#fff;background:#000">Nyheter</h2>
<p>M\u00f8te i <strong>Skaun</strong>&nbsp; &nbsp;r\u00e5dhus.<br><br>Velkommen<sup>1</sup>, CO<sub>2</sub>.</p>
<img src="https://sporing.example/pixel.gif" width="1" height="1"><img src="https://a.no/b.jpg" alt="b">
<button>Del</button><noscript>sl\u00e5 p\u00e5</noscript><iframe src="https://a.no"></iframe>
<table role="presentation"><tr><td><h3>Kort</h3></td><td><p>Tekst <em>her</em></p></td></tr></table>
<form><input value="x"><select><option>Velg</option></select><textarea>t</textarea></form>
<details><summary>Mer</summary>Innhold</details><blockquote>Sitat</blockquote><pre>a
  b</pre></main></body></html>"""

HOSTILE = """<p>trygt<script>alert(1)</script><img src=x onerror=alert(1)>
<img src="file:///etc/passwd"><img src="\\\\tjener\\del\\x.png"><img src="//a.no/x">
<a href="javascript:alert(1)">a</a><a href=" java&#10;script:alert(1)">b</a>
<a href="data:text/html,x">c</a><a href="vbscript:x">d</a><a href="file:///etc/passwd">e</a>
<iframe srcdoc="<script>x</script>">i</iframe><object data="x">o</object><embed src="x">
<svg onload=alert(1)><text>s</text><script>x</script></svg><math><mi>m</mi></math>
<style>@import "https://a.no/x.css";</style><link rel=stylesheet href="file:///x.css">
<meta http-equiv=refresh content="0;url=https://a.no"><base href="https://a.no/">
<p style="background:url(https://a.no/x);behavior:url(x)">m</p><template>t</template>
<!--[if true]><script>x</script><![endif]--><?php echo 1 ?><![CDATA[c]]>
<p>\u0000\u0008\ufffc\ufdd0slutt</p>"""
