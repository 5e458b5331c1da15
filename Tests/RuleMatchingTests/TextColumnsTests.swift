// Values of SQL's INSERT statements belong to the columns that the statement names.
import CanonicalJSON
import RulesetModel
import Testing

@testable import RuleMatching

@Suite struct TextColumnsTests {
  /// What a rule for `\\d{4}` beside `dob` finds in a text.
  private func found(_ text: String) throws -> Int {
    let rules = try CompiledRules(
      .sample(
        valuePatterns: ["(?<!\\d)\\d{4}(?!\\d)"],
        [
          "confidence": 80,
          "context": ["any_of": ["dob"], "none_of": ["file"], "window": 5, "side": "before"],
        ]),
      fields: [])
    var scan = RuleScan(rules, proximityThreshold: 200, maximumPlaceCount: 3)
    var copy = text
    copy.makeContiguousUTF8()
    let rules0 = try scan.run(over: copy.utf8Span, language: nil, checkCancellation: {})
    return rules0.isEmpty ? 0 : scan.matches(of: 0).reduce(0) { $0 + $1.places.matchCount }
  }

  @Test(arguments: [
    ("INSERT INTO t (id, dob) VALUES (1111, '1984'), (2222, '1990');", 2),
    ("insert into `t` (`dob`, x)\nvalues\n  ('it''s (, 1999', 1234),\n  ('19\\'84 1984', 5678);", 2),
    ("INSERT INTO a (x) VALUES (1984); INSERT INTO b (dob) VALUES (1985), (1986)", 2),
    ("INSERT INTO t (id, file_dob) VALUES (1111, '1984')", 0),
    ("INSERT INTO t (id, dob) SELECT 1984", 0), ("INSERT INTO t (dob", 0),
    ("INSERT INTO t (dob) VALUES (", 0),
    ("INSERT INTO t (dob) VALUES ('1984", 1), ("insert into nothing", 0),
    ("| id | dob |\n| ---- | :--- |\n| 1111 | 1984 |\n| 2222 | 1990 |\n\n1991", 2),
    (" id | dob\n----+------\n 11 | 1984\n(1 row) 1985", 1),
    ("+----+------+\n| id | dob  |\n+----+------+\n| 1111 | 1984 |\n+----+------+\n", 1),
    ("a table\n| x |\n|---|\n| 1984 |\n\n| dob |\n|---|\n| 1985 |\n", 1), ("| dob |\n|---|", 0),
    ("<table><tr><th>id<th>dob</tr><tr><td>1111<td>1984</tr></table> 1985", 1),
    (
      "<TABLE border=1>\n<TR><TH>dob</TH><TH class=x>id</TH></TR>\n<TR><TD>1984</TD><TD>1111</TD></TR></TABLE>",
      1
    ),
    ("<table><tr><td>dob<td>1984</table>", 0), ("<tr><th", 0), ("<", 0),
    (
      "CREATE TABLE `t` (\n `id` int,\n `dob` date,\n KEY (`id`, `dob`));\nINSERT INTO `t` VALUES (1111,'1984'),(2222,'1985');",
      2
    ),
    (
      "create table a (x int); create table if not exists s.b (dob int); insert into a values (1984); insert into b values (1985)",
      1
    ),
    ("CREATE TABLE t (dob int); INSERT INTO other VALUES (1984)", 0), ("create table t (dob", 0),
    ("COPY public.t (id, dob, x) FROM stdin;\n1111\t1984\t2000\n1112\t1985\t2001\n\\.\n3000\t4000\n", 2),
    ("COPY t (id) FROM stdin;\n1984\n\\.\nCOPY u (dob) FROM stdin WITH (FORMAT text);\n1985\n", 1),
    ("COPY public.\"t (1\" (id, dob) FROM stdin;\n1111\t1984\n", 1),
    ("copy all of it (dob) from stdin\n1985", 0),
    ("copy (dob) from stdin", 0), ("a copy (dob) of 1984 from stdin\n1985", 0),
    ("a copy t(dob) of 1984 from stdin\n1985", 1),
    ("dob,x\n1984,file 2000\n", 1), ("x,dob\n1984,\n1111,1985\n", 1),
    ("id    dob   x\n1111  1984  2000\n1112  1985  2001\n\n1986", 2),
    ("név   dob   №\nÁgi   1984  2000\nÉva   1985  2001\n", 2), ("   id    dob\nx 1111   1984\n", 0),
    ("report of 7 days\n\nname      dob    x\nAnna     1984    5\nBo       1985   12\n", 2),
    ("dob   id\n1984  1111\n1985\n", 0), ("dob   nr  id\nx     1111  1984\ntext 1985  is none\n", 0),
    ("a  b\n", 0),
    ("id,dob,x\n1234,1984,2000\n1235,1985,2001\n", 2), ("dob: 1984, and 1985", 1),
  ])
  func valuesStandBesideTheNamesOfTheirColumns(text: String, count: Int) throws {
    #expect(try found(text) == count, "\(text)")
  }
}
