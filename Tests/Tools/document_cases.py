#!/usr/bin/env python3
"""Makes documents and archives, and tells what must be read from them.

Usage: document_cases.py DIRECTORY

Writes the files into DIRECTORY and prints JSON: [{"file", "properties", "items": [[path, text], …], "warnings": [part of
a warning, …]}, …]. The files are made with Python's zipfile, tarfile, gzip and email; what is expected stands here.
"""

import gzip
import io
import json
import pathlib
import struct
import sys
import tarfile
import zipfile
from email.message import EmailMessage
from email.policy import SMTP

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
CASES = []


def case(file, content, items, warnings=(), **properties):
    """`items`: by the path within the file, ``""`` for the file itself; None where nothing of it can be read."""
    CASES.append({"file": file, "content": content, "properties": properties, "warnings": list(warnings),
                  "items": None if items is None else [[file + path, text] for path, text in items]})


def package(parts, **options):
    """A zip file of names and texts or bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6)) if isinstance(name, str) else name, content,
                             compress_type=zipfile.ZIP_DEFLATED)
    return target.getvalue()


def word_documents():
    body = f"""<?xml version="1.0"?><w:document {W}><w:body>
      <w:p><w:r><w:t>First </w:t></w:r><w:r><w:t>paragraph</w:t></w:r></w:p>
      <w:p/>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>
        <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc>
        <w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>e</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc>
        <w:tc><w:p><w:r><w:t>f</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>x</w:t><w:tab/><w:t>y</w:t><w:br/><w:t>z</w:t>
        <w:br w:type="page"/></w:r><w:hyperlink><w:r><w:t> link</w:t></w:r></w:hyperlink>
        <w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>
      <w:p><w:r><w:t xml:space="preserve">Jürgen &amp; Søren 😀</w:t></w:r></w:p>
    </w:body></w:document>"""
    text = "First paragraph\nx\ty\nz link\nJürgen & Søren 😀\na\tb\tb\nc\td\te\nc\t\tf"
    plain = package({"[Content_Types].xml": "<Types/>", "word/document.xml": body})
    case("letter.docx", plain, [("", text)])
    full = package({
        "word/document.xml": body,
        "word/header1.xml": f"<w:hdr {W}><w:p><w:r><w:t>Head of Ann</w:t></w:r></w:p></w:hdr>",
        "word/footer1.xml": f"<w:ftr {W}><w:p/></w:ftr>",
        "word/comments.xml": f'<w:comments {W}><w:comment w:author="Bob"><w:p><w:r><w:t>why?</w:t></w:r></w:p></w:comment></w:comments>',
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>Ann Lee</dc:creator></cp:coreProperties>'})
    case("full.docx", full, [("", text)])
    case("parts.docx", full, [
        ("", text), ("!/word/header1.xml", "Head of Ann"), ("!/word/comments.xml", "Bob:\nwhy?"),
        ("!/docProps/core.xml", "creator: Ann Lee")], documents="all")
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="64"/></w:tcPr><w:p><w:r><w:t>{"x" * 1000}</w:t></w:r></w:p></w:tc>'
    wide = "\t".join(["x" * 1000] * 64)
    case("wide.docx", package({"word/document.xml": f"<w:document {W}><w:body><w:tbl>{f'<w:tr>{cell}</w:tr>' * 3}</w:tbl></w:body></w:document>"}),
         [("", "\n".join([wide] * 3))])
    case("none.docx", plain, None, ["does not fit the encoding; it is a DOCX document, which 'documents: auto' opens"],
         documents="none")
    case("damaged.docx", package({"word/document.xml": body[:-40]}), None, ["'word/document.xml' can't be read: its XML is damaged"])
    case("entity.docx", package({"word/document.xml": '<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>'}), None,
         ["document type declaration"])
    case("deep.docx", package({"word/document.xml": "<a>" * 5000 + "</a>" * 5000}), None, ["nested too deep"])
    case("empty.docx", package({"a.txt": "x"}), None, ["it has no word/document.xml"])
    case("cut.docx", plain[:-30], None, ["its directory is missing"])
    case("old.docx", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), None, ["of the older form"])
    case("secret.docx", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(9),
         None, ["protected by a password"])


def workbooks():
    parts = {
        "xl/workbook.xml": f'<workbook {S} {R}><sheets><sheet name="People" sheetId="1" r:id="r2"/>'
                           f'<sheet name="Empty|one" sheetId="2" r:id="r1"/><sheet name="Lost" r:id="r9"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Target="worksheets/b.xml"/>'
                                      '<Relationship Id="r2" Target="/xl/worksheets/a.xml"/></Relationships>',
        "xl/sharedStrings.xml": f"<sst {S}><si><t>Name</t></si><si><r><t>Ann</t></r><r><t> Lee</t></r><rPh><t>no</t></rPh></si></sst>",
        "xl/styles.xml": f'<styleSheet {S}><numFmts><numFmt numFmtId="170" formatCode="[Red]&quot;d&quot;0"/>'
                         f'<numFmt numFmtId="171" formatCode="yyyy\\-mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
                         '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="22"/></cellXfs></styleSheet>',
        "xl/worksheets/a.xml": f"""<worksheet {S}><sheetData>
          <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Born | on</t></is></c><c r="XFD1"><v>7</v></c></row>
          <row r="2"/><row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" s="1"><v>29221</v></c><c r="XFD3" s="2"><v>3.5</v></c></row>
          <row r="4"><c r="A4" t="b"><v>1</v></c><c r="C4" s="4"><v>45292.75</v></c><c r="XFD4"><v>4111111111111111</v></c></row>
          <row r="5"><c r="A5" t="str"><v>sum</v></c><c r="C5" t="e"><v>#N/A</v></c><c r="XFD5"><v>0.1</v></c></row>
        </sheetData></worksheet>""",
        "xl/worksheets/b.xml": f"<worksheet {S}><sheetData/></worksheet>",
    }
    text = ("## Sheet: People\n\n| Name | Born | on | 7 |\n| --- | --- | --- |\n| Ann Lee | 1980-01-01 00:00:00 | 3.5 |\n"
            "| True | 2024-01-01 18:00:00 | 4111111111111111 |\n| sum | #N/A | 0.1 |")
    case("people.xlsx", package(parts), [("", text)], ["the sheet 'Lost' was not seen"])
    parts["xl/workbook.xml"] = f'<workbook {S} {R}><workbookPr date1904="1"/><sheets><sheet name="D" r:id="r1"/></sheets></workbook>'
    parts["xl/worksheets/b.xml"] = f'<worksheet {S}><sheetData><row><c s="1"><v>0.5</v></c><c s="1"><v>366</v></c></row></sheetData></worksheet>'
    case("mac.xlsx", package(parts), [("", "## Sheet: D\n\n| 12:00:00 | 1905-01-01 00:00:00 |\n| --- | --- |")])
    # As openpyxl and Python's `str` have it: all columns that the sheet declares, cells as they are.
    parts["xl/workbook.xml"] = f'<workbook {S} {R}><sheets><sheet name="T" r:id="r1"/></sheets></workbook>'
    parts["xl/styles.xml"] = (
        f'<styleSheet {S}><numFmts><numFmt numFmtId="170" formatCode="[hh]:mm"/>'
        '<numFmt numFmtId="171" formatCode="0_d;yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/>'
        '<xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="46"/></cellXfs></styleSheet>')
    values = [("", "3.0"), ("", "-0"), ("", "1E3"), ("", "9500000000000000.0"), ("", "1e16"), ("", "1e-05"), ("", "007"),
              ("1", "0.99999999999"), ("1", "1"), ("1", "59.5"), ("1", "60"), ("1", "-1"), ("1", "3000000"),
              ("1", "45293.1278355671"), ("2", "1.25069444444444"), ("2", "-0.5"), ("4", "0.5"), ("2", "2.5000001"), ("3", "2")]
    cells = "".join(f'<row r="{i}"><c r="B{i}" s="{s or 0}"><v>{v}</v></c></row>' for i, (s, v) in enumerate(values, 1))
    parts["xl/worksheets/b.xml"] = (f'<worksheet {S}><dimension ref="B1:C20"/><sheetData>{cells}'
                                    '<row r="20"><c r="B20" t="inlineStr"><is><t>a\nb</t></is></c></row></sheetData></worksheet>')
    shown = ["3.0", "0", "1000.0", "9500000000000000.0", "1e+16", "1e-05", "7", "1900-01-01 00:00:00", "1900-01-01 00:00:00",
             "1900-02-28 12:00:00", "1900-02-28 00:00:00", "1899-12-29 00:00:00", "#VALUE!", "2024-01-02 03:04:04.993000",
             "1 day, 6:01:00", "-1 day, 12:00:00", "12:00:00", "2 days, 12:00:00.009000", "2", "a\nb"]
    lines = [f"|  | {text} |  |" for text in shown]
    text = "\n".join(["## Sheet: T", "", lines[0], "| --- | --- | --- |", *lines[1:]])
    case("times.xlsx", package(parts), [("", text)])


def open_documents():
    names = 'xmlns:o="urn:o" xmlns:text="urn:t" xmlns:table="urn:b"'
    content = f"""<o:document {names}><o:body><text:tracked-changes><text:p>old</text:p></text:tracked-changes>
      <text:h>Title</text:h><text:p>one<text:tab/>two<text:s text:c="3"/>three<text:line-break/>four</text:p>
      <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>
      <table:table-cell><text:p>b</text:p><text:p>c</text:p></table:table-cell></table:table-row></table:table></o:body></o:document>"""
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content,
             "meta.xml": "<m><creator>Ann Lee</creator></m>"}
    case("note.odt", package(parts), [("", "Title\none\ttwo   three\nfour\na\tb\nc"), ("!/meta.xml", "creator: Ann Lee")], documents="all")
    case("shut.odt", package({**parts, "META-INF/manifest.xml": "<m><encryption-data/></m>"}), None, ["protected by a password"], documents="all")
    case("unopened.odt", package(parts), None, ["it is an ODT document, which 'documents: all' opens"])


def mail():
    message = EmailMessage()
    message["From"] = "Jürgen Ö <j@example.org>"
    message["To"] = "ann@example.org"
    message["Subject"] = "Grüße 😀"
    message["X-Other"] = "not shown"
    message.set_content("Liebe Ann,\nviele Grüße\n", charset="iso-8859-1", cte="quoted-printable")
    message.add_alternative("<p>not shown</p>", subtype="html")
    message.add_attachment("name,born\nAnn,1980\n", filename="Liste ä.csv")
    message.add_attachment(package({"in.txt": "inside"}), maintype="application", subtype="zip", filename="a.zip")
    whole = message.as_bytes(policy=SMTP)
    shown = "From: Jürgen Ö <j@example.org>\nTo: ann@example.org\nSubject: Grüße 😀\n\nLiebe Ann,\nviele Grüße\n\n"
    case("plain.eml", b"From: a@b.c\r\n\r\nhi =C3=BC\r\n", [("", "From: a@b.c\n\nhi =C3=BC\n")])
    case("letter.eml", whole, [("", shown), ("!/Liste ä.csv", "name,born\nAnn,1980\n"), ("!/a.zip!/in.txt", "inside")],
         documents="all", archives=True)
    case("shut.eml", whole, [("", shown), ("!/Liste ä.csv", "name,born\nAnn,1980\n")], ["it is a zip archive"], documents="all")
    page = EmailMessage()
    page["From"] = "c@d.e"
    page.set_content('<style>p{x}</style><p>Hello&nbsp;&lt;Ann&gt; &#246;</p><!-- no --><table><tr><td>a</td><td>b</td></tr></table>',
                     subtype="html", charset="windows-1252", cte="base64")
    outer = EmailMessage()
    outer["From"] = "f@g.h"
    outer.set_content("see below\n")
    outer.add_attachment(page)
    case("page.eml", page.as_bytes(), [("", "From: c@d.e\n\n\nHello\u00a0<Ann> ö\na\tb\t\n\n\n")], documents="all")
    case("outer.eml", outer.as_bytes(policy=SMTP),
         [("", "From: f@g.h\n\nsee below\n\n"), ("!/message3.eml", "From: c@d.e\n\n\nHello\u00a0<Ann> ö\na\tb\t\n\n\n")], documents="all")
    box = b"From a@b Mon Jan  1\nFrom: a@b.c\nSubject: one\n\nhello\n\nFrom x@y Mon Jan  1\nFrom: x@y.z\n\n>From here\n"
    case("box.mbox", box, [("!/1", "From: a@b.c\nSubject: one\n\nhello\n\n"), ("!/2", "From: x@y.z\n\n>From here\n\n")], documents="all")
    case("endless.eml", b"Content-Type: multipart/mixed\n\nlost", [("", "")], ["does not say where they end; 4 bytes"], documents="all")


def flip(archive, old, new):
    return archive.replace(old, new, 1)


def zips():
    both = {"a/b.txt": "one\r\ntwo", "c.txt": "three"}
    case("two.zip", package(both), [("!/a/b.txt", "one\ntwo"), ("!/c.txt", "three")], archives=True)
    case("closed.zip", package(both), None, ["it is a zip archive, which 'archives: true' opens"])
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("ü日.txt", "stored")
        archive.writestr("dir/", "")
        link = zipfile.ZipInfo("link")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        with archive.open("big.txt", "w", force_zip64=True) as entry:
            entry.write(b"wide")
    case("stored.zip", stored.getvalue(), [("!/ü日.txt", "stored"), ("!/big.txt", "wide")], archives=True)

    class Pipe(io.BytesIO):
        def seekable(self):
            return False

        def seek(self, *_):
            raise OSError
    streamed = Pipe()
    with zipfile.ZipFile(streamed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("s.txt", "streamed " * 50)
    case("streamed.zip", streamed.getvalue(), [("!/s.txt", "streamed " * 50)], archives=True)
    slip = package({"../../etc/passwd": "root", "/abs.txt": "abs"})
    case("slip.zip", slip, [("!/../../etc/passwd", "root"), ("!//abs.txt", "abs")], archives=True)
    inner = package({"deep.txt": "deep"})
    for level in range(5):
        inner = package({f"{level}.zip": inner, f"{level}.txt": str(level)})
    items = [("!/4.zip!/3.zip!/2.zip!/1.txt", "1"), ("!/4.zip!/3.zip!/2.txt", "2"), ("!/4.zip!/3.txt", "3"), ("!/4.txt", "4")]
    case("nested.zip", inner, items, ["skipped 'nested.zip!/4.zip!/3.zip!/2.zip!/1.zip': archives within archives are opened 4 deep"],
         archives=True)
    locked = bytearray(package({"p.txt": "x" * 40, "q.txt": "open"}))
    locked[6] |= 1
    locked[bytes(locked).index(b"PK\1\2") + 8] |= 1
    case("locked.zip", bytes(locked), [("!/q.txt", "open")], ["skipped 'locked.zip!/p.txt': it is protected by a password"], archives=True)
    crooked = bytearray(package({"p.txt": "x" * 40, "q.txt": "open"}))
    crooked[bytes(crooked).index(b"PK\1\2") + 16] ^= 1
    case("crooked.zip", bytes(crooked), [("!/q.txt", "open")], ["its checksum does not fit"], archives=True)
    lying = bytearray(package({"p.txt": "x" * 400, "q.txt": "open"}))
    place = bytes(lying).index(b"PK\1\2") + 24
    lying[place:place + 4] = struct.pack("<I", 10)
    case("lying.zip", bytes(lying), [("!/q.txt", "open")], ["bytes, as the archive says, were not seen"], archives=True)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("p.txt", "x" * 100)
    case("bzip2.zip", packed.getvalue(), [], ["a method that is not read (12)"], archives=True)
    shared = bytearray(package({"p.txt": "shared text", "q.txt": "other text"}))
    second = bytes(shared).index(b"PK\1\2", bytes(shared).index(b"PK\1\2") + 4)
    shared[second + 42:second + 46] = struct.pack("<I", 0)
    case("shared.zip", bytes(shared), [("!/p.txt", "shared text")], ["shared with another entry"], archives=True)
    bomb = package({"bomb.txt": b"\0" * (100 << 20), "after.txt": "seen"})
    case("bomb.zip", bomb, [("!/after.txt", "seen")], ["it expands to more than 200 times its size; 104857600 bytes"], archives=True)
    whole = package(both)
    case("cut.zip", whole[:len(whole) - 10], None, ["its directory is missing"], archives=True)
    lost = bytearray(whole)
    lost[-12:-10] = struct.pack("<H", 5)
    case("lost.zip", bytes(lost), [("!/a/b.txt", "one\ntwo"), ("!/c.txt", "three")], ["3 entries were not seen"], archives=True)
    case("binary.zip", package({"x.png": b"\x89PNG\xff", "y.txt": "y"}), [("!/y.txt", "y")],
         ["skipped 'binary.zip!/x.png': byte 0 does not fit the encoding; 5 bytes were not seen"], archives=True)
    many = package({f"{number:03}.bin": b"\xff" for number in range(25)})
    case("many.zip", many, [], ["byte 0 does not fit"] * 20 + ["5 more places in 'many.zip' were not seen"], archives=True)
    case("none.zip", package({}), [], archives=True)


def tars():
    def tar(entries, format):
        target = io.BytesIO()
        with tarfile.open(fileobj=target, mode="w", format=format) as archive:
            for name, content in entries.items():
                info = tarfile.TarInfo(name)
                if content is None:
                    info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
                    archive.addfile(info)
                else:
                    info.size = len(content)
                    archive.addfile(info, io.BytesIO(content))
        return target.getvalue()
    long = "directory/" * 20 + "é.txt"
    entries = {"a.txt": b"one\n", long: b"long " * 200, "link": None, "empty.txt": b"", "z.txt": b"end"}
    items = [("!/a.txt", "one\n"), (f"!/{long}", "long " * 200), ("!/empty.txt", ""), ("!/z.txt", "end")]
    for name, format in (("pax", tarfile.PAX_FORMAT), ("gnu", tarfile.GNU_FORMAT)):
        case(f"{name}.tar", tar(entries, format), items, archives=True)
        case(f"{name}.tar.gz", gzip.compress(tar(entries, format)), items, archives=True)
    plain = tar({"a.txt": b"one\n", "p" * 90 + "/" + "n" * 90: b"two"}, tarfile.USTAR_FORMAT)
    case("ustar.tgz", gzip.compress(plain), [("!/a.txt", "one\n"), ("!/" + "p" * 90 + "/" + "n" * 90, "two")], archives=True)
    case("cut.tar", plain[:512 + 2], [], ["the archive ends within it; 2 bytes of it are not there"], archives=True)
    case("torn.tar", plain[:1024] + b"x" * 512, [("!/a.txt", "one\n")], ["no header of a tar file"], archives=True)
    case("closed.tar", tar({"b": b"\xff"}, tarfile.USTAR_FORMAT), None, ["it is a tar archive, which 'archives: true' opens"])
    def block(name, size, kind, at=None):
        header = bytearray(512)
        header[:len(name)] = name
        header[124:136] = b"%011o\0" % size
        header[156:157] = kind
        header[257:265] = b"ustar  \0"
        for place, value in (at or {}).items():
            header[place] = value
        header[148:156] = b"%06o\0 " % (sum(header) + 8 * 0x20)
        return bytes(header)
    places, more, data = {482: 1}, bytes(504) + b"\1" + bytes(7), b"data".ljust(512, b"\0")
    sparse = block(b"holes", 4, b"S", places) + more + bytes(512) + data + block(b"label", 0, b"V")
    unknown = block(b"odd", 4, b"Q") + data + block(b"z", 4, b"0") + data + bytes(1024)
    case("sparse.tar", sparse + unknown, [("!/holes", "data"), ("!/odd", "data"), ("!/z", "data")], archives=True)
    large = tar({"zeros": bytes(80 << 20), "after": b"x"}, tarfile.GNU_FORMAT)
    case("bomb.tar.gz", gzip.compress(large), [], ["zeros': it is larger than the limit: 83886080 bytes", "the limit for its size"], archives=True)


def gzips():
    case("a.log.gz", gzip.compress(b"line\r\n"), [("!/a.log", "line\n")], archives=True)
    case("hollow.gz", gzip.compress(b"") * 200_000 + gzip.compress(b"end"), [("!/hollow", "end")], archives=True)
    case("members.gz", gzip.compress(b"one ") + gzip.compress(b"two"), [("!/members", "one two")], archives=True)
    lines = b"".join(b"line %d\n" % number for number in range(2000))
    case("cut.gz", gzip.compress(b"x" * 5000)[:12], None, ["end too early"], archives=True)
    case("tail.gz", gzip.compress(lines)[:-8], [("!/tail", lines.decode())],
         ["end too early; what comes after its first %d bytes was not seen" % len(lines)], archives=True)
    wrong = bytearray(gzip.compress(lines))
    wrong[-8] ^= 1
    case("wrong.gz", bytes(wrong), [("!/wrong", lines.decode())], ["data are damaged; what comes after"], archives=True)
    case("more.gz", gzip.compress(b"one") + b"no gzip", [("!/more", "one")],
         ["7 bytes behind its end, which are no compressed data, were not seen"], archives=True)
    case("padded.gz", gzip.compress(b"one") + bytes(512), [("!/padded", "one")], archives=True)
    case("bad.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\0" + b"\xff" * 40, None, ["damaged"], archives=True)
    case("bomb.gz", gzip.compress(b"ab\n\n" * (2 << 20)), [("!/bomb", "ab\n\n" * (1 << 20))],
         ["expands to more than 200 times its size; what comes after its first 4194304 bytes was not seen"], archives=True)
    case("shut.gz", gzip.compress(b"x"), None, ["it is a gzip file, which 'archives: true' opens"])


def pdfs():
    text = b"BT /F1 12 Tf 72 720 Td (Ann Lee, born 1980) Tj ET"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
               b"<</Length %d>>stream\n" % len(text) + text + b"\nendstream", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    file, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(file)
    file += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start
    case("form.pdf", file, [("", "Ann Lee, born 1980\n\n\n")], pdf=True)
    case("shut.pdf", file, None, ["it is a PDF document, which 'pdf: true' opens"])
    case("bad.pdf", b"%PDF-1.4\n\xff\xfe nothing", None, ["pdftotext can't open it"], pdf=True)
    case("in.zip", package({"form.pdf": file}), [("!/form.pdf", "Ann Lee, born 1980\n\n\n")], pdf=True, archives=True)


def encodings():
    case("wide.txt", "\ufeffJürgen".encode("utf-16-le"), [("", "Jürgen")], encoding="auto")
    case("wider.txt", "\ufeffJürgen 😀".encode("utf-32-be"), [("", "Jürgen 😀")], encoding="auto")
    case("utf32.txt", "ü😀".encode("utf-32-le"), [("", "ü😀")], encoding="utf-32-le")
    case("mark.txt", "\ufeffü".encode(), [("", "ü")], encoding="auto")
    case("page.xml", "<?xml version='1.0' encoding='ISO-8859-1'?><a>Jürgen</a>".encode("latin-1"),
         [("", "<?xml version='1.0' encoding='ISO-8859-1'?><a>Jürgen</a>")], encoding="auto")
    case("page.html", "<meta charset=windows-1252><p>10 €".encode("cp1252"), [("", "<meta charset=windows-1252><p>10 €")], encoding="auto")
    case("guess.txt", "Jürgen".encode("latin-1"), None, ["byte 1 does not fit the encoding"], encoding="auto")


def main():
    directory = pathlib.Path(sys.argv[1])
    for make in (word_documents, workbooks, open_documents, mail, zips, tars, gzips, pdfs, encodings):
        make()
    for each in CASES:
        (directory / each["file"]).write_bytes(each.pop("content"))
    json.dump(CASES, sys.stdout)


if __name__ == "__main__":
    main()
